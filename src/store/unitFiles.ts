import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { unitsInRows } from '../domain/units/rows.js';
import { Units } from '../domain/units.js';
import { readCsv } from './csv.js';

/** What is known of a list that is shipped: when it was in force, and which list was before it. */
type Shipped = { from?: string; until?: string; before?: string };

export const shippedLists: Readonly<Record<string, Shipped>> = {
  'vn-2023-three-tiers': { until: '2025-06-30' },
  'vn-2025-two-tiers': { from: '2025-07-01', before: 'vn-2023-three-tiers' },
};

/** A list of units as it is shipped in `contests/units/`, with the former names that it tells. */
export async function loadUnits(file: string): Promise<Units> {
  const { from, until, before } = shippedLists[path.basename(file, '.csv')] ?? {};
  const { all } = readUnits(await readFile(file, 'utf8'), file);
  const dated = all.map((unit) => ({ ...(from && { from }), ...(until && { until }), ...unit }));
  if (!before) return new Units(dated);
  const earlier = await loadUnits(path.join(path.dirname(file), `${before}.csv`));
  return new Units(dated).after(earlier);
}

/** Only what stands in the table itself; `file` is named when a row can't be read. */
export function readUnits(text: string, file: string): Units {
  const read = unitsInRows(readCsv(text));
  if ('units' in read) return new Units(read.units);
  const [first] = read.findings;
  throw new Error(`${file}, line ${first?.line}: ${first?.problem} ${JSON.stringify(first?.values)}`);
}
