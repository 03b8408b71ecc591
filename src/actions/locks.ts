import { hasClosed, hasOpened, isOpen, type Window } from '../domain/dates.js';
import { Refusal } from '../domain/refusal.js';
import type { Seat } from '../domain/selection.js';
import type { Lock } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { hasDays, windowOfSeat } from './seats.js';

/** Until when a seat's judges may score: its window, a lock before that, or a time for which it was reopened. */

/** All but the sheets, which are many. */
export type LockMark = Omit<Lock, 'sheets'>;

export const lockId = ({ id }: Contest, { round, unit }: Seat, number: number): string =>
  `${id}/${round ?? 'final'}/${unit}/${number}`;

/** The lock with the highest number, whether it was reopened or not. */
export const latestLock = (work: Work, contest: Contest, { round, unit }: Seat): Promise<LockMark | null> =>
  work.store.locks
    .findOne({ contest: contest.id, round, unit }, { sheets: 0 })
    .sort({ number: -1 })
    .lean<LockMark>()
    .exec();

function windowNow(contest: Contest, seat: Seat, lock: LockMark | null): Window {
  const window = windowOfSeat(contest, seat);
  return lock?.reopened ? { opens: lock.reopened.at, closes: lock.reopened.until } : window;
}

/** When the judges there may score: the plan's days, or what it was reopened for. */
export const judgingWindow = async (work: Work, contest: Contest, seat: Seat): Promise<Window> =>
  windowNow(contest, seat, await latestLock(work, contest, seat));

/** The moment at which the judging there was over, `null` while it isn't. */
export async function lockedAt(work: Work, contest: Contest, seat: Seat): Promise<Date | null> {
  const lock = await latestLock(work, contest, seat);
  if (lock && !lock.reopened) return lock.at;
  const window = windowNow(contest, seat, lock);
  return hasClosed(window, work.now) ? window.closes : null;
}

/** Has the judging there begun? Not where nobody has said yet when it does. */
export async function hasBegun(work: Work, contest: Contest, seat: Seat): Promise<boolean> {
  if (!hasDays(contest, seat)) return false;
  const window = await judgingWindow(work, contest, seat);
  return !window.opens || hasOpened(window, work.now);
}

/** Refuses before the judging there opens, and after it is over. */
export async function needOpenSeat(turn: Turn, contest: Contest, seat: Seat): Promise<void> {
  const { t, now } = turn;
  const lock = await latestLock(turn, contest, seat);
  const window = windowNow(contest, seat, lock);
  if (window.opens && !hasOpened(window, now))
    throw new Refusal('score.notYet', { opens: t.moment(window.opens), closes: t.moment(window.closes) });
  const locked = await lockedAt(turn, contest, seat);
  if (locked) throw new Refusal('score.locked', { closes: t.moment(locked) });
  // What was reopened may be scored after a publication too: a correction follows.
  if (!lock?.reopened && (await turn.store.results.exists({ contest: contest.id })))
    throw new Refusal('score.published');
}

/** Of several seats the one in which something can be done now, else the next that opens, else the last. */
export async function seatNow(turn: Turn, contest: Contest, seats: readonly Seat[]): Promise<Seat> {
  const { now } = turn;
  const [only, ...others] = seats;
  if (only && others.length === 0) return only;
  const all = await Promise.all(
    seats.map(async (seat) => ({ seat, window: await judgingWindow(turn, contest, seat) })),
  );
  const inOrder = all.sort((one, other) => one.window.closes.getTime() - other.window.closes.getTime());
  for (const { seat, window } of inOrder)
    if (isOpen(window, now) && !(await lockedAt(turn, contest, seat))) return seat;
  const next = inOrder.find(({ window }) => !hasOpened(window, now)) ?? inOrder.at(-1);
  if (!next) throw new Error('a judge without a seat');
  return next.seat;
}
