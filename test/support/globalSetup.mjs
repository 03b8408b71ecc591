// @ts-check
/**
 * One database engine for the whole test run; it ends with jest, however jest ends. Plain JavaScript,
 * since jest turns a set-up file in TypeScript into CommonJS, which can't load our sources.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';

/** @type {() => Promise<void>} */
export let endDatabase = async () => {};

export default async function startDatabase() {
  /** @type {typeof import('../../src/store/server.js')} */
  const { startServer } = await tsImport('../../src/store/server.ts', import.meta.url);
  /** @type {typeof import('../../src/log.js')} */
  const { openLog } = await tsImport('../../src/log.ts', import.meta.url);

  const dataDir = await mkdtemp(join(tmpdir(), 'tro-ly-cuoc-thi-'));
  const server = await startServer({ dataDir, database: 'test', log: openLog('warn') });
  process.env.TEST_SERVER_URI = server.uri;
  endDatabase = async () => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  };
}
