import { expect, jest, test } from '@jest/globals';
import { systemClock } from '../src/clock.js';

test('the computer’s clock is now', () => {
  const before = Date.now();
  const now = systemClock.now().getTime();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});

test('a sleep lasts as long as it was asked for', async () => {
  jest.useFakeTimers();
  try {
    let awake = false;
    const sleep = systemClock.sleep(1_000).then(() => {
      awake = true;
    });
    await jest.advanceTimersByTimeAsync(999);
    expect(awake).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    await sleep;
    expect(awake).toBe(true);
  } finally {
    jest.useRealTimers();
  }
});

test('who is told to stop sleeps no longer, and leaves no timer behind', async () => {
  jest.useFakeTimers();
  try {
    const stop = new AbortController();
    const sleep = systemClock.sleep(1_000_000, stop.signal);
    expect(jest.getTimerCount()).toBe(1);
    stop.abort();
    await sleep;
    expect(jest.getTimerCount()).toBe(0);
    await systemClock.sleep(1_000_000, stop.signal);
  } finally {
    jest.useRealTimers();
  }
});
