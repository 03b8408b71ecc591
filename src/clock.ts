/**
 * The time, as an argument. In production it is the computer's clock. In the trial mode and in replays
 * it is the clock of the emulated messengers, which a person may move forward.
 */
export type Clock = {
  now(): Date;
  /** Resolves when `now()` has moved on by `ms`, or at once when `signal` is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Called after the clock was moved by hand. A computer's clock never is. */
  onMoved(listener: () => void): void;
};

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer = setTimeout(done, ms);
      function done() {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      }
      signal?.addEventListener('abort', done, { once: true });
    }),
  onMoved: () => {},
};
