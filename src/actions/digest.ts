import type { Styled } from '../chat.js';
import { dayOf, isOpen } from '../domain/dates.js';
import {
  type CourseThen,
  change,
  type DigestCounts,
  type DroppedNews,
  isDigestTime,
  isNews,
  isRunning,
  isWeekly,
  missedBetween,
  type StaleReminders,
  weekBefore,
} from '../domain/digest.js';
import { courseOf, screened, takesPart } from '../domain/entryStates.js';
import { screeningOf } from '../domain/plan.js';
import { finalWindow } from '../domain/stage.js';
import type { Digest, StoredReminder } from '../store/documents.js';
import type { Work } from '../turn.js';
import { stack } from '../words.js';
import { openComplaints } from './complaints.js';
import { allContests, type Contest } from './contest.js';
import { chasesOf } from './debts/chases.js';
import { grouped } from './debts/debt.js';
import { showDigest } from './digestPicture.js';
import { describeDigest } from './digestWords.js';
import { lineOfJudge } from './judgedSoFar.js';
import { daily, newsFor } from './newsOfDays.js';
import { droppedIn } from './once.js';
import { openQuestions } from './questions.js';
import { chatsOfRunning } from './reach.js';
import type { ResultCourse } from './resultCourse.js';
import { holdersOf } from './roles.js';
import { type Situation, situationOf } from './situation.js';
import { savingBots } from './watchQuota.js';

/**
 * Every morning those who run a contest read where it stands and what has changed, its chair on Mondays, and who
 * heads the jury how far the judges are while they score. A morning on which nothing has changed, and nothing
 * waits, is left out.
 */
export async function sendDigests(work: Work): Promise<void> {
  if (!isDigestTime(work.now)) return;
  const day = dayOf(work.now);
  for (const contest of await allContests(work)) {
    if (await work.store.digests.exists({ _id: `${contest.id}/${day}`, told: { $ne: null } })) continue;
    // Before the first day and after the last one people have questions too.
    if (!isRunning(contest.windows, work.now) && (await openQuestions(work, contest)).length === 0) continue;
    await tellDigest(work, contest, day);
  }
}

/** What is told is what was written down first, also where it is told anew after a crash. */
async function tellDigest(work: Work, contest: Contest, day: string): Promise<void> {
  const { digests } = work.store;
  const situation = await situationOf(work, contest);
  const digest = await writeDigest(work, contest, { day, situation });
  const { _id, counts, at } = digest;
  const before = digest.before === null ? null : await digests.findById(digest.before).lean<Digest>();
  const key = `digest/${_id}`;
  const weekly = isWeekly(at);
  if (weekly || isNews(counts, before?.counts ?? null)) {
    const text = describeDigest(work.t, contest, { counts, before, now: at, weekly: false });
    const chairs = weekly ? await holdersOf(work, contest, ['chair']) : [];
    const ofWeek = new Set(chairs.map(({ person }) => person));
    const readers = new Set([
      ...ofWeek,
      ...(await holdersOf(work, contest, daily)).map(({ person }) => person),
    ]);
    const weekText = weekly && (await describeWeek(work, contest, digest));
    const chats = await chatsOfRunning(work, [...readers]);
    for (const [person, chat] of chats)
      work.tell(chat, (ofWeek.has(person) && weekText) || text, { key: `${key}/${person}` });
    await showDigest(work, contest, { digest, chats: [...chats.values()], isWeekly: weekly, key });
  }
  await tellHeads(work, contest, situation, `${key}/judging`);
  work.afterwards(async () => {
    await digests.updateOne({ _id }, { $set: { told: work.now } });
  });
}

/** The same morning beside the one a week ago. */
async function describeWeek(work: Work, contest: Contest, { counts, day, at }: Digest): Promise<Styled> {
  const before = await work.store.digests
    .findOne({ contest: contest.id, day: { $lte: weekBefore(day) } })
    .sort({ day: -1 })
    .lean<Digest>();
  return describeDigest(work.t, contest, { counts, before, now: at, weekly: true });
}

