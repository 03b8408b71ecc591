import type { Styled } from '../chat.js';
import { datesOf } from '../domain/calendar.js';
import { hasClosed, hasOpened } from '../domain/dates.js';
import {
  change,
  type DigestCounts,
  type DroppedNews,
  isLateForMorning,
  type MorningNews,
  type StaleReminders,
} from '../domain/digest.js';
import { entryRound } from '../domain/plan.js';
import type { Digest } from '../store/documents.js';
import { stack, type Words } from '../words.js';
import { describeLine } from './calendarEvents.js';
import type { Contest } from './contest.js';
import type { DebtKind } from './debts/debt.js';
import { describeCourse } from './describeCourse.js';
import { submissionCloses } from './extendUnit.js';
import { nameOfWindow } from './moveDate.js';
import { linesOf } from './newsOfDays.js';
import { capital, unitName } from './registrations.js';
import { resultWindow } from './seats.js';

const MOST_UNITS = 12;
const MOST_DATES = 3;

/** A number beside the one of the digest before; where nothing has changed, none is compared. */
const IN_BRACKETS = /\([+−]\d+\)/;

/** Each number with what has changed since the digest before. `weekly`: since the one a week ago. */
export function describeDigest(
  t: Words,
  contest: Contest,
  {
    counts,
    before,
    now,
    weekly,
  }: { counts: DigestCounts; before: Digest | null; now: Date; weekly: boolean },
): Styled {
  const { teams, entries, screened: decided, sheets, complaints, questions, reminded, unreached } = counts;
  const old = before?.counts;
  const trend = (value: number, earlier: number | null | undefined) => {
    const changed = change(value, earlier);
    return changed === null ? '' : ` (${changed})`;
  };
  const ahead = datesOf(contest.windows, { roles: ['organizer'], author: 'none' })
    .filter(({ at }) => at > now)
    .slice(0, MOST_DATES);
  const numbers = stack(
    [
      t('digest.teams', { count: teams, trend: trend(teams, old?.teams) }),
      entryRound(contest.plan) !== undefined &&
        t('digest.entries', { count: entries, trend: trend(entries, old?.entries) }),
      decided !== null &&
        t('digest.screened', { count: decided, of: entries, trend: trend(decided, old?.screened) }),
      sheets &&
        t('digest.sheets', {
          count: sheets.done,
          of: sheets.owed,
          trend: trend(sheets.done, old?.sheets?.done),
        }),
    ],
    '\n',
  );
  const missing = describeMissing(t, contest, { counts, old, now });
  const isCompared = [numbers, missing].some((each) => each && IN_BRACKETS.test(each.text));
  return stack([
    t(titleOf(now, weekly), { contest: contest.plan.shortName, day: t.day(now) }),
    counts.missedDays !== undefined && t('digest.missedDays', { count: counts.missedDays }),
    counts.news && describeMorning(t, contest, counts.news),
    counts.course && describeCourse(t, counts.course, now),
    stack(
      [
        numbers,
        isCompared && before && t('digest.since', { day: t.day(before.at) }),
        old && entries < old.entries && t('digest.fewer'),
      ],
      '\n',
    ),
    missing,
    stack(
      [
        complaints > 0 && t('digest.complaints', { count: complaints }),
        questions > 0 && t('digest.questions', { count: questions }),
        reminded > 0 && !weekly && t('digest.reminded', { count: reminded }),
        unreached > 0 && t('digest.unreached', { count: unreached }),
      ],
      '\n',
    ),
    counts.stale && describeStale(t, counts.stale),
    counts.dropped && describeDropped(t, contest, counts.dropped),
    counts.saving &&
      stack(
        counts.saving.map((bot) => t('situation.saving', { bot })),
        '\n',
      ),
    ahead.length > 0 &&
      stack([t('digest.ahead'), ...ahead.map((date) => describeLine(t, contest.plan, date))], '\n'),
    t('digest.more'),
  ]);
}

function titleOf(now: Date, weekly: boolean) {
  if (weekly) return 'digest.titleWeekly';
  return isLateForMorning(now) ? 'digest.titleLater' : 'digest.title';
}

function describeMorning(t: Words, contest: Contest, news: readonly MorningNews[]): Styled {
  const posting = news.some(({ window, kind }) => window === 'posting' && kind === 'begun');
  return stack([...linesOf(t, contest, news), posting && t('daysTodo.posting')], '\n');
}

function describeDropped(t: Words, contest: Contest, dropped: readonly DroppedNews[]): Styled {
  return stack(
    [
      t('digest.dropped'),
      ...dropped.map(({ window, kind, at, unit }) =>
        unit
          ? t('digest.droppedExtension', { unit: capital(unitName(contest, unit)), at: t.moment(at) })
          : t(kind === 'begun' ? 'digest.droppedBegun' : 'digest.droppedOver', {
              window: nameOfWindow(t, contest.plan, window),
              at: t.moment(at),
            }),
      ),
    ],
    '\n',
  );
}

function describeStale(t: Words, stale: readonly StaleReminders[]): Styled {
  return stack(
    [
      t('digest.stale'),
      ...stale.map(({ kind, deadline, over, count }) => {
        const what = t.plain(`owed.${kind as DebtKind}`);
        if (deadline === null) return t('digest.staleOne', { what, count });
        return t(over ? 'digest.staleOver' : 'digest.staleLate', { what, count, closes: t.moment(deadline) });
      }),
    ],
    '\n',
  );
}

/**
 * Before entries can be handed in those in which nobody has registered, then those that have sent nothing, until it
 * is all judged. Once it is over, who was given longer stands apart; as extensions end those grow by themselves, so
 * no change is named.
 */
function describeMissing(
  t: Words,
  contest: Contest,
  { counts, old, now }: { counts: DigestCounts; old: DigestCounts | undefined; now: Date },
): Styled | null {
  const { units, windows } = contest;
  const { submission } = windows;
  const judging = windows[resultWindow(contest)];
  const isOver = submission !== undefined && hasClosed(submission, now);
  if (!submission || counts.course || (isOver && judging && hasClosed(judging, now))) return null;
  const isTaken = hasOpened(submission, now);
  const [all, earlier] = isTaken ? [counts.units, old?.units] : [counts.unregistered, old?.unregistered];
  const listed = (codes: readonly string[]) => {
    const names = codes.slice(0, MOST_UNITS).map((code) => {
      const unit = units.get(code);
      return unit ? units.shortName(unit) : code;
    });
    const left = codes.length - names.length;
    const more = left > 0 ? t.plain('digest.moreUnits', { count: left }) : '';
    return { count: codes.length, names: `${names.join(', ')}${more}` };
  };
  if (isOver) {
    const canStill = (code: string) => (submissionCloses(contest, code) ?? now) > now;
    const silent = all.filter((code) => !canStill(code));
    const extended = all.filter(canStill);
    const lines = [
      silent.length > 0 && t('digest.missingOver', listed(silent)),
      extended.length > 0 && t('digest.missingExtended', listed(extended)),
    ];
    return stack(lines, '\n');
  }
  if (all.length === 0) return null;
  const changed = change(all.length, earlier?.length);
  const trend = changed === null ? '' : ` (${changed})`;
  return t(isTaken ? 'digest.missing' : 'digest.missingTeams', { ...listed(all), trend });
}
