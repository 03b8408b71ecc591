import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { CannotStart } from '../../../src/cannotStart.js';
import { startEmbedded } from '../../../src/store/server/embedded.js';
import { type DatabaseServer, startServer } from '../../../src/store/server.js';

const log = { debug() {}, info() {}, warn() {}, error() {} };

let dataDir: string;
const opened: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tro-ly-cuoc-thi-'));
});

afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function open(): Promise<DatabaseServer> {
  const server = await startServer({ dataDir, database: 'thi', log });
  opened.push(server);
  return server;
}

async function clientOf(server: DatabaseServer): Promise<MongoClient> {
  const client = await new MongoClient(server.uri).connect();
  opened.push(client);
  return client;
}

const entries = (client: MongoClient) => client.db().collection<{ _id: number }>('entries');

const refusal = (start: Promise<unknown>): Promise<CannotStart> =>
  start.then(
    () => Promise.reject(new Error('it has started')),
    (error) => (error instanceof CannotStart ? error : Promise.reject(error)),
  );

test('what was written is there after the server was closed and started again', async () => {
  const first = await open();
  const writer = await clientOf(first);
  await entries(writer).insertOne({ _id: 1 });
  await writer.close();
  await first.close();
  expect({ kind: first.kind, pid: first.pid }).toEqual({ kind: 'embedded', pid: null });

  const reader = await clientOf(await open());
  expect(await entries(reader).find().toArray()).toEqual([{ _id: 1 }]);
});

test('no acknowledged write is lost when the engine is killed, and its clients go on', async () => {
  const server = await open();
  const client = await clientOf(server);
  const pids = new Set([server.pid]);
  let cuts = 0;
  for (let id = 1; id <= 300; id++) {
    if (id % 100 === 0 && server.pid) process.kill(server.pid, 'SIGKILL');
    for (;;) {
      try {
        await entries(client).updateOne({ _id: id }, { $setOnInsert: { _id: id } }, { upsert: true });
        break;
      } catch {
        cuts++;
      }
    }
    pids.add(server.pid);
  }
  pids.delete(null);
  expect(await entries(client).countDocuments()).toBe(300);
  expect(pids.size).toBe(4);
  expect(cuts).toBeGreaterThan(0);
}, 30_000);

test('Ctrl-C and a stopped service do not reach the engine before the program has ended', async () => {
  const server = await open();
  const client = await clientOf(server);
  const { pid } = server;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.kill(pid ?? 0, signal);
  await entries(client).insertOne({ _id: 1 });
  expect(server.pid).toBe(pid);
});

test('the engine goes with the program that started it, even if that is killed', async () => {
  const program = execFile(
    process.execPath,
    [
      ...['--import', 'tsx', '--input-type=module', '--eval'],
      `import { startServer } from ${JSON.stringify(new URL('../../../src/store/server.ts', import.meta.url))};
     const log = { debug() {}, info() {}, warn() {}, error() {} };
     const server = await startServer({ dataDir: ${JSON.stringify(dataDir)}, database: 'thi', log });
     console.log(JSON.stringify({ uri: server.uri, pid: server.pid }));`,
    ],
    { cwd: fileURLToPath(new URL('../../..', import.meta.url)) },
  );
  const [said] = await once(program.stdout ?? program, 'data');
  const { uri, pid } = JSON.parse(said);
  const socket = connect(Number(new URL(uri).port), '127.0.0.1');
  await once(socket, 'connect');
  const folder = join(dataDir, 'mongodb');
  await refusal(startEmbedded({ folder, database: 'thi', log, patienceMs: 0 }));

  const gone = once(socket, 'close');
  program.kill('SIGKILL');
  await gone;
  const next = await open();
  expect(next.pid).not.toBe(pid);
}, 30_000);

test('a folder another program works on is refused by its name', async () => {
  await open();
  const folder = join(dataDir, 'mongodb');
  const { key, values } = await refusal(startEmbedded({ folder, database: 'thi', log, patienceMs: 0 }));
  expect({ key, values }).toEqual({ key: 'operator.dataFolderHeld', values: { folder } });
});

test('where the engine does not run any more, its data is not given to a mongod', async () => {
  const server = await open();
  await server.close();
  const arch = Object.getOwnPropertyDescriptor(process, 'arch') ?? {};
  Object.defineProperty(process, 'arch', { ...arch, value: 'vax' });
  const { key, values } = await refusal(startServer({ dataDir, database: 'thi', log }));
  Object.defineProperty(process, 'arch', arch);
  expect({ key, values }).toEqual({
    key: 'operator.databaseOfOtherEngine',
    values: { folder: join(dataDir, 'mongodb') },
  });
});

