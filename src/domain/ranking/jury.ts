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
