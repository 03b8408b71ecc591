import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { CannotStart } from '../../../src/cannotStart.js';
import { startDownloaded } from '../../../src/store/server/downloaded.js';
import { findLibrary } from '../../../src/store/server/embedded.js';

const log = { debug() {}, info() {}, warn() {}, error() {} };
const given = { ...process.env };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tro-ly-cuoc-thi-'));
});

afterEach(async () => {
  process.env = { ...given };
  await rm(folder, { recursive: true, force: true });
});

test('where mongod can not be had either, the operator is told', async () => {
  process.env.MONGOMS_DOWNLOAD_DIR = join(folder, 'binaries');
  process.env.MONGOMS_PREFER_GLOBAL_PATH = 'false';
  process.env.MONGOMS_MAX_RETRIES = '0';
  process.env.MONGOMS_DOWNLOAD_MIRROR = 'https://127.0.0.1:1';
  const error = await startDownloaded({ folder, database: 'thi', log }).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(CannotStart);
  expect(error.key).toBe('operator.databaseMissing');
});

const library = await findLibrary().catch(() => null);

(library ? test : test.skip)('a mongod keeps its data and its port when it is killed', async () => {
  process.env.MONGOMS_SYSTEM_BINARY = await standIn(library ?? '');
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false';
  const server = await startDownloaded({ folder, database: 'thi', log });
  const client = await new MongoClient(server.uri).connect();
  const entries = client.db().collection<{ _id: number }>('entries');
  await entries.insertOne({ _id: 1 });
  const killed = server.pid;
  process.kill(killed ?? 0, 'SIGKILL');
  const found = async () =>
    entries
      .find()
      .toArray()
      .catch(() => null);
  let after = await found();
  while (after === null || server.pid === killed) after = await found();

  expect(after).toEqual([{ _id: 1 }]);
  expect(server.kind).toBe('downloaded');
  expect(server.pid).toEqual(expect.any(Number));
  await client.close();
  await server.close();
  expect(server.pid).toBe(null);
});

/** A program that behaves as mongod does, as far as one who starts it can see. */
async function standIn(addon: string): Promise<string> {
  const engine = new URL('../../../src/store/server/engine.mjs', import.meta.url);
  const path = join(folder, 'mongod.mjs');
  await writeFile(
    path,
    `#!${process.execPath}
    const after = (name) => process.argv[process.argv.indexOf(name) + 1];
    process.argv = [...process.argv.slice(0, 2), after('--dbpath') + '/data', after('--port')];
    process.env.NAPI_RS_NATIVE_LIBRARY_PATH = ${JSON.stringify(addon)};
    await import(${JSON.stringify(engine)});
    process.removeAllListeners('SIGINT').on('SIGINT', () => process.emit('message', 'close'));
    console.log('Waiting for connections');`,
  );
  await chmod(path, 0o755);
  return path;
}