test('data that can not be read is refused by its folder', async () => {
  const server = await open();
  await server.close();
  const folder = join(dataDir, 'mongodb');
  await writeFile(join(folder, 'WiredTiger.turtle'), 'not a catalog');
  const { key, values } = await refusal(startServer({ dataDir, database: 'thi', log }));
  expect({ key, values }).toEqual({ key: 'operator.databaseWontOpen', values: { folder } });
});

test('a folder that can not be made is refused by its name', async () => {
  const file = join(dataDir, 'file');
  await writeFile(file, '');
  const { key, values } = await refusal(startServer({ dataDir: file, database: 'thi', log }));
  expect({ key, values }).toEqual({
    key: 'operator.dataFolderNotWritable',
    values: { folder: join(file, 'mongodb') },
  });
});

test('a folder that the system does not allow is refused at once', async () => {
  const { key, values } = await refusal(startServer({ dataDir: '/proc/nope/deep', database: 'thi', log }));
  expect({ key, values }).toEqual({
    key: 'operator.dataFolderNotWritable',
    values: { folder: '/proc/nope/deep/mongodb' },
  });
});

test.each([
  { free: 499.9, refused: true },
  { free: 500, refused: false },
])('a disk with $free MB left is refused: $refused', async ({ free, refused }) => {
  const start = startServer({ dataDir, database: 'thi', log, freeBytes: async () => free * 1024 * 1024 });
  if (!refused) return opened.push(await start);
  const { key, values } = await refusal(start);
  expect({ key, values }).toEqual({
    key: 'operator.diskFull',
    values: { folder: join(dataDir, 'mongodb'), free: 499, needed: 500 },
  });
});

test('commands about sessions are answered without the engine, which would die of them', async () => {
  const server = await open();
  const client = await clientOf(server);
  const { pid } = server;
  const admin = client.db('admin');
  await expect(admin.command({ startSession: 1 })).rejects.toThrow('sessions are not supported');
  expect(await admin.command({ endSessions: [] })).toEqual({ ok: 1 });
  expect(await admin.command({ ping: 1 })).toEqual({ ok: 1 });
  expect(server.pid).toBe(pid);
});

test('a command the engine can not read is answered with an error', async () => {
  const client = await clientOf(await open());
  await expect(client.db('$').command({ ping: 1 })).rejects.toThrow();
  await expect(client.db().command({ noSuchCommand: 1 })).rejects.toThrow('noSuchCommand');
  expect(await client.db().command({ ping: 1 })).toEqual({ ok: 1 });
});

test('a document of 15 MB comes back as it went in', async () => {
  const client = await clientOf(await open());
  const files = client.db().collection('files');
  const bytes = Buffer.alloc(15_000_000, 'Hội thi');
  await files.insertOne({ bytes });
  const found = await files.findOne();
  expect(bytes.equals(found?.bytes.buffer)).toBe(true);
});

test('a slow command of one client does not hold up another', async () => {
  const server = await open();
  const [slow, quick] = [await clientOf(server), await clientOf(server)];
  const ended: string[] = [];
  const counting = slow
    .db()
    .aggregate([
      { $documents: [{ n: { $range: [0, 1_000_000] } }] },
      { $unwind: '$n' },
      { $group: { _id: { $mod: ['$n', 1000] }, sum: { $sum: '$n' } } },
    ])
    .toArray()
    .then(() => ended.push('slow'));
  await quick.db().command({ ping: 1 });
  ended.push('quick');
  await counting;
  expect(ended).toEqual(['quick', 'slow']);
});

test('messages may arrive in any pieces', async () => {
  const { uri } = await open();
  const socket = connect(Number(new URL(uri).port), '127.0.0.1').setNoDelay(true);
  await once(socket, 'connect');
  const three = Buffer.concat([ping(7), ping(8), ping(9)]);
  for (const byte of three) await new Promise((sent) => socket.write(Buffer.from([byte]), sent));
  socket.write(three);
  expect(await answers(socket, 6)).toEqual([7, 8, 9, 7, 8, 9]);
  socket.destroy();
});

/** `{ ping: 1, $db: 'a' }` as OP_MSG. */
function ping(request: number): Buffer {
  const body = Buffer.from('\x1b\0\0\0\x10ping\0\x01\0\0\0\x02$db\0\x02\0\0\0a\0\0', 'latin1');
  const head = Buffer.alloc(21);
  head.writeInt32LE(21 + body.length, 0);
  head.writeInt32LE(request, 4);
  head.writeInt32LE(2013, 12);
  return Buffer.concat([head, body]);
}

/** Which requests the next `count` answers belong to. */
async function answers(socket: Socket, count: number): Promise<number[]> {
  const requests: number[] = [];
  let read = Buffer.alloc(0);
  for await (const chunk of socket) {
    read = Buffer.concat([read, chunk]);
    while (read.length >= 4 && read.length >= read.readInt32LE(0)) {
      requests.push(read.readInt32LE(8));
      read = read.subarray(read.readInt32LE(0));
    }
    if (requests.length >= count) break;
  }
  return requests;
}
