import { checksumOf, inLockOrder, type LockedSheet, type Seal, type Uncounted } from '../domain/locks.js';
import { isKnown } from '../domain/plan.js';
import type { LeftOut } from '../domain/ranking/explain.js';
import type { RankedSheet, RankingInput } from '../domain/ranking.js';
import { Refusal } from '../domain/refusal.js';
import { jury } from '../domain/roles.js';
import type { Seat } from '../domain/selection.js';
import { isJudgedOnStage } from '../domain/stage.js';
import type { Lock, PersonId, Sheet, StoredEntry } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn, Work } from '../turn.js';
import { isBehind } from './behind.js';
import type { Contest } from './contest.js';
import { judgingWindow, latestLock, lockedAt, lockId } from './locks.js';
import { peopleNow, personNow } from './people.js';
import { conflictsAmong } from './relations.js';
import { entriesAt, headJudgeAt, inRound, judgesAt, nameOfFinal } from './seats.js';

/**
 * Every sheet that was given there, as it is now, with what keeps it from counting. Judges are who they are now,
 * also while somebody's chats are being linked.
 */
export async function sheetsThere(work: Work, contest: Contest, seat: Seat): Promise<LockedSheet[]> {
  const { store } = work;
  const given = await store.sheets.find({ contest: contest.id, ...inRound(seat) }).lean<Sheet[]>();
  const givers = [...new Set(given.map(({ judge }) => judge))];
  const [live, sitting, entered, asBefore] = await Promise.all([
    entriesAt(work, contest, seat),
    judgesAt(work, contest, seat),
    store.entries
      .find({ contest: contest.id, code: { $in: [...new Set(given.map(({ entry }) => entry))] } })
      .lean<StoredEntry[]>(),
    decidedBefore(work, contest, seat),
  ]);
  // After all that is moved in linking, since who goes up in whom is written first.
  const now = await peopleNow(work, [...givers, ...sitting.map(({ person }) => person)]);
  const conflictsWith = await conflictsAmong(work, contest, [...givers, ...givers.map(now)]);
  const judges = new Set(sitting.map(({ person }) => now(person)));
  const judged = new Set(live.map(({ code }) => code));
  const entries = new Map(entered.map((entry) => [entry.code, entry]));
  const keys = new Set(given.map(({ judge, entry }) => `${judge} ${entry}`));

  function whyNot(sheet: Sheet, entry: StoredEntry): Uncounted | null {
    const judge = now(sheet.judge);
    const out = judged.has(sheet.entry) ? null : 'entryOut';
    const before = asBefore(sheet, judge);
    if (before !== undefined && before !== 'entryOut') return before ?? out;
    // Two of one person: the one that is under his own id counts.
    const isLeftOver = judge !== sheet.judge && keys.has(`${judge} ${sheet.entry}`);
    if (isLeftOver || !judges.has(judge)) return 'notSitting';
    if (isAside(sheet)) return 'setAside';
    if (sheet.abstained) return 'abstained';
    if (conflictsWith(sheet.judge)(entry) || conflictsWith(judge)(entry)) return 'conflict';
    if (lacksPart(contest, seat, sheet)) return 'incomplete';
    return out;
  }

  const own = given.flatMap((sheet) => {
    const entry = entries.get(sheet.entry);
    // A round's sheets are those of all its units.
    if (!entry || (seat.round !== null && !contest.units.isUnder(entry.unit, seat.unit))) return [];
    return [asLocked(sheet, whyNot(sheet, entry))];
  });
  return inLockOrder(own);
}

/** On a stage sheets come in part by part: who missed one of them has none that counts. */
export function lacksPart({ plan }: Contest, { round }: Seat, { points }: Pick<Sheet, 'points'>): boolean {
  const { criteria } = plan.scoring;
  if (round !== null || !isJudgedOnStage(plan) || !isKnown(criteria)) return false;
  return criteria.some(({ id }) => !(id in points));
}

type Before = (sheet: Sheet, judge: PersonId) => Uncounted | null | undefined;

/**
 * What the lock that was opened again has decided of a sheet stands, or opening it for one entry would judge all
 * the others anew. Not for what was written since, and for whose judge has come, left or recused himself since.
 */
