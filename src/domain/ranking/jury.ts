import type { Aggregate, RankingRules } from '../plan/scoring.js';
import { digitsOf, type Fraction, fraction, inOrder, rounded, scaledOnce, times, total } from '../scaled.js';
import type { SheetPoints } from '../scoring.js';

export type RankedSheet =
  | { judge: string; entry: string; points: SheetPoints }
  | { judge: string; entry: string; abstained: true };

export type CountedSheet = Extract<RankedSheet, { points: SheetPoints }>;

/** With fewer sheets, leaving out the highest and the lowest would leave too little. */
const trimmedFrom = 5;

/** Which of so many sums count, lowest first: all, all but the outermost, or the middle one or two. */
export function countedRange(length: number, aggregate: Aggregate): { from: number; to: number } {
  switch (aggregate) {
    case 'mean':
      return { from: 0, to: length };
    case 'trimmed':
      return length < trimmedFrom ? { from: 0, to: length } : { from: 1, to: length - 1 };
    case 'median':
      return { from: Math.ceil(length / 2) - 1, to: Math.floor(length / 2) + 1 };
  }
}

/** The judges' sums as one, the way the plan says. Needs one sum at least. */
export function aggregated(sums: readonly bigint[], aggregate: Aggregate): Fraction {
  const { from, to } = countedRange(sums.length, aggregate);
  const isAll = to - from === sums.length;
  const counted = isAll ? sums : [...sums].sort(inOrder).slice(from, to);
  return { total: total(counted), of: BigInt(counted.length) };
}

/** The sheets of each entry, without abstentions. */
export function countedSheets(sheets: readonly RankedSheet[]): Map<string, CountedSheet[]> {
  const byEntry = new Map<string, CountedSheet[]>();
  for (const sheet of sheets) {
    if ('abstained' in sheet) continue;
    const own = byEntry.get(sheet.entry);
    if (own) own.push(sheet);
    else byEntry.set(sheet.entry, [sheet]);
  }
  return byEntry;
}

/** How the points of a contest's sheets are added up: as whole numbers of one unit, the finest that occurs. */
export type Rubric = {
  digits: number;
  fullMarks: bigint;
  pointsFor(sheet: CountedSheet, criterion: string): bigint;
  sumOf(sheet: CountedSheet): bigint;
};

export function rubricOf({ criteria }: RankingRules, sheets: readonly RankedSheet[]): Rubric {
  const ids = criteria.map(({ id }) => id);
  const writings = new Set(criteria.map(({ max }) => max));
  for (const sheet of sheets) {
    if ('abstained' in sheet) continue;
    for (const id of ids) writings.add(sheet.points[id] ?? '0');
  }
  // One by one: there may be more of them than a call takes arguments.
  let digits = 0;
  for (const text of writings) digits = Math.max(digits, digitsOf(text));
  const read = scaledOnce(digits);
  const pointsFor = ({ points }: CountedSheet, criterion: string) => read(points[criterion] ?? '0');
  const sumOf = (sheet: CountedSheet) => {
    let sum = 0n;
    for (const id of ids) sum += pointsFor(sheet, id);
    return sum;
  };
  return { digits, fullMarks: total(criteria.map(({ max }) => read(max))), pointsFor, sumOf };
}

/** An aggregate of sums as a share of full marks, weighted, and rounded for publishing. */
export function juryScale({ jury, precision }: RankingRules, fullMarks: bigint) {
  const share = times(fraction(jury.weight), { total: 1n, of: fullMarks });
  return (aggregate: Fraction): bigint => rounded(times(share, aggregate), precision);
}
