import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import { mostRows, type RowFinding, type RowsRead } from '../src/domain/units/rows.js';
import type { Unit } from '../src/domain/units.js';
import { projectFolder } from '../src/main.js';
import { writeCsv } from '../src/store/csv.js';
import type { Store } from '../src/store/store.js';
import { loadUnits, shippedLists } from '../src/store/unitFiles.js';
import { ListReplaced, readUnitList, saveUnitList } from '../src/store/unitLists.js';
import { readUnitTable, UnreadableTable } from '../src/store/unitTables.js';
import { words } from '../src/words.js';
import { cannotRead } from './cannotRead.js';
import { withStore } from './database.js';
import type { Terminal } from './terminal.js';
import { WrongUse } from './wrongUse.js';

const t = words.plain;

/** Puts a list of units from a file into the database, or tells everything that is wrong with the file. */
export async function runImport(
  file: string,
  { danhSach: list, noiTiep: before = null }: { danhSach: string; noiTiep?: string | null },
  terminal: Terminal,
): Promise<number> {
  if (!isName.test(list)) throw new WrongUse(t('unitList.nameBad', { list }));
  if (list in shippedLists) throw new WrongUse(t('unitList.shipped', { list }));
  if (before === list) throw new WrongUse(t('unitList.beforeItself', { list }));
  terminal.say(t('unitList.reading', { file }));
  const read = await readTable(file, terminal);
  if (!read) return 1;
  if ('findings' in read) {
    for (const finding of read.findings) terminal.show(described(finding));
    terminal.show(t('unitList.refused', { count: read.findings.length }));
    return 1;
  }
  return withStore(terminal.env, async (store) => {
    if (before !== null && !(before in shippedLists) && !(await readUnitList(store, before)))
      throw new WrongUse(t('unitList.unknown', { list: before }));
    const bar = openBar(read.units.length, terminal);
    try {
      const generation = randomBytes(8).toString('hex');
      const { units } = read;
      await saveUnitList(store, { id: list, generation, before, units, now: new Date() }, bar.show);
    } catch (error) {
      if (!(error instanceof ListReplaced)) throw error;
      bar.stop();
      terminal.show(t('unitList.replaced', { list }));
      return 1;
    }
    bar.stop();
    terminal.show(t('unitList.stored', { list, count: read.units.length }));
    return 0;
  });
}

/** Prints a list as the table that `runImport` takes: to be changed, or as a pattern. */
export async function runExport(list: string, terminal: Terminal): Promise<number> {
  const units =
    list in shippedLists
      ? (await loadUnits(path.join(projectFolder, 'contests/units', `${list}.csv`))).all
      : await withStore(terminal.env, (store) => needUnits(store, list));
  terminal.print(writeCsv(units.map(rowOf)));
  return 0;
}

async function needUnits(store: Store, list: string): Promise<Unit[]> {
  const stored = await readUnitList(store, list);
  if (!stored) throw new WrongUse(t('unitList.unknown', { list }));
  return stored.units;
}

const rowOf = ({ code, parentCode, level, type, kind, name, formerly, from, until }: Unit) => ({
  code,
  parent_code: parentCode ?? '',
  level,
  type,
  name,
  name_with_type: `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`,
  formerly: formerly ?? '',
  from: from ?? '',
  until: until ?? '',
});

/** As it can stand in a contest document, and be the name of a file. */
const isName = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** `null`: not even its rows can be read, which has been said. */
async function readTable(file: string, terminal: Terminal): Promise<RowsRead | null> {
  try {
    return await readUnitTable(file);
  } catch (error) {
    if (error instanceof UnreadableTable) {
      terminal.show(words.loose(`unitList.${error.problem}`, { file, most: mostRows, ...error.values }).text);
      return null;
    }
    const { code } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    throw new WrongUse(cannotRead(file, code), { cause: error });
  }
}

const described = ({ line, problem, values }: RowFinding): string =>
  t('unitList.line', { line, problem: words.loose(`unitList.${problem}`, values).text });

/** A bar where it can be seen, a line now and then where it can't. */
function openBar(total: number, terminal: Terminal) {
  const { stderr } = terminal;
  if (stderr.isTTY) {
    const bar = new SingleBar({ format: t('unitList.bar'), stream: stderr }, Presets.shades_classic);
    bar.start(total, 0);
    return { show: (done: number) => bar.update(done), stop: () => bar.stop() };
  }
  let told = 0;
  return {
    show(done: number): void {
      if (done < total && done - told < total / 8) return;
      terminal.say(t('unitList.part', { done, total }));
      told = done;
    },
    stop: () => {},
  };
}
