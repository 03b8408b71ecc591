import { isOneLetterOff } from './syllables.js';

export const likeness = { none: 0, oneLetterOff: 5, begun: 7, same: 10 } as const;

/** Every syllable that occurs in the names, numbered, so that a search compares numbers. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #syllables: string[] = [];

  number(syllable: string): number {
    const known = this.#numbers.get(syllable);
    if (known !== undefined) return known;
    this.#numbers.set(syllable, this.#syllables.length);
    return this.#syllables.push(syllable) - 1;
  }

  has(syllable: string): boolean {
    return this.#numbers.has(syllable);
  }

  /** How like each numbered syllable is to a typed one. The last one typed may be only begun. */
  spelt(typed: string, isLast: boolean): Uint8Array {
    const likenesses = new Uint8Array(this.#syllables.length);
    if (isLast && typed.length > 1 && !hasDigit(typed)) {
      for (const [number, syllable] of this.#syllables.entries()) {
        if (syllable.startsWith(typed)) likenesses[number] = likeness.begun;
      }
    }
    const exact = this.#numbers.get(typed);
    if (exact !== undefined) likenesses[exact] = likeness.same;
    return likenesses;
  }

  /** The same, for a syllable that may have a letter wrong. */
  misspelt(typed: string, isLast: boolean): Uint8Array {
    const likenesses = this.spelt(typed, isLast);
    if (typed.length < 2 || hasDigit(typed)) return likenesses;
    for (const [number, syllable] of this.#syllables.entries()) {
      if (likenesses[number] !== likeness.none || syllable.length < 2 || hasDigit(syllable)) continue;
      if (isOneLetterOff(typed, syllable)) likenesses[number] = likeness.oneLetterOff;
    }
    return likenesses;
  }
}

const hasDigit = (syllable: string): boolean => /\d/.test(syllable);
