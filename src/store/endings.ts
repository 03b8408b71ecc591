import type { Letter } from './documents.js';
import { isDuplicate } from './store.js';
import type { Together, Write } from './together.js';

/**
 * The end of a turn. `fence` finds the chat only while this process holds it, and holds it for another
 * while; `null`: it took hold of it a moment ago, so only `chat` says whether it still does. `chat` is what it remembers.
 */
export type Ending = { fence: Change | null; letters: Letter[]; chat: Change; update: string };
export type Change = { filter: object; update: object };

/**
 * Of every turn first, where that isn't fresh, that the chat is still held, then its letters, then what its chat
 * remembers, last that it is done. A turn that lost its chat goes no further (`false`), nor does one whose letter can't be stored,
 * and the others go on without it.
 */
export async function endAll(
  { inOrder }: Together,
  batch: Ending[],
): Promise<PromiseSettledResult<boolean>[]> {
  const results = batch.map((): PromiseSettledResult<boolean> => fulfilled(true));
  // Whoever doesn't find his chat would make a second one of that id, and is stopped there.
  const toChat = (change: Change): Write => ({ collection: 'chats', ...change, upsert: true });
  let left = [
    ...batch.flatMap(({ fence }, of) => (fence ? { of, write: toChat(fence) } : [])),
    ...batch.flatMap(({ letters }, of) =>
      letters.map((letter) => ({ of, write: { collection: 'letters', insert: letter } as Write })),
    ),
    ...batch.map(({ chat }, of) => ({ of, write: toChat(chat) })),
    ...batch.map(({ update }, of) => ({
      of,
      write: { collection: 'updates', filter: { _id: update }, update: { $set: { state: 'done' } } },
    })),
  ];
  while (left.length > 0) {
    const stopped = await inOrder(left.map(({ write }) => write));
    if (!stopped) break;
    const failed = left[stopped.index];
    left = left.slice(stopped.index + 1);
    const isThere = isDuplicate(stopped.reason);
    // This turn was cut off behind that letter the last time.
    if (isThere && failed?.write.collection === 'letters') continue;
    left = left.filter(({ of }) => of !== failed?.of);
    if (failed)
      results[failed.of] = isThere ? fulfilled(false) : { status: 'rejected', reason: stopped.reason };
  }
  return results;
}

const fulfilled = <Value>(value: Value) => ({ status: 'fulfilled' as const, value });
