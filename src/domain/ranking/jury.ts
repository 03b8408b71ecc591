import { type Decimal, sum } from '../decimals.js';
import type { Aggregate } from '../plan/scoring.js';

/** An exact fraction, so that nothing is rounded before the end. */
export type Fraction = { total: Decimal; of: number };

/** With fewer sheets, leaving out the highest and the lowest would leave too little. */
const trimmedFrom = 5;

/** The judges' sums as one, the way the plan says. Needs one sum at least. */
export function aggregated(sums: readonly Decimal[], aggregate: Aggregate): Fraction {
  const sorted = [...sums].sort((a, b) => a.comparedTo(b));
  const counted = {
    mean: sorted,
    trimmed: sorted.length < trimmedFrom ? sorted : sorted.slice(1, -1),
    median: sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1),
  }[aggregate];
  return { total: sum(counted), of: counted.length };
}

/** Which of the sums `aggregated` leaves out, by their places in the list: of equal ones the first. */
export function leftOut(sums: readonly Decimal[], aggregate: Aggregate): ReadonlySet<number> {
  if (aggregate !== 'trimmed' || sums.length < trimmedFrom) return new Set();
  const places = [...sums.keys()].sort((a, b) => (sums[a] && sums[b] ? sums[a].comparedTo(sums[b]) : 0));
  return new Set([...places.slice(0, 1), ...places.slice(-1)]);
}
