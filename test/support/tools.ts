import path from 'node:path';
import { Refusal } from '../../src/domain/refusal.js';
import { projectFolder } from '../../src/main.js';
import { openContests } from '../../src/store/contests.js';
import type { Role } from '../../src/store/documents.js';
import { openStore, type Store } from '../../src/store/store.js';
import type { Tools } from '../../src/turn.js';
import { words } from '../../src/words.js';
import { testDatabase } from './database.js';

/** What a turn needs, over an empty database in which this contest is held, and those `beside` it; no messenger runs. */
export async function openTools(
  contest: string,
  now: Date,
  { beside = [], database }: { beside?: string[]; database?: string } = {},
): Promise<Tools> {
  const store = await openStore(database ?? (await testDatabase()));
  const contests = await openContests(store, path.join(projectFolder, 'contests'), now);
  for (const id of [contest, ...beside]) await contests.ensure(id);
  return {
    store,
    defaultContest: contest,
    units: contests.units,
    presets: contests.presets,
    t: words,
    secret: 'secret',
    bots: [],
    watchAddress: () => '',
  };
}

/** Gives somebody a role, without a code; the same again changes nothing. */
export async function appoint(
  store: Store,
  {
    contest,
    person,
    role,
    unit,
    name,
    since,
  }: Pick<Role, 'contest' | 'person' | 'role' | 'unit' | 'name' | 'since'>,
): Promise<void> {
  const held = `${contest}/${role}/${unit ?? ''}/${person}`;
  await store.roles.updateOne(
    { _id: held },
    {
      $setOnInsert: {
        ...{ contest, person, role, unit, name, since, held },
        ...{ by: null, endedAt: null, endedBy: null, endReason: null },
      },
    },
    { upsert: true },
  );
}

/** What came of it: `done`, or the refusal's key. */
export async function outcome(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.key;
    throw error;
  }
}
