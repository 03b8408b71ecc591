import { createHash } from 'node:crypto';

/** Chance that comes out the same for the same seed. */
export type Chance = {
  /** From 0 up to, but not including, 1. */
  number(): number;
  /** A whole number; both ends can come. */
  whole(from: number, to: number): number;
  happens(probability: number): boolean;
  oneOf<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item;
  shuffled<Item>(items: readonly Item[]): Item[];
  /** Chance of its own for what is called so: what others draw doesn't change it. */
  apart(name: string): Chance;
};

export function chanceOf(seed: string): Chance {
  const next = generator(seed);
  const chance: Chance = {
    number: next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (probability) => next() < probability,
    oneOf(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('there is nothing to choose from');
      return item;
    },
    shuffled(items) {
      const left = [...items];
      return items.flatMap(() => left.splice(Math.floor(next() * left.length), 1));
    },
    apart: (name) => chanceOf(`${seed}/${name}`),
  };
  return chance;
}

/** sfc32, by Chris Doty-Humphrey: small, fast, and fed with as much of the seed's digest as it holds. */
function generator(seed: string): () => number {
  const digest = createHash('sha256').update(seed).digest();
  let [a, b, c, counter] = [0, 4, 8, 12].map((at) => digest.readInt32LE(at)) as [
    number,
    number,
    number,
    number,
  ];
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
}
