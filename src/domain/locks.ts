import { createHash } from 'node:crypto';
import type { Abstention, SheetPoints } from './scoring.js';

/**
 * Why a sheet doesn't count. `notSitting`: who gave it is no judge here any more. `entryOut`: its entry isn't
 * judged. `incomplete`: a part of it was never scored, where they are judged one after the other.
 */
export type Uncounted = 'abstained' | 'setAside' | 'conflict' | 'notSitting' | 'entryOut' | 'incomplete';

/** A sheet as it was when it was locked. */
export type LockedSheet = {
  _id: string;
  judge: string;
  entry: string;
  points: SheetPoints;
  sum: string;
  abstained: Abstention | null;
  remark: string | null;
  enteredBy: string | null;
  /** ISO 8601. */
  at: string;
  version: number;
  uncounted: Uncounted | null;
};

/** By what a lock is known again, kept with all that was ranked from it. */
export type Seal = { number: number; checksum: string; headJudge: string | null };

/** In an order that hangs on nothing but the sheets. */
export const inLockOrder = (sheets: readonly LockedSheet[]): LockedSheet[] =>
  [...sheets].sort((one, other) => (one._id < other._id ? -1 : one._id > other._id ? 1 : 0));

/**
 * SHA-256 over the sheets in their order, as JSON without blanks and with the names of fields in theirs: the
 * same sheets have the same checksum, whatever database they come from.
 */
export const checksumOf = (sheets: readonly LockedSheet[]): string =>
  createHash('sha256')
    .update(canonicalJson(inLockOrder(sheets)))
    .digest('hex');

/** JSON in which nothing depends on the order in which fields were written. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, held]) => `${JSON.stringify(name)}:${canonicalJson(held)}`);
  return `{${fields.join(',')}}`;
}

/** A sheet of the later lock that isn't as it was in the earlier one; `before: null`: it wasn't in it. */
export type SheetChange = { before: LockedSheet | null; after: LockedSheet };

/** What changed between two locks of the same judging. No sheet is ever removed. */
export function changedSheets(earlier: readonly LockedSheet[], later: readonly LockedSheet[]): SheetChange[] {
  const known = new Map(earlier.map((sheet) => [sheet._id, sheet]));
  return later.flatMap((after) => {
    const before = known.get(after._id) ?? null;
    const isSame = before?.version === after.version && before.uncounted === after.uncounted;
    return isSame ? [] : [{ before, after }];
  });
}

/** Enough of a checksum to be compared by eye. */
export const shortChecksum = (checksum: string): string => checksum.slice(0, 12);

export const isSameSeal = (one: Seal | null, other: Seal | null): boolean =>
  one?.number === other?.number && one?.checksum === other?.checksum;
