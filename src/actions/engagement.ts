import { hasOpened } from '../domain/dates.js';
import { freezeInstant } from '../domain/decisions.js';
import { lastHourBefore } from '../domain/engagement.js';
import { inBotOf, isRead } from '../domain/inBotVotes.js';
import type { Snapshot as RankedSnapshot } from '../domain/ranking.js';
import { Refusal } from '../domain/refusal.js';
import type { Ruling, Snapshot, StoredEntry } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { admittedCodes, admittedEntries } from './entries.js';
import { isDone } from './once.js';

/** Without a vote, or before it opens, there is nothing to be read. */
export function needVoting({ t, now }: Turn, { plan, windows: { voting } }: Contest): void {
  if (plan.scoring.audience.mode === 'none') throw new Refusal('engagement.noVote');
  if (voting?.opens && !hasOpened(voting, now))
    throw new Refusal('engagement.notYet', { opens: t.moment(voting.opens) });
}

/**
 * Of each entry the reading that counts: the last at or before the freeze, of those that were entered in time
 * or, where none of them is of the last hour, have a proof; and before all what was ruled about them. Without the
 * votes that were given here. `rulings`: those in force, where not all of them are.
 */
export async function countedEngagement(
  work: Work,
  contest: Contest,
  rulings?: readonly Ruling[],
): Promise<Map<string, Snapshot>> {
  const freeze = freezeInstant(contest.plan);
  const ruled = rulings ?? (await rulingsIn(work, contest));
  const aside = ruled.flatMap(({ numbers, instead }) => (numbers === null && instead ? [instead.id] : []));
  const counts =
    freeze === null
      ? {}
      : { at: { $lte: freeze }, ...inTime(freeze, await readAtLast(work, contest, freeze)) };
  const read = { source: { $ne: 'bot' }, ...(aside.length > 0 && { _id: { $nin: aside } }) };
  const counted = await lastOfEach(work, contest, { ...counts, ...read });
  for (const ruling of ruled) {
    const snapshot = ruledSnapshot(ruling, freeze ?? ruling.at);
    if (snapshot && !aside.includes(snapshot._id)) counted.set(ruling.entry, snapshot);
  }
  return counted;
}

/** What the chair ruled about engagement, the earliest first. `first`: only so many, as when a result was made. */
export const rulingsIn = (
  { store }: Work,
  { id }: Contest,
  first = Number.MAX_SAFE_INTEGER,
): Promise<Ruling[]> =>
  store.rulings
    .find({ contest: id, number: { $lte: first } })
    .sort({ number: 1 })
    .lean<Ruling[]>()
    .exec();

/** The numbers of a ruling as if somebody had read them at the freeze; `null`: it only sets others aside. */
function ruledSnapshot(
  { _id, contest, entry, numbers, proof, by, at }: Ruling,
  freeze: Date,
): Snapshot | null {
  if (!numbers) return null;
  return {
    ...{ _id: `ruling/${_id}`, contest, entry, ...numbers, at: freeze, enteredAt: at },
    ...{ source: 'ruled', proof, by },
  };
}

/** Of each entry the last reading of all, counted or not. */
export const newestEngagement = (work: Work, contest: Contest): Promise<Map<string, Snapshot>> =>
  lastOfEach(work, contest, { source: { $ne: 'bot' } });

/** The entries that were read and written down in the last hour before the freeze. */
export async function readAtLast(work: Work, contest: Contest, freeze: Date): Promise<string[]> {
  const at = { $gt: lastHourBefore(freeze), $lte: freeze };
  return work.store.snapshots.distinct('entry', {
    contest: contest.id,
    at,
    source: { $ne: 'bot' },
    $or: enteredBy(freeze),
  });
}

/** As `standingOf` says it. */
const inTime = (freeze: Date, atLast: readonly string[]) => ({
  $or: [...enteredBy(freeze), { proof: { $exists: true }, entry: { $nin: atLast } }],
});

/** What is older than `enteredAt` was entered as it was read. */
const enteredBy = (freeze: Date) => [{ enteredAt: { $lte: freeze } }, { enteredAt: { $exists: false } }];

/** Sorted by the database, since Facebook is read often and only one reading of each entry is wanted. */
async function lastOfEach(
  work: Work,
  contest: Contest,
  which: Record<string, unknown>,
): Promise<Map<string, Snapshot>> {
  const found = await work.store.snapshots.aggregate<{ newest: Snapshot }>([
    { $match: { contest: contest.id, ...which } },
    { $sort: { entry: 1, at: -1, enteredAt: -1, _id: -1 } },
    { $group: { _id: '$entry', newest: { $first: '$$ROOT' } } },
  ]);
  return new Map(found.map(({ newest }) => [newest.entry, newest]));
}

/**
 * What the ranking is made of, the only way to it: the counted reading of each entry, with the votes that were
 * given here. Those are nobody's to see before the freeze; after it this refuses until they are counted.
 */
export async function engagementToRank(
  work: Work,
  contest: Contest,
  rulings?: readonly Ruling[],
): Promise<RankedSnapshot[]> {
  const freeze = freezeInstant(contest.plan);
  const readings = await countedEngagement(work, contest, rulings);
  if (!inBotOf(contest.plan) || !freeze || freeze >= work.now) return [...readings.values()].map(toRank);
  if (needsCounting(contest, work.now)) throw new Refusal('vote.notCounted');
  const votes = await lastOfEach(work, contest, { at: { $lte: freeze }, source: 'bot' });
  // Who was accepted after the counting had nothing that anybody could vote for.
  const codes = isRead(contest.plan)
    ? [...readings.keys()]
    : [...new Set([...votes.keys(), ...(await admittedCodes(work, contest))])];
  return codes.map((entry) => ({
    ...toRank(readings.get(entry) ?? { entry, at: freeze, likes: 0, shares: 0 }),
    votes: votes.get(entry)?.votes ?? 0,
  }));
}

const toRank = ({ entry, at, likes, shares }: Pick<Snapshot, 'entry' | 'at' | 'likes' | 'shares'>) => ({
  entry,
  at: at.toISOString(),
  likes,
  shares,
});

/** The entries that are to be ranked and have nothing that counts yet, by number. */
export async function withoutEngagement(
  work: Work,
  contest: Contest,
): Promise<{ entries: StoredEntry[]; counted: Map<string, Snapshot>; missing: StoredEntry[] }> {
  const [entries, counted] = await Promise.all([
    admittedEntries(work, contest),
    countedEngagement(work, contest),
  ]);
  return {
    entries,
    counted,
    missing: isRead(contest.plan) ? entries.filter(({ code }) => !counted.has(code)) : [],
  };
}

/** What is marked as done when the votes given here have been counted, as of this freeze. */
/** Have the votes that were given here still to be counted, as of the freeze that has passed? */
export function needsCounting(contest: Contest, now: Date): boolean {
  const freeze = freezeInstant(contest.plan);
  return (
    inBotOf(contest.plan) !== null && freeze !== null && freeze < now && !isDone(contest, countingOf(freeze))
  );
}

export const countingOf = (freeze: Date): string => `votes-counted:${freeze.toISOString()}`;
