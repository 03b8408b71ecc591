import type { Unit } from '../domain/units.js';
import { isDuplicate, type Store } from './store.js';

/** A list of units as it lies in the database. */
export type StoredUnits = { generation: string; before: string | null; units: Unit[] };

/** Somebody else has replaced the list since this import began. */
export class ListReplaced extends Error {
  override name = 'ListReplaced';
}

const unitsInChunk = 500;

/**
 * Puts a list in force, whole or not at all: first all of its units are written as a new generation, which
 * nobody reads yet, then one write points to it. A crash in between leaves what was in force before.
 */
export async function saveUnitList(
  store: Store,
  list: { id: string; generation: string; before: string | null; units: readonly Unit[]; now: Date },
  onProgress: (written: number) => void = () => {},
): Promise<void> {
  const { id, generation, before, units, now } = list;
  const inForce = await store.unitLists.findById(id).lean();
  // Generations of imports that never came to their end, or that were replaced before the last.
  const stale = await store.unitChunks
    .find({ list: id, generation: { $nin: [inForce?.generation ?? ''] } }, { _id: 1 })
    .lean();

  for (let at = 0, part = 0; at < units.length; at += unitsInChunk, part += 1) {
    const chunk = units.slice(at, at + unitsInChunk);
    await store.unitChunks.create({
      _id: `${id}/${generation}/${part}`,
      list: id,
      generation,
      part,
      units: chunk,
    });
    onProgress(at + chunk.length);
  }

  const next = { generation, before, count: units.length, importedAt: now };
  if (inForce) {
    const flipped = await store.unitLists.updateOne(
      { _id: id, generation: inForce.generation },
      { $set: next },
    );
    if (flipped.modifiedCount === 0) throw new ListReplaced(id);
  } else {
    await store.unitLists.create({ _id: id, ...next }).catch((error: unknown) => {
      throw isDuplicate(error) ? new ListReplaced(id, { cause: error }) : error;
    });
  }
  // What was just replaced stays until the next import: somebody may be reading it.
  await store.unitChunks.deleteMany({ _id: { $in: stale.map(({ _id }) => _id) } });
}

/** Which generation of a list is in force; `null` if there is no such list. */
export async function generationOf(store: Store, id: string): Promise<string | null> {
  const list = await store.unitLists.findById(id, { generation: 1 }).lean();
  return list?.generation ?? null;
}

/** The list that is in force, or `null`. */
export async function readUnitList(store: Store, id: string): Promise<StoredUnits | null> {
  for (;;) {
    const list = await store.unitLists.findById(id).lean();
    if (!list) return null;
    const { generation, before, count } = list;
    const chunks = await store.unitChunks.find({ list: id, generation }).sort({ part: 1 }).lean();
    const units = chunks.flatMap((chunk) => chunk.units);
    if (units.length === count) return { generation, before, units };
    // Replaced twice while it was read; otherwise a part is lost, and no other try will find it.
    if ((await generationOf(store, id)) === generation)
      throw new Error(`the list of units ${id} is not whole`);
  }
}
