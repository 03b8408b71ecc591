import { fold } from '../text.js';

/** `P.1, TP Quảng Ngãi` → `p`, `1`, `tp`, `quang`, `ngai`. `Lý` and `Lí` are both `li`. */
export function syllables(text: string): string[] {
  return fold(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .replace(/\b([a-z]{1,2})(\d+)\b/g, '$1 $2')
    .replace(/\b0+(?=\d)/g, '')
    .replace(/\b(qu|[^aeiouy\d ]*)y\b/g, '$1i')
    .split(' ')
    .filter(Boolean);
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A syllable with its accents, the same wherever in it the tone was put: `Hòa` and `Hoà`. */
export function accentKey(syllable: string): string {
  const letters = syllable.toLowerCase().normalize('NFD');
  return letters.replace(tones, '') + (letters.match(tones) ?? []).join('');
}

/** The accent keys of a name's words, in their order. */
export const accentsOf = (name: string): string[] =>
  name
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter(Boolean)
    .map(accentKey);

/**
 * The same for one name in several spellings: `Hoà` and `Hòa`, `An Qui` and `An Quy`, `Phường 01` and
 * `Phường 1`, `Dliê Ya` and `DliêYa`, `Đăk Hà` and `Đắk Hà` (before a final k, which Vietnamese doesn't
 * have, the tone is written or not). Other accents are another name.
 */
export const spellingKey = (name: string): string =>
  name
    .split(/[^\p{L}\p{M}\d]+/u)
    .map((word) =>
      accentKey(word)
        .replace(/k\u0301$/, 'k')
        .replace(/^0+(?=\d)/, '')
        .replace(/^(qu|[^aeiouy\d]*)y(?=\p{M}*$)/u, '$1i'),
    )
    .join('');

/** One letter wrong, missing, too many, or two neighbours swapped. */
export function isOneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/** `thanh` → `hanh`, `tanh`, `thnh`, `thah`, `than`. */
export const withoutOneLetter = (syllable: string): string[] =>
  Array.from(syllable, (_, at) => syllable.slice(0, at) + syllable.slice(at + 1));
