import { Decimal } from '../domain/decimals.js';
import type { LockedSheet } from '../domain/locks.js';
import { isKnown } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import type { Seat } from '../domain/selection.js';
import type { PersonId, Sheet, StoredEntry } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn, Work } from '../turn.js';
import { givenTo } from './assignments.js';
import type { Contest } from './contest.js';
import { isAside, needInTime } from './lockSheets.js';
import { needOpenSeat } from './locks.js';
import { type Conflict, conflictsAmong, conflictsOf } from './relations.js';
import { entriesAt, inRound, needSeats, seatFor } from './seats.js';
import { isOnStage } from './stageClosings.js';

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

type Judged = Pick<StoredEntry, 'code' | 'state' | 'unit' | 'person'>;

/**
 * Refuses who doesn't judge this entry or is tied to it, what comes before its judging opens or after the
 * lock, what is assigned to others, and a sheet that was set aside.
 */
export async function mayScore(turn: Turn, contest: Contest, entry: Judged): Promise<Seat> {
  const seat = seatFor(contest, await needSeats(turn, contest), entry);
  const { code } = entry;
  const sheet = await sheetOf(turn, contest, seat, code);
  // This very turn, cut off after it had written it: whether that was in time, the lock says.
  if (sheet?.turn === turn.id) return seat;
  await needUntied(turn, contest, entry);
  await needOpenSeat(turn, contest, seat);
  if (sheet && isAside(sheet)) throw new Refusal('score.setAside', { code });
  // Who was quicker than the next assignment keeps what he has scored.
  if (!sheet && !(await givenTo(turn, contest, seat, turn.person))(code))
    throw new Refusal('score.notAssigned', { code });
  return seat;
}

/** Refuses who is tied to this entry, and says by what. */
export async function needUntied(turn: Turn, contest: Contest, entry: Judged): Promise<void> {
  const { code } = entry;
  switch ((await conflictsOf(turn, contest))(entry)) {
    case 'author':
      throw new Refusal('score.ownEntry', { code });
    case 'unit':
      throw new Refusal('score.ownUnit', { code });
    case 'relation':
      throw new Refusal('score.related', { code });
  }
}

/** Refuses points above the present rubric's: it may have been settled anew since they were typed. */
export function needWithinRubric({ t }: Turn, contest: Contest, points: Record<string, string>): void {
  for (const { id, label, max } of rubricOf(contest)) {
    const given = points[id];
    if (given !== undefined && new Decimal(given).greaterThan(max))
      throw new Refusal('score.tooHigh', { typed: t.number(given), max: t.number(max), label });
  }
}

export type GivenPoints = { points: Record<string, string>; remark: string };

/** What is written down of the points that somebody gives. */
export const scoredAs = (contest: Contest, { points, remark }: GivenPoints) => ({
  points,
  sum: total(rubricOf(contest).map((criterion) => points[criterion.id] ?? '0')),
  remark,
});

/**
 * Keeps a judge's sheet for an entry, unless it comes in part by part (`recordPart`). Until the lock a new one takes
 * the place of the old: of one that he gave himself, of one that was typed for him from paper, and of his word that
 * he doesn't score it.
 */
export async function recordScore(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  given: GivenPoints,
): Promise<Sheet> {
  const seat = await mayScore(turn, contest, entry);
  if (isOnStage(contest, seat)) throw new Refusal('stage.partAlone', { code: entry.code });
  needWithinRubric(turn, contest, given.points);
  await writeOwn(turn, sheetKey(turn, contest, seat, entry), {
    $set: { ...scoredAs(contest, given), at: turn.now, turn: turn.id },
    $unset: { abstained: 1, enteredBy: 1 },
    $setOnInsert: { _id: sheetId(turn, contest, seat, entry) },
    $inc: { version: 1 },
  });
  return sheetInTime(turn, contest, seat, { person: turn.person, entry });
}

type Said = {
  $set: Partial<Sheet>;
  $unset: Partial<Record<keyof Sheet, 1>>;
  $setOnInsert: Partial<Sheet>;
  $inc: { version: number };
};

/** Keeps a judge's own word, unless this turn has done so or he has said something newer in another chat. */
export async function writeOwn(
  { store, id, now }: Turn,
  key: ReturnType<typeof sheetKey>,
  said: Said,
): Promise<void> {
  // What is typed for him from paper is never newer than his own word.
  const older = { ...key, turn: { $ne: id }, $or: [{ at: { $lte: now } }, { enteredBy: { $exists: true } }] };
  try {
    await store.sheets.updateOne(older, said, { upsert: true });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    // There is one already: this turn's own, a newer one, or one that came at the same moment.
    await store.sheets.updateOne(older, said);
  }
}

