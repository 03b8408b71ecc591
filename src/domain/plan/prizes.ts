import { z } from 'zod';
import { isUnknown, orUnknown } from './unknown.js';
import { count, dong, id, line } from './values.js';

export const prizeTiers = ['first', 'second', 'third', 'consolation', 'extra'] as const;

export const prize = z.strictObject({
  id,
  title: line,
  tier: orUnknown(z.enum(prizeTiers)),
  scope: orUnknown(z.enum(['collective', 'individual'])),
  /** By what it is won. */
  basis: orUnknown(z.enum(['jury', 'total', 'audience', 'live', 'quiz'])),
  count: orUnknown(count),
  /** For each of them, in đồng. */
  sum: orUnknown(dong),
  certificate: orUnknown(z.enum(['giay_khen', 'bang_khen', 'none'])),
});
export type Prize = z.output<typeof prize>;

/** Does a plan name further prizes in one line, and neither which, nor how many, nor for how much? */
export const standsForSeveral = ({ tier, count, sum }: Prize): boolean => [tier, count, sum].every(isUnknown);

/** The id of one of those that such a line turned out to be, and how it is recognised later. */
export const idOfTier = (id: string, number: number): string => `${id}-${number}`;
export const isTierOf = (id: string, tier: string): boolean => new RegExp(`^${id}-\\d+$`).test(tier);

export const prizeRules = z.strictObject({
  /** An entry wins one prize at most; the next one gets the other. */
  onePerEntry: z.boolean().optional(),
  /** Where more share a place than there are prizes like it: all get the higher of those they reach, or the lower. */
  sharedBorder: z.enum(['higher', 'lower']).optional(),
});
export type PrizeRules = z.output<typeof prizeRules>;
