import { jest } from '@jest/globals';

/** Leases and retries go by the computer's clock, which tests move by hand. Timers are left alone. */

const everythingButDate = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/** What was ordered by it must stay in order, so it never goes back. */
let leftAt = 0;

export function stopWallClock(): void {
  jest.useFakeTimers({ doNotFake: [...everythingButDate], now: Math.max(Date.now(), leftAt) });
}

export function passWallClock(ms: number): void {
  jest.setSystemTime(Date.now() + ms);
}

export function letWallClockRun(): void {
  leftAt = Date.now();
  jest.useRealTimers();
}
