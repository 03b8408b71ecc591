const controls = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
/** Latin letters, digits and signs with single blanks between: nothing to take out, and most of what there is. */
const plain = /^[!-~\u00c0-\u024f\u1ea0-\u1ef9]+(?: [!-~\u00c0-\u024f\u1ea0-\u1ef9]+)*$/;
const lineBreaks = /\r\n?|[\u0085\u2028\u2029]/g;

/**
 * For comparing what people type: no accents, lower case, single blanks, đ as d. The same for either
 * Unicode form, and for the fancy letters that phones offer as "fonts".
 */
export function fold(text: string): string {
  return tidy(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đð]/g, 'd') // Ð (eth) is what some keyboards write for Đ
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * For keeping what people type: one Unicode form, and nothing in it that can't be seen (control,
 * zero-width, direction and private-use characters). With `lines`, line breaks stay, at most one empty
 * line in a row.
 */
export function tidy(text: string, { lines = false } = {}): string {
  if (plain.test(text)) return text.normalize('NFC');
  const cleaned = text
    .replace(lineBreaks, '\n')
    .split('\n')
    .map((line) => line.replaceAll('\t', ' ').replace(controls, '').replace(/\s+/gu, ' ').trim());
  const joined = lines ? cleaned.join('\n').replace(/\n{3,}/g, '\n\n') : cleaned.filter(Boolean).join(' ');
  return joined.trim().normalize('NFC');
}

/** `0905 123 456`. */
export const showPhone = (phone: string): string => phone.replace(/^(\d{4})(\d{3})(\d+)$/, '$1 $2 $3');
