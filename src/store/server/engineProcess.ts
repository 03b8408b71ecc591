import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { FolderHeld } from './dataFolder.js';
import type { RunningServer } from './keepRunning.js';
import { serverEnvironment } from './serverEnvironment.js';

const PROGRAM = fileURLToPath(new URL('./engine.mjs', import.meta.url));

/**
 * Smaller by a quarter under load (430 MB instead of 560 MB after a scan of 400,000 documents). The
 * engine's cache stays at its 256 MB: with less, several large documents at once are refused.
 */
const SMALL = { MALLOC_ARENA_MAX: '2' };
const SMALL_NODE = ['--max-semi-space-size=1'];

const STOPPING_TAKES_MS = 15_000;

/** The addon can't be loaded on this computer. */
export class EngineUnusable extends Error {
  override name = 'EngineUnusable';
}

/** What engine.mjs tells, once. */
const told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), port: z.number() }),
  z.object({ kind: z.literal('failed'), why: z.enum(['load', 'open', 'listen']), reason: z.string() }),
]);

/** Starts engine.mjs. Resolves when it serves. */
export async function startEngine(options: {
  folder: string;
  library: string;
  port?: number | undefined;
}): Promise<RunningServer> {
  const { folder, library, port } = options;
  const child = fork(PROGRAM, [folder, String(port ?? 0)], {
    execArgv: SMALL_NODE,
    env: serverEnvironment({ ...SMALL, NAPI_RS_NATIVE_LIBRARY_PATH: library }),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const ended = watchEnd(child);
  const answer = await Promise.race([once(child, 'message').then(([message]) => told.parse(message)), ended]);
  if (typeof answer === 'string') throw new Error(answer);
  if (answer.kind === 'failed') {
    await ended;
    if (answer.why === 'load') throw new EngineUnusable(answer.reason);
    if (answer.reason.includes('DBPathInUse')) throw new FolderHeld(answer.reason);
    throw new Error(answer.reason);
  }
  return { pid: child.pid ?? 0, port: answer.port, ended, stop: () => stop(child, ended) };
}

/** Resolves when the process has ended; what it wrote at last, a fatal error perhaps, belongs to it. */
function watchEnd(child: ChildProcess): Promise<string> {
  let last = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    last = (last + text).slice(-2_000);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`the engine's process could not be started: ${error.message}`));
    child.once('close', (code, signal) =>
      resolve(`the engine's process ended: ${signal ?? code} ${last}`.trim()),
    );
  });
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.connected) child.send('close', () => {});
  const patience = new AbortController();
  const late = setTimeout(STOPPING_TAKES_MS, 'late', { signal: patience.signal }).catch(() => '');
  if ((await Promise.race([ended, late])) === 'late') child.kill('SIGKILL');
  patience.abort();
  await ended;
}
