import { setTimeout } from 'node:timers/promises';
import type { Log } from '../../log.js';

export type RunningServer = {
  pid: number;
  port: number;
  /** Resolves when the process has ended, with what is known about it. */
  ended: Promise<string>;
  stop(): Promise<void>;
};

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/** Who has run this long is thought healthy: its next death is the first again. */
const HEALTHY_MS = 60_000;

/**
 * Keeps a server process running: when it dies it is started again on the same port, at once at first
 * and ever more slowly if that doesn't help, until `close`.
 */
export async function keepRunning(options: {
  /** `port` is the one it had before; the first time there is none. */
  start: (port?: number) => Promise<RunningServer>;
  log: Log;
  pause?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}): Promise<{ port: number; readonly pid: number | null; close(): Promise<void> }> {
  const { start, log, pause = (ms, signal) => setTimeout(ms, null, { signal }) } = options;
  const closing = new AbortController();
  const first = await start();
  let current: RunningServer | null = first;
  const done = watch();

  async function watch(): Promise<void> {
    let deaths = 0;
    while (current) {
      const startedAt = performance.now();
      const reason = await current.ended;
      current = null;
      if (closing.signal.aborted) return;
      if (performance.now() - startedAt > HEALTHY_MS) deaths = 0;
      log.error({ reason }, 'the database server has died and is started again');
      current = await startAgain(++deaths);
    }
  }

  async function startAgain(failures: number): Promise<RunningServer | null> {
    for (let attempt = failures; ; attempt++) {
      const ms = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
      await pause(ms, closing.signal).catch(() => {});
      if (closing.signal.aborted) return null;
      try {
        const server = await start(first.port);
        log.info({ pid: server.pid }, 'the database server runs again');
        if (closing.signal.aborted) await server.stop();
        return server;
      } catch (error) {
        log.error({ error }, 'the database server could not be started again');
      }
    }
  }

  return {
    port: first.port,
    get pid() {
      return current?.pid ?? null;
    },
    async close() {
      closing.abort();
      await current?.stop();
      await done;
    },
  };
}
