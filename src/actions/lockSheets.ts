import { checksumOf, inLockOrder, type LockedSheet, type Seal, type Uncounted } from '../domain/locks.js';
import type { RankedSheet, RankingInput } from '../domain/ranking.js';
import { Refusal } from '../domain/refusal.js';
import type { Seat } from '../domain/selection.js';
import type { Lock, PersonId, Sheet, StoredEntry } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { latestLock, lockedAt, lockId } from './locks.js';
import { conflictsAmong } from './relations.js';
import { entriesAt, headJudgeAt, inRound, judgesAt } from './seats.js';

/** Every sheet that was given there, as it is now, with what keeps it from counting. */
export async function sheetsThere(work: Work, contest: Contest, seat: Seat): Promise<LockedSheet[]> {
  const { store } = work;
  const given = await store.sheets.find({ contest: contest.id, ...inRound(seat) }).lean<Sheet[]>();
  const [live, sitting, entered, conflictsWith] = await Promise.all([
    entriesAt(work, contest, seat),
    judgesAt(work, contest, seat),
    store.entries
      .find({ contest: contest.id, code: { $in: [...new Set(given.map(({ entry }) => entry))] } })
      .lean<StoredEntry[]>(),
    conflictsAmong(work, contest, [...new Set(given.map(({ judge }) => judge))]),
  ]);
  const judges = new Set(sitting.map(({ person }) => person));
  const judged = new Set(live.map(({ code }) => code));
  const entries = new Map(entered.map((entry) => [entry.code, entry]));

  function whyNot(sheet: Sheet, entry: StoredEntry): Uncounted | null {
    if (!judges.has(sheet.judge)) return 'notSitting';
    if (isAside(sheet)) return 'setAside';
    if (sheet.abstained) return 'abstained';
    if (conflictsWith(sheet.judge)(entry)) return 'conflict';
    return judged.has(sheet.entry) ? null : 'entryOut';
  }

  const own = given.flatMap((sheet) => {
    const entry = entries.get(sheet.entry);
    // A round's sheets are those of all its units.
    if (!entry || (seat.round !== null && !contest.units.isUnder(entry.unit, seat.unit))) return [];
    return [asLocked(sheet, whyNot(sheet, entry))];
  });
  return inLockOrder(own);
}

const asLocked = (sheet: Sheet, uncounted: Uncounted | null): LockedSheet => ({
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
 * locks once, however often it is repeated.
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

/** Asked after a sheet was written: refuses what came while its judging was being locked, and isn't in the lock. */
export async function needInTime(
  turn: Turn,
  contest: Contest,
  seat: Seat,
  { _id, version }: Pick<Sheet, '_id' | 'version'>,
): Promise<void> {
  const last = await latestLock(turn, contest, seat);
  if (!last || last.reopened) return;
  const { sheets, at } = await sealed(turn, contest, seat, last);
  const locked = sheets.find((sheet) => sheet._id === _id);
  if (!locked || locked.version < version) throw new Refusal('score.locked', { closes: turn.t.moment(at) });
}

const HOUR_MS = 3_600_000;

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

/** Something that arrived by then is not worked yet. What fails for an hour is for people, and holds nothing up. */
async function isBehind({ store, now }: Work, at: Date): Promise<boolean> {
  if (now.getTime() - at.getTime() > HOUR_MS) return false;
  const waiting = { state: 'waiting', receivedAt: { $lte: at } } as const;
  return (await store.updates.findOne(waiting, { _id: 1 }).hint('waiting').lean()) !== null;
}

export type SheetsToRank = Pick<RankingInput, 'sheets' | 'headJudge'> & {
  /** The lock that they are from; `null`: none is in force. */
  seal: Seal | null;
};

/** What a seat's entries are ranked from: the lock, once there is one. */
export async function sheetsToRank(work: Work, contest: Contest, seat: Seat): Promise<SheetsToRank> {
  const lock = await lockInForce(work, contest, seat);
  if (lock) return sheetsIn(lock);
  const sheets = await sheetsThere(work, contest, seat);
  const headJudge = await headJudgeAt(work, contest, seat);
  return { sheets: sheets.flatMap(asRanked), ...(headJudge !== null && { headJudge }), seal: null };
}

export const sheetsIn = ({ sheets, number, checksum, headJudge }: Lock): SheetsToRank => ({
  sheets: sheets.flatMap(asRanked),
  ...(headJudge !== null && { headJudge }),
  seal: { number, checksum, headJudge },
});

function asRanked({ judge, entry, points, uncounted }: LockedSheet): RankedSheet[] {
  if (uncounted === null) return [{ judge, entry, points }];
  return uncounted === 'abstained' ? [{ judge, entry, abstained: true }] : [];
}
