import path from 'node:path';
import { CannotStart } from '../src/cannotStart.js';
import { type Config, readConfig } from '../src/config.js';
import { openLog } from '../src/log.js';
import { projectFolder } from '../src/main.js';
import { startServer } from '../src/store/server.js';
import { openStore, type Store } from '../src/store/store.js';

/** Does something on the database that the assistant works on, and leaves it. */
export async function withStore<Value>(
  env: NodeJS.ProcessEnv,
  work: (store: Store, config: Config) => Promise<Value>,
): Promise<Value> {
  const config = readConfig(env);
  const { MONGODB_URI: uri, DATA_DIR } = config;
  const dataDir = path.resolve(projectFolder, DATA_DIR);
  const server = await startServer({ uri, dataDir, database: 'cuocthi', log: openLog('warn') }).catch(asHeld);
  try {
    const store = await openStore(server.uri);
    try {
      return await work(store, config);
    } finally {
      await store.close();
    }
  } finally {
    await server.close();
  }
}

/** The engine serves one program; to the operator that is the assistant, and he can do something about it. */
function asHeld(error: unknown): never {
  if (error instanceof CannotStart && error.key === 'operator.dataFolderHeld')
    throw new CannotStart('cli.assistantRuns', { folder: error.values.folder ?? '' }, { cause: error });
  throw error;
}
