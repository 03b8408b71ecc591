import { hasOpened } from '../domain/dates.js';
import { freezeInstant } from '../domain/decisions.js';
import { Refusal } from '../domain/refusal.js';
import type { Snapshot, StoredEntry } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { admittedEntries } from './entries.js';

/** Without a vote, or before it opens, there is nothing to be read. */
export function needVoting({ t, now }: Turn, { plan, windows: { voting } }: Contest): void {
  if (plan.scoring.audience.mode === 'none') throw new Refusal('engagement.noVote');
  if (voting?.opens && !hasOpened(voting, now))
    throw new Refusal('engagement.notYet', { opens: t.moment(voting.opens) });
}

/**
 * Of each entry the reading that counts: the last at or before the freeze, of those that were entered in time
 * or have a proof. The only way to what is ranked.
 */
export async function countedEngagement(work: Work, contest: Contest): Promise<Map<string, Snapshot>> {
  const freeze = freezeInstant(contest.plan);
  return lastOfEach(work, contest, freeze === null ? {} : { at: { $lte: freeze }, ...inTime(freeze) });
}

/** Of each entry the last reading of all, counted or not. */
export const newestEngagement = (work: Work, contest: Contest): Promise<Map<string, Snapshot>> =>
  lastOfEach(work, contest, {});

/** As `doesCount` says it; what is older than `enteredAt` was entered as it was read. */
const inTime = (freeze: Date) => ({
  $or: [{ enteredAt: { $lte: freeze } }, { enteredAt: { $exists: false } }, { proof: { $exists: true } }],
});

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

/** The entries that are to be ranked and have nothing that counts yet, by number. */
export async function withoutEngagement(
  work: Work,
  contest: Contest,
): Promise<{ entries: StoredEntry[]; counted: Map<string, Snapshot>; missing: StoredEntry[] }> {
  const [entries, counted] = await Promise.all([
    admittedEntries(work, contest),
    countedEngagement(work, contest),
  ]);
  return { entries, counted, missing: entries.filter(({ code }) => !counted.has(code)) };
}
