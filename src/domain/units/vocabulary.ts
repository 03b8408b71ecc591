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
  likenesses(typed: string, isLast: boolean): Uint8Array {
    const mayDiffer = typed.length > 1 && !/\d/.test(typed);
    return Uint8Array.from(this.#syllables, (syllable) => {
      if (syllable === typed) return likeness.same;
      if (!mayDiffer || /\d/.test(syllable)) return likeness.none;
      if (isLast && syllable.startsWith(typed)) return likeness.begun;
      return syllable.length > 1 && isOneLetterOff(typed, syllable) ? likeness.oneLetterOff : likeness.none;
    });
  }
}
