import type { Chance } from './chance.js';

/** How people write on their phones. */
export const habits = [
  'neat',
  'unaccented',
  'decomposed',
  'capitals',
  'unaccentedCapitals',
  'spaced',
] as const;
export type Habit = (typeof habits)[number];

/** The same words as this person would type them. */
export function asTyped(text: string, habit: Habit): string {
  switch (habit) {
    case 'neat':
      return text;
    case 'unaccented':
      return withoutAccents(text).toLowerCase();
    case 'decomposed':
      return text.normalize('NFD');
    case 'capitals':
      return text.toUpperCase();
    case 'unaccentedCapitals':
      return withoutAccents(text).toUpperCase();
    case 'spaced':
      return `  ${text.replaceAll(' ', '   ')} `;
  }
}

/** Names are written with care: only what is lost on nobody changes. */
export const asNamed = (text: string, habit: Habit): string =>
  habit === 'decomposed' || habit === 'spaced' ? asTyped(text, habit) : text;

const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** Two letters have changed places, or one is missing: never the first, and never what isn't a letter. */
export function mistyped(text: string, chance: Chance): string {
  const inner = [...text.matchAll(/(?<=\p{L})\p{L}(?=\p{L})/gu)].map(({ index }) => index);
  // Syllables of two letters have no inner ones: the last is struck twice.
  if (inner.length === 0) return `${text}${text.at(-1)}`;
  const at = chance.oneOf(inner);
  return chance.happens(0.5)
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}

/** A phone number as it stands on somebody's card. */
export function phoneAsWritten(phone: string, chance: Chance): string {
  const [front, middle, back] = [phone.slice(0, 4), phone.slice(4, 7), phone.slice(7)];
  return chance.oneOf([
    phone,
    `${front}.${middle}.${back}`,
    `${front} ${middle} ${back}`,
    `+84 ${front.slice(1)} ${middle} ${back}`,
  ]);
}
