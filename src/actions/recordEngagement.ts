import { hasOpened } from '../domain/dates.js';
import { freezeInstant } from '../domain/decisions.js';
import { Refusal } from '../domain/refusal.js';
import type { Snapshot, StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { needRight } from './permissions.js';

/** Before the vote opens there is nothing to be read. */
export function mayRecordEngagement({ t, now }: Turn, { windows }: Contest): void {
  const { voting } = windows;
  if (voting?.opens && !hasOpened(voting, now))
    throw new Refusal('engagement.notYet', { opens: t.moment(voting.opens) });
}

/**
 * Keeps likes and shares as read now; `index` tells the rows of one message apart. Numbers read after the
 * freeze are kept, but never counted. `before`: what was known of this entry until then.
 */
export async function recordEngagement(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  { likes, shares, index = 0 }: { likes: number; shares: number; index?: number },
): Promise<{ counts: boolean; freeze: Date | null; before: Snapshot | null }> {
  await needRight(turn, contest, 'recordEngagement');
  mayRecordEngagement(turn, contest);
  const own = `${contest.id}/${turn.id}`;
  const _id = index === 0 ? own : `${own}/${index}`;
  // Not what this very turn has written before it was cut off.
  const before = await turn.store.snapshots
    .findOne({ contest: contest.id, entry: entry.code, at: { $lt: turn.now } })
    .sort({ at: -1, _id: -1 })
    .lean<Snapshot>();
  await turn.store.snapshots.updateOne(
    { _id },
    {
      $setOnInsert: {
        contest: contest.id,
        entry: entry.code,
        likes,
        shares,
        at: turn.now,
        by: turn.person,
      },
    },
    { upsert: true },
  );
  const freeze = freezeInstant(contest.plan);
  return { counts: freeze === null || turn.now <= freeze, freeze, before };
}
