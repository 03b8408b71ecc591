import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { projectFolder } from '../src/main.js';
import { openContests } from '../src/store/contests.js';
import type { Store } from '../src/store/store.js';
import { beginWork, type Work } from '../src/turn.js';
import { words } from '../src/words.js';

/** A piece of work on the database that no messenger has asked for. */
export async function operatorsWork(
  store: Store,
  defaultContest: string,
): Promise<{ work: Work; contests: Awaited<ReturnType<typeof openContests>> }> {
  const now = new Date();
  const contests = await openContests(store, path.join(projectFolder, 'contests'), now);
  const chance = () => randomBytes(32).toString('hex');
  const tools = {
    store,
    defaultContest,
    units: contests.units,
    t: words,
    // Nobody but the database has to know a code again, so any secret will do.
    secret: chance(),
    bots: [],
    watchAddress: () => null,
  };
  return { work: beginWork(tools, `operator/${chance()}`, now, 0), contests };
}