async function writeDigest(
  work: Work,
  contest: Contest,
  { day, situation }: { day: string; situation: Situation },
): Promise<Digest> {
  const _id = `${contest.id}/${day}`;
  const { digests } = work.store;
  const before = await digests
    .findOne({ contest: contest.id, day: { $lt: day } })
    .sort({ day: -1 })
    .lean<Digest>();
  const fresh = await uncounted(work, contest, before);
  const dropped = droppedSince(contest, before);
  const missedDays = before === null ? 0 : missedBetween(contest.windows, before.day, day);
  const news = await newsFor(work, contest, before);
  const counts: DigestCounts = {
    ...(await countsNow(work, contest, { situation, reminders: fresh, dropped })),
    ...(missedDays > 0 && { missedDays }),
    ...(news.length > 0 && { news }),
  };
  const late = new Date(work.now.getTime() - BESIDE_MS);
  const newest = fresh.filter((each) => momentOf(each) > late);
  const digest: Digest = {
    _id,
    contest: contest.id,
    day,
    at: work.now,
    counts,
    counted: newest.map(markOf),
    before: before?._id ?? null,
    told: null,
  };
  await digests.updateOne({ _id }, { $setOnInsert: digest }, { upsert: true });
  return (await digests.findById(_id).lean<Digest>()) ?? digest;
}

/** So long a tick may go on writing reminders that bear the moment at which it began. */
const BESIDE_MS = 3_600_000;

type Counted = Pick<StoredReminder, '_id' | 'person' | 'how' | 'at' | 'lostAt' | 'items' | 'group'>;

/** One that was counted as sent and turns out to be lost is counted once more, as that. */
const markOf = ({ _id, how }: Counted): string => `${how}/${_id}`;

const momentOf = ({ lostAt, at }: Counted): Date => lostAt ?? at;

/** The reminders of this contest that no digest has counted, also those that were written beside the last one. */
async function uncounted({ store, now }: Work, { id }: Contest, before: Digest | null): Promise<Counted[]> {
  const since = before === null ? new Date(0) : before.at;
  const from = before?.counted ? new Date(since.getTime() - BESIDE_MS) : since;
  const between = { $gt: from, $lte: now };
  const found = await store.reminders
    .find(
      {
        ...{ how: { $in: ['letter', 'unreachable', 'stale'] }, 'items.contest': id, withdrawnAt: null },
        $or: [{ at: between }, { lostAt: between }],
      },
      { person: 1, how: 1, at: 1, lostAt: 1, items: 1, group: 1 },
    )
    .sort({ at: 1, _id: 1 })
    .lean<Counted[]>();
  const counted = new Set(before?.counted);
  return found.filter((each) => momentOf(each) > from && !counted.has(markOf(each)));
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
      ...judges.map((judge) => lineOfJudge(t, judge)),
    ],
    '\n',
  );
  const heads = await work.store.roles
    .find({ contest: contest.id, role: 'head_judge', unit: null, endedAt: null })
    .sort({ _id: 1 })
    .lean();
  const chats = await chatsOfRunning(
    work,
    heads.map(({ person }) => person),
  );
  for (const [person, chat] of chats) work.tell(chat, text, { key: `${key}/${person}` });
}