async function decidedBefore(work: Work, contest: Contest, { round, unit }: Seat): Promise<Before> {
  const { store } = work;
  const of = { contest: contest.id };
  const last = await store.locks
    .findOne({ ...of, round, unit, reopened: { $ne: null } })
    .sort({ number: -1 })
    .lean<Lock>();
  if (!last?.reopened) return () => undefined;
  const since = { $gte: last.reopened.at };
  const seated = { ...of, role: { $in: jury }, $or: [{ since }, { endedAt: since }] };
  const changed = [
    ...(await store.roles.find(seated, { person: 1 }).lean()),
    ...(await store.relations.find({ ...of, at: since }, { person: 1 }).lean()),
  ].map(({ person }) => person);
  const now = await peopleNow(work, changed);
  const anew = new Set(changed.map(now));
  const locked = new Map(last.sheets.map((sheet) => [sheet._id, sheet]));
  return (sheet, judge) => {
    const before = anew.has(judge) ? undefined : locked.get(sheet._id);
    return before?.version === sheet.version ? before.uncounted : undefined;
  };
}

/** A sheet as it is now, with what keeps it from counting. */
export const asLocked = (sheet: Sheet, uncounted: Uncounted | null): LockedSheet => ({
  _id: sheet._id,
  judge: sheet.judge,
  entry: sheet.entry,
  points: sheet.points,
  sum: sheet.sum,
  abstained: sheet.abstained ?? null,
  remark: sheet.remark ?? null,
  enteredBy: sheet.enteredBy ?? null,
  at: sheet.at.toISOString(),
  version: sheet.version,
  uncounted,
});

export const isAside = ({ asides = [] }: Pick<Sheet, 'asides'>): boolean => asides.at(-1)?.kind === 'aside';

/**
 * Writes down what was given there until `at`, under the next number. `cause` names this closing: the same one
 * locks once, however often it is repeated, and of several closings one does; the others find its lock.
 *
 * The lock comes first, and keeps everybody from writing; then the sheets are read into it, by whoever needs
 * them. So who looks for a lock after he has written, and finds none, is in the one that comes.
 */
export async function lockSheets(
  work: Work,
  contest: Contest,
  seat: Seat,
  { cause, by, at }: Pick<Lock, 'cause' | 'at'> & { by: PersonId | null },
): Promise<Lock> {
  const { locks } = work.store;
  const { round, unit } = seat;
  for (;;) {
    // In this order: what is made after the last was read takes the number that follows it.
    const last = await latestLock(work, contest, seat);
    const done = await locks.findOne({ contest: contest.id, round, unit, cause }).lean<Lock>();
    if (done) return sealed(work, contest, seat, done);
    // Another closing came first: there is nothing left to close.
    if (last && !last.reopened) return sealed(work, contest, seat, last);
    const number = (last?.number ?? 0) + 1;
    const lock: Lock = {
      _id: lockId(contest, seat, number),
      contest: contest.id,
      round,
      unit,
      number,
      cause,
      at,
      by,
      sealed: false,
      sheets: [],
      count: 0,
      checksum: '',
      headJudge: null,
      reopened: null,
    };
    try {
      await locks.create(lock);
    } catch (error) {
      // Another closing took this number, or somebody else made the same one.
      if (!isDuplicate(error)) throw error;
    }
  }
}

/** Reads the sheets into a lock that has none yet. Of several who do it at once one does. */
async function sealed(
  work: Work,
  contest: Contest,
  seat: Seat,
  { _id, sealed: isSealed }: Pick<Lock, '_id' | 'sealed'>,
): Promise<Lock> {
  const { locks } = work.store;
  if (!isSealed) {
    const sheets = await sheetsThere(work, contest, seat);
    const headJudge = await headJudgeAt(work, contest, seat);
    const content = { sheets, count: sheets.length, checksum: checksumOf(sheets), headJudge };
    await locks.updateOne({ _id, sealed: false }, { $set: { ...content, sealed: true } });
  }
  const lock = await locks.findById(_id).lean<Lock>();
  if (!lock) throw new Error(`the lock ${_id} is gone`);
  return lock;
}

/**
 * Asked after a sheet was written: refuses what came while its judging was being locked, and isn't in the lock.
 * `undo` puts back what the lock has of this sheet, or the next lock would count what was refused.
 */
