import type { Entry, Surroundings } from './entries.js';
import { type Likenesses, likeness, type Vocabulary } from './vocabulary.js';

/** An entry worth a closer look. It will not have fewer faults than `faults`. */
export type Candidate = { entry: Entry; faults: number };

/** A set of typed syllables is a number, bit by bit, so no more than these are compared. */
export const mostSyllables = 24;

/**
 * Sorts out, in one pass over numbers, the entries that can't be meant: what remains are those of which
 * every syllable was typed, in its order, and those that account for everything that was typed; those that
 * may have the fewest faults come first.
 */
export function openSieve(
  entries: readonly Entry[],
  surroundings: readonly Surroundings[],
  vocabulary: Vocabulary,
) {
  const names = Int32Array.from(entries.flatMap(({ name }) => name));
  const ends = new Int32Array(entries.length);
  const above = Int32Array.from(entries, (entry) => entry.above.index);
  const kinds = new KindSets(entries);
  let end = 0;
  for (const [index, { name }] of entries.entries()) {
    end += name.length;
    ends[index] = end;
  }

  return (like: Likenesses[]): Candidate[] => {
    const near = bitsOf(like, vocabulary.size, likeness.oneLetterOff);
    const exact = bitsOf(like, vocabulary.size, likeness.begun);
    const nearAbove = Int32Array.from(surroundings, ({ syllables }) => union(near, syllables));
    const exactAbove = Int32Array.from(surroundings, ({ syllables }) => union(exact, syllables));
    const nearKinds = kinds.sets.map((syllables) => union(near, syllables));
    const exactKinds = kinds.sets.map((syllables) => union(exact, syllables));
    const all = (1 << like.length) - 1;

    const byFaults: Candidate[][] = like.map(() => []);
    let at = 0;
    for (let index = 0; index < entries.length; index += 1) {
      let inOrder = all;
      let nearBits = 0;
      let exactBits = 0;
      for (let place = 0; at < (ends[index] ?? 0); at += 1, place += 1) {
        const syllable = names[at] ?? 0;
        const bits = near[syllable] ?? 0;
        nearBits |= bits;
        exactBits |= exact[syllable] ?? 0;
        inOrder &= bits >>> place;
      }
      if (nearBits === 0) continue;
      const [around, kind] = [above[index] ?? 0, kinds.of[index] ?? 0];
      if (inOrder === 0 && (nearBits | (nearAbove[around] ?? 0) | (nearKinds[kind] ?? 0)) !== all) continue;
      const faults = howMany(all & ~(exactBits | (exactAbove[around] ?? 0) | (exactKinds[kind] ?? 0)));
      const entry = entries[index];
      if (entry) byFaults[faults]?.push({ entry, faults });
    }
    return byFaults.flat();
  };
}

/** Most entries share one of a few kinds. */
class KindSets {
  readonly sets: number[][] = [];
  readonly of: Int32Array;

  constructor(entries: readonly Entry[]) {
    const known = new Map<number[][], number>();
    this.of = Int32Array.from(entries, ({ kinds }) => {
      const before = known.get(kinds);
      if (before !== undefined) return before;
      known.set(kinds, this.sets.length);
      return this.sets.push(kinds.flat()) - 1;
    });
  }
}

/** For each syllable of the vocabulary, which of the typed ones are at least so like it. */
function bitsOf(like: Likenesses[], size: number, least: number): Int32Array {
  const bits = new Int32Array(size);
  for (const [index, { of, alike }] of like.entries())
    for (const syllable of alike)
      if ((of[syllable] ?? 0) >= least) bits[syllable] = (bits[syllable] ?? 0) | (1 << index);
  return bits;
}

function union(bits: Int32Array, syllables: readonly number[]): number {
  let together = 0;
  for (const syllable of syllables) together |= bits[syllable] ?? 0;
  return together;
}

function howMany(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
