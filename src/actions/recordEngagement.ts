import { freezeInstant } from '../domain/decisions.js';
import type { StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { needRight } from './permissions.js';

/** Keeps likes and shares as read now. Numbers read after the freeze are kept, but never counted. */
export async function recordEngagement(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  { likes, shares }: { likes: number; shares: number },
): Promise<{ counts: boolean; freeze: Date | null }> {
  await needRight(turn, contest, 'recordEngagement');
  await turn.store.snapshots.updateOne(
    { _id: `${contest.id}/${turn.id}` },
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
  return { counts: freeze === null || turn.now <= freeze, freeze };
}
