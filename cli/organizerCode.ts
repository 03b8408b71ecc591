import { randomBytes } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import { makeCode } from '../src/actions/codes.js';
import { projectFolder } from '../src/main.js';
import { openContests } from '../src/store/contests.js';
import type { Store } from '../src/store/store.js';
import { beginWork } from '../src/turn.js';
import { words } from '../src/words.js';
import { withStore } from './database.js';

const t = words.plain;

/** A new one-time code for a member of the committee, from the database that the assistant works on. */
export function runOrganizerCode(options: { contest?: string; json?: boolean }): Promise<number> {
  return withStore(async (store, { CONTEST }) => {
    const { contest = CONTEST[0], json = false } = options;
    const code = await newCode(store, contest);
    if (json) process.stdout.write(`${JSON.stringify({ contest, code })}\n`);
    else
      process.stdout.write(`${t('cli.organizerCodeIs', { contest, code })}\n${t('cli.organizerCodeHow')}\n`);
    return 0;
  });
}

async function newCode(store: Store, contest: string): Promise<string> {
  const now = new Date();
  const contests = await openContests(store, path.join(projectFolder, 'contests'), now);
  await contests.ensure(contest);
  const chance = () => randomBytes(32).toString('hex');
  // Nobody but the database has to know the code again, so any secret will do.
  const tools = {
    store,
    defaultContest: contest,
    units: contests.units,
    t: words,
    secret: chance(),
    bots: [],
    watchAddress: () => null,
  };
  const work = beginWork(tools, `operator/${chance()}`, now, 0);
  return makeCode(work, contest, { purpose: 'organizer', name: null, by: null });
}
