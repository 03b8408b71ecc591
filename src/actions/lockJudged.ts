import { hasOpened, isNight } from '../domain/dates.js';
import { Refusal } from '../domain/refusal.js';
import type { Seat } from '../domain/selection.js';
import type { Lock } from '../store/documents.js';
import type { Work } from '../turn.js';
import { allContests, type Contest } from './contest.js';
import { lockInForce } from './lockSheets.js';
import { lockedAt } from './locks.js';
import { isDone, markDone, once } from './once.js';
import { allJudges, judgedRounds, seatsHeld } from './seats.js';
import { tellLock } from './tellLock.js';

/** What arrived in time has been worked by then. */
const SETTLING_MS = 60_000;
const STALE_MS = 24 * 3_600_000;

/** When a judging is over its sheets are locked, if nobody has needed them earlier; that is told once, by day. */
export async function lockJudged(work: Work): Promise<void> {
  for (const contest of await allContests(work)) {
    const rounds = judgedRounds(contest).filter(({ window }) => hasOpened(window, work.now));
    if (rounds.length === 0) continue;
    for (const seat of seatsHeld(await allJudges(work, contest)))
      if (rounds.some(({ round }) => round === seat.round)) await lockSeat(work, contest, seat);
  }
}

async function lockSeat(work: Work, contest: Contest, seat: Seat): Promise<void> {
  const at = await lockedAt(work, contest, seat);
  if (!at || work.now.getTime() - at.getTime() < SETTLING_MS) return;
  const what = `locked:${seat.round ?? 'final'}:${seat.unit}:${at.toISOString()}`;
  if (isDone(contest, what)) return;
  // At night it is made, and told in the morning: nothing is read for it in between.
  const made = `made-${what}`;
  if (isNight(work.now) && isDone(contest, made)) return;
  const lock = await madeBy(work, contest, seat);
  if (!lock) return;
  if (isNight(work.now)) return markDone(work, contest, [made]);
  const isStale = work.now.getTime() - at.getTime() > STALE_MS;
  await once(work, contest, what, async () => {
    if (!isStale) await tellLock(work, contest, lock);
  });
}

/** `null`: something that came in time is still being worked, so the next tick looks again. */
async function madeBy(work: Work, contest: Contest, seat: Seat): Promise<Lock | null> {
  try {
    return await lockInForce(work, contest, seat);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
