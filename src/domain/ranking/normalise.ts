import { Decimal, roundedQuotient, sum } from '../decimals.js';
import type { RankingRules } from '../plan/scoring.js';
import { scaled } from '../scaled.js';
import type { CountedSheet, Rubric } from './jury.js';

/**
 * The spread of fewer sums than these is too uncertain to stretch anything by: of ten it is still off by
 * about a quarter, since the standard error of a deviation is its √(2(n−1))th part.
 */
export const enoughSheets = 10;

/** Adjusted sums are rounded half up to so many digits, and go on exactly from there. */
export const adjustedDigits = 6;

/** What the judges' sums are added up as: as given, or adjusted. */
export type Sums = { digits: number; fullMarks: bigint; sumOf(sheet: CountedSheet): bigint };

/**
 * Each judge's sums moved and stretched so that they have the mean and the spread of all counted sums:
 * `mean + spread × (sum − his mean) / his spread`, never below 0 or above full marks. `null` where the plan
 * doesn't say so, where everybody has judged the same entries, or somebody too few: then sums stay as given.
 */
export function adjusted(
  { jury }: RankingRules,
  sheetsOf: ReadonlyMap<string, readonly CountedSheet[]>,
  rubric: Rubric,
): Sums | null {
  if (jury.normalise !== 'zscore') return null;
  const sheets = [...sheetsOf.values()].flat();
  const byJudge = new Map<string, CountedSheet[]>();
  for (const sheet of sheets) {
    const own = byJudge.get(sheet.judge);
    if (own) own.push(sheet);
    else byJudge.set(sheet.judge, [sheet]);
  }
  const judged = [...byJudge.values()].map((own) => own.map(({ entry }) => entry).sort());
  const [first = [], ...others] = judged;
  const isSame = others.every((entries) => entries.join('\n') === first.join('\n'));
  if (isSame || judged.some(({ length }) => length < enoughSheets)) return null;

  const measured = (own: readonly CountedSheet[]) => meanAndSpread(own.map(rubric.sumOf));
  const all = measured(sheets);
  const ofJudge = new Map(
    [...byJudge].map(([judge, own]) => [judge, { ...measured(own), known: new Map<bigint, bigint>() }]),
  );
  const digits = Math.max(adjustedDigits, rubric.digits);
  const finer = 10n ** BigInt(digits - rubric.digits);
  const fullMarks = rubric.fullMarks * finer;
  const unit = new Decimal(10).pow(rubric.digits);

  const adjust = (given: bigint, own: { mean: Decimal; spread: Decimal }): bigint => {
    const distance = new Decimal(given.toString()).minus(own.mean);
    const stretched = own.spread.isZero() ? distance : distance.times(all.spread).div(own.spread);
    const value = Decimal.max(all.mean.plus(stretched), 0).div(unit);
    const written = roundedQuotient(value, new Decimal(1), adjustedDigits).toFixed();
    const result = scaled(written, digits);
    return result > fullMarks ? fullMarks : result;
  };
  // A judge gives the same sum many times.
  const sumOf = (sheet: CountedSheet): bigint => {
    const given = rubric.sumOf(sheet);
    const own = ofJudge.get(sheet.judge);
    if (!own) return adjust(given, all);
    const before = own.known.get(given);
    if (before !== undefined) return before;
    const value = adjust(given, own);
    own.known.set(given, value);
    return value;
  };
  return { digits, fullMarks, sumOf };
}

/** To 60 digits; sums are taken before anything is rounded, so their order plays no part. */
function meanAndSpread(sums: readonly bigint[]): { mean: Decimal; spread: Decimal } {
  const values = sums.map((each) => new Decimal(each.toString()));
  const mean = sum(values).div(values.length);
  const squares = sum(values.map((value) => value.times(value))).div(values.length);
  return { mean, spread: Decimal.max(squares.minus(mean.times(mean)), 0).sqrt() };
}
