import { readCount, readDong, readNumber } from '../answers.js';
import { Decimal, type DecimalText } from '../decimals.js';
import { fold } from '../text.js';
import { type Prize, prizeTiers } from './prizes.js';
import { unknown } from './unknown.js';

/*
 * Lists that an organizer types, one item on a line. Each reader gives the items, or the first line that
 * can't be one.
 */

export type Lines<Item> = { items: Item[] } | { wrong: string };

export type TypedCriterion = { id: string; label: string; max: DecimalText; step: DecimalText };

/** `Nội dung: 40`, `Hình thức 30 điểm`. */
export const readCriteria = (text: string): Lines<TypedCriterion> =>
  readLines(text, (line, index) => {
    const [, label, points] = /^(.*?\p{L}.*?)\s*[:–-]?\s+(\S+?)(?:\s*(?:điểm|diem|đ|d))?$/iu.exec(line) ?? [];
    const max = points === undefined ? null : readNumber(points);
    if (!label || max === null || !new Decimal(max).greaterThan(0)) return null;
    return { id: `c${index + 1}`, label: label.replace(/[\s:–-]+$/u, ''), max, step: '1' };
  });

/** `Giải Nhất: 1 giải, 5.000.000 đồng`. By what it is won, for whom and with which paper is not in the line. */
export const readPrizes = (text: string): Lines<Prize> =>
  readLines(text, (line, index) => {
    const [title, rest] = split(line, ':');
    const [number, sum] = split(rest ?? '', ',');
    const count = readCount(fold(number ?? '').replace(/ ?giai$/, ''));
    const dong = readDong(sum ?? '');
    if (!title || !count || !dong) return null;
    return {
      id: `p${index + 1}`,
      title: spelt(title),
      tier: tierOf(title) ?? unknown,
      scope: unknown,
      basis: unknown,
      count,
      sum: dong,
      certificate: unknown,
    };
  });

/** As the names of prizes are written, by what they are typed like. */
const wordsOfPrizes = new Map(
  [
    ...['Nhất', 'Nhì', 'Ba', 'Tư', 'Khuyến khích', 'Đặc biệt', 'toàn diện', 'tập thể', 'cá nhân', 'phụ'],
    ...['được yêu thích nhất', 'yêu thích nhất', 'yêu thích', 'ấn tượng nhất', 'ấn tượng', 'bình chọn'],
    ...['triển vọng', 'sáng tạo', 'xuất sắc'],
  ].map((word) => [fold(word), word]),
);
const namedSo = new RegExp(`^giai(?: (?:${[...wordsOfPrizes.keys()].join('|')}))+$`);
const eachWord = new RegExp(`(?<= )(?:${[...wordsOfPrizes.keys()].join('|')})(?= |$)`, 'g');

/** `Giai Nhi`, `GIẢI NHÌ` → `Giải Nhì`. A name with other words or other accents in it stays as it was typed. */
function spelt(title: string): string {
  const said = fold(title);
  if (!namedSo.test(said)) return title;
  const name = said.replace(/^giai/, 'Giải').replace(eachWord, (word) => wordsOfPrizes.get(word) ?? word);
  return [said, name.toLowerCase()].includes(title.toLowerCase()) ? name : title;
}

const tierNames: Record<(typeof prizeTiers)[number], RegExp> = {
  first: /\bnhat\b/,
  second: /\bnhi\b/,
  third: /\bba\b/,
  consolation: /\bkhuyen khich\b/,
  extra: /\b(?:phu|yeu thich|an tuong|binh chon)\b/,
};

const tierOf = (title: string) => prizeTiers.find((tier) => tierNames[tier].test(fold(title)));

/** At the first such sign. */
function split(text: string, sign: string): [string, string | null] {
  const at = text.indexOf(sign);
  return at < 0 ? [text.trim(), null] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function readLines<Item>(text: string, read: (line: string, index: number) => Item | null): Lines<Item> {
  const lines = text
    .split(/[\n;]/)
    .map((line) => line.trim().replace(/^(?:[•*+-]\s*|\d{1,2}[.)]\s+)/u, ''))
    .filter(Boolean);
  const items: Item[] = [];
  for (const [index, line] of lines.entries()) {
    const item = read(line, index);
    if (item === null) return { wrong: line };
    items.push(item);
  }
  return items.length > 0 ? { items } : { wrong: text };
}
