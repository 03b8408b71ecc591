import { CsvError, parse } from 'csv-parse/sync';
import type { TableLine } from '../domain/memberLists.js';
import type { Row } from '../domain/units/rows.js';

/** A table of text that can't be read from this line on. */
export class CsvFault extends Error {
  override name = 'CsvFault';
  constructor(
    readonly line: number,
    options: { cause: unknown },
  ) {
    super(`line ${line}: not a table of cells`, options);
  }
}

/** A table as `csvLines` reads it, under the column names of the first line. */
export const readCsv = (text: string): Row[] => underTitles(csvLines(text));

/** The rows of a table by the titles of its first line. Cells that are missing at a row's end are empty. */
export function underTitles([header, ...rows]: readonly TableLine[]): Row[] {
  if (!header) return [];
  return rows.map(({ line, values }) => ({
    line,
    cells: Object.fromEntries(header.values.map((column, index) => [column, values[index] ?? ''])),
  }));
}

type Parsed = { record: string[]; info: { lines: number } };

/**
 * Cells parted by commas, by semicolons as Excel writes them where the comma is the decimal sign, or by
 * tabs; lines without anything are left out.
 */
export function csvLines(text: string): TableLine[] {
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as Parsed[];
    // The library tells on which line a row ends; one that breaks inside a cell began earlier.
    return parsed.map(({ record, info }) => ({
      values: record,
      line: info.lines - record.reduce((breaks, cell) => breaks + count(cell, '\n'), 0),
    }));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new CsvFault(Number(cause.lines ?? 1), { cause });
  }
}

/** The sign that parts most cells of the first line. */
function delimiterOf(text: string): string {
  const [firstLine = ''] = text.split('\n', 1);
  const [first = ','] = [',', ';', '\t'].sort((a, b) => count(firstLine, b) - count(firstLine, a));
  return first;
}

/** A table as `readCsv` reads it, and as Excel shows its accents: with a byte order mark. */
export function writeCsv(rows: readonly Record<string, string>[]): string {
  const header = Object.keys(rows[0] ?? {});
  const lines = [header, ...rows.map((row) => header.map((column) => row[column] ?? ''))];
  return `\uFEFF${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

const quoted = (cell: string): string => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const count = (text: string, part: string): number => text.split(part).length - 1;
