import type { Fault } from './faults.js';

const longestMs = 1000;

/** Updates that a fault keeps from their bot for a moment. */
export class HeldBack<Item> {
  #held: Item[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly release: (item: Item) => void) {}

  /** Lets `item` go, now or after others. With nothing to wait for, it goes after a second. */
  offer(item: Item, fault: Fault | null): void {
    const inBurst = fault?.kind === 'burst';
    const waits = inBurst || (fault?.kind === 'reorder' && this.#held.length === 0);
    if (waits) this.#held.push(item);
    else this.release(item);
    if (!waits || (inBurst && this.#held.length >= fault.times)) this.flush();
    else this.#flushSoon();
  }

  flush(): void {
    clearTimeout(this.#timer);
    const held = this.#held;
    this.#held = [];
    for (const item of held) this.release(item);
  }

  #flushSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), longestMs).unref();
  }
}
