import { type Standing, standingOf, takesComplaints } from '../actions/complaints.js';
import type { Contest } from '../actions/contest.js';
import { outcomeOf } from '../actions/publishResults.js';
import { capital, unitName } from '../actions/registrations.js';
import type { OnStage } from '../actions/showcase.js';
import type { Styled } from '../chat.js';
import {
  type AwardChange,
  changesBetween,
  type EntryChange,
  type NamedEntry,
  type OpenPrize,
  type Outcome,
  type OutcomeChange,
  type Prizes,
} from '../domain/outcome.js';
import type { RankedEntry, Ranking } from '../domain/ranking.js';
import type { DecisionPaper, Result } from '../store/documents.js';
import { stack, type Words } from '../words.js';
import { describeOnStage } from './showcase.js';

/** How a result reads on a phone: who first, the code last. */

/** All that a group reads; `before`: what a correction takes the place of. */
export function describeResult(
  t: Words,
  contest: Contest,
  result: Pick<Result, 'version' | 'ranking' | 'entries' | 'prizes' | 'why'> & {
    paper: DecisionPaper | null;
  },
  {
    before,
    publishedAt,
    now,
    onStage = null,
  }: { before: Result | null; publishedAt: Date; now: Date; onStage?: OnStage | null },
): Styled {
  const { version, why, paper } = result;
  const outcome = outcomeOf(result);
  const first = outcome.ranking.places[0]?.code;
  const name = contest.plan.name;
  const standing = standingOf(contest, version, publishedAt);
  return stack([
    before
      ? t('result.correctionHeadline', { contest: name, version })
      : t('result.headline', { contest: name }),
    paper && t('result.approvedBy', { paper: describePaper(t, paper) }),
    describeStanding(t, standing, now),
    before && describeCorrection(t, contest, { before: outcomeOf(before), after: outcome, why }),
    describeOutcome(t, contest, outcome),
    describeOnStage(t, onStage, stageName(namesIn(contest, outcome.entries))),
    stack(
      [
        first !== undefined && t('result.howToAsk', { code: first }),
        takesComplaints(standing, now) && t('result.howToComplain'),
      ],
      '\n',
    ),
  ]);
}

const stageName =
  (nameOf: (code: string) => ShownName) =>
  (code: string): string => {
    const { unit, title } = nameOf(code);
    return `${unit} «${title}» (${code})`;
  };

/** Whether it is final, and until when complaints are or were taken. */
export function describeStanding(t: Words, standing: Standing, now: Date): Styled | null {
  if (standing.kind === 'unlimited') return null;
  if (standing.kind === 'final') return t('result.final');
  const until = { until: t.moment(standing.until) };
  return takesComplaints(standing, now)
    ? t('result.provisional', until)
    : t('result.provisionalClosed', until);
}

/** The same for whoever reads of his own entry, with how he complains. */
export const describeOwnStanding = (t: Words, standing: Standing, now: Date): Styled =>
  stack(
    [describeStanding(t, standing, now), takesComplaints(standing, now) && t('result.howToComplain')],
    '\n',
  );

/** The ranked list, who is missing from it, and how it was counted. */
export function describeOutcome(t: Words, contest: Contest, outcome: Outcome): Styled {
  const { ranking, prizes } = outcome;
  const nameOf = namesIn(contest, outcome.entries);
  const placedCodes = new Set(ranking.places.map(({ code }) => code));
  return stack([
    ...ranking.places.map((placed) =>
      stack(
        [
          t(placed.tied ? 'result.sharedPlace' : 'result.place', {
            place: placed.place,
            ...nameOf(placed.code),
          }),
          describePrizes(t, outcome, placed.code),
          describePoints(t, contest, placed),
          t('result.who', nameOf(placed.code)),
        ],
        '\n',
      ),
    ),
    stack(
      [
        ...prizes.given
          .filter(({ code }) => !placedCodes.has(code))
          .map(({ code, prize }) => t('result.prizeOf', { prize, ...nameOf(code) })),
        describeAgreed(t, prizes),
        ...prizes.open.map((open) => openPrize(t, open, ranking)),
      ],
      '\n',
    ),
    stack(
      ranking.draws.map((draw) => describeDraw(t, draw)),
      '\n',
    ),
    stack(
      (['belowQuorum', 'absent'] as const).map((why) => {
        const codes = ranking.unranked.flatMap(({ code, reason }) => (reason === why ? code : []));
        return codes.length > 0 && t(`result.${why}`, { codes: codes.join(', ') });
      }),
      '\n',
    ),
    hasAudience(contest) && t('result.howCounted', { weights: weights(t, contest) }),
  ]);
}

/** What was decided where a shared place reaches over a border between prizes; `code`: for this entry. */
export function describeAgreed(t: Words, { agreed = [] }: Prizes, code?: string): Styled {
  const own = agreed.filter(({ codes }) => code === undefined || codes.includes(code));
  return stack(
    own.map(({ prizes, codes, prize, reason }) => {
      const about = { prizes: prizes.join(', '), codes: codes.join(', '), reason };
      return prize === null
        ? t('result.prizeAgreedNone', about)
        : t('result.prizeAgreed', { ...about, prize });
    }),
    '\n',
  );
}

function openPrize(t: Words, { prizes, codes }: OpenPrize, { draws }: Ranking): Styled {
  const about = { prizes: prizes.join(', '), codes: codes.join(', ') };
  if (codes.length === 0) return t('result.prizeLater', about);
  const isToDraw = draws.some((draw) => !draw.seed && codes.every((code) => draw.codes.includes(code)));
  return isToDraw ? t('result.prizeByLot', about) : t('result.prizeAmong', about);
}

