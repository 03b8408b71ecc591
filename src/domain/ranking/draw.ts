import { createHash } from 'node:crypto';

/** Lots: who has to draw, in the order of the codes, or in the order that was drawn where a seed was kept. */
export type Draw = { codes: string[]; seed?: string };

/** Lots that were drawn, by a seed that was kept. */
export type Drawn = { codes: readonly string[]; seed: string };

/**
 * The order that lots have given to these, best first; `undefined`: nobody has drawn among all of them. Who has drawn
 * together keeps the order that came of it, also when fewer of them are left, or more are tied with them later: then
 * the newcomers' lots say which places are theirs, and nobody draws his own a second time.
 */
export function drawnAmong(
  codes: readonly string[],
  { drawSeed, draws = [] }: { drawSeed?: string | undefined; draws?: readonly Drawn[] | undefined },
): Drawn | undefined {
  if (drawSeed !== undefined) return { codes: byLot(codes, drawSeed), seed: drawSeed };
  const orders: string[][] = [];
  for (const draw of draws) {
    // The earliest comes last, so that nothing moves what it has given.
    const order = orders.reduceRight(inOrderOf, byLot(draw.codes, draw.seed));
    if (codes.every((code) => order.includes(code)))
      return { codes: order.filter((code) => codes.includes(code)), seed: draw.seed };
    orders.push(order);
  }
  return undefined;
}

const byLot = (codes: readonly string[], seed: string): string[] =>
  drawn(
    codes.map((code) => ({ code })),
    seed,
  ).map(({ code }) => code);

/** Those who stand in an earlier order too take the places that they have among them in that order. */
function inOrderOf(order: readonly string[], earlier: readonly string[]): string[] {
  const kept = earlier.filter((code) => order.includes(code)).values();
  return order.map((code) => (earlier.includes(code) ? (kept.next().value ?? code) : code));
}

/** Those who have drawn, in the order of their lots. */
export const inLots = <T extends { code: string }>(members: readonly T[], { codes }: Drawn): T[] =>
  [...members].sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));

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
