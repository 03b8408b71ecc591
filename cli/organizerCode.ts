import { randomBytes } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import { makeCode } from '../src/actions/codes.js';
import { CannotStart } from '../src/cannotStart.js';
import { readConfig } from '../src/config.js';
import { openLog } from '../src/log.js';
import { projectFolder } from '../src/main.js';
import { openContests } from '../src/store/contests.js';
import { startServer } from '../src/store/server.js';
import { openStore } from '../src/store/store.js';
import { beginWork } from '../src/turn.js';
import { words } from '../src/words.js';

const t = words.plain;

/** A new one-time code for a member of the committee, from the database that the assistant works on. */
export async function runOrganizerCode(options: { contest?: string; json?: boolean }): Promise<number> {
  const { MONGODB_URI: uri, DATA_DIR, CONTEST } = readConfig(process.env);
  const { contest = CONTEST[0], json = false } = options;
  const dataDir = path.resolve(projectFolder, DATA_DIR);
  const server = await startServer({ uri, dataDir, database: 'cuocthi', log: openLog('warn') }).catch(asHeld);
  try {
    const code = await newCode(server.uri, contest);
    if (json) process.stdout.write(`${JSON.stringify({ contest, code })}\n`);
    else
      process.stdout.write(`${t('cli.organizerCodeIs', { contest, code })}\n${t('cli.organizerCodeHow')}\n`);
    return 0;
  } finally {
    await server.close();
  }
}

async function newCode(uri: string, contest: string): Promise<string> {
  const store = await openStore(uri);
  try {
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
    return await makeCode(work, contest, { purpose: 'organizer', name: null, by: null });
  } finally {
    await store.close();
  }
}

/** The engine serves one program; to the operator that is the assistant, and he can do something about it. */
function asHeld(error: unknown): never {
  if (error instanceof CannotStart && error.key === 'operator.dataFolderHeld')
    throw new CannotStart('cli.assistantRuns', { folder: error.values.folder ?? '' }, { cause: error });
  throw error;
}
