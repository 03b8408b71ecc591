import { Decimal } from '../domain/decimals.js';
import { isKnown } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import type { Seat } from '../domain/selection.js';
import type { Sheet, StoredEntry } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { entriesAt, needOpenSeat, needSeats, seatFor } from './seats.js';

export type Criterion = { id: string; label: string; max: string; step: string };

/** The rubric, once everything about it is settled. */
export function rubricOf(contest: Contest): Criterion[] {
  const { criteria } = contest.plan.scoring;
  if (!isKnown(criteria)) throw new Refusal('score.noRubric');
  return criteria.map(({ id, label, max, step }) => {
    if (!isKnown(max) || !isKnown(step)) throw new Refusal('score.noRubric');
    return { id, label, max, step };
  });
}

export const scaleOf = (rubric: Criterion[]): string => total(rubric.map(({ max }) => max));

export const total = (points: string[]): string =>
  points.reduce((sum, each) => sum.plus(each), new Decimal(0)).toFixed();

/** Points such as a judge could give, to show how they are typed. */
export const examplePoints = (rubric: Criterion[]): string =>
  rubric.map(({ max }) => new Decimal(max).times('0.8').floor().toFixed()).join(' ');

/** Refuses who doesn't judge this entry, and what comes before its judging opens or after the lock. */
export async function mayScore(
  turn: Turn,
  contest: Contest,
  entry: Pick<StoredEntry, 'code' | 'state' | 'unit'>,
): Promise<Seat> {
  const seat = seatFor(contest, await needSeats(turn, contest), entry);
  await needOpenSeat(turn, contest, seat);
  return seat;
}

/** Keeps a judge's sheet for an entry; until the lock a new one takes the place of the old. */
export async function recordScore(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  points: Record<string, string>,
): Promise<Sheet> {
  const seat = await mayScore(turn, contest, entry);
  const key = { contest: contest.id, judge: turn.person, entry: entry.code };
  const sum = total(rubricOf(contest).map((criterion) => points[criterion.id] ?? '0'));
  const { round } = seat;
  const _id = [contest.id, round, turn.person, entry.code].filter((part) => part !== null).join('/');
  try {
    await turn.store.sheets.updateOne(
      { ...key, ...inRound(seat), turn: { $ne: turn.id } },
      { $set: { points, sum, at: turn.now, turn: turn.id }, $setOnInsert: { _id }, $inc: { version: 1 } },
      { upsert: true },
    );
  } catch (error) {
    // The same turn has written it already.
    if (!isDuplicate(error)) throw error;
  }
  const sheet = await sheetOf(turn, contest, seat, entry.code);
  if (!sheet) throw new Error(`the sheet for ${entry._id} is gone`);
  return sheet;
}

/** The sheets of the final name no round. */
export const inRound = ({ round }: Pick<Seat, 'round'>): { round: string | { $exists: false } } => ({
  round: round ?? { $exists: false },
});

export const sheetOf = (turn: Turn, contest: Contest, seat: Seat, code: string): Promise<Sheet | null> =>
  turn.store.sheets
    .findOne({ contest: contest.id, judge: turn.person, entry: code, ...inRound(seat) })
    .lean<Sheet>()
    .exec();

export type JudgeProgress = { entries: StoredEntry[]; scored: Map<string, Sheet>; next: StoredEntry | null };

/** What this judge has scored and what is next; `after`: looks from that entry on, then from the start. */
export async function judgeProgress(
  work: Work,
  contest: Contest,
  { judge, seat, after }: { judge: string; seat: Seat; after?: string | undefined },
): Promise<JudgeProgress> {
  const entries = await entriesAt(work, contest, seat);
  const sheets = await work.store.sheets
    .find({ contest: contest.id, judge, ...inRound(seat) })
    .lean<Sheet[]>();
  const live = new Set(entries.map(({ code }) => code));
  const scored = new Map(sheets.filter(({ entry }) => live.has(entry)).map((sheet) => [sheet.entry, sheet]));
  const from = entries.findIndex(({ code }) => code === after) + 1;
  const inTurn = [...entries.slice(from), ...entries.slice(0, from)];
  return { entries, scored, next: inTurn.find(({ code }) => !scored.has(code)) ?? null };
}
