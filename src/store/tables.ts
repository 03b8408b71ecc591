import path from 'node:path';
import type { TableLine } from '../domain/memberLists.js';
import { CsvFault, csvLines } from './csv.js';
import { XlsxFault, xlsxLines } from './xlsx.js';

/** A file of which not even the rows can be read. `problem` is a code; `values` fill its sentence. */
export class UnreadableTable extends Error {
  override name = 'UnreadableTable';
  constructor(
    readonly problem: 'notXlsx' | 'tooLarge' | 'notUtf8' | 'badQuotes',
    readonly values: Record<string, number>,
    options?: { cause: unknown },
  ) {
    super(`table: ${problem}`, options);
  }
}

/** The rows of a file that somebody hands over: CSV in UTF-8, or the first sheet of an Excel workbook. */
export async function readTable(bytes: Buffer, name: string): Promise<TableLine[]> {
  try {
    const isWorkbook = /\.xls[xm]?$/i.test(path.extname(name)) || bytes.subarray(0, 4).equals(zipMark);
    return isWorkbook ? await xlsxLines(bytes) : csvLines(decoded(bytes));
  } catch (cause) {
    if (cause instanceof XlsxFault) throw new UnreadableTable(cause.problem, {}, { cause });
    if (cause instanceof CsvFault) throw new UnreadableTable('badQuotes', { line: cause.line }, { cause });
    throw cause;
  }
}

const zipMark = Buffer.from('PK\u0003\u0004', 'latin1');

/** An old encoding would turn accents into other letters without a word. */
export function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnreadableTable('notUtf8', {}, { cause });
  }
}
