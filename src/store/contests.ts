import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { CannotStart } from '../cannotStart.js';
import type { Plan } from '../domain/plan.js';
import { clusterFaults, type Units } from '../domain/units.js';
import { loadContest } from './contestFiles.js';
import { newContest } from './newContest.js';
import { openUnitLists } from './openUnitLists.js';
import type { Store } from './store.js';

const namesList = z.object({ units: z.object({ list: z.string() }) });

/** The contests in the database, and the lists of units they name, shipped in `folder` or imported. */
export async function openContests(store: Store, folder: string, now: Date) {
  const units = openUnitLists(store, path.join(folder, 'units'));
  let presets: Promise<Plan[]> | null = null;
  const needList = (plan: unknown): Promise<Units> => units(namesList.parse(plan).units.list);

  for (const { plan } of await store.contests.find({}, { plan: 1 }).lean()) await needList(plan);

  return {
    /** Brings the shipped document into the database, unless it is there: what was decided since stays. */
    async ensure(id: string): Promise<void> {
      if (await store.contests.exists({ _id: id })) return;
      const read = await loadContest(path.join(folder, `${id}.yaml`)).catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT') throw error;
          throw new CannotStart('operator.contestMissing', { contest: id }, { cause: error });
        },
      );
      if ('findings' in read) {
        const [first] = read.findings;
        throw new CannotStart('operator.contestWrong', {
          contest: id,
          line: first?.line ?? 0,
          path: first?.path ?? '',
          count: read.findings.length,
        });
      }
      const [fault] = clusterFaults(await needList(read.plan), read.plan.units.clusters);
      if (fault) {
        const place = `units.clusters.${fault.cluster}`;
        throw new CannotStart('operator.contestWrong', {
          contest: id,
          line: read.lineOf(place),
          path: place,
          count: 1,
        });
      }
      const { _id, ...begun } = newContest(read.plan, { at: now });
      await store.contests.updateOne({ _id: id }, { $setOnInsert: begun }, { upsert: true });
    },

    /** The plans that are shipped, by their names; one that can't be read is left out. */
    presets: (): Promise<Plan[]> => {
      presets ??= readPresets(folder);
      return presets;
    },

    units,
  };
}

async function readPresets(folder: string): Promise<Plan[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const read = await Promise.all(names.map((name) => loadContest(path.join(folder, name))));
  return read.flatMap((each) => ('plan' in each ? [each.plan] : []));
}
