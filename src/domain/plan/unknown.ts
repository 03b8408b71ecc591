import { z } from 'zod';

/**
 * A value that no source states. It is written `unknown` in a contest document; inside it is an object,
 * so that the compiler won't let it pass for a text or a number, and it survives JSON and the database.
 */
export type Unknown = { readonly unknown: true };

export const unknown: Unknown = Object.freeze({ unknown: true });

export const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && 'unknown' in value && value.unknown === true;

export const isKnown = <T>(value: T): value is Exclude<T, Unknown> => !isUnknown(value);

const unknownWord = z
  .union([z.literal('unknown'), z.strictObject({ unknown: z.literal(true) })])
  .transform((): Unknown => unknown);

/** A field that may be unstated. Tried first, so that the word is never taken for a text. */
export const orUnknown = <T extends z.ZodType>(schema: T) => z.union([unknownWord, schema]);
