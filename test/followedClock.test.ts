import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EmulatedClock, type Emulator, startEmulator } from '../emulator/index.js';
import { followClock, SteeredClock } from '../src/followedClock.js';

const start = Date.parse('2023-09-01T08:00:00+07:00');

describe('a clock moved by hand', () => {
  let clock: EmulatedClock;
  let woken: boolean;

  const sleep = (ms: number, signal?: AbortSignal) => {
    woken = false;
    return clock.sleep(ms, signal).then(() => {
      woken = true;
    });
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  beforeEach(() => {
    clock = new EmulatedClock({ now: start, frozen: true });
  });

  test('stands still while frozen, and goes on from there', () => {
    expect(clock.ms()).toBe(start);
    clock.advance(5000);
    expect(clock.now()).toEqual(new Date(start + 5000));
    clock.set(new Date(start));
    expect(clock.state()).toEqual({ now: start, speed: 1, frozen: true, version: 3 });
    clock.unfreeze();
    expect(clock.ms() - start).toBeLessThan(1000);
  });

  test('wakes a sleeper when it has been moved far enough, and not before', async () => {
    const sleeping = sleep(1000);
    clock.advance(999);
    await turn();
    expect(woken).toBe(false);
    clock.advance(1);
    await sleeping;
  });

  test('moved back, it keeps a sleeper waiting', async () => {
    const sleeping = sleep(1000);
    clock.set(start - 5000);
    clock.advance(5999);
    await turn();
    expect(woken).toBe(false);
    clock.advance(1);
    await sleeping;
  });

  test('wakes a sleeper when it runs fast, or is thawed', async () => {
    const sleeping = sleep(3_600_000);
    clock.setSpeed(10_000_000);
    await turn();
    expect(woken).toBe(false);
    clock.unfreeze();
    await sleeping;
    expect(clock.ms()).toBeGreaterThanOrEqual(start + 3_600_000);
  });

  test('wakes a sleeper whose signal is aborted, or was', async () => {
    const abort = new AbortController();
    const sleeping = sleep(1000, abort.signal);
    abort.abort();
    await sleeping;
    await sleep(1000, abort.signal);
  });

  test('tells who listens, until he stops', () => {
    const heard: number[] = [];
    const stop = clock.onChange(({ version }) => heard.push(version));
    clock.advance(1);
    stop();
    clock.advance(1);
    expect(heard).toEqual([2]);
  });

  test('does not run backwards, nor to nowhere', () => {
    expect(() => clock.setSpeed(0)).toThrow('forward');
    expect(() => clock.set(Number.NaN)).toThrow('not a time');
  });
});

describe('a followed clock', () => {
  let emulator: Emulator;

  beforeEach(async () => {
    emulator = await startEmulator({ clock: new EmulatedClock({ now: start, frozen: true }) });
  });

  afterEach(() => emulator.close());

  test('shows the same time, and hears when it is moved', async () => {
    const clock = await followClock(emulator.clockUrl);
    expect(clock.now()).toEqual(new Date(start));
    const moved = new Promise<void>((resolve) => clock.onMoved(resolve));
    emulator.clock.advance(86_400_000);
    await moved;
    expect(clock.now()).toEqual(new Date(start + 86_400_000));
    clock.close();
  });

  test('wakes those who sleep by it', async () => {
    const clock = await followClock(emulator.clockUrl);
    const sleeping = clock.sleep(60_000);
    emulator.clock.advance(60_000);
    await sleeping;
    clock.close();
  });

  test('runs at the same speed', async () => {
    const clock = await followClock(emulator.clockUrl);
    const moved = new Promise<void>((resolve) => clock.onMoved(resolve));
    emulator.clock.change({ frozen: false, speed: 1_000_000 });
    await moved;
    await clock.sleep(5000);
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(start + 5000);
    clock.close();
  });

  test('needs something to follow', async () => {
    await expect(followClock(`${emulator.url}/nothing`)).rejects.toThrow('404');
  });
});

test('a steered clock that nobody moved shows real time', () => {
  const clock = new SteeredClock({ now: Date.now(), speed: 1, frozen: false });
  expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1000);
});
