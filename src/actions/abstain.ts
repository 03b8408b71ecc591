import { type Abstention, isRecusal } from '../domain/scoring.js';
import type { Seat } from '../domain/selection.js';
import type { Sheet, StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { mayScore, sheetId, sheetInTime, sheetKey, sheetOf, takeBack, writeOwn } from './recordScore.js';
import { declaredIn, declareRelation } from './relations.js';
import { needSeats, seatFor } from './seats.js';
import { isOnStage, needBeforeClosing, needNothingClosed } from './stageClosings.js';

/** Refuses early what `abstain` would refuse; on a stage also what was closed in part. */
export async function mayAbstain(turn: Turn, contest: Contest, entry: StoredEntry): Promise<Seat> {
  const seat = await mayScore(turn, contest, entry);
  if (isOnStage(contest, seat) && (await sheetOf(turn, contest, seat, entry.code))?.turn !== turn.id)
    await needNothingClosed(turn, contest, entry.code);
  return seat;
}

/**
 * A judge says that he doesn't score this entry. That leaves the average, and is done as far as he is
 * concerned; scoring it later takes its place. Who says that he is tied to it can't: it is a declared
 * relation, and points that he has given before are kept without counting.
 */
export async function abstain(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  { reason, words }: Abstention,
): Promise<Sheet> {
  const { store, t, now } = turn;
  const ties = isRecusal(reason);
  // This very turn, cut off after it had declared what now keeps him from the entry.
  const again = ties && (await store.relations.exists({ _id: declaredIn(turn, contest) }));
  const seat = again
    ? seatFor(contest, await needSeats(turn, contest), entry)
    : await mayAbstain(turn, contest, entry);
  const noPoints = { points: {}, sum: '0' };
  const said = { abstained: { reason, words }, at: now, turn: turn.id };
  await writeOwn(turn, sheetKey(turn, contest, seat, entry), {
    $set: ties ? said : { ...said, ...noPoints },
    $unset: { enteredBy: 1, ...(!ties && { remark: 1 }) },
    $setOnInsert: { _id: sheetId(turn, contest, seat, entry), ...(ties && noPoints) },
    $inc: { version: 1 },
  });
  if (ties)
    await declareRelation(turn, contest, {
      to: reason === 'unit' ? { unit: entry.unit } : { entry: entry.code },
      words: words ?? t.plain(`abstain.${reason}`),
    });
  const sheet = await sheetInTime(turn, contest, seat, { person: turn.person, entry });
  if (isOnStage(contest, seat))
    await needBeforeClosing(turn, contest, sheet, (closed) => takeBack(turn, sheet, closed));
  return sheet;
}
