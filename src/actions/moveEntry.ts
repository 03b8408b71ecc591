import { courseOf, type EntryState, needMove, takesPart } from '../domain/entryStates.js';
import type { PersonId, StateChange, StoredEntry } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';

/**
 * The one way in which an entry's state changes. Answers the entry as it is afterwards, or `null` when it is
 * no longer as it was read here: whoever calls looks again. Once more in the same work it changes nothing.
 *
 * `where`, beside the state, must still hold; `set` and `push` go into the same write. An entry that takes
 * part no longer lets go of its slots.
 */
export async function moveEntry(
  work: Work,
  contest: Contest,
  entry: StoredEntry,
  move: {
    to: EntryState;
    by: PersonId | null;
    reason?: string | null;
    where?: Record<string, unknown>;
    set?: Partial<StoredEntry>;
    push?: Record<string, unknown>;
  },
): Promise<StoredEntry | null> {
  const { to, by, reason = null, where, set, push } = move;
  if (movedIn(work, entry, to)) return entry;
  const { _id, code, state: from } = entry;
  needMove({ code, from, to, course: courseOf(contest.plan), reason });
  const made: StateChange = { from, to, at: work.now, by, reason, turn: work.id };
  return work.store.entries
    .findOneAndUpdate(
      { ...where, _id, state: from },
      {
        $set: { ...set, state: to, ...(!takesPart(to) && { slot: null, authorSlot: null }) },
        $push: { ...push, history: made },
      },
      { returnDocument: 'after' },
    )
    .lean<StoredEntry>()
    .exec();
}

/** The move to this state that this very work has made, before it was cut off. */
export const movedIn = ({ id }: Work, { history }: StoredEntry, to: EntryState): StateChange | undefined =>
  history?.find((move) => move.turn === id && move.to === to);
