import { Unzip, UnzipInflate } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import type { TableLine } from '../domain/memberLists.js';
import { mostRows } from '../domain/units/rows.js';

/** A workbook that can't be read, or is larger than a list of units can be. */
export class XlsxFault extends Error {
  override name = 'XlsxFault';
  constructor(
    readonly problem: 'notXlsx' | 'tooLarge',
    options?: { cause: unknown },
  ) {
    super(`workbook: ${problem}`, options);
  }
}

/** Unpacked: a few times what 50,000 rows take. */
const mostBytes = 64 * 2 ** 20;
const mostColumns = 50;

/** The first sheet of a workbook, without rows that are empty. */
export async function xlsxLines(bytes: Buffer): Promise<TableLine[]> {
  refuseHuge(bytes);
  const sheet = await readSheet(bytes).catch((cause: unknown) => {
    throw new XlsxFault('notXlsx', { cause });
  });
  return sheet
    .map((cells, index) => ({ line: index + 1, values: cells.map(textOf) }))
    .filter(({ values }) => values.some((value) => value !== ''));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

/**
 * Unpacks the workbook once, a piece at a time, and gives up as soon as it is too much: the library would
 * hold all of it, and a full row for a single cell at the sheet's far end.
 */
function refuseHuge(bytes: Buffer): void {
  let unpacked = 0;
  // What is thrown inside is caught by the library, and comes back as an error of the archive.
  let fault: XlsxFault | null = null;
  const unzip = new Unzip((file) => {
    const isSheet = file.name.startsWith('xl/worksheets/');
    let text = '';
    file.ondata = (cause, piece, isLast) => {
      if (cause) fault ??= new XlsxFault('notXlsx', { cause });
      if (fault) return;
      unpacked += piece.length;
      if (isSheet) text += Buffer.from(piece).toString('latin1');
      const isFar = isSheet && isLast && [...text.matchAll(cellAddress)].some(isFarOut);
      if (unpacked > mostBytes || isFar) fault = new XlsxFault('tooLarge');
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  // In small pieces, since each is unpacked whole.
  for (let at = 0; at < bytes.length && !fault; at += pieceBytes) {
    try {
      unzip.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length);
    } catch (cause) {
      fault ??= new XlsxFault('notXlsx', { cause });
    }
  }
  if (fault) throw fault;
}

const pieceBytes = 16 * 2 ** 10;
const cellAddress = /<(?:\w+:)?(?:c|row)\b[^>]*?\br="([A-Z]*)(\d+)"/g;

function isFarOut([, letters = '', row = '']: RegExpExecArray): boolean {
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
  // The header and an empty line or two are rows as well.
  return column > mostColumns || Number(row) > mostRows + 10;
}
