import { createHash } from 'node:crypto';

/** Lots: who has to draw, in the order of the codes, or in the order that was drawn where a seed was kept. */
export type Draw = { codes: string[]; seed?: string };

/** Lots that were drawn, by a seed that was kept. */
export type Drawn = { codes: readonly string[]; seed: string };

/**
 * The seed for these; `undefined`: nobody has drawn. Who has drawn together keeps the order that came of it, also
 * when fewer of them are left, so that no lot is ever drawn twice.
 */
export function seedAmong(
  codes: readonly string[],
  { drawSeed, draws = [] }: { drawSeed?: string | undefined; draws?: readonly Drawn[] | undefined },
): string | undefined {
  return drawSeed ?? draws.find((draw) => codes.every((code) => draw.codes.includes(code)))?.seed;
}

/**
 * The order of those who draw, which follows from the seed alone: whoever's lot is the smallest comes first.
 * Anybody can check a lot: `printf %s 'SEED:QN-07' | sha256sum`.
 */
export function drawn<T extends { code: string }>(members: readonly T[], seed: string): T[] {
  const lots = members.map((member) => ({ member, lot: lotOf(seed, member.code) }));
  return lots.sort((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ member }) => member);
}

export const lotOf = (seed: string, code: string): string =>
  createHash('sha256').update(`${seed}:${code}`).digest('hex');
