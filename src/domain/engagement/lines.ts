import { DateTime } from 'luxon';
import { readCount, readDayTime } from '../answers.js';
import { contestZone } from '../dates.js';
import type { TableLine } from '../memberLists/tableLine.js';
import { fold } from '../text.js';

/** An entry's numbers as they were typed, the code not yet looked up. `at`: when they were read, `null`: now. */
export type TypedCounts = { line: number; code: string; likes: number; shares: number; at: Date | null };

/** Why a line was not taken. */
export type CountsProblem = { line: number; text: string; problem: 'unreadable' | 'badTime' };

export type CountsRead = { rows: TypedCounts[]; problems: CountsProblem[] };

/** Lines as they are typed or pasted: a code, likes, shares, and when they were read if it wasn't now. */
export function readCountLines(text: string, now: Date): CountsRead {
  const read: CountsRead = { rows: [], problems: [] };
  /** A time on a line of its own holds for the lines below it. */
  let common: Date | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || isHeading(line)) continue;
    const alone = readMoment(line, now);
    if (alone) common = alone;
    else add(read, fromLine(line, now), { line: index + 1, text: line.trim(), common });
  }
  return read;
}

/** `null` where no line of titles says which column holds what: then it isn't such a table. */
export function readCountTable(lines: readonly TableLine[], common: Date | null): CountsRead | null {
  const header = findHeader(lines);
  if (!header) return null;
  const read: CountsRead = { rows: [], problems: [] };
  for (const { line, values } of lines) {
    if (line <= header.line || values.every((value) => value.trim() === '')) continue;
    const [code = '', likes = '', shares = ''] = [header.code, header.likes, header.shares].map(
      (column) => values[column] ?? '',
    );
    // A total or a signature below the table.
    if (code.trim() === '' && !/\d/.test(`${likes}${shares}`)) continue;
    add(read, counts(code, likes, shares), { line, text: values.join(' ').trim(), common });
  }
  return read;
}

type Line = Pick<TypedCounts, 'code' | 'likes' | 'shares' | 'at'>;

function add(
  { rows, problems }: CountsRead,
  found: Line | CountsProblem['problem'],
  { line, text, common }: { line: number; text: string; common: Date | null },
): void {
  if (typeof found === 'string') problems.push({ line, text, problem: found });
  else rows.push({ line, ...found, at: found.at ?? common });
}

function fromLine(line: string, now: Date): Line | CountsProblem['problem'] {
  const written = line.trim().replace(/^([a-z]+)[\s-]+(\d)/i, '$1-$2');
  const plain = fromTokens(written);
  if (plain) return plain;
  const begins = /\s(?:l[úu]c\s+|v[àa]o\s+)?(?=\d{1,2}\s?(?:h|g|:|\/|-\d))/i.exec(written);
  if (!begins) return 'unreadable';
  const found = fromTokens(written.slice(0, begins.index));
  if (!found) return 'unreadable';
  const at = readMoment(written.slice(begins.index), now);
  return at ? { ...found, at } : 'badTime';
}

function fromTokens(text: string): Line | null {
  const [code = '', likes = '', shares = '', ...others] = text.split(/[\s;:|]+|,(?!\d)/).filter(Boolean);
  const read = counts(code, likes, shares);
  return others.length > 0 || typeof read === 'string' ? null : read;
}

/** A spreadsheet may hand a whole number over as `310.0`. */
function counts(code: string, likes: string, shares: string): Line | 'unreadable' {
  const [liked, shared] = [likes, shares].map((each) => readCount(each.trim().replace(/\.0$/, '')));
  if (code.trim() === '' || liked == null || shared == null) return 'unreadable';
  return { code: code.trim(), likes: liked, shares: shared, at: null };
}

/** `lúc 20:00 15/9`, `20h 15/9`, `15/9 20h`; `20h` alone is today's. A day without an hour is no moment. */
export function readMoment(text: string, now: Date): Date | null {
  const written = fold(text).replace(/^(?:luc|vao) /, '');
  const today = /^(\d{1,2}) ?(?:h|gio|:) ?(\d{2})?(?: ?phut)?$/.exec(written);
  if (today) return momentOf(DateTime.fromJSDate(now, { zone: contestZone }).toISODate(), today[1], today[2]);
  const read = readDayTime(written, now, contestZone);
  const [hour, minute] = read?.time?.split(':') ?? [];
  return read && momentOf(read.day, hour, minute);
}

function momentOf(day: string | null, hour: string | undefined, minute = '00'): Date | null {
  if (day === null || hour === undefined || Number(hour) > 23) return null;
  const at = DateTime.fromISO(`${day}T${hour.padStart(2, '0')}:${minute}`, { zone: contestZone });
  return at.isValid ? at.toJSDate() : null;
}

type Header = { line: number; code: number; likes: number; shares: number };

const code = /^(?:ma|ma bai|ma so|ma tac pham|ma du thi|ma bai du thi)$/;
const likes = /\bthich\b|\blike|cam xuc/;
const shares = /chia se|\bshare/;

/** Official tables have their title over the line of column titles. */
const LINES_ABOVE = 15;

function findHeader(lines: readonly TableLine[]): Header | null {
  for (const { line, values } of lines.slice(0, LINES_ABOVE)) {
    const titles = values.map(fold);
    const [codeAt = -1, likesAt = -1, sharesAt = -1] = [code, likes, shares].map((is) =>
      titles.findIndex((title) => is.test(title)),
    );
    if (codeAt >= 0 && likesAt >= 0 && sharesAt >= 0)
      return { line, code: codeAt, likes: likesAt, shares: sharesAt };
  }
  return null;
}

/** Titles of columns that were pasted along with the lines under them. */
const isHeading = (line: string): boolean => {
  const titles = fold(line);
  return !/\d/.test(titles) && likes.test(titles) && shares.test(titles);
};
