import { readFile, stat } from 'node:fs/promises';
import { type RowsRead, unitsInRows } from '../domain/units/rows.js';
import { underTitles } from './csv.js';
import { readTable, UnreadableTable } from './tables.js';

export { UnreadableTable } from './tables.js';

const mostBytes = 16 * 2 ** 20;

/** Reads a list of units that an operator hands over, as a file of either kind. */
export async function readUnitTable(file: string): Promise<RowsRead> {
  if ((await stat(file)).size > mostBytes) throw new UnreadableTable('tooLarge', {});
  return unitsInRows(underTitles(await readTable(await readFile(file), file)));
}
