import { Refusal } from '../domain/refusal.js';
import { type Abstention, isRecusal } from '../domain/scoring.js';
import type { Seat } from '../domain/selection.js';
import type { StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { hasBegun, lockedAt, needOpenSeat } from './locks.js';
import {
  mayScore,
  needUntied,
  sheetId,
  sheetInTime,
  sheetKey,
  sheetOf,
  takeBack,
  writeOwn,
} from './recordScore.js';
import { unitName } from './registrations.js';
import { declaredIn, declareRelation } from './relations.js';
import { ownName } from './roles.js';
import { entriesAt, hasDays, needSeats, seatFor } from './seats.js';
import { isOnStage, needBeforeClosing, needNothingClosed } from './stageClosings.js';
import { tellHeadAt } from './tellHead.js';

/** `isEarly`: the judging hasn't begun, so he can only say that he is tied to the entry, or to its unit. */
export type MayAbstain = { seat: Seat; isEarly: boolean };

/** Refuses early what `abstain` would refuse; on a stage also what was closed in part. */
export async function mayAbstain(turn: Turn, contest: Contest, entry: StoredEntry): Promise<MayAbstain> {
  const own = seatFor(contest, await needSeats(turn, contest), entry);
  if (!(await hasBegun(turn, contest, own))) {
    await needUntied(turn, contest, entry);
    return { seat: own, isEarly: true };
  }
  const seat = await mayScore(turn, contest, entry);
  if (isOnStage(contest, seat) && (await sheetOf(turn, contest, seat, entry.code))?.turn !== turn.id)
    await needNothingClosed(turn, contest, entry.code);
  return { seat, isEarly: false };
}

/**
 * A judge says that he doesn't score this entry. That leaves the average, and is done as far as he is
 * concerned; scoring it later takes its place. Who says that he is tied to it can't: it is a declared
 * relation, and points that he has given before are kept without counting. Before the judging has begun the
 * relation is all there is.
 */
export async function abstain(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  { reason, words }: Abstention,
): Promise<void> {
  const { t, now } = turn;
  const ties = isRecusal(reason);
  // This very turn, cut off after it had declared what now keeps him from the entry.
  const again = ties && (await hasDeclared(turn, contest));
  const own = again && seatFor(contest, await needSeats(turn, contest), entry);
  const { seat, isEarly } = own
    ? { seat: own, isEarly: !(await hasBegun(turn, contest, own)) }
    : await mayAbstain(turn, contest, entry);
  if (isEarly && !ties) await needOpenSeat(turn, contest, seat);
  if (!isEarly) {
    const noPoints = { points: {}, sum: '0' };
    const said = { abstained: { reason, words }, at: now, turn: turn.id };
    await writeOwn(turn, sheetKey(turn, contest, seat, entry), {
      $set: ties ? said : { ...said, ...noPoints },
      $unset: { enteredBy: 1, ...(!ties && { remark: 1 }) },
      $setOnInsert: { _id: sheetId(turn, contest, seat, entry), ...(ties && noPoints) },
      $inc: { version: 1 },
    });
  }
  if (ties)
    await declareRelation(turn, contest, {
      to: reason === 'unit' ? { unit: entry.unit } : { entry: entry.code },
      words: words ?? t.plain(`abstain.${reason}`),
    });
  if (!isEarly) {
    const sheet = await sheetInTime(turn, contest, seat, { person: turn.person, entry });
    if (isOnStage(contest, seat))
      await needBeforeClosing(turn, contest, sheet, (closed) => takeBack(turn, sheet, closed));
  }
  if (!ties) return;
  const about = { name: await ownName(turn, contest), code: entry.code };
  const told = reason === 'unit' ? 'judges.toHeadRecusedUnit' : 'judges.toHeadRecused';
  await tellHeadAt(turn, contest, seat, t(told, about));
}

const hasDeclared = async (turn: Turn, contest: Contest): Promise<boolean> =>
  (await turn.store.relations.exists({ _id: declaredIn(turn, contest) })) !== null;

/** Where a judge may still say that he is tied to a whole unit; refuses once all he judges is locked. */
export async function mayRecuse(turn: Turn, contest: Contest): Promise<Seat[]> {
  const seats = await needSeats(turn, contest);
  let closes: Date | null = null;
  const open: Seat[] = [];
  for (const seat of seats) {
    const locked = hasDays(contest, seat) ? await lockedAt(turn, contest, seat) : null;
    if (locked) closes = locked;
    else open.push(seat);
  }
  if (open.length === 0 && closes) throw new Refusal('score.locked', { closes: turn.t.moment(closes) });
  return open;
}

/** A judge is tied to all entries of a unit, also to those that aren't there yet. */
export async function recuseFromUnit(turn: Turn, contest: Contest, unit: string): Promise<void> {
  const { t } = turn;
  const seats = await mayRecuse(turn, contest);
  if (!(await hasDeclared(turn, contest)))
    for (const seat of seats.filter((each) => isOnStage(contest, each)))
      for (const { code, unit: own } of await entriesAt(turn, contest, seat))
        if (contest.units.isUnder(own, unit)) await needNothingClosed(turn, contest, code);
  await declareRelation(turn, contest, { to: { unit }, words: t.plain('abstain.unit') });
  const about = { name: await ownName(turn, contest), unit: unitName(contest, unit) };
  const told = new Set([turn.person]);
  for (const seat of seats) await tellHeadAt(turn, contest, seat, t('judges.toHeadRecusedOf', about), told);
}
