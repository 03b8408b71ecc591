import { isEnded } from '../domain/entryStates.js';
import type { StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { entryName, needPartaking } from './entries.js';
import { movedIn, moveEntry } from './moveEntry.js';
import { needRight } from './permissions.js';
import { endNomination } from './takeBackNomination.js';
import { tellAuthor } from './tellAuthor.js';

/** Organizers take an entry out, at any moment, also one that was rejected; its author hears why. */
export async function disqualifyEntry(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  reason: string,
): Promise<void> {
  await needRight(turn, contest, 'disqualify');
  const { _id } = entry;
  for (let now: StoredEntry | null = entry; now; now = await again(turn, _id)) {
    if (!movedIn(turn, now, 'disqualified') && isEnded(now.state)) needPartaking(now);
    const moved = await moveEntry(turn, contest, now, { to: 'disqualified', by: turn.person, reason });
    if (!moved) continue;
    await endNomination(turn, contest, moved, reason);
    const about = { contest: contest.plan.shortName, entry: entryName(moved), reason };
    return tellAuthor(turn, contest, moved, turn.t('disqualify.told', about), `disqualified/${_id}`);
  }
}

const again = ({ store }: Turn, id: string): Promise<StoredEntry | null> =>
  store.entries.findById(id).lean<StoredEntry>().exec();
