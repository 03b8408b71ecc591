import { type ClockReading, SteeredClock } from '../src/followedClock.js';

export type ClockState = ClockReading & { version: number };

/** The time of the emulated messengers. Runs with the computer's until a person moves it. */
export class EmulatedClock extends SteeredClock {
  #version = 1;
  /** The newest version that a follower is known to go by. */
  #seenVersion = 0;
  #awaitingSight: (() => void)[] = [];

  constructor(reading: Partial<ClockReading> = {}) {
    super({ now: Date.now(), speed: 1, frozen: false, ...reading });
  }

  state(): ClockState {
    return { ...this.reading(), version: this.#version };
  }

  set(to: Date | number): void {
    this.change({ now: Number(to) });
  }

  advance(ms: number): void {
    this.change({ now: this.ms() + ms });
  }

  freeze(): void {
    this.change({ frozen: true });
  }

  unfreeze(): void {
    this.change({ frozen: false });
  }

  setSpeed(speed: number): void {
    this.change({ speed });
  }

  change(parts: Partial<ClockReading>): void {
    const reading = { ...this.reading(), ...parts };
    if (!(reading.speed > 0 && Number.isFinite(reading.speed))) throw new Error('a clock runs forward');
    if (!Number.isFinite(reading.now)) throw new Error('not a time');
    this.#version += 1;
    this.steer(reading);
  }

  /** Calls `listener` after each change; answers how to stop that. */
  onChange(listener: (state: ClockState) => void): () => void {
    return this.onMoved(() => listener(this.state()));
  }

  /** A follower has told that it goes by this version. */
  seen(version: number): void {
    this.#seenVersion = Math.max(this.#seenVersion, version);
    if (this.#seenVersion < this.#version) return;
    for (const tell of this.#awaitingSight.splice(0)) tell();
  }

  /** Resolves when a follower goes by the time as it stands now, or `signal` is aborted. */
  whenSeen(signal?: AbortSignal): Promise<void> {
    if (this.#seenVersion >= this.#version || signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      this.#awaitingSight.push(resolve);
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  /** The state as soon as its version isn't `version`, or when `ms` real milliseconds have gone. */
  async newerThan(version: number, ms: number, signal: AbortSignal): Promise<ClockState> {
    if (this.#version === version && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, ms);
        const stop = this.onChange(done);
        signal.addEventListener('abort', done, { once: true });
        function done() {
          clearTimeout(timer);
          stop();
          signal.removeEventListener('abort', done);
          resolve();
        }
      });
    }
    return this.state();
  }
}
