import vi from '../locales/vi/index.js';
import type { Key } from '../src/words.js';

/** People know what the bot wants of them by its words, so that is how the replay knows too. */

const patterns = new Map<Key, RegExp>();

/** Whether `text` says what this key's sentence says, whatever was filled in. */
export function says(text: string, key: Key): boolean {
  const pattern = patterns.get(key) ?? new RegExp(patternOf(key, () => '[^]*?'));
  patterns.set(key, pattern);
  return pattern.test(text);
}

/** What was filled in, for each whole line that says what this key's sentence says. */
export function valuesIn(text: string, key: Key): Record<string, string>[] {
  const pattern = patternOf(key, (blank) => `(?<${blank}>.+?)`).trim();
  return [...text.matchAll(new RegExp(`^ *${pattern}$`, 'gm'))].map(({ groups }) => ({ ...groups }));
}

/** The sentence as people see it; `blank` stands where something is filled in. */
const patternOf = (key: Key, blank: (name: string) => string): string =>
  sentenceOf(key)
    .replace(/<\/?(?:b|i|code)>/g, '')
    .split(/\{\{(\w+)\}\}/)
    .map((piece, index) => (index % 2 === 0 ? piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : blank(piece)))
    .join('');

function sentenceOf(key: Key): string {
  const sentence = key
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], vi);
  if (typeof sentence !== 'string') throw new Error(`there are no words for ${key}`);
  return sentence;
}

/** Invitations are passed on by hand, so somebody has to find the code in the message. */
export function codeIn(text: string): string {
  const code = /(?<![A-Z0-9])[A-Z0-9]{8}(?![A-Z0-9])/.exec(text)?.[0];
  if (!code) throw new Error(`there is no code in: ${text}`);
  return code;
}

export function codeOfEntryIn(text: string): string {
  const code = /\b[A-Z]{2}-\d{2,}\b/.exec(text)?.[0];
  if (!code) throw new Error(`there is no entry's code in: ${text}`);
  return code;
}
