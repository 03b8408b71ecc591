import type { Seat } from '../domain/selection.js';
import { type StagePart, stateOf } from '../domain/stage.js';
import type { PartGiven, PersonId, Sheet, StoredEntry } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import {
  type GivenPoints,
  mayScore,
  needWithinRubric,
  scoredAs,
  sheetId,
  sheetInTime,
  sheetKey,
} from './recordScore.js';
import { hallOf, tellComplete } from './stage.js';
import { closedNow, closingOf, needOpenPart, needPart } from './stageClosings.js';

/** Points for what is on stage: a sheet takes up those of one part after the other, each while that is open. */

type Whose = { person: PersonId; entry: StoredEntry; enteredBy?: PersonId };

/** A judge's own points for the part that is open. Until it is closed new ones take the place of the old. */
export async function recordPart(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  given: GivenPoints,
): Promise<Sheet> {
  const seat = await mayScore(turn, contest, entry);
  return keepPart(turn, contest, seat, { person: turn.person, entry }, given);
}

/** The same, whoever typed them; `enteredBy`: from a judge's paper. */
export async function keepPart(
  turn: Turn,
  contest: Contest,
  seat: Seat,
  whose: Whose,
  given: GivenPoints,
): Promise<Sheet> {
  const { person, entry } = whose;
  const { code } = entry;
  const { store, id } = turn;
  const part = needPart(contest, code, given.points);
  const before = await store.sheets.findOne(sheetKey({ person }, contest, seat, entry), { turn: 1 }).lean();
  if (before?.turn !== id) {
    // Another turn may have been cut off before it had put back what came too late.
    await keepAsClosed(turn, contest, seat, whose, part);
    await needOpenPart(turn, contest, code, part);
    await writePart(turn, contest, seat, { ...whose, part }, given);
  }
  const sheet = await sheetInTime(turn, contest, seat, { person, entry });
  if (await keepAsClosed(turn, contest, seat, whose, part)) {
    await needOpenPart(turn, contest, code, part);
    throw await closedNow(turn, contest, code, part.title);
  }
  await tellComplete(turn, contest, { entry: code, part: part.id });
  return sheet;
}

/** Who has answered this part of a sheet, and when; whoever doesn't score the entry has answered all of them. */
export function givenOf(sheet: Sheet, { id, criteria }: StagePart): PartGiven | null {
  if (sheet.abstained) return { at: sheet.at };
  if (!criteria.some((criterion) => criterion in sheet.points)) return null;
  return sheet.parts?.[id] ?? sheet;
}

/**
 * Lays the points of a part beside those that are there: on condition that nobody has written since they were
 * read, and unless this turn has done so or the judge has said something newer of that part.
 */
async function writePart(
  turn: Turn,
  contest: Contest,
  seat: Seat,
  { person, entry, enteredBy, part }: Whose & { part: StagePart },
  { points: given, remark }: GivenPoints,
): Promise<void> {
  const { sheets } = turn.store;
  const { id, now } = turn;
  needWithinRubric(turn, contest, given);
  const key = sheetKey({ person }, contest, seat, entry);
  for (;;) {
    const before = await sheets.findOne(key).lean<Sheet>();
    if (before?.turn === id) return;
    // What is typed for him from paper is never newer than his own word.
    const own = before && givenOf(before, part);
    if (own && own.enteredBy === undefined && (enteredBy || own.at > now)) return;
    const points = { ...before?.points, ...given };
    const parts = { ...before?.parts, [part.id]: { at: now, ...(enteredBy && { enteredBy }) } };
    const onPaper = enteredBy ?? Object.values(parts).find((each) => each.enteredBy)?.enteredBy;
    const said = {
      ...scoredAs(contest, { points, remark }),
      ...{ parts, at: now, turn: id },
      ...(onPaper && { enteredBy: onPaper }),
    };
    if (before) {
      const { modifiedCount } = await sheets.updateOne(
        { _id: before._id, version: before.version },
        { $set: said, $unset: { abstained: 1, ...(!onPaper && { enteredBy: 1 }) }, $inc: { version: 1 } },
      );
      if (modifiedCount > 0) return;
      continue;
    }
    const _id = sheetId({ person }, contest, seat, entry);
    try {
      await sheets.create({
        _id,
        contest: contest.id,
        judge: person,
        entry: entry.code,
        ...said,
        version: 1,
      });
      return;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
}

/**
 * Where the part is closed its points are those with which it was, and where it was opened by mistake there are
 * none: puts them back if they aren't, and answers whether it had to. What was written of other parts since stays.
 */
export async function keepAsClosed(
  turn: Turn,
  contest: Contest,
  seat: Seat,
  { person, entry }: Pick<Whose, 'person'> & { entry: Pick<StoredEntry, 'code'> },
  part: StagePart,
): Promise<boolean> {
  const { sheets } = turn.store;
  const performance = { entry: entry.code, part: part.id };
  const closing = await closingOf(turn, contest, performance);
  if (!closing && stateOf((await hallOf(turn, contest)).events, performance) !== 'waiting') return false;
  let isChanged = false;
  for (;;) {
    const sheet = await sheets.findOne(sheetKey({ person }, contest, seat, entry)).lean<Sheet>();
    if (!sheet) return isChanged;
    const closed = closing?.sheets.find(({ _id }) => _id === sheet._id);
    const points = { ...sheet.points };
    for (const criterion of part.criteria) delete points[criterion];
    for (const criterion of part.criteria)
      if (closed?.points[criterion] !== undefined) points[criterion] = closed.points[criterion];
    const isSame = part.criteria.every((criterion) => points[criterion] === sheet.points[criterion]);
    if (isSame) return isChanged;
    isChanged = true;
    const where = { _id: sheet._id, version: sheet.version };
    if (Object.keys(points).length === 0 && !closed) {
      await sheets.deleteOne(where);
      continue;
    }
    const { remark, at, abstained } = closed ?? { remark: sheet.remark ?? '', at: sheet.at, abstained: null };
    await sheets.updateOne(where, {
      $set: {
        ...scoredAs(contest, { points, remark: remark ?? '' }),
        ...{ at: new Date(at), turn: `undone/${turn.id}` },
        ...(abstained && { abstained }),
      },
      $inc: { version: -1 },
    });
  }
}
