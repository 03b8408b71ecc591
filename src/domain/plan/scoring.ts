import { z } from 'zod';
import { type DecimalText, decimalText, positiveDecimal, wholeNumber } from '../decimals.js';
import { instantText } from '../instants.js';
import { closingEdge } from './dateWords.js';
import { isKnown, orUnknown, type Unknown, unknown } from './unknown.js';
import { differByIds } from './values.js';

/*
 * The scoring part of a contest. In a document any value may be unknown (`scoringPart`); what is ranked
 * by must be complete (`rankingRules`). Both have the same shape.
 */

const criterionId = z.string().regex(/^[a-z][a-z0-9_]*$/);
const step = positiveDecimal.default('1');
const count = z.int().positive();

const plainTieSteps = ['audience', 'head_judge', 'earlier_submission', 'shared', 'draw'] as const;
const tieStep = z.union([z.enum(plainTieSteps), z.templateLiteral(['criterion:', z.string()])]);
export type TieStep = z.output<typeof tieStep>;

const aggregate = z.enum(['mean', 'median', 'trimmed']);
export type Aggregate = z.output<typeof aggregate>;

/** `zscore`: each judge's sums are stretched to the mean and spread of all, where judges saw different entries. */
const normalise = z.enum(['none', 'zscore']);

/** How raw points become a share of the weight. `places` lists the points of the 1st, 2nd, … place. */
export const scale = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('max') }),
  z.strictObject({ method: z.literal('cap'), cap: positiveDecimal }),
  z.strictObject({ method: z.literal('rank'), places: z.array(decimalText).min(1) }),
]);
export type Scale = z.output<typeof scale>;

/** In points of a sheet, or as a share of its full points. */
const differBy = z.union([
  z.strictObject({ points: positiveDecimal }),
  z.strictObject({ share: positiveDecimal }),
]);
export type DifferBy = z.output<typeof differBy>;

/** People vote with the assistant too, each so often a day or in all; the points of a vote stand with the others. */
const inBot = z.strictObject({ per: z.enum(['day', 'contest']), votes: count });
export type InBot = z.output<typeof inBot>;

const openPoints = z.strictObject({
  like: orUnknown(decimalText),
  share: orUnknown(decimalText),
  vote: decimalText.optional(),
});
const points = z.object({ like: decimalText, share: decimalText, vote: decimalText.optional() });

/** Whoever states the points and no step means whole ones; where nobody has stated the points, nobody has the step. */
const criterion = z
  .strictObject({
    id: criterionId,
    label: z.string(),
    max: orUnknown(positiveDecimal),
    step: orUnknown(positiveDecimal).optional(),
  })
  .transform(({ step, ...each }) => ({ ...each, step: step ?? (isKnown(each.max) ? '1' : unknown) }));

type Parts = {
  criteria: { id: string }[] | Unknown;
  audience: {
    mode: string;
    weight?: DecimalText | Unknown;
    scale?: Scale | Unknown;
    points?: { vote?: DecimalText | undefined };
    inBot?: InBot | undefined;
  };
  tieChain: TieStep[] | Unknown;
};

function fitTogether({ criteria, audience, tieChain }: Parts, context: z.core.$RefinementCtx): void {
  const { weight, scale, points, inBot } = audience;
  if (inBot && points?.vote === undefined)
    context.addIssue({
      code: 'custom',
      message: 'vote_without_points',
      path: ['audience', 'points'],
      input: points,
    });
  if (scale && isKnown(scale) && isKnown(weight) && scale.method === 'rank' && scale.places[0] !== weight) {
    const path = ['audience', 'scale', 'places', 0];
    context.addIssue({ code: 'custom', message: 'first_place_is_not_the_weight', path, input: scale });
  }
  if (!isKnown(criteria) || !isKnown(tieChain)) return;
  const steps: string[] = [...plainTieSteps, ...criteria.map(({ id }) => `criterion:${id}`)];
  for (const [index, step] of tieChain.entries()) {
    if (steps.includes(step)) continue;
    context.addIssue({
      code: 'custom',
      message: 'no_such_criterion',
      path: ['tieChain', index],
      input: step,
      params: { other: step.replace('criterion:', '') },
    });
  }
}

const tieEndings: readonly TieStep[] = ['shared', 'draw'];

/** Does a chain say what becomes of those who are still tied at its end? */
export const endOf = (chain: readonly TieStep[]): number =>
  chain.findIndex((step) => tieEndings.includes(step));

export const scoringPart = z
  .strictObject({
    criteria: orUnknown(z.array(criterion).min(1).superRefine(differByIds)),
    /** The full points of one sheet, where the plan names them beside those of each criterion. */
    outOf: orUnknown(positiveDecimal).optional(),
    jury: z.strictObject({
      weight: orUnknown(decimalText),
      judges: orUnknown(count),
      aggregate: orUnknown(aggregate),
      quorum: orUnknown(count),
      /** From which difference on between two sheets for an entry who heads the jury is told of it. */
      differBy: differBy.optional(),
      normalise: normalise.optional(),
      /** In the final each entry is looked at by so many judges; left out: by all. */
      assignment: z.strictObject({ views: count }).optional(),
      /** Do judges see of an entry only its code, and not whose it is? */
      blind: z.boolean().optional(),
      /** Are judges named to teams, where a result is explained? Otherwise they are numbers. */
      named: z.boolean().optional(),
    }),
    /** `score`: part of the total, by its weight; `prize`: decides a prize of its own; `none`: no vote. */
    audience: z.discriminatedUnion('mode', [
      z.strictObject({
        mode: z.literal('score'),
        weight: orUnknown(decimalText),
        points: openPoints,
        scale: orUnknown(scale),
        freezeAt: orUnknown(closingEdge),
        inBot: inBot.optional(),
      }),
      z.strictObject({
        mode: z.literal('prize'),
        points: openPoints,
        freezeAt: orUnknown(closingEdge),
        inBot: inBot.optional(),
      }),
      z.strictObject({ mode: z.literal('none') }),
    ]),
    tieChain: orUnknown(z.array(tieStep)),
    precision: orUnknown(z.int().min(0).max(6)),
  })
  .superRefine(fitTogether);

const numberOfSheets = wholeNumber.pipe(count);

export const rankingRules = z
  .object({
    criteria: z
      .array(z.object({ id: z.string().min(1), max: positiveDecimal, step }))
      .min(1)
      .superRefine(differByIds),
    jury: z.object({
      weight: decimalText,
      aggregate,
      quorum: numberOfSheets,
      normalise: normalise.optional(),
    }),
    audience: z.discriminatedUnion('mode', [
      z.object({
        mode: z.literal('score'),
        weight: decimalText,
        points,
        scale,
        freezeAt: instantText,
      }),
      z.object({
        mode: z.literal('prize'),
        points,
        freezeAt: instantText,
      }),
      z.object({ mode: z.literal('none') }),
    ]),
    tieChain: z.array(tieStep).default([]),
    precision: wholeNumber.pipe(z.int().max(6)).default(2),
  })
  .superRefine(fitTogether);
export type RankingRules = z.output<typeof rankingRules>;
