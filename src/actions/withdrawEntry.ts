import { Refusal } from '../domain/refusal.js';
import type { StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { needOpenSubmission } from './submitEntry.js';

/** The author takes the entry back; its slot is free again. Nothing is erased. */
export async function withdrawEntry(turn: Turn, contest: Contest, entry: StoredEntry): Promise<void> {
  needOpenSubmission(turn, contest, entry.unit);
  const { modifiedCount } = await turn.store.entries.updateOne(
    { _id: entry._id, person: turn.person, state: 'submitted' },
    { $set: { state: 'withdrawn', slot: null, authorSlot: null, withdrawnAt: turn.now, turn: turn.id } },
  );
  if (modifiedCount === 1) return;
  const now = await turn.store.entries.findById(entry._id).lean<StoredEntry>();
  if (now?.turn !== turn.id) throw new Refusal('common.withdrawnEntry', { code: entry.code });
}
