import { Decimal, type DecimalText } from './decimals.js';
import type { DifferBy } from './plan/scoring.js';
import { rubricSum, type SheetPoints, sheetSum } from './scoring.js';

/** Usual where a plan says nothing: a tenth of the scale, as markers of exams are compared. */
export const usualDifference: DifferBy = { share: '0.1' };

/** By how many points the sums of two sheets may be apart. */
export const limitOf = (rubric: Parameters<typeof rubricSum>[0], differBy: DifferBy): DecimalText =>
  'points' in differBy ? differBy.points : new Decimal(rubricSum(rubric)).times(differBy.share).toFixed();

/** The entries of which two sheets are further apart than the limit, in order of their first sheet. */
export function differing(
  sheets: readonly { entry: string; points: SheetPoints }[],
  limit: DecimalText,
): string[] {
  const sums = new Map<string, Decimal[]>();
  for (const { entry, points } of sheets)
    sums.set(entry, [...(sums.get(entry) ?? []), new Decimal(sheetSum(points))]);
  return [...sums]
    .filter(([, own]) =>
      Decimal.max(...own)
        .minus(Decimal.min(...own))
        .greaterThan(limit),
    )
    .map(([entry]) => entry);
}
