import { GrammyError } from 'grammy';
import { z } from 'zod';
import { type Bot, type BotId, Later, type Receive, type Update, Wrong } from '../../chat.js';
import type { Clock } from '../../clock.js';
import type { Log } from '../../log.js';
import type { CallTelegram } from './call.js';
import { failureOf } from './failures.js';
import { ALLOWED_UPDATES, BATCH, HELD_SECONDS } from './limits.js';
import { numbered } from './payload.js';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

export type PollOptions = {
  call: CallTelegram;
  bot: BotId;
  readAll: (raw: unknown[]) => Update[];
  acknowledge: Bot['acknowledge'];
  wait: Clock['sleep'];
  log: Log;
};

/**
 * From Telegram's queue into ours. The offset of a request deletes everything before it, so the next one is
 * made only when `receive` has stored the batch; after a crash Telegram hands it out again. (grammY's own
 * loops work through a batch first, or confirm it before anything is stored.) Ends at `signal`; throws a fatal
 * `Wrong` when the token is refused.
 */
export async function poll(options: PollOptions, receive: Receive, signal: AbortSignal): Promise<void> {
  const { readAll, acknowledge, wait } = options;
  let offset = 0;
  while (!signal.aborted) {
    const batch = await persist(() => fetchBatch(options, offset, signal), {
      pauseAfter: (error, tries) => pauseAfterSilence(options, error, tries),
      wait,
      signal,
    });
    if (!batch) return;
    const updates = readAll(batch);
    const stored = await persist(() => store(updates, receive), {
      pauseAfter: (error, tries) => pauseAfterStoring(options, error, tries),
      wait,
      signal,
    });
    if (!stored) return;
    void acknowledge(updates);
    // This may be less than before: after a week of silence Telegram's numbers begin elsewhere.
    if (batch.length > 0) offset = Math.max(...batch.map(({ update_id }) => update_id)) + 1;
  }
}

type Persistence = {
  pauseAfter: (error: unknown, tries: number) => number;
  wait: Clock['sleep'];
  signal: AbortSignal;
};

/** Tries until it works; `null` when we are to stop. */
async function persist<T>(
  task: () => Promise<T>,
  { pauseAfter, wait, signal }: Persistence,
): Promise<T | null> {
  for (let tries = 0; !signal.aborted; tries++) {
    try {
      return await task();
    } catch (error) {
      if (!signal.aborted) await wait(pauseAfter(error, tries), signal);
    }
  }
  return null;
}

async function store(updates: Update[], receive: Receive): Promise<true> {
  if (updates.length > 0) await receive(updates);
  return true;
}

async function fetchBatch({ call }: PollOptions, offset: number, signal: AbortSignal) {
  const params = { offset, limit: BATCH, timeout: HELD_SECONDS, allowed_updates: ALLOWED_UPDATES };
  return z.array(numbered).parse(await call('getUpdates', params, signal));
}

/** Throws when it would be of no use to go on. */
function pauseAfterSilence({ bot, log }: PollOptions, error: unknown, tries: number): number {
  const failure = failureOf(error, 'getUpdates');
  const reason = failure?.message;
  if (error instanceof GrammyError && error.error_code === 409) {
    log.error({ bot, reason }, "another process or a webhook receives this bot's updates");
    return LONGEST_PAUSE_MS;
  }
  if (failure instanceof Wrong && failure.fatal) {
    log.error({ bot, reason }, 'Telegram refuses the token: no more updates are received');
    throw failure;
  }
  log.warn({ bot, reason }, 'no updates from Telegram; trying again');
  const asTold = failure instanceof Later && error instanceof GrammyError && error.error_code === 429;
  return asTold ? failure.waitMs : growing(tries);
}

function pauseAfterStoring({ bot, log }: PollOptions, error: unknown, tries: number): number {
  log.error({ bot, error }, 'updates could not be stored; trying again');
  return growing(tries);
}

const growing = (tries: number): number => Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS);
