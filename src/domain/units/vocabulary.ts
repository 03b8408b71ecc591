import { isOneLetterOff, withoutOneLetter } from './syllables.js';

export const likeness = { none: 0, oneLetterOff: 5, begun: 7, same: 10 } as const;

/** How like a typed syllable is to each of the vocabulary; `alike` are those to which it is at all. */
export type Likenesses = { of: Uint8Array; alike: number[] };

/** Every syllable that occurs in the names, numbered, so that a search compares numbers. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #syllables: string[] = [];
  /** What remains of a syllable without one of its letters, and whole ones: near ones share such a rest. */
  readonly #rests = new Map<string, number[]>();

  get size(): number {
    return this.#syllables.length;
  }

  number(syllable: string): number {
    const known = this.#numbers.get(syllable);
    if (known !== undefined) return known;
    const number = this.#syllables.push(syllable) - 1;
    this.#numbers.set(syllable, number);
    if (hasDigit(syllable)) return number;
    for (const rest of new Set([syllable, ...withoutOneLetter(syllable)])) {
      const sharing = this.#rests.get(rest);
      if (sharing) sharing.push(number);
      else this.#rests.set(rest, [number]);
    }
    return number;
  }

  has(syllable: string): boolean {
    return this.#numbers.has(syllable);
  }

  /** The last syllable typed may be only begun. */
  spelt(typed: string, isLast: boolean): Likenesses {
    const found = this.#none();
    const exact = this.#numbers.get(typed);
    if (exact !== undefined) note(found, exact, likeness.same);
    if (isLast && typed.length > 1 && !hasDigit(typed)) {
      for (const [number, syllable] of this.#syllables.entries()) {
        if (syllable.startsWith(typed)) note(found, number, likeness.begun);
      }
    }
    return found;
  }

  /** The same, for a syllable that may have a letter wrong. Numbers are never taken for other numbers. */
  misspelt(typed: string, isLast: boolean): Likenesses {
    const found = this.spelt(typed, isLast);
    if (hasDigit(typed)) return found;
    for (const rest of [typed, ...withoutOneLetter(typed)]) {
      for (const number of this.#rests.get(rest) ?? []) {
        const syllable = this.#syllables[number] ?? '';
        if (typed.length + syllable.length < leastLetters || !isOneLetterOff(typed, syllable)) continue;
        note(found, number, likeness.oneLetterOff);
      }
    }
    return found;
  }

  #none(): Likenesses {
    return { of: new Uint8Array(this.size), alike: [] };
  }
}

/** Of both together: one letter instead of another one says nothing, nor does one for two. */
const leastLetters = 4;

function note({ of, alike }: Likenesses, number: number, like: number): void {
  if (of[number] !== likeness.none) return;
  of[number] = like;
  alike.push(number);
}

const hasDigit = (syllable: string): boolean => /\d/.test(syllable);
