const COLOURS = ['#e17076', '#e8933a', '#a695e7', '#6dbb52', '#3fb8c4', '#5ca3e6', '#ee7aae'];

/** @param {string} name @returns {string} at most two letters: the first and the last word's */
export function initials(name) {
  const letters = name
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .trim()
    .split(/\s+/)
    .map((word) => [...word][0] ?? '');
  return (
    (letters.length > 1 ? `${letters[0]}${letters.at(-1)}` : (letters[0] ?? '')).toLocaleUpperCase('vi') ||
    '?'
  );
}

/** @param {string} id @returns {number} the same number for the same id, everywhere */
export function hash(id) {
  let sum = 7;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}

/** @param {string} id */
export const colourOf = (id) => COLOURS[hash(id) % COLOURS.length] ?? '#5ca3e6';

/** @param {'telegram' | 'zalo'} platform */
export const platformName = (platform) => (platform === 'zalo' ? 'Zalo' : 'Telegram');
