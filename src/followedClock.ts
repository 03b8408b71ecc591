import { z } from 'zod';
import type { Clock } from './clock.js';

/** What a clock shows and how it runs: `speed` emulated seconds pass in a real one, none if `frozen`. */
export type ClockReading = { now: number; speed: number; frozen: boolean };

const longestTimer = 2 ** 31 - 1;

/** A clock that runs as it was last told. Who sleeps by it wakes when *it* has moved on, however it did. */
export class SteeredClock implements Clock {
  #reading: ClockReading;
  #readAt = performance.now();
  readonly #sleepers = new Set<() => void>();
  readonly #listeners = new Set<() => void>();

  constructor(reading: ClockReading) {
    this.#reading = reading;
  }

  now(): Date {
    return new Date(this.ms());
  }

  /** Whole milliseconds since 1970. */
  ms(): number {
    const { now, speed, frozen } = this.#reading;
    return Math.floor(frozen ? now : now + (performance.now() - this.#readAt) * speed);
  }

  reading(): ClockReading {
    return { ...this.#reading, now: this.ms() };
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const due = this.ms() + ms;
      let timer: NodeJS.Timeout | undefined;
      const wake = () => {
        clearTimeout(timer);
        this.#sleepers.delete(look);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const look = () => {
        clearTimeout(timer);
        const left = due - this.ms();
        if (left <= 0) return wake();
        if (this.#reading.frozen) return;
        timer = setTimeout(look, Math.min(Math.ceil(left / this.#reading.speed), longestTimer));
      };
      this.#sleepers.add(look);
      signal?.addEventListener('abort', wake, { once: true });
      look();
    });
  }

  /** How many sleep by it. While it stands still they sleep until it is moved. */
  get sleepers(): number {
    return this.#sleepers.size;
  }

  /** Answers how to stop listening. */
  onMoved(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Shows `reading` from now on. */
  protected steer(reading: ClockReading): void {
    this.adjust(reading);
    for (const listener of this.#listeners) listener();
  }

  /** As `steer`, for a correction nobody needs to hear of. */
  protected adjust(reading: ClockReading): void {
    this.#reading = reading;
    this.#readAt = performance.now();
    for (const look of [...this.#sleepers]) look();
  }
}

const Answer = z.object({
  now: z.number(),
  version: z.number(),
  speed: z.number().positive(),
  frozen: z.boolean(),
});

class FollowedClock extends SteeredClock {
  #version: number;

  constructor(answer: z.infer<typeof Answer>) {
    super(answer);
    this.#version = answer.version;
  }

  /** Asks again and again until `signal`; each answer comes when the clock was moved, or after a while. */
  async follow(url: string, signal: AbortSignal): Promise<void> {
    let known = true;
    while (!signal.aborted) {
      try {
        const answer = await read(url, known ? this.#version : null, signal);
        known = true;
        if (answer.version === this.#version) this.adjust(answer);
        else this.steer(answer);
        this.#version = answer.version;
      } catch {
        // The other side may be restarting: until it is back, time goes on as it went.
        known = false;
        await pause(1000, signal);
      }
    }
  }
}

/**
 * The clock served at `url` (`{ now, version, speed, frozen }`, a long poll with `?after=<version>`).
 * Rejects when it can't be read at first; later it outlives interruptions.
 */
export async function followClock(url: string): Promise<Clock & { close(): void }> {
  const closing = new AbortController();
  const clock = new FollowedClock(await read(url, null, closing.signal));
  void clock.follow(url, closing.signal);
  return Object.assign(clock, { close: () => closing.abort() });
}

async function read(url: string, after: number | null, signal: AbortSignal) {
  const address = new URL(url);
  if (after !== null) address.searchParams.set('after', String(after));
  const answer = await fetch(address, { signal: AbortSignal.any([signal, AbortSignal.timeout(40_000)]) });
  if (!answer.ok) throw new Error(`the clock answered ${answer.status}`);
  return Answer.parse(await answer.json());
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
