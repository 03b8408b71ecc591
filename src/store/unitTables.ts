import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type RowsRead, unitsInRows } from '../domain/units/rows.js';
import { CsvFault, readCsv } from './csv.js';
import { readXlsx, XlsxFault } from './xlsx.js';

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

const mostBytes = 16 * 2 ** 20;

/** Reads a list of units that an operator hands over: CSV in UTF-8, or the first sheet of an Excel workbook. */
export async function readUnitTable(file: string): Promise<RowsRead> {
  if ((await stat(file)).size > mostBytes) throw new UnreadableTable('tooLarge', {});
  const bytes = await readFile(file);
  try {
    const isWorkbook = /\.xls[xm]?$/i.test(path.extname(file)) || bytes.subarray(0, 4).equals(zipMark);
    return unitsInRows(isWorkbook ? await readXlsx(bytes) : readCsv(decoded(bytes)));
  } catch (cause) {
    if (cause instanceof XlsxFault) throw new UnreadableTable(cause.problem, {}, { cause });
    if (cause instanceof CsvFault) throw new UnreadableTable('badQuotes', { line: cause.line }, { cause });
    throw cause;
  }
}

const zipMark = Buffer.from('PK\u0003\u0004', 'latin1');

/** An old encoding would turn accents into other letters without a word. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnreadableTable('notUtf8', {}, { cause });
  }
}