/** A judge's sheet for an entry; whose, where it is not his who speaks. */
type Whose = { person: PersonId };

export const sheetKey = (
  { person }: Whose,
  contest: Contest,
  seat: Seat,
  { code }: Pick<StoredEntry, 'code'>,
) => ({ contest: contest.id, judge: person, entry: code, ...inRound(seat) });

export const sheetId = (
  { person }: Whose,
  contest: Contest,
  { round }: Seat,
  { code }: Pick<StoredEntry, 'code'>,
): string => [contest.id, round, person, code].filter((part) => part !== null).join('/');

/** A sheet that was just written; undone and refused where its judging was locked at the same moment, without it. */
export async function sheetInTime(
  turn: Turn,
  contest: Contest,
  seat: Seat,
  { person, entry }: Whose & { entry: StoredEntry },
): Promise<Sheet> {
  const sheet = await turn.store.sheets.findOne(sheetKey({ person }, contest, seat, entry)).lean<Sheet>();
  if (!sheet) throw new Error(`the sheet for ${entry._id} is gone`);
  await needInTime(turn, contest, seat, sheet, (locked) => takeBack(turn, sheet, locked));
  return sheet;
}

/** As if this turn had written nothing: the sheet is as it was locked, or none. */
export function takeBack(
  { store, id }: Turn,
  { _id }: Sheet,
  locked: LockedSheet | undefined,
): Promise<unknown> {
  const written = { _id, turn: id };
  if (!locked) return store.sheets.deleteOne(written);
  const { points, sum, at, abstained, remark, enteredBy } = locked;
  const perhaps = Object.entries({ abstained, remark, enteredBy });
  const had = perhaps.filter(([, value]) => value !== null);
  const lacked = perhaps.filter(([, value]) => value === null).map(([field]) => [field, 1]);
  return store.sheets.updateOne(written, {
    $set: { points, sum, at: new Date(at), turn: `undone/${id}`, ...Object.fromEntries(had) },
    $unset: Object.fromEntries(lacked),
    $inc: { version: -1 },
  });
}

export const sheetOf = (turn: Turn, contest: Contest, seat: Seat, code: string): Promise<Sheet | null> =>
  turn.store.sheets
    .findOne(sheetKey(turn, contest, seat, { code }))
    .lean<Sheet>()
    .exec();

export type JudgeProgress = {
  /** Those that are his to score. */
  entries: StoredEntry[];
  /** What he has said of them: points, or that he doesn't score it. */
  scored: Map<string, Sheet>;
  next: StoredEntry | null;
  /** Those he may not score, and why. */
  excluded: { entry: StoredEntry; conflict: Conflict }[];
};

/** What this judge has scored and what is next; `after`: looks from that entry on, then from the start. */
export async function judgeProgress(
  work: Work,
  contest: Contest,
  { judge, seat, after }: { judge: string; seat: Seat; after?: string | undefined },
): Promise<JudgeProgress> {
  const [there, sheets, conflictsWith, isGiven] = await Promise.all([
    entriesAt(work, contest, seat),
    work.store.sheets.find({ contest: contest.id, judge, ...inRound(seat) }).lean<Sheet[]>(),
    conflictsAmong(work, contest, [judge]),
    givenTo(work, contest, seat, judge),
  ]);
  const conflictWith = conflictsWith(judge);
  const answered = new Set(sheets.map(({ entry }) => entry));
  const entries = there.filter(
    (entry) => conflictWith(entry) === null && (isGiven(entry.code) || answered.has(entry.code)),
  );
  const excluded = there.flatMap((entry) => {
    const conflict = conflictWith(entry);
    return conflict ? [{ entry, conflict }] : [];
  });
  const own = new Set(entries.map(({ code }) => code));
  const scored = new Map(sheets.filter(({ entry }) => own.has(entry)).map((sheet) => [sheet.entry, sheet]));
  const from = entries.findIndex(({ code }) => code === after) + 1;
  const inTurn = [...entries.slice(from), ...entries.slice(0, from)];
  return { entries, scored, next: inTurn.find(({ code }) => !scored.has(code)) ?? null, excluded };
}
