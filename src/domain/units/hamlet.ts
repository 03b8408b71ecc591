import { fold, tidy } from '../text.js';

/** What hamlets are called, without accents, as it begins a name: `thôn`, `tổ dân phố`, `bản` … */
const beginsAsHamlet = /^(?:thon|to|tdp|ban|ap|lang|buon|bon|xom|khom|khoi|khu|kp|kdc|plei|soc) \S/;
const communeKinds = new Set(['xa', 'phuong', 'p', 'tt', 'thi tran', 'dac khu']);

/**
 * "Thôn Kỳ Thọ Nam 2, xã Hành Đức" → the hamlet's name and the rest, which says where it is. `null` if no
 * part begins as hamlets do, or nothing would be left.
 */
export function hamletIn(typed: string): { hamlet: string; rest: string } | null {
  const hamlets: string[] = [];
  const others: string[] = [];
  for (const part of partsOf(typed)) {
    if (!isHamlet(part)) {
      others.push(part);
      continue;
    }
    const words = part.split(' ');
    const at = words.findLastIndex((_, index) => index > 1 && isCommuneKind(words, index));
    hamlets.push(words.slice(0, at === -1 ? undefined : at).join(' '));
    if (at !== -1) others.push(words.slice(at).join(' '));
  }
  if (hamlets.length === 0 || others.length === 0) return null;
  return { hamlet: hamlets.join(', '), rest: others.join(', ') };
}

export const isHamlet = (part: string): boolean => beginsAsHamlet.test(fold(part).replace(/\./g, ' '));

const partsOf = (typed: string): string[] =>
  typed
    .split(/[,;\n]|\s[-–]\s/)
    .map((part) => tidy(part))
    .filter(Boolean);

/** Does `xã`, `p.` or `thị trấn` stand there, with a name after it? */
function isCommuneKind(words: readonly string[], at: number): boolean {
  const [one = '', two = '', three = ''] = words
    .slice(at, at + 3)
    .map((word) => fold(word).replace(/\.$/, ''));
  return (two !== '' && communeKinds.has(one)) || (three !== '' && communeKinds.has(`${one} ${two}`));
}
