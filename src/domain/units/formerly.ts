import { tidy } from '../text.js';
import type { Former } from './unit.js';

/** A unit as a wording names it; `within` is the bracket after it, as in `Phường 9 (quận Phú Nhuận)`. */
export type Named = Pick<Former, 'kind' | 'name' | 'extent'> & { within: string | null };

export type Formerly = { unchanged: boolean; named: Named[]; unread: string[] };

/**
 * Reads the official wording of what a unit was made from: "Thị trấn Đăk Hà, Xã Hà Mòn và một phần diện
 * tích tự nhiên, quy mô dân số của Xã Đăk La". A piece that says anything else stays in `unread`, as it is.
 */
export function readFormerly(wording: string): Formerly {
  const text = tidy(wording);
  if (/^giữ nguyên\.?$/i.test(text)) return { unchanged: true, named: [], unread: [] };
  const named: Named[] = [];
  const unread: string[] = [];
  let following: Former['extent'] = 'whole';
  for (const piece of piecesOf(text)) {
    const share = shareOf(piece);
    const unit = nameIn(share?.rest ?? piece);
    if (unit) named.push({ ...unit, extent: unit.extent ?? share?.extent ?? following });
    else unread.push(piece);
    if (share) following = share.extent === 'whole' ? 'whole' : 'unclear';
    if (endOfShares.test(piece)) following = 'whole';
  }
  return { unchanged: false, named, unread };
}

const area = /(diện tích (?:tự nhiên|TN)),? ((?:toàn b[ộố] )?quy mô dân số)/gi;

/** The wording at its commas and "và", but not inside brackets, nor inside "diện tích, quy mô dân số". */
const piecesOf = (text: string): string[] =>
  text
    .replace(area, '$1 $2')
    .split(/[,;](?![^(]*\)) ?|(?:^| )và (?![^(]*\))|\.(?: (?=\p{Lu})|$)/u)
    .map((piece) => piece.replace(/^và /, '').trim())
    .filter(Boolean);

const shareWords =
  /^(?:sắp xếp )?(?:(toàn bộ|một phần) diện tích (?:tự nhiên|TN)(?: (?:toàn b[ộố] )?quy mô dân số)?|phần còn l[ạa]i)(?: của?)* ?/i;
const endOfShares = / sau khi sắp xếp.*$/i;

/**
 * Words that say how much of a unit it is: all, a part, the rest. Whether they also go for the names that
 * follow is not to be told from the wording, so those are unclear.
 */
function shareOf(piece: string): { extent: 'whole' | 'part'; rest: string } | null {
  const [words, much] = shareWords.exec(piece) ?? [];
  if (!words) return null;
  return { extent: much?.toLowerCase() === 'toàn bộ' ? 'whole' : 'part', rest: piece.slice(words.length) };
}

const kinds = 'xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh';
const kindAndName = new RegExp(`^(?:các )?(${kinds}) (?:(?:${kinds}) )?(.+)$`, 'i');
const twice = new RegExp(`^((?:${kinds}) .+) \\1$`, 'i');
const bracket = /\(([^()]*)\)/g;
const ofName = /^[\p{Lu}\d][\p{L}\p{M}\d’'-]*$/u;
const ofHamlets = /^(?:xóm|thôn|bản|ấp|tổ|khu|trường|đảo|cụm)$/i;

/** The one unit that is named, or `null` if it is anything else than a name. */
function nameIn(piece: string): (Omit<Named, 'extent'> & { extent?: 'part' }) | null {
  const brackets = [...piece.matchAll(bracket)].map(([, inside = '']) => inside);
  const within = brackets.find((inside) => isPlace.test(inside))?.replace(/^thuộc /i, '') ?? null;
  const isPart = brackets.some((inside) => isShare.test(inside));
  if (!brackets.every((inside) => isPlace.test(inside) || isShare.test(inside) || isNote.test(inside)))
    return null;

  const bare = tidy(piece.replace(bracket, ' ').replace(endOfShares, '')).replace(twice, '$1');
  if (bare === 'TPHCM') return { kind: 'thành phố', name: 'Hồ Chí Minh', within };
  const [, kind = null, name = bare] = kindAndName.exec(bare) ?? [];
  const words = name.split(' ');
  const isName = words.every((word) => ofName.test(word) || word === '-' || (kind && word === 'trường'));
  if (!isName || words.length > mostWords || (!kind && ofHamlets.test(words[0] ?? ''))) return null;
  return { kind: kind === null ? null : kind.toLowerCase(), name, within, ...(isPart && { extent: 'part' }) };
}

const isPlace = new RegExp(`^(?:thuộc )?(?:${kinds}) [\\p{Lu}\\d]`, 'iu');
const isShare = /^(?:phần còn lại|một phần)(?: |$)/;
const isNote = /^bao gồm /;
const mostWords = 6;
