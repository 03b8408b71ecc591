import { Decimal as Base } from 'decimal.js';
import { z } from 'zod';

/**
 * Points, weights and sums: decimals, never binary floats. Sums and products of what a contest counts
 * stay far below 60 digits, so they are exact; only `roundedQuotient` rounds.
 */
export const Decimal = Base.clone({
  precision: 60,
  rounding: Base.ROUND_HALF_UP,
  toExpPos: 60,
  toExpNeg: -60,
});
export type Decimal = Base;

/** A decimal in writing, as it is stored and passed around: `8.5`, never `8.50` or `8,5`. */
export type DecimalText = string;

export const decimalText = z
  .union([z.number().nonnegative(), z.string().regex(/^\d{1,15}(\.\d{1,20})?$/)])
  .transform((value): DecimalText => new Decimal(value).toFixed());

export const positiveDecimal = decimalText.refine((text) => !new Decimal(text).isZero(), 'not_positive');

/** Nothing but a whole number, also in writing: `6`, `"6"`, `"6.0"`. */
export const wholeNumber = z.union([
  z.int().nonnegative(),
  z
    .string()
    .regex(/^\d{1,15}(\.0+)?$/)
    .transform(Number),
]);

/** `numerator / denominator`, rounded half up once, from the exact fraction, to so many decimal places. */
export function roundedQuotient(numerator: Decimal, denominator: Decimal, places: number): Decimal {
  const unit = new Decimal(10).pow(places);
  const doubled = numerator.times(unit).times(2).plus(denominator);
  return doubled.divToInt(denominator.times(2)).div(unit);
}

export const sum = (values: Iterable<Decimal>): Decimal => {
  let total = new Decimal(0);
  for (const value of values) total = total.plus(value);
  return total;
};
