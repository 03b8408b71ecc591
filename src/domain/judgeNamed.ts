import { tidy } from './text.js';

/** Words for units, with their accents or without any: `Phương` is a name and no `phường`. */
const KIND =
  '(?:xã|xa|phường|phuong|thị trấn|thi tran|đặc khu|dac khu|huyện|huyen|quận|quan|thị xã|thi xa|thành phố|thanh pho|tp\\.?|cụm|cum|thôn|thon|tổ dân phố|to dan pho)';
const ACCENTED = '(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|cụm)';
const OF = '(?:thuộc |thuoc |của |ở )?';

const inFront = new RegExp(`^${OF}(${KIND}\\s[^:]+):(.*)$`, 'isu');
const inBrackets = /^(.*?)\s*\(([^()]*)\)$/su;
const behindComma = new RegExp(`^(.*?)\\s*[,;–-]\\s*${OF}(${KIND}\\s.+)$`, 'isu');
const behind = new RegExp(`^(.+?)\\s${OF}(${ACCENTED}\\s.+)$`, 'isu');
const perhaps = /^([^,;]+?)\s*[,;]\s*(.+)$/su;

/** `isSaid`: a word says that it is a unit; else it may be anything that stands behind a name. */
export type JudgeNamed = { name: string; home: string; isSaid: boolean };

/**
 * A judge named with the unit he comes from: `Lê Giám, xã Bình Minh`, `Lê Giám (xã Bình Minh)`,
 * `xã Bình Minh: Lê Giám`. `null`: a name alone.
 */
export function judgeNamed(typed: string): JudgeNamed | null {
  const text = tidy(typed).normalize('NFC');
  const [, first, last] = inFront.exec(text) ?? [];
  if (first !== undefined) return { name: tidy(last ?? ''), home: tidy(first), isSaid: true };
  const [, named, inside] = inBrackets.exec(text) ?? [];
  if (inside !== undefined) {
    const home = tidy(inside).replace(new RegExp(`^${OF}`, 'iu'), '');
    return { name: tidy(named ?? ''), home, isSaid: new RegExp(`^${KIND}\\s`, 'iu').test(home) };
  }
  for (const [pattern, isSaid] of [
    [behindComma, true],
    [behind, true],
    [perhaps, false],
  ] as const) {
    const [, name, home] = pattern.exec(text) ?? [];
    if (name !== undefined && home !== undefined) return { name: tidy(name), home: tidy(home), isSaid };
  }
  return null;
}
