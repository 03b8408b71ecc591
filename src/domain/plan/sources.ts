import { z } from 'zod';
import type { Plan } from '../plan.js';
import { windowName, windowWords } from './dateWords.js';
import { id, line } from './values.js';

export const documents = z.record(
  id,
  z.strictObject({
    title: line,
    number: line.optional(),
    date: line.optional(),
    /** Nobody's word: made up to show how it would look. */
    sample: z.boolean().optional(),
  }),
);

const citation = z.strictObject({
  from: z.union([id.transform((only) => [only]), z.array(id).min(1)]),
  note: line.optional(),
});
export type Citation = z.output<typeof citation>;

/** Written by path; kept as a list, since paths have dots in them and the keys of a database may not. */
export const citations = z.union([
  z.array(citation.extend({ path: z.string() })),
  z
    .record(z.string(), citation)
    .transform((byPath) => Object.entries(byPath).map(([path, cited]) => ({ path, ...cited }))),
]);

/**
 * What another document says, or what is known to have happened, about a window of the plan. The plan's
 * own words count; the difference is shown until a person decides.
 */
export const otherwise = z.strictObject({
  id,
  window: windowName,
  says: windowWords,
  from: id,
  /** The unit for which it was said, where not for all: its code in the list. */
  unit: z.string().regex(/^\d+$/, 'not_a_unit_code').optional(),
  note: line.optional(),
});
export type Otherwise = z.output<typeof otherwise>;

/** Where a value was taken from: the citation of the longest path that covers it. */
export function sourceOf({ sources }: Pick<Plan, 'sources'>, path: string): Citation | undefined {
  return sources
    .filter((cited) => cited.path === path || path.startsWith(`${cited.path}.`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

/** Made up, to be replaced before the contest is real. */
export function isSample(plan: Pick<Plan, 'sources' | 'documents'>, path: string): boolean {
  return sourceOf(plan, path)?.from.some((document) => plan.documents[document]?.sample) ?? false;
}
