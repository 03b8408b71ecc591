import type { z } from 'zod';

/** The fields that a schema lets stand at a place, in any of the shapes that a value may have there. */
export function keysAt(schema: z.core.$ZodType, steps: readonly PropertyKey[]): string[] {
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  switch (def.type) {
    case 'object': {
      const [key, ...rest] = steps;
      if (key === undefined) return Object.keys(def.shape);
      const field = def.shape[String(key)];
      return field ? keysAt(field, rest) : [];
    }
    case 'array':
      return keysAt(def.element, steps.slice(1));
    case 'record':
      return steps.length > 0 ? keysAt(def.valueType, steps.slice(1)) : [];
    case 'union':
      return def.options.flatMap((option) => keysAt(option, steps));
    case 'optional':
    case 'nullable':
    case 'default':
      return keysAt(def.innerType, steps);
    case 'pipe':
      return keysAt(def.in, steps);
    default:
      return [];
  }
}

/** What was probably meant: alike but for a third of its letters, with capitals or without. */
export function nearestTo(typed: string, keys: readonly string[]): string | null {
  const said = typed.toLowerCase();
  const [best] = [...new Set(keys)]
    .map((key) => ({ key, apart: differing(said, key.toLowerCase()) }))
    .filter(({ key, apart }) => apart <= Math.max(1, Math.floor(key.length / 3)))
    .sort((one, other) => one.apart - other.apart);
  return best?.key ?? null;
}

/** How many letters have to be put in, left out or changed to make one of the other. */
function differing(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [column, wanted] of [...other].entries()) {
      const [above = 0, beside = 0, across = 0] = [row[column + 1], next[column], row[column]];
      next.push(Math.min(above + 1, beside + 1, across + (letter === wanted ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
