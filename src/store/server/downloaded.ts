import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { CannotStart } from '../../cannotStart.js';
import type { Log } from '../../log.js';
import type { DatabaseServer } from '../server.js';
import { FolderHeld, startOn } from './dataFolder.js';
import { keepRunning, type RunningServer } from './keepRunning.js';
import { serverEnvironment } from './serverEnvironment.js';

/** For computers the embedded engine isn't built for: a released mongod, downloaded at the first start. */
export async function startDownloaded(options: {
  folder: string;
  database: string;
  log: Log;
}): Promise<DatabaseServer> {
  const { folder, database, log } = options;
  const fresh = (await readdir(folder)).length === 0;
  const { MongoBinary } = await import('mongodb-memory-server-core');
  await MongoBinary.getPath().catch((cause) => {
    throw new CannotStart('operator.databaseMissing', {}, { cause });
  });
  const start = (port?: number) => startMongod(folder, port);
  const server = await startOn(folder, () => keepRunning({ start, log })).catch((cause) => {
    if (cause instanceof CannotStart) throw cause;
    if (fresh) throw new CannotStart('operator.databaseMissing', {}, { cause });
    throw new CannotStart('operator.databaseWontOpen', { folder }, { cause });
  });
  return {
    uri: `mongodb://127.0.0.1:${server.port}/${database}?directConnection=true&journal=true`,
    kind: 'downloaded',
    get pid() {
      return server.pid;
    },
    close: () => server.close(),
  };
}

async function startMongod(folder: string, givenPort?: number): Promise<RunningServer> {
  const { MongoInstance } = await import('mongodb-memory-server-core');
  const port = givenPort ?? (await freePort());
  const mongod = new MongoInstance({
    instance: {
      port,
      ip: '127.0.0.1',
      dbPath: folder,
      storageEngine: 'wiredTiger',
      launchTimeout: 60_000,
      args: ['--wiredTigerCacheSizeGB', '0.25'],
    },
    // Detached: a Ctrl-C in the terminal must not end it before the program that writes to it.
    spawn: { detached: true, env: serverEnvironment() },
  });
  await mongod.start().catch((error: unknown) => {
    throw String(error).includes('DBPathInUse') ? new FolderHeld(String(error)) : error;
  });
  const child = mongod.mongodProcess;
  if (!child?.pid) throw new Error('mongod has ended right after its start');
  return {
    pid: child.pid,
    port,
    ended: new Promise((resolve) => {
      child.once('close', (code, signal) => resolve(`mongod ended: ${signal ?? code}`));
    }),
    stop: async () => {
      await mongod.stop();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