/** Between whom lots were drawn, by which seed, and what came of it; or that they are still to be drawn. */
export function describeDraw(t: Words, { codes, seed }: Ranking['draws'][number]): Styled {
  if (seed === undefined) return t('result.toDraw', { codes: codes.join(', ') });
  return t('result.drawn', { codes: [...codes].sort().join(', '), order: codes.join(', '), seed });
}

/** `Giải Nhì; Giải phụ cho lượt tương tác cao`: what this entry wins, if anything. */
export function describePrizes(t: Words, { prizes }: Pick<Outcome, 'prizes'>, code: string): Styled | null {
  const own = prizes.given.filter((given) => given.code === code).map(({ prize }) => prize);
  return own.length > 0 ? t('result.prize', { prize: own.join('; ') }) : null;
}

/** The two parts are shown where there are two, so that whoever reads it can add them up. */
const describePoints = (t: Words, contest: Contest, { total, jury, audience }: RankedEntry): Styled =>
  hasAudience(contest)
    ? t('result.parts', { total: t.number(total), jury: t.number(jury), audience: t.number(audience) })
    : t('result.points', { total: t.number(total) });

const hasAudience = ({ plan }: Contest): boolean => plan.scoring.audience.mode === 'score';

function weights(t: Words, { plan }: Contest): string {
  const { jury, audience } = plan.scoring;
  const jurySays =
    typeof jury.weight === 'string' ? t.plain('result.juryWeight', { weight: t.number(jury.weight) }) : '';
  const audienceSays =
    audience.mode === 'score' && typeof audience.weight === 'string'
      ? t.plain('result.audienceWeight', { weight: t.number(audience.weight) })
      : '';
  return [jurySays, audienceSays].filter(Boolean).join(' + ');
}

export type ShownName = { code: string; title: string; team: string; unit: string };

/** `Xã Đức Phong`; where two communes of the list are called the same, with what they lie in. */
export function namesIn(contest: Contest, entries: readonly NamedEntry[]): (code: string) => ShownName {
  const { units } = contest;
  const short = (code: string) => {
    const unit = units.get(code);
    return unit ? units.shortName(unit) : code;
  };
  const shown = new Map(
    entries.map((entry) => {
      const isAmbiguous = entries.some(
        ({ unit }) => unit !== entry.unit && short(unit) === short(entry.unit),
      );
      const unit = isAmbiguous ? unitName(contest, entry.unit) : short(entry.unit);
      return [entry.code, { ...entry, unit: capital(unit) }];
    }),
  );
  return (code) => shown.get(code) ?? { code, title: '', team: '', unit: '' };
}

/** What a correction changes, and why. */
export function describeCorrection(
  t: Words,
  contest: Contest,
  { before, after, why }: { before: Outcome; after: Outcome; why: string | null },
): Styled {
  const nameOf = namesIn(contest, [...before.entries, ...after.entries]);
  const changes = changesBetween(before, after);
  return stack(
    [
      why !== null && t('result.why', { why }),
      t(changes.length > 0 ? 'result.changed' : 'result.unchanged'),
      ...changes.map((change) => describeChange(t, change, changes, nameOf)),
    ],
    '\n',
  );
}

/** All about one entry is one line, at its first change. */
function describeChange(
  t: Words,
  change: OutcomeChange,
  all: readonly OutcomeChange[],
  nameOf: (code: string) => ShownName,
): Styled | null {
  if (change.kind === 'awarded') return awardedLess(t, change);
  const own = all.flatMap((each) => (each.kind !== 'awarded' && each.code === change.code ? [each] : []));
  const [first, ...others] = own;
  if (change !== first) return null;
  const prizes = others.find((each) => each.kind === 'prizes');
  const line = lineOf(t, change, nameOf(change.code));
  if (!prizes) return line;
  const { before, after } = prizes.prizes;
  return after.length === 0
    ? t('result.changeAlsoPrizeGone', { line: line.text, before: before.join('; ') })
    : t('result.changeAlsoPrize', { line: line.text, after: after.join('; ') });
}

const awardedLess = (t: Words, { prize, count }: AwardChange): Styled =>
  count.after === 0
    ? t('result.changeNotAwarded', { prize })
    : t('result.changeAwardedLess', { prize, ...count });

function lineOf(t: Words, change: EntryChange, { code, unit, title }: ShownName): Styled {
  const about = { code, unit, title };
  switch (change.kind) {
    case 'new':
      return t('result.changeNew', { ...about, place: change.place });
    case 'gone':
      return t('result.changeGone', { ...about, place: change.place });
    case 'place':
      return t('result.changePlace', {
        ...about,
        from: change.place.before,
        to: change.place.after,
        before: t.number(change.total.before),
        after: t.number(change.total.after),
      });
    case 'prizes': {
      const { before, after } = change.prizes;
      return after.length === 0
        ? t('result.changePrizeGone', { ...about, before: before.join('; ') })
        : t('result.changePrize', { ...about, after: after.join('; ') });
    }
    case 'points':
      return t('result.changePoints', {
        ...about,
        place: change.place,
        from: t.number(change.total.before),
        to: t.number(change.total.after),
      });
  }
}

/** "số 15/QĐ-BTC ngày 20/10/2026". */
export const describePaper = (t: Words, { number, day }: DecisionPaper): string =>
  t.plain('result.paper', { number, day: dayMonthYear(day) });

const dayMonthYear = (day: string): string => day.split('-').map(Number).reverse().join('/');
