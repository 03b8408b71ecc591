import { z } from 'zod';
import { unitLevel } from '../units/unit.js';
import { orUnknown, unknown } from './unknown.js';

export const id = z.string().regex(/^[a-z][a-z0-9_-]*$/, 'not_an_id');
export const line = z.string().trim().min(1, 'empty');
export const count = z.int().positive();
export const dong = z.int().positive();

/** So many per unit of this level: `{ level: district, count: 2 }`. */
export const perUnit = z.strictObject({ level: unitLevel, count });
export type PerUnit = z.output<typeof perUnit>;

/** A field that may be left out: nobody stated it then, just as if it said `unknown`. */
export const stated = <T extends z.ZodType>(schema: T) => orUnknown(schema).default(unknown);

/** Two items of a list can't go by the same name. */
export function differByIds(items: readonly { id: string }[], context: z.core.$RefinementCtx): void {
  for (const [index, { id }] of items.entries()) {
    if (items.findIndex((item) => item.id === id) === index) continue;
    context.addIssue({
      code: 'custom',
      message: 'same_id_twice',
      path: [index, 'id'],
      input: id,
      params: { id },
    });
  }
}
