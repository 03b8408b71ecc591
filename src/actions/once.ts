import type { Work } from '../turn.js';
import type { Contest } from './contest.js';

/**
 * What happens once in a contest. The letters are stored before the mark, and each under a key of its own:
 * a crash in between lets the next tick write the same letters again, which adds nothing.
 */
export async function once(
  work: Work,
  contest: Contest,
  what: string,
  tell: (key: string) => Promise<void>,
): Promise<void> {
  const name = nameOf(what);
  if (isDone(contest, what)) return;
  await tell(`${contest.id}/${what}`);
  work.afterwards(async () => {
    await work.store.contests.updateOne({ _id: contest.id }, { $set: { [`done.${name}`]: work.now } });
  });
}

export const isDone = ({ done }: Contest, what: string): boolean => nameOf(what) in done;

/** A dot would make a path of it. */
const nameOf = (what: string): string => what.replaceAll('.', '_');
