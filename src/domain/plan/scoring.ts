import { z } from 'zod';
import { type DecimalText, decimalText, positiveDecimal } from '../decimals.js';
import { closingEdge } from './dateWords.js';
import { isUnknown, orUnknown, type Unknown } from './unknown.js';

/*
 * The scoring part of a contest. In a document any value may be unknown (`scoringPart`); what is ranked
 * by must be complete (`rankingRules`). Both have the same shape.
 */

const criterionId = z.string().regex(/^[a-z][a-z0-9_]*$/);
const step = positiveDecimal.default('1');
const count = z.int().positive();

const tieStep = z.union([
  z.enum(['audience', 'head_judge', 'earlier_submission', 'shared', 'draw']),
  z.templateLiteral(['criterion:', z.string()]),
]);
export type TieStep = z.output<typeof tieStep>;

const aggregate = z.enum(['mean', 'median', 'trimmed']);
export type Aggregate = z.output<typeof aggregate>;

/** How raw points become a share of the weight. `places` lists the points of the 1st, 2nd, … place. */
export const scale = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('max') }),
  z.strictObject({ method: z.literal('cap'), cap: positiveDecimal }),
  z.strictObject({ method: z.literal('rank'), places: z.array(decimalText).min(1) }),
]);
export type Scale = z.output<typeof scale>;

const uniqueIds = (items: { id: string }[]): boolean =>
  new Set(items.map(({ id }) => id)).size === items.length;

const criterion = z.strictObject({
  id: criterionId,
  label: z.string(),
  max: orUnknown(positiveDecimal),
  step: orUnknown(step),
});

/** With `rank`, the first place takes the whole weight. */
function startWithTheWeight(
  { audience }: { audience: { mode: string; weight?: DecimalText | Unknown; scale?: Scale | Unknown } },
  context: z.core.$RefinementCtx,
): void {
  const { weight, scale } = audience;
  if (!scale || isUnknown(scale) || scale.method !== 'rank' || isUnknown(weight)) return;
  if (scale.places[0] === weight) return;
  const path = ['audience', 'scale', 'places', 0];
  context.addIssue({ code: 'custom', message: 'first_place_is_not_the_weight', path, input: scale });
}

export const scoringPart = z
  .strictObject({
    criteria: orUnknown(z.array(criterion).min(1).refine(uniqueIds, 'same_id_twice')),
    jury: z.strictObject({
      weight: orUnknown(decimalText),
      judges: orUnknown(count),
      aggregate: orUnknown(aggregate),
      quorum: orUnknown(count),
    }),
    /** `score`: part of the total, by its weight; `prize`: decides a prize of its own; `none`: no vote. */
    audience: z.discriminatedUnion('mode', [
      z.strictObject({
        mode: z.literal('score'),
        weight: orUnknown(decimalText),
        points: z.strictObject({ like: orUnknown(decimalText), share: orUnknown(decimalText) }),
        scale: orUnknown(scale),
        freezeAt: orUnknown(closingEdge),
      }),
      z.strictObject({
        mode: z.literal('prize'),
        points: z.strictObject({ like: orUnknown(decimalText), share: orUnknown(decimalText) }),
        freezeAt: orUnknown(closingEdge),
      }),
      z.strictObject({ mode: z.literal('none') }),
    ]),
    tieChain: orUnknown(z.array(tieStep)),
    precision: orUnknown(z.int().min(0).max(6)),
  })
  .superRefine(startWithTheWeight);
export type ScoringPart = z.output<typeof scoringPart>;

const instant = z.iso.datetime({ offset: true });

export const rankingRules = z
  .object({
    criteria: z
      .array(z.object({ id: criterionId, max: positiveDecimal, step }))
      .min(1)
      .refine(uniqueIds, 'same_id_twice'),
    jury: z.object({ weight: decimalText, aggregate, quorum: count }),
    audience: z.discriminatedUnion('mode', [
      z.object({
        mode: z.literal('score'),
        weight: decimalText,
        points: z.object({ like: decimalText, share: decimalText }),
        scale,
        freezeAt: instant,
      }),
      z.object({
        mode: z.literal('prize'),
        points: z.object({ like: decimalText, share: decimalText }),
        freezeAt: instant,
      }),
      z.object({ mode: z.literal('none') }),
    ]),
    tieChain: z.array(tieStep).default([]),
    precision: z.int().min(0).max(6).default(2),
  })
  .superRefine(startWithTheWeight);
export type RankingRules = z.output<typeof rankingRules>;