async function countsNow(
  work: Work,
  contest: Contest,
  {
    situation,
    reminders,
    dropped,
  }: { situation: Situation; reminders: readonly Counted[]; dropped: readonly DroppedNews[] },
): Promise<DigestCounts> {
  const { units } = situation;
  const entries = units.flatMap((unit) => unit.entries).filter(({ state }) => takesPart(state));
  const decided = screened(courseOf(contest.plan));
  const peopleBy = (how: 'letter' | 'unreachable') =>
    new Set(reminders.filter((each) => each.how === how && !each.group).map(({ person }) => person)).size;
  const stale = staleAmong(contest, reminders);
  const saving = await savingNames(work);
  return {
    ...growingIn(situation),
    ...courseIn(situation),
    screened: screeningOf(contest.plan)
      ? entries.filter(({ state }) => decided.includes(state)).length
      : null,
    senders: units.length,
    units: units.filter((unit) => unit.entries.length === 0).map(({ code }) => code),
    unregistered: units
      .filter((unit) => unit.registrations.length + unit.entries.length === 0)
      .map(({ code }) => code),
    complaints: (await openComplaints(work, contest)).length,
    questions: (await openQuestions(work, contest)).length,
    reminded: peopleBy('letter'),
    unreached: peopleBy('unreachable'),
    ...(stale.length > 0 && { stale }),
    ...(dropped.length > 0 && { dropped: [...dropped] }),
    ...(saving.length > 0 && { saving }),
  };
}

/** From the lock on it is the result that people wait for, and no sheets. */
function courseIn({ course, reopenedUntil }: Situation): Partial<Pick<DigestCounts, 'course' | 'sheets'>> {
  if (!course?.locked && !course?.published) return {};
  return { course: asThen(course), ...(reopenedUntil === null && { sheets: null }) };
}

const asThen = ({ locked, votesUntil, proposal, published, complaints }: ResultCourse): CourseThen => ({
  locked,
  votesUntil,
  proposal: proposal && { number: proposal.number, state: proposal.state },
  published,
  complaints: complaints.map(({ code }) => ({ code })),
});

/** What grows from one morning to the next. */
function growingIn({ units, judges }: Situation): Pick<DigestCounts, 'teams' | 'entries' | 'sheets'> {
  const totalOf = <Item>(items: readonly Item[], of: (item: Item) => number) =>
    items.reduce((total, item) => total + of(item), 0);
  const owed = totalOf(judges, ({ count }) => count);
  return {
    teams: totalOf(units, ({ registrations }) => registrations.length),
    entries: totalOf(units, (unit) => unit.entries.filter(({ state }) => takesPart(state)).length),
    sheets: owed > 0 ? { done: totalOf(judges, ({ scored }) => scored), owed } : null,
  };
}

/** The news that nobody was told, each in one digest. */
function droppedSince(contest: Contest, before: Digest | null): DroppedNews[] {
  const since = before === null ? 0 : before.at.getTime() - BESIDE_MS;
  const told = new Set(before?.counts.dropped?.map(wordsOfNews));
  return droppedIn(contest)
    .filter((news) => news.noticed.getTime() > since && !told.has(wordsOfNews(news)))
    .map(({ noticed, ...news }) => news);
}

const wordsOfNews = ({ window, kind, at, unit }: DroppedNews): string =>
  `${window} ${kind} ${at.getTime()} ${unit ?? ''}`;

/** What was dropped since nothing ran when it was due, as it was written down then. */
function staleAmong(contest: Contest, reminders: readonly Counted[]): StaleReminders[] {
  const dropped = reminders.filter(({ how }) => how === 'stale');
  const chases = new Map(chasesOf(contest).map(({ id, kind }) => [id, kind]));
  const all = dropped.flatMap(({ person, at, items }) =>
    items.flatMap(({ contest: id, chase, deadline }) => {
      const kind = id === contest.id ? chases.get(chase) : undefined;
      return kind ? [{ person, kind, deadline, over: deadline !== null && deadline < at }] : [];
    }),
  );
  const together = grouped(all, ({ kind, deadline, over }) => [kind, deadline?.toISOString(), over].join());
  return [...together.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { kind, deadline, over } = first;
    return [{ kind, deadline, over, count: new Set(same.map(({ person }) => person)).size }];
  });
}

async function savingNames(work: Work): Promise<string[]> {
  const saving = await savingBots(work);
  return work.tools.bots.filter(({ id }) => saving.has(id)).map(({ name }) => name);
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
  const counts = growingIn(situation);
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
