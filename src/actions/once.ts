import type { DroppedNews } from '../domain/digest.js';
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
  if (isDone(contest, what)) return;
  await tell(`${contest.id}/${what}`);
  markDone(work, contest, [what]);
}

/** All of it is done, or none. */
export function markDone(work: Work, contest: Contest, whats: readonly string[]): void {
  work.afterwards(async () => {
    const marks = Object.fromEntries(whats.map((what) => [`done.${nameOf(what)}`, work.now]));
    await work.store.contests.updateOne({ _id: contest.id }, { $set: marks });
  });
}

export const isDone = ({ done }: Contest, what: string): boolean => nameOf(what) in done;

/** What is too old to be told: it is marked as done, and the next digest says that nobody was told. */
export function drop(
  work: Work,
  contest: Contest,
  { what, dropped }: { what: string; dropped: DroppedNews },
): void {
  // What lay behind when the contest was set up is nobody's news.
  const isMissed = dropped.at > contest.createdAt;
  markDone(work, contest, isMissed ? [what, `${DROPPED}${wordsOf(dropped)}`] : [what]);
}

const DROPPED = 'dropped:';
const wordsOf = ({ window, kind, at, unit }: DroppedNews): string =>
  [window, kind, at.getTime(), ...(unit ? [unit] : [])].join(':');

/** All that was ever dropped, and when that was noticed. */
export const droppedIn = ({ done }: Contest): (DroppedNews & { noticed: Date })[] =>
  Object.entries(done).flatMap(([key, noticed]) => {
    const [, window, kind, at, unit] = key.startsWith(DROPPED) ? key.split(':') : [];
    return window && (kind === 'begun' || kind === 'over')
      ? [{ window, kind, at: new Date(Number(at)), ...(unit && { unit }), noticed }]
      : [];
  });

/** A dot would make a path of it. */
const nameOf = (what: string): string => what.replaceAll('.', '_');
