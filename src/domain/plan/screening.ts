import { z } from 'zod';
import { windowName } from './dateWords.js';
import { orUnknown } from './unknown.js';
import { count, differByIds, id, line } from './values.js';

/** How entries are checked against the demands, by people, before they are judged. */
export const screening = z
  .strictObject({
    /** The round whose entries are checked, and when. */
    round: id,
    window: windowName,
    /** What is looked at, one by one; what an author is sent back with. */
    checklist: orUnknown(
      z
        .array(z.strictObject({ id, text: line }))
        .min(1)
        .superRefine(differByIds),
    ),
    /** One person's word is enough, or most of so many must say the same. */
    screeners: orUnknown(
      z.union([z.strictObject({ one: z.literal(true) }), z.strictObject({ majorityOf: count })]),
    ),
    /** How long an author has to correct what was sent back. */
    correction: orUnknown(z.union([z.strictObject({ days: count }), z.strictObject({ hours: count })])),
    /** Why an entry can be rejected. */
    reasons: orUnknown(z.array(z.strictObject({ code: id, text: line })).min(1)),
    /** The reason for which an entry is rejected by itself when it isn't corrected in time. */
    lapse: orUnknown(id),
  })
  .superRefine(({ reasons, lapse }, context) => {
    if (!Array.isArray(reasons) || typeof lapse !== 'string') return;
    if (reasons.some(({ code }) => code === lapse)) return;
    context.addIssue({
      code: 'custom',
      message: 'no_such_reason',
      path: ['lapse'],
      input: lapse,
      params: { other: lapse },
    });
  });
export type Screening = z.output<typeof screening>;
