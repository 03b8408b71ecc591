import { type Receive, type Update, Wrong } from '../../chat.js';
import type { Clock } from '../../clock.js';
import type { Log } from '../../log.js';
import { type Answer, type Client, describe, type Failed, type Refused } from './client.js';
import { EMPTY_POLLS_BEFORE_CHECK, POLL_MARGIN_MS, POLL_SECONDS } from './limits.js';
import { backOff, jittered, throttledWait } from './patience.js';
import { unwrap } from './read.js';
import { clearTheLine } from './webhook.js';

/** An empty answer that comes sooner than this was no long poll: asking again at once would be a storm. */
const HASTY_MS = 1_000;

/**
 * Long polling until `signal`. Zalo hands an update out once and never again, so whatever has arrived is
 * stored before the next call, however long the store is away.
 */
export async function poll(
  tools: {
    client: Client;
    read: (raw: unknown[]) => Update[];
    clock: Clock;
    log: Log;
    random: () => number;
    stopGraceMs: number;
  },
  receive: Receive,
  signal: AbortSignal,
): Promise<void> {
  const { client, read, clock, log, random, stopGraceMs } = tools;
  const hangUp = abortedLater(signal, stopGraceMs);
  const line: Client = {
    call: (method, params, options) => client.call(method, params, { ...options, signal: hangUp }),
  };
  // The first round looks for a forgotten webhook.
  let empty = EMPTY_POLLS_BEFORE_CHECK;
  let troubles = 0;

  while (!signal.aborted) {
    if (empty >= EMPTY_POLLS_BEFORE_CHECK) {
      await clearTheLine(line, log);
      empty = 0;
    }
    const elapsed = stopwatch(clock);
    const answer = await line.call(
      'getUpdates',
      { timeout: String(POLL_SECONDS) },
      { timeoutMs: POLL_SECONDS * 1_000 + POLL_MARGIN_MS },
    );
    const brought = broughtBy(answer);
    if (!Array.isArray(brought)) {
      if (!signal.aborted) await clock.sleep(waitAfter(brought), signal);
      continue;
    }
    troubles = 0;
    if (brought.length > 0) {
      empty = 0;
      await storeForSure(read(brought));
      continue;
    }
    empty += 1;
    if (elapsed() < HASTY_MS) await clock.sleep(HASTY_MS, signal);
  }

  function waitAfter(answer: Refused | Failed): number {
    const trouble = describe(answer);
    if (answer.kind === 'refused' && answer.code === 401) throw new Wrong(`getUpdates: ${trouble}`, true);
    troubles += 1;
    log.warn({ trouble, troubles }, 'polling Zalo failed');
    if (answer.kind === 'failed' || answer.code >= 500) return backOff(troubles);
    if (answer.code === 429) return jittered(throttledWait(troubles), random);
    // Perhaps a webhook was set meanwhile: no document says how polling is then refused.
    empty = EMPTY_POLLS_BEFORE_CHECK;
    return backOff(troubles);
  }

  async function storeForSure(updates: Update[]): Promise<void> {
    if (updates.length === 0) return;
    for (let tries = 1; ; tries += 1) {
      try {
        return await receive(updates);
      } catch (error) {
        const ids = updates.map(({ id }) => id);
        if (hangUp.aborted)
          return log.error({ updates: ids, error }, 'lost: stopped before they were stored');
        log.error({ updates: ids, tries, error }, 'updates could not be stored yet');
        await clock.sleep(backOff(tries), hangUp);
      }
    }
  }
}

/** Nothing to hand out is 408, or a result in any empty form. What was no answer to a poll stays as it is. */
function broughtBy(answer: Answer): unknown[] | Refused | Failed {
  if (answer.kind === 'ok') return unwrap(answer.result);
  return answer.kind === 'refused' && answer.code === 408 ? [] : answer;
}

/** Zalo holds a poll in real time, whatever our clock does meanwhile: it may stand still, or leap. */
function stopwatch(clock: Clock): () => number {
  const [shown, real] = [clock.now().getTime(), performance.now()];
  return () => Math.max(clock.now().getTime() - shown, performance.now() - real);
}

/** A poll in flight may already carry an update, so it gets a moment (of real time) to end by itself. */
function abortedLater(signal: AbortSignal, graceMs: number): AbortSignal {
  const later = new AbortController();
  const begin = () => {
    setTimeout(() => later.abort(), graceMs).unref();
  };
  if (signal.aborted) begin();
  else signal.addEventListener('abort', begin, { once: true });
  return later.signal;
}
