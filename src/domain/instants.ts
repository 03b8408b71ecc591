import { DateTime } from 'luxon';
import { z } from 'zod';

/** A moment in writing, with its distance from Greenwich: `2023-09-19T20:00:00+07:00`. */
export type InstantText = string;

const usual = z.iso.datetime({ offset: true });

/**
 * Any ISO 8601 writing of a moment. One without an offset is refused: it is another moment in every zone,
 * and a day alone has no last second before somebody has said so.
 */
export const instantText = z.string().transform((text, context): InstantText => {
  if (usual.safeParse(text).success) return text;
  const read = /T.*(?:Z|[+-]\d{2}(?::?\d{2})?)$/.test(text) ? DateTime.fromISO(text, { zone: 'utc' }) : null;
  if (!read?.isValid) {
    context.addIssue({ code: 'custom', message: 'not_an_instant', input: text });
    return z.NEVER;
  }
  return read.toISO();
});

/** Nanoseconds since 1970: what is written beyond the millisecond counts too. */
export function instantOf(text: InstantText): bigint {
  const [whole = '', decimals = '', zone = ''] = text.split(/[.](\d+)/);
  return BigInt(Date.parse(whole + zone)) * 1_000_000n + BigInt(decimals.slice(0, 9).padEnd(9, '0'));
}
