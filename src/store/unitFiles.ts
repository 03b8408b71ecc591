import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { tidy } from '../domain/text.js';
import { type Unit, Units, unitLevel } from '../domain/units.js';
import { readCsv } from './csv.js';

const row = z
  .object({
    code: z.string().regex(/^\d+$/),
    parent_code: z.string().regex(/^\d*$/),
    level: unitLevel,
    type: z.string().min(1),
    name: z.string().min(1),
    name_with_type: z.string().min(1),
    formerly: z.string().optional(),
  })
  .transform(({ code, parent_code, level, type, name, name_with_type, formerly }): Unit => {
    const plainName = tidy(name);
    const kind = tidy(name_with_type).slice(0, -plainName.length).trim().toLowerCase();
    const unit = { code, parentCode: parent_code || null, level, type, kind, name: plainName };
    return formerly ? { ...unit, formerly: tidy(formerly) } : unit;
  });

/** A list of units as it is shipped in `contests/units/`. */
export async function loadUnits(file: string): Promise<Units> {
  return readUnits(await readFile(file, 'utf8'), file);
}

/** `file` is named when a row can't be read. */
export function readUnits(text: string, file: string): Units {
  const units = readCsv(text).map(({ line, cells }) => {
    const read = row.safeParse(cells);
    if (read.success) return read.data;
    throw new Error(`${file}, line ${line}: ${z.prettifyError(read.error)}`);
  });
  const codes = new Set(units.map(({ code }) => code));
  const orphan = units.find(({ parentCode }) => parentCode !== null && !codes.has(parentCode));
  if (orphan)
    throw new Error(`${file}: unit ${orphan.code} is part of ${orphan.parentCode}, which is not in the list`);
  if (codes.size < units.length) throw new Error(`${file}: a code stands in it twice`);
  return new Units(units);
}
