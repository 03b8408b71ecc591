import type { DecimalText } from './decimals.js';

/*
 * Decimals as whole numbers of a smallest unit: 8.5 in hundredths is 850. Exact whatever their size, and
 * quick where a contest has a million of them.
 */

/** What is worked out and not yet rounded. Never negative, and never divided by nothing. */
export type Fraction = { total: bigint; of: bigint };

/** How many digits stand behind the point. */
export function digitsOf(text: DecimalText): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** A decimal in units of so many digits behind the point; it may have no more of them itself. */
export function scaled(text: DecimalText, digits: number): bigint {
  const own = digitsOf(text);
  return own === 0
    ? BigInt(text) * 10n ** BigInt(digits)
    : BigInt(text.replace('.', '') + '0'.repeat(digits - own));
}

/** The same for many of them: each writing is read once. */
export function scaledOnce(digits: number): (text: DecimalText) => bigint {
  const known = new Map<DecimalText, bigint>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = scaled(text, digits);
    known.set(text, value);
    return value;
  };
}

export const fraction = (text: DecimalText): Fraction => {
  const digits = digitsOf(text);
  return { total: scaled(text, digits), of: 10n ** BigInt(digits) };
};

export const times = (a: Fraction, b: Fraction): Fraction => ({ total: a.total * b.total, of: a.of * b.of });

export const inOrder = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

export const compared = (a: Fraction, b: Fraction): number =>
  a.of === b.of ? inOrder(a.total, b.total) : inOrder(a.total * b.of, b.total * a.of);

/** Rounded half up, once, to units of so many digits behind the point. */
export function rounded({ total, of }: Fraction, digits: number): bigint {
  return (2n * total * 10n ** BigInt(digits) + of) / (2n * of);
}

/** With all its digits: `62.67`, `3.00`. */
export function written(value: bigint, digits: number): DecimalText {
  if (digits === 0) return value.toString();
  const text = value.toString().padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** As decimals are written everywhere, without what says nothing: `3`, `8.5`. */
export const plain = (value: bigint, digits: number): DecimalText => {
  const text = written(value, digits);
  return digits === 0 ? text : text.replace(/\.?0+$/, '');
};

export const total = (values: Iterable<bigint>): bigint => {
  let sum = 0n;
  for (const value of values) sum += value;
  return sum;
};
