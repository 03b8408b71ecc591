import { expect, test } from '@jest/globals';
import { keepRunning, type RunningServer } from '../../../src/store/server/keepRunning.js';

const log = { debug() {}, info() {}, warn() {}, error() {} };

/** A server that ends when told to, and the events around it. */
function pretend(options: { startFails?: number[] } = {}) {
  const events: string[] = [];
  const ends: ((reason: string) => void)[] = [];
  let starts = 0;
  const start = async (port?: number): Promise<RunningServer> => {
    const pid = ++starts;
    if (options.startFails?.includes(pid)) {
      events.push('start fails');
      throw new Error('the disk is full');
    }
    events.push(`start ${pid} at ${port ?? 'any port'}`);
    let end = (_reason: string) => {};
    const ended = new Promise<string>((resolve) => {
      end = resolve;
    });
    ends.push(end);
    return {
      pid,
      port: 4711,
      ended,
      stop: async () => {
        events.push(`stop ${pid}`);
        end('stopped');
      },
    };
  };
  const pause = async (ms: number) => {
    events.push(`pause ${ms}`);
  };
  return { events, start, pause, die: () => ends.at(-1)?.('killed') };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a server that dies is started again on its port, more slowly each time', async () => {
  const { events, start, pause, die } = pretend();
  const server = await keepRunning({ start, log, pause });
  const pids = [server.pid];
  for (let i = 0; i < 3; i++) {
    die();
    await settled();
    pids.push(server.pid);
  }
  await server.close();
  expect(pids).toEqual([1, 2, 3, 4]);
  expect(events).toEqual([
    'start 1 at any port',
    'pause 100',
    'start 2 at 4711',
    'pause 200',
    'start 3 at 4711',
    'pause 400',
    'start 4 at 4711',
    'stop 4',
  ]);
});

test('a start that fails is tried again until it works, at the latest every ten seconds', async () => {
  const { events, start, pause, die } = pretend({ startFails: [2, 3, 4, 5, 6, 7, 8, 9] });
  const server = await keepRunning({ start, log, pause });
  die();
  await settled();
  expect(server.pid).toBe(10);
  expect(events.filter((event) => event.startsWith('pause'))).toEqual(
    [100, 200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000].map((ms) => `pause ${ms}`),
  );
  await server.close();
});

test('a server that is closed while it waits for its next start is not started again', async () => {
  const { events, start, die } = pretend();
  const pause = (_ms: number, signal: AbortSignal) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const server = await keepRunning({ start, log, pause });
  die();
  await settled();
  expect(server.pid).toBe(null);
  await server.close();
  expect(events).toEqual(['start 1 at any port']);
});

test('a server whose first start fails is not kept running', async () => {
  const { events, start, pause } = pretend({ startFails: [1] });
  await expect(keepRunning({ start, log, pause })).rejects.toThrow('the disk is full');
  expect(events).toEqual(['start fails']);
});
