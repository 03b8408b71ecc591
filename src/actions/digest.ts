import type { Styled } from '../chat.js';
import { dayOf, hasClosed, hasOpened, isOpen } from '../domain/dates.js';
import { change, type DigestCounts, isDigestTime, isNews, isRunning, isWeekly } from '../domain/digest.js';
import { courseOf, screened, takesPart } from '../domain/entryStates.js';
import { screeningOf } from '../domain/plan.js';
import type { RoleName } from '../domain/roles.js';
import { finalWindow } from '../domain/stage.js';
import type { Digest } from '../store/documents.js';
import type { Work } from '../turn.js';
import { stack, type Words } from '../words.js';
import { publicDates } from './calendar.js';
import { describeLine } from './calendarEvents.js';
import { openComplaints } from './complaints.js';
import { allContests, type Contest } from './contest.js';
import { showDigest } from './digestPicture.js';
import { liveEntries } from './entries.js';
import { openQuestions } from './questions.js';
import { holdersOf } from './roles.js';
import { type Situation, situationOf } from './situation.js';
import { tellPerson } from './tell.js';

/**
 * Every morning those who run a contest read where it stands and what has changed, its chair on Mondays, and who
 * heads the jury how far the judges are while they score. A morning on which nothing has changed, and nothing
 * waits, is left out.
 */
export async function sendDigests(work: Work): Promise<void> {
  if (!isDigestTime(work.now)) return;
  const day = dayOf(work.now);
  for (const contest of await allContests(work)) {
    if (!isRunning(contest.windows, work.now)) continue;
    if (await work.store.digests.exists({ _id: `${contest.id}/${day}` })) continue;
    await tellDigest(work, contest, day);
  }
}

/** Who runs a contest from day to day. */
const daily: RoleName[] = ['organizer', 'standing_agency', 'secretary'];

async function tellDigest(work: Work, contest: Contest, day: string): Promise<void> {
  const before = await latestDigest(work, contest);
  const situation = await situationOf(work, contest);
  const counts = await countsNow(work, contest, { situation, since: before?.at ?? null });
  const _id = `${contest.id}/${day}`;
  if (isWeekly(work.now) || isNews(counts, before?.counts ?? null)) {
    const weekly = isWeekly(work.now);
    const text = describeDigest(work.t, contest, { counts, before, now: work.now });
    const key = `digest/${_id}`;
    const readers = await holdersOf(work, contest, [...daily, ...(weekly ? (['chair'] as const) : [])]);
    const people = readers.map(({ person }) => person);
    for (const person of people) await tellPerson(work, person, text, `${key}/${person}`);
    await showDigest(work, contest, { counts, day, people, isWeekly: weekly, key });
  }
  await tellHeads(work, contest, situation, `digest/${_id}/judging`);
  work.afterwards(async () => {
    const digest: Digest = {
      _id,
      contest: contest.id,
      day,
      at: work.now,
      counts,
      before: before?._id ?? null,
    };
    await work.store.digests.updateOne({ _id }, { $setOnInsert: digest }, { upsert: true });
  });
}

/** The newest digest, with which the next is compared. */
export const latestDigest = ({ store }: Work, { id }: Contest): Promise<Digest | null> =>
  store.digests.findOne({ contest: id }).sort({ at: -1 }).lean<Digest>().exec();

/** Those who head the jury of the final read how far each judge is, while there is something to score. */
async function tellHeads(work: Work, contest: Contest, { judges }: Situation, key: string): Promise<void> {
  const { t, now } = work;
  const window = contest.windows[finalWindow(contest.plan)];
  const owes = judges.filter(({ scored, count }) => scored < count);
  if (!window || !isOpen(window, now) || owes.length === 0) return;
  const text = stack(
    [
      t('digest.judging', { contest: contest.plan.shortName, closes: t.moment(window.closes) }),
      ...judges.map((judge) => t('situation.judge', judge)),
    ],
    '\n',
  );
  const heads = await work.store.roles
    .find({ contest: contest.id, role: 'head_judge', unit: null, endedAt: null })
    .sort({ _id: 1 })
    .lean();
  for (const { person } of heads) await tellPerson(work, person, text, `${key}/${person}`);
}

