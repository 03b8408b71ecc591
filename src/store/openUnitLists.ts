import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { CannotStart } from '../cannotStart.js';
import { Units } from '../domain/units.js';
import type { Store } from './store.js';
import { loadUnits, shippedLists } from './unitFiles.js';
import { generationOf, readUnitList } from './unitLists.js';

/** An imported list is looked at again after this time, so that a newer one is noticed without a restart. */
const FRESH_MS = 1_000;

type Known = { generation: string; units: Units; lookedAt: number };

/** Lists of units by their names: those shipped in `folder`, and those imported into the database. */
export function openUnitLists(
  store: Store,
  folder: string,
  freshMs = FRESH_MS,
): (list: string) => Promise<Units> {
  const shipped = new Map<string, Promise<Units>>();
  const imported = new Map<string, Known>();
  const reading = new Map<string, Promise<Units>>();

  async function read(list: string): Promise<Units> {
    const known = imported.get(list);
    const lookedAt = performance.now();
    if (known && (await generationOf(store, list)) === known.generation) {
      known.lookedAt = lookedAt;
      return known.units;
    }
    const stored = await readUnitList(store, list);
    if (!stored) throw new CannotStart('operator.unitListMissing', { list });
    const { generation, before } = stored;
    const alone = new Units(stored.units);
    const units = before === null ? alone : alone.after(await find(before));
    imported.set(list, { generation, units, lookedAt });
    return units;
  }

  /** Many turns at once wait for one reading. */
  function once(list: string): Promise<Units> {
    const begun = reading.get(list) ?? read(list).finally(() => reading.delete(list));
    reading.set(list, begun);
    return begun;
  }

  async function find(list: string): Promise<Units> {
    if (list in shippedLists) {
      const units = shipped.get(list) ?? loadUnits(path.join(folder, `${list}.csv`));
      shipped.set(list, units);
      return units;
    }
    const known = imported.get(list);
    return known && performance.now() - known.lookedAt < freshMs ? known.units : once(list);
  }
  return find;
}
