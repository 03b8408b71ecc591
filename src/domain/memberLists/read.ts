import { readPhone } from '../answers.js';
import { isHardlyName } from '../personNames.js';
import { fold, tidy } from '../text.js';
import { type Columns, findHeader } from './header.js';
import { isSameMember, type Member, mostMembers } from './member.js';
import { holdsBirthday, holdsPrivateNumber, namesPrivate, withoutBirthdays } from './privateNumbers.js';
import type { TableLine } from './tableLine.js';

/** Why a line was not taken. Never holds what stood in it, but for a name, and for words that hardly are one. */
export type ListProblem =
  | { line: number; problem: Fault | 'privateColumn' | 'tooMany' }
  | { line: number; problem: 'twice' | 'doubtful'; name: string };

/**
 * Lines that were understood, and those that weren't. Headings and empty lines are neither. `birthdays`: in how
 * many lines a day or year of birth was left out.
 */
export type ListRead = { members: Member[]; problems: ListProblem[]; birthdays?: number };

/** Many lines, one for each person, as people write and paste them. */
export function readPastedList(text: string): ListRead {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line, index) => ({ line: index + 1, values: line.split('\t') }));
  return readListTable(lines);
}

/** A table with a line of titles over its columns somewhere near the top, or lines as they would be pasted. */
export function readListTable(lines: readonly TableLine[]): ListRead {
  const header = findHeader(lines);
  if (header?.columns.hasPrivate)
    return { members: [], problems: [{ line: header.line, problem: 'privateColumn' }] };
  const read: ListRead = { members: [], problems: [] };
  for (const { line, values } of lines) {
    if (header && line <= header.line) continue;
    const person = header ? fromCells(values, header.columns) : fromText(values.join('\t'));
    if (person === null) continue;
    if (typeof person === 'string') read.problems.push({ line, problem: person });
    else if (!header && isDoubtful(person))
      read.problems.push({ line, problem: 'doubtful', name: person.name });
    else if (read.members.some((each) => isSameMember(each, person)))
      read.problems.push({ line, problem: 'twice', name: person.name });
    else if (read.members.length >= mostMembers) return withTooMany(read, line);
    else {
      read.members.push(person);
      if (!header && holdsBirthday(values.join(' '))) read.birthdays = (read.birthdays ?? 0) + 1;
    }
  }
  return read;
}

/** Beside a telephone number or an office there is no doubt about a name. */
const isDoubtful = ({ name, role, phone, unit }: Member): boolean =>
  !role && !phone && !unit && isHardlyName(name);

const withTooMany = (read: ListRead, line: number): ListRead => ({
  ...read,
  problems: [...read.problems, { line, problem: 'tooMany' }],
});

type Fault = 'private' | 'noName' | 'nameDigit' | 'nameAt' | 'nameLong' | 'phoneBad';

const longestName = 60;
const longestField = 80;

function fromCells(values: readonly string[], columns: Columns): Member | Fault | null {
  const cells = values.map((value) => tidy(value));
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0) return null;
  if (holdsPrivateNumber(cells.join(' | '))) return 'private';
  const name = columns.name
    .map((index) => cells[index] ?? '')
    .join(' ')
    .trim();
  const cell = (index: number | null) => (index === null ? '' : (cells[index] ?? ''));
  // A place, a total or a signature below the table.
  if (name === '' && filled.length === 1) return null;
  const typed = cell(columns.phone);
  const phone = typed === '' ? null : readPhone(typed);
  if (typed !== '' && phone === null) return 'phoneBad';
  return memberOf({ name, role: cell(columns.role), unit: cell(columns.unit), phone });
}

/** `1. Nguyễn Văn A - tổ trưởng - thôn 3 - 0905…`, in any order behind the name. */
function fromText(text: string): Member | Fault | null {
  const line = withoutNumber(tidy(text.replaceAll('\t', ' ; ')));
  if (holdsPrivateNumber(line)) return 'private';
  if (line === '' || isHeading(line)) return null;
  const { phones, rest, unread } = phonesIn(withoutBirthdays(line));
  if (unread) return 'phoneBad';
  const [name = '', ...fields] = rest
    .split(/[;,|()[\]/:]| [-–—]+ |[-–—]+ | [-–—]+|\s{2,}/)
    .map((field) => field.replace(/^[\s.\-–—]+|[\s.\-–—]+$/g, ''))
    .filter((field) => /[\p{L}\d]/u.test(field) && !isLabel(field));
  const role = fields.find(isRole) ?? '';
  const unit = fields.find((field) => field !== role && /\p{L}/u.test(field) && !field.includes('@')) ?? '';
  return memberOf({ name, role, unit, phone: phones[0] ?? null });
}

function memberOf(about: { name: string; role: string; unit: string; phone: string | null }): Member | Fault {
  const { name, role, unit, phone } = about;
  if (!/\p{L}/u.test(name)) return 'noName';
  if (/\d/.test(name)) return 'nameDigit';
  if (name.includes('@')) return 'nameAt';
  if ([...name].length > longestName) return 'nameLong';
  const kept = (field: string) => [...field.replace(/^[^\p{L}\d]+/u, '')].slice(0, longestField).join('');
  return {
    name: kept(name),
    ...(kept(role) && { role: kept(role) }),
    ...(phone !== null && { phone }),
    ...(kept(unit) && { unit: kept(unit) }),
  };
}

/** Bullets and running numbers before a name: `1.`, `01)`, `(3)`, `4/`, `•`, `-`, `5 ;` of a table. */
function withoutNumber(line: string): string {
  const bullet = /^[\s\-–—•*·+▪●○◦►✓✔→;]+/u;
  const number = /^\(?\d{1,3}(?:\s*[.)/:;\-–]+\s*|\s+)(?=\p{L})/u;
  return line.replace(bullet, '').replace(number, '').replace(bullet, '');
}

/** Titles over a list, of it, or of a part of it. */
const isHeading = (line: string): boolean =>
  line.endsWith(':') || /^(?:stt|tt|ho va ten|ho ten|danh sach)\b/.test(fold(line)) || isBareLabel(line);

const isBareLabel = (line: string): boolean => namesPrivate(line) && !/\d/.test(line);

/** `sđt`, `điện thoại`, `sinh năm` before a number: the number says enough. */
const isLabel = (field: string): boolean =>
  /^(?:so )?(?:sdt|dt|dien thoai|dien thoai di dong|di dong|tel|sn|sinh|sinh nam|sinh ngay|ngay sinh|nam sinh|nam|nu|zalo)\.?$/.test(
    fold(field),
  );

const isRole = (field: string): boolean =>
  /^(?:(?:to|doi|nhom|truong|pho|doan|chi|ban)?[ -]*(?:truong|pho|vien|thu|ban)\b|thanh vien|thu ky|can bo|cong chuc|vien chuc|chuyen vien|nhan vien|giao vien|bi thu|chu tich|giam doc|uy vien|cong tac vien)/.test(
    fold(field),
  );

/** The phones, and the line with borders in their place. `unread`: a number that should be one and isn't. */
function phonesIn(line: string): { phones: string[]; rest: string; unread: boolean } {
  const phones: string[] = [];
  const written = /(?<![\d+])(?:\(?\+?84\)?|0)(?:[ .()-]?\d){8,10}(?!\d)|(?<!\d)[5789]\d{8}(?!\d)/g;
  const rest = line.replace(written, (number) => {
    const phone = readPhone(number);
    if (phone === null) return number;
    phones.push(phone);
    return ' | ';
  });
  return { phones, rest, unread: /\d(?:[ .]?\d){4,}/.test(rest) };
}