async function countsNow(
  work: Work,
  contest: Contest,
  { situation, since }: { situation: Situation; since: Date | null },
): Promise<DigestCounts> {
  const { units, judges } = situation;
  const entries = (await liveEntries(work, contest)).filter(({ state }) => takesPart(state));
  const decided = screened(courseOf(contest.plan));
  const owed = judges.reduce((sum, { count }) => sum + count, 0);
  const reminded = await work.store.reminders
    .find(
      { at: { $gt: since ?? new Date(0), $lte: work.now }, how: { $in: ['letter', 'unreachable'] } },
      { person: 1, how: 1, items: 1 },
    )
    .lean();
  const own = reminded.filter(({ items }) => items.some((item) => item.contest === contest.id));
  const peopleBy = (how: 'letter' | 'unreachable') =>
    new Set(own.filter((each) => each.how === how).map(({ person }) => person)).size;
  return {
    teams: units.reduce((sum, { registrations }) => sum + registrations.length, 0),
    entries: entries.length,
    screened: screeningOf(contest.plan)
      ? entries.filter(({ state }) => decided.includes(state)).length
      : null,
    sheets: owed > 0 ? { done: judges.reduce((sum, { scored }) => sum + scored, 0), owed } : null,
    senders: units.length,
    units: units.filter((unit) => unit.entries.length === 0).map(({ code }) => code),
    unregistered: units
      .filter((unit) => unit.registrations.length + unit.entries.length === 0)
      .map(({ code }) => code),
    complaints: (await openComplaints(work, contest)).length,
    questions: (await openQuestions(work, contest)).length,
    reminded: peopleBy('letter'),
    unreached: peopleBy('unreachable'),
  };
}

/** What has changed since the last morning, in one line; `null`: nothing, or there was none. */
export async function describeTrend(
  work: Work,
  contest: Contest,
  situation: Situation,
): Promise<Styled | null> {
  const before = await latestDigest(work, contest);
  if (!before) return null;
  const { t } = work;
  const counts = await countsNow(work, contest, { situation, since: before.at });
  const changed = (now: number, then: number | null | undefined) => change(now, then) ?? '';
  const [teams, entries, sheets] = [
    changed(counts.teams, before.counts.teams),
    changed(counts.entries, before.counts.entries),
    changed(counts.sheets?.done ?? 0, before.counts.sheets?.done),
  ];
  const parts = [
    teams && t.plain('digest.trendTeams', { change: teams }),
    entries && t.plain('digest.trendEntries', { change: entries }),
    sheets && t.plain('digest.trendSheets', { change: sheets }),
  ].filter(Boolean);
  return parts.length === 0
    ? null
    : t('digest.trend', { at: t.moment(before.at), changes: parts.join(', ') });
}

const MOST_UNITS = 12;
const MOST_DATES = 3;

/** Each number with what has changed since the digest before. */
export function describeDigest(
  t: Words,
  contest: Contest,
  { counts, before, now }: { counts: DigestCounts; before: Digest | null; now: Date },
): Styled {
  const { teams, entries, screened: decided, sheets, complaints, questions, reminded, unreached } = counts;
  const old = before?.counts;
  const trend = (value: number, earlier: number | null | undefined) => {
    const changed = change(value, earlier);
    return changed === null ? '' : ` (${changed})`;
  };
  const { submission } = contest.windows;
  const takesEntries = submission !== undefined && !hasClosed(submission, now);
  const ahead = publicDates(contest)
    .filter(({ at }) => at > now)
    .slice(0, MOST_DATES);
  return stack([
    t('digest.title', { contest: contest.plan.shortName, day: t.day(now) }),
    stack(
      [
        t('digest.teams', { count: teams, trend: trend(teams, old?.teams) }),
        t('digest.entries', { count: entries, trend: trend(entries, old?.entries) }),
        decided !== null &&
          t('digest.screened', { count: decided, of: entries, trend: trend(decided, old?.screened) }),
        sheets &&
          t('digest.sheets', {
            count: sheets.done,
            of: sheets.owed,
            trend: trend(sheets.done, old?.sheets?.done),
          }),
        before && t('digest.since', { day: t.day(before.at) }),
      ],
      '\n',
    ),
    takesEntries && describeMissing(t, contest, { counts, old, now }),
    stack(
      [
        complaints > 0 && t('digest.complaints', { count: complaints }),
        questions > 0 && t('digest.questions', { count: questions }),
        reminded > 0 && t('digest.reminded', { count: reminded }),
        unreached > 0 && t('digest.unreached', { count: unreached }),
      ],
      '\n',
    ),
    ahead.length > 0 &&
      stack([t('digest.ahead'), ...ahead.map((date) => describeLine(t, contest.plan, date))], '\n'),
    t('digest.more'),
  ]);
}

/** Before entries can be handed in those in which nobody has registered, then those that have sent nothing. */
function describeMissing(
  t: Words,
  { units, windows: { submission } }: Contest,
  { counts, old, now }: { counts: DigestCounts; old: DigestCounts | undefined; now: Date },
): Styled | null {
  const isTaken = submission !== undefined && hasOpened(submission, now);
  const [silent, earlier] = isTaken ? [counts.units, old?.units] : [counts.unregistered, old?.unregistered];
  if (silent.length === 0) return null;
  const names = silent.slice(0, MOST_UNITS).map((code) => {
    const unit = units.get(code);
    return unit ? units.shortName(unit) : code;
  });
  const left = silent.length - names.length;
  const changed = change(silent.length, earlier?.length);
  return t(isTaken ? 'digest.missing' : 'digest.missingTeams', {
    count: silent.length,
    trend: changed === null ? '' : ` (${changed})`,
    names: left > 0 ? `${names.join(', ')}${t.plain('digest.moreUnits', { count: left })}` : names.join(', '),
  });
}
