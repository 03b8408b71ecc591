import { fold, tidy } from '../text.js';
import { type Unit, type UnitLevel, unitLevels } from './unit.js';

/** A row of a table under its column names, and the line of the file it begins on. */
export type Row = { line: number; cells: Readonly<Record<string, string>> };

/** What is wrong with a row. `problem` is a code; `values` fill its sentence. */
export type RowFinding = { line: number; problem: RowProblem; values: Record<string, string | number> };

export type RowProblem =
  | 'empty'
  | 'tooMany'
  | 'columnMissing'
  | 'codeMissing'
  | 'codeBad'
  | 'codeTwice'
  | 'nameMissing'
  | 'fullNameBad'
  | 'levelUnknown'
  | 'parentUnknown'
  | 'parentTooLow'
  | 'circle'
  | 'dayBad'
  | 'daysReversed';

export type RowsRead = { units: Unit[] } | { findings: RowFinding[] };

/** More than the communes and hamlets of any province, and what a process can hold several times. */
export const mostRows = 50_000;

/** The columns of a list: by the name that the shipped lists have, or as an office would write it. */
const columns = {
  code: 'ma',
  parent_code: 'ma cap tren',
  level: 'cap',
  type: 'loai',
  name: 'ten',
  name_with_type: 'ten day du',
  formerly: 'truoc day',
  from: 'tu ngay',
  until: 'den ngay',
} as const;
type Column = keyof typeof columns;
const required: Column[] = ['code', 'parent_code', 'level', 'name', 'name_with_type'];

const levelsInVietnamese: Record<string, UnitLevel> = {
  tinh: 'province',
  huyen: 'district',
  cum: 'cluster',
  xa: 'commune',
  thon: 'hamlet',
};

/** Reads a list of units, all of it or nothing. Everything that is wrong is found at once. */
export function unitsInRows(rows: readonly Row[]): RowsRead {
  const [first] = rows;
  if (!first) return { findings: [{ line: 1, problem: 'empty', values: {} }] };
  if (rows.length > mostRows)
    return { findings: [{ line: first.line, problem: 'tooMany', values: { most: mostRows } }] };
  const named = columnNames(Object.keys(first.cells));
  const missing = required.filter((column) => !(column in named));
  if (missing.length > 0)
    return {
      findings: missing.map((column) => ({ line: 1, problem: 'columnMissing', values: { column } })),
    };

  const read = rows.map(({ line, cells }) =>
    readRow(line, (column) => tidy(cells[named[column] ?? ''] ?? '')),
  );
  const findings = [...read.flatMap((row) => row.findings), ...foundTogether(read)];
  if (findings.length > 0) return { findings: findings.sort((a, b) => a.line - b.line) };
  return { units: read.map(({ unit }) => unit) };
}

function columnNames(header: string[]): Partial<Record<Column, string>> {
  const named: Partial<Record<Column, string>> = {};
  for (const title of header) {
    const folded = fold(title);
    for (const column of Object.keys(columns) as Column[])
      if (folded === column || folded === columns[column]) named[column] ??= title;
  }
  return named;
}

type RowRead = { line: number; unit: Unit; findings: RowFinding[] };

function readRow(line: number, cell: (column: Column) => string): RowRead {
  const findings: RowFinding[] = [];
  const wrong = (problem: RowProblem, values: RowFinding['values'] = {}) =>
    findings.push({ line, problem, values });

  const code = cell('code');
  if (code === '') wrong('codeMissing');
  else if (!isCode.test(code)) wrong('codeBad', { code });

  const typed = cell('level');
  const level = unitLevels.find((each) => each === typed) ?? levelsInVietnamese[levelKey(typed)];
  if (!level) wrong('levelUnknown', { level: typed });

  const name = cell('name');
  const fullName = cell('name_with_type');
  const kind = fullName.endsWith(name) ? fullName.slice(0, -name.length).trim().toLowerCase() : '';
  if (name === '') wrong('nameMissing');
  else if (kind === '') wrong('fullNameBad', { fullName, name });

  const day = (column: 'from' | 'until'): string | undefined => {
    const text = cell(column);
    const read = dayOf(text);
    if (text !== '' && !read) wrong('dayBad', { day: text });
    return read ?? undefined;
  };
  const [from, until] = [day('from'), day('until')];
  if (from && until && until < from) wrong('daysReversed', { from: cell('from'), until: cell('until') });

  const formerly = cell('formerly');
  return {
    line,
    findings,
    unit: {
      code,
      parentCode: cell('parent_code') || null,
      level: level ?? 'commune',
      type: cell('type') || fold(kind).replaceAll(' ', '_'),
      kind,
      name,
      ...(from && { from }),
      ...(until && { until }),
      ...(formerly && { formerly }),
    },
  };
}

/** The database keeps lists by their codes, and dialogues offer them as answers. */
const isCode = /^[\p{L}\d][\p{L}\d._-]{0,31}$/u;

const levelKey = (typed: string): string => fold(typed).replace(/^cap /, '');

/** `2025-07-01` or `1/7/2025`, if there is such a day. */
function dayOf(text: string): string | null {
  const [, y = '', m = '', d = ''] =
    /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text) ?? reversed(/^(\d\d?)[/.-](\d\d?)[/.-](\d{4})$/.exec(text));
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}

const reversed = (match: RegExpExecArray | null): string[] =>
  match ? [match[0], ...match.slice(1).reverse()] : [];

/** What no row can know alone: codes that stand twice, parents that are missing, too low, or go in a circle. */
function foundTogether(rows: readonly RowRead[]): RowFinding[] {
  const findings: RowFinding[] = [];
  const byCode = new Map<string, RowRead>();
  for (const row of rows) {
    const { code } = row.unit;
    const before = byCode.get(code);
    if (before && code !== '')
      findings.push({ line: row.line, problem: 'codeTwice', values: { code, other: before.line } });
    else byCode.set(code, row);
  }
  for (const { line, unit } of rows) {
    const { parentCode } = unit;
    if (parentCode === null) continue;
    const parent = byCode.get(parentCode)?.unit;
    const rank = (of: Unit) => unitLevels.indexOf(of.level);
    if (!parent) findings.push({ line, problem: 'parentUnknown', values: { parent: parentCode } });
    else if (isInCircle(unit, byCode))
      findings.push({ line, problem: 'circle', values: { code: unit.code } });
    else if (rank(parent) >= rank(unit))
      findings.push({ line, problem: 'parentTooLow', values: { parent: parentCode } });
  }
  return findings;
}

/** Going up from it, does one come back to it? */
function isInCircle({ code, parentCode }: Unit, byCode: ReadonlyMap<string, RowRead>): boolean {
  const seen = new Set<string>();
  for (let at = parentCode; at !== null && !seen.has(at); at = byCode.get(at)?.unit.parentCode ?? null) {
    if (at === code) return true;
    seen.add(at);
  }
  return false;
}
