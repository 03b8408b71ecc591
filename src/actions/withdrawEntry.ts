import type { StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { needPartaking } from './entries.js';
import { movedIn, moveEntry } from './moveEntry.js';
import { needOpenSubmission } from './submitEntry.js';
import { endNomination } from './takeBackNomination.js';

type Reason = 'by_author' | 'by_coordinator';

/** Nobody is asked why he takes an entry back; that it was not its author who did is kept. */
const reasonOf = ({ person }: Turn, entry: StoredEntry): Reason =>
  person === entry.person ? 'by_author' : 'by_coordinator';

/** The author takes the entry back, or a coordinator for him; its slot is free again. Nothing is erased. */
export async function withdrawEntry(turn: Turn, contest: Contest, entry: StoredEntry): Promise<void> {
  needOpenSubmission(turn, contest, entry.unit);
  for (let now: StoredEntry | null = entry; now; now = await again(turn, entry)) {
    if (!movedIn(turn, now, 'withdrawn')) needPartaking(now);
    const by = turn.person;
    const reason = reasonOf(turn, now);
    const moved = await moveEntry(turn, contest, now, { to: 'withdrawn', by, reason });
    if (moved) return endNomination(turn, contest, moved, inWords(turn, reason));
  }
}

const inWords = ({ t }: Turn, reason: Reason): string =>
  t.plain(reason === 'by_author' ? 'nominate.byAuthor' : 'nominate.byCoordinator');

const again = ({ store }: Turn, { _id }: StoredEntry): Promise<StoredEntry | null> =>
  store.entries.findById(_id).lean<StoredEntry>().exec();