export async function needInTime(
  turn: Turn,
  contest: Contest,
  seat: Seat,
  { _id, version }: Pick<Sheet, '_id' | 'version'>,
  undo: (locked: LockedSheet | undefined) => Promise<unknown>,
): Promise<void> {
  const last = await latestLock(turn, contest, seat);
  // What arrived before it was opened again belongs in that lock, however late it is worked.
  if (!last || (last.reopened && last.reopened.at <= turn.now)) return;
  const { sheets, at } = await sealed(turn, contest, seat, last);
  const locked = sheets.find((sheet) => sheet._id === _id);
  if (locked && locked.version >= version) return;
  await undo(locked);
  throw new Refusal('score.locked', { closes: turn.t.moment(at) });
}

/**
 * The lock in force where the judging is over; whoever needs it first makes it. `null` while judges may score,
 * and where nobody has. Refuses while something that arrived in time is still being worked.
 */
export async function lockInForce(work: Work, contest: Contest, seat: Seat): Promise<Lock | null> {
  const at = await lockedAt(work, contest, seat);
  if (!at) return null;
  const last = await latestLock(work, contest, seat);
  if (last && !last.reopened) return sealed(work, contest, seat, last);
  if (!last && (await sheetsThere(work, contest, seat)).length === 0) return null;
  if (await isBehind(work, at)) throw new Refusal('score.locking');
  const cause = last ? `reopened/${last._id}` : `closes/${at.toISOString()}`;
  return lockSheets(work, contest, seat, { cause, by: null, at });
}

export type SheetsToRank = Pick<RankingInput, 'sheets' | 'headJudge'> & {
  /** The lock that they are from; `null`: none is in force. */
  seal: Seal | null;
  /** When that was. */
  at: Date | null;
  /** What was given and doesn't count. */
  leftOut: LeftOut[];
};

/**
 * What a seat's entries are ranked from: the lock, once there is one. Refuses while the final's judges may score,
 * also where it was opened again: what is published there follows from a lock.
 */
export async function sheetsToRank(work: Work, contest: Contest, seat: Seat): Promise<SheetsToRank> {
  const lock = await lockInForce(work, contest, seat);
  if (lock) return sheetsIn(work, lock);
  if (seat.round === null && !(await lockedAt(work, contest, seat)))
    throw new Refusal('lock.open', {
      final: nameOfFinal(work, contest),
      closes: work.t.moment((await judgingWindow(work, contest, seat)).closes),
    });
  const sheets = await underPeopleNow(work, await sheetsThere(work, contest, seat));
  const headJudge = await headJudgeAt(work, contest, seat);
  return {
    sheets: sheets.flatMap(asRanked),
    leftOut: sheets.flatMap(asLeftOut),
    ...(headJudge !== null && { headJudge }),
    seal: null,
    at: null,
  };
}

/** Each under who its judge is now: his chats may have been linked since they were locked. */
export async function underPeopleNow<S extends { judge: PersonId }>(
  work: Work,
  sheets: readonly S[],
): Promise<S[]> {
  const now = await peopleNow(work, [...new Set(sheets.map(({ judge }) => judge))]);
  return sheets.map((sheet) => ({ ...sheet, judge: now(sheet.judge) }));
}

/** What this lock's entries are ranked from, whatever came after it. */
export async function sheetsIn(work: Work, lock: Lock): Promise<SheetsToRank> {
  const { number, checksum, headJudge, at } = lock;
  const sheets = await underPeopleNow(work, lock.sheets);
  return {
    sheets: sheets.flatMap(asRanked),
    leftOut: sheets.flatMap(asLeftOut),
    ...(headJudge !== null && { headJudge: await personNow(work, headJudge) }),
    seal: { number, checksum, headJudge },
    at,
  };
}

function asRanked({ judge, entry, points, uncounted }: LockedSheet): RankedSheet[] {
  if (uncounted === null) return [{ judge, entry, points }];
  return uncounted === 'abstained' ? [{ judge, entry, abstained: true }] : [];
}

/** Without the entries that aren't judged any more, and those that somebody only said he doesn't score. */
function asLeftOut({ judge, entry, points, uncounted, abstained }: LockedSheet): LeftOut[] {
  if (uncounted === null || uncounted === 'abstained' || uncounted === 'entryOut' || abstained) return [];
  return [{ judge, entry, points, why: uncounted }];
}
