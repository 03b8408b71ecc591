import type { Styled } from '../chat.js';
import { openedAt } from '../domain/moves.js';
import { type OpenPoint, openPoints } from '../domain/openPoints.js';
import { isTierOf } from '../domain/plan/prizes.js';
import { isKnown, type Plan, type Prize } from '../domain/plan.js';
import { stack, type Words } from '../words.js';
import type { Contest } from './contest.js';
import { nameOfWindow } from './moveDate.js';

/**
 * What has still to be settled before a result can be published. `until`: from that moment on it is refused
 * (`conversion`, `weights`) or missing where it is needed (`rubric`).
 */
export type OpenDecision = OpenPoint & { until: Date | null; tooLate: boolean };

export function openDecisions({ plan, planned, moves, windows }: Contest, now: Date): OpenDecision[] {
  const { voting, judging } = windows;
  const voted = openedAt(planned, moves, 'voting', now);
  return openPoints(plan)
    .filter(({ blocks }) => blocks)
    .map((point) => {
      if (point.kind === 'rubric' || point.kind === 'criteria')
        return { ...point, until: judging?.opens ?? null, tooLate: false };
      if (point.kind === 'weights') return { ...point, until: voted, tooLate: voted !== null };
      if (point.kind !== 'conversion') return { ...point, until: null, tooLate: false };
      return { ...point, until: voted ?? voting?.opens ?? null, tooLate: voted !== null };
    });
}

/** Can't a judge fill in a sheet yet? */
export const lacksRubric = (contest: Contest, now: Date): boolean =>
  openDecisions(contest, now).some(({ kind }) => kind === 'rubric' || kind === 'criteria');

/** Each on a line of its own, all prizes on one. */
export function describeOpenDecisions(t: Words, contest: Contest, now: Date): Styled {
  const open = openDecisions(contest, now);
  const prizes = open.filter(({ kind }) => kind === 'prize');
  const [first, ...others] = prizes;
  const names = prizes.map((point) => nameOfPoint(t, contest.plan, point)).join(', ');
  return stack(
    [
      ...open.filter(({ kind }) => kind !== 'prize').map((each) => describe(t, contest, each, now)),
      first &&
        (others.length > 0 ? t('decide.owesPrizes', { names }) : t('decide.owesOther', { name: names })),
    ],
    '\n',
  );
}

/** By which command, until when; or that it is too late for it. */
function describe(t: Words, { plan }: Contest, open: OpenDecision, now: Date): Styled {
  const { kind, until, tooLate } = open;
  const name = nameOfPoint(t, plan, open);
  switch (kind) {
    case 'rubric':
      return until && now < until
        ? t('decide.owesRubricUntil', { until: t.moment(until) })
        : t('decide.owesRubric');
    case 'conversion':
      if (!until) return t('decide.owesConversion');
      return tooLate
        ? t('decide.missed', { name, opens: t.moment(until) })
        : t('decide.owesConversionUntil', { until: t.moment(until) });
    case 'weights':
      return until ? t('decide.missed', { name, opens: t.moment(until) }) : t('decide.owesOther', { name });
    case 'quorum':
      return t('decide.owesQuorum');
    case 'window':
      return t('decide.owesDays', { name });
    default:
      return t('decide.owesOther', { name });
  }
}

/** An open point as a heading: "Thang điểm", "Giải Nhất". */
export function nameOfPoint(t: Words, plan: Plan, { kind, item }: Pick<OpenPoint, 'kind' | 'item'>): string {
  switch (kind) {
    case 'window':
      return nameOfWindow(t, plan, item ?? '');
    case 'close':
      return t.plain('point.close', { window: nameOfWindow(t, plan, item ?? '') });
    case 'listFreeze':
      return t.plain('point.listFreeze', { component: titleOf(plan, item) });
    case 'roundQuorum':
      return t.plain('point.roundQuorum', {
        round: plan.rounds.find(({ id }) => id === item)?.title ?? '',
      });
    case 'quiz':
      return titleOf(plan, item);
    case 'prize':
      return prizesAt(plan, item)
        .map(({ title }) => title)
        .join(', ');
    default:
      return t.plain(`point.${kind}`);
  }
}

/** The prize of this name; or those that its one line in the plan turned out to stand for. */
export const prizesAt = ({ prizes }: Plan, item: string | null): Prize[] =>
  isKnown(prizes) && item !== null ? prizes.filter(({ id }) => id === item || isTierOf(item, id)) : [];

const titleOf = ({ components }: Plan, item: string | null): string =>
  components.find(({ id }) => id === item)?.title ?? '';

/** The same inside a sentence: "thang điểm của Ban Giám khảo", "«Giải Nhất»". */
export function pointInSentence(t: Words, plan: Plan, point: Pick<OpenPoint, 'kind' | 'item'>): string {
  const name = nameOfPoint(t, plan, point);
  const isTitle = point.kind === 'prize' || point.kind === 'quiz';
  return isTitle ? `«${name}»` : name.charAt(0).toLowerCase() + name.slice(1);
}
