import { setMaxListeners } from 'node:events';
import { type Bot, type Call, type ChatId, Gone, Later, Moved, Wrong } from './chat.js';
import type { Clock } from './clock.js';
import { Lines } from './lines.js';
import type { Log } from './log.js';
import { openPace } from './pace.js';
import type { Letter } from './store/documents.js';
import type { Leases } from './store/leases.js';
import type { Post } from './store/post.js';

/**
 * The one way out. Each bot has one sender (a lease: a platform's limits are per bot), which keeps the
 * order within a chat and the platform's pace. A letter is marked after it was accepted: a crash in
 * between repeats the letters in hand, and nothing else is ever sent twice or left out.
 */
export type Outbox = {
  /**
   * Letters that were just stored. A sender that has read all of its backlog takes them as they are;
   * `fromDatabase` makes it look there first, where another process may have written before.
   */
  hand(letters: Letter[], fromDatabase?: boolean): void;
  start(): void;
  /** Resolves when nothing that is due waits any more. */
  idle(): Promise<void>;
  close(): Promise<void>;
  counts: { sent: number; refused: number; parked: number; gone: number };
};

/** Chats served at the same time by one bot. */
const AT_ONCE = 16;
const BATCH = 400;
/** Lines a sender keeps in its hands; further chats wait in the database. */
const MOST_LINES = 2_000;
/** How long a bot stays silent whose token was refused. */
const REFUSED_BOT_MS = 60_000;
const LEASE_MS = 5_000;
/** How often a sender looks by itself, for letters that other processes wrote (wall clock). */
const LOOK_MS = 1_000;
/** A letter that was put off this often is parked: with the waits growing to a minute, about a day. */
const MOST_TRIES = 1_440;
const LONGEST_WAIT_MS = 60_000;
const CLOSE_MS = 3_000;

export function openOutbox(options: {
  bots: Bot[];
  post: Post;
  leases: Leases;
  clock: Clock;
  log: Log;
}): Outbox {
  const counts = { sent: 0, refused: 0, parked: 0, gone: 0 };
  const senders = new Map(options.bots.map((bot) => [bot.id, openSender(bot, counts, options)]));
  return {
    counts,
    hand: (letters, fromDatabase = false) => {
      for (const [bot, sender] of senders) {
        const own = letters.filter((letter) => letter.bot === bot);
        if (own.length > 0) sender.hand(own, fromDatabase);
      }
    },
    start: () => {
      for (const sender of senders.values()) sender.start();
    },
    idle: async () => {
      await Promise.all([...senders.values()].map((sender) => sender.idle()));
    },
    close: async () => {
      await Promise.all([...senders.values()].map((sender) => sender.close()));
    },
  };
}

type Options = Parameters<typeof openOutbox>[0];

function openSender(bot: Bot, counts: Outbox['counts'], { post, leases, clock, log }: Options) {
  const stop = new AbortController();
  // Every chat that waits listens to it.
  setMaxListeners(0, stop.signal);
  const lease = `sender/${bot.id}`;
  const pace = openPace(bot, clock);
  const lines = new Lines();
  /** Which letter is on its way in a chat. */
  const busy = new Map<ChatId, Letter>();
  /** Everything that waits in the database is in the lines. */
  let caughtUp = false;
  const idlers: (() => void)[] = [];
  let woken = true;
  /** What waits in the database isn't known, or is just being read. */
  let looking = true;
  let nudge: () => void = () => {};
  let running: Promise<void> | null = null;
  let holdBotUntil = 0;

  function wake() {
    woken = true;
    nudge();
  }

  async function run(): Promise<void> {
    clock.onMoved(wake);
    while (!stop.signal.aborted) {
      woken = false;
      looking = true;
      try {
        const isOurs = await leases.hold(lease, LEASE_MS);
        if (isOurs) await fill();
        else letGo();
        looking = !isOurs;
        settleIdle();
      } catch (error) {
        log.warn({ bot: bot.id, error }, 'the outbox could not be read');
      }
      if (!woken)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, LOOK_MS);
          nudge = () => {
            clearTimeout(timer);
            resolve();
          };
          if (woken || stop.signal.aborted) nudge();
        });
    }
  }

  async function fill(): Promise<void> {
    do {
      caughtUp = await lines.read((except) => post.waitingFor(bot.id, BATCH, except), BATCH);
      serve();
    } while (!caughtUp && lines.chats.length < MOST_LINES && !stop.signal.aborted);
  }

  /** Another process sends for this bot now: what isn't on its way already is its business. */
  function letGo(): void {
    caughtUp = false;
    lines.forgetAll(busy.values());
  }

  function hand(letters: Letter[], fromDatabase: boolean): void {
    if (caughtUp && !fromDatabase) {
      lines.add(letters);
      serve();
    } else wake();
  }

  /** One letter at a time in a chat, several chats at once; who has to wait for his pace holds nobody up. */
  function serve(): void {
    if (!leases.stillHolds(lease)) return;
    let soonestMs = Number.POSITIVE_INFINITY;
    for (const letter of lines.heads) {
      if (busy.size >= AT_ONCE || stop.signal.aborted) break;
      if (busy.has(letter.chat) || !isDue(letter)) continue;
      const waitMs = pace.waitMs(letter.chat);
      if (waitMs > 0) soonestMs = Math.min(soonestMs, waitMs);
      else send(letter);
    }
    if (Number.isFinite(soonestMs)) serveIn(soonestMs);
    settleIdle();
  }

  let nextServing = Number.POSITIVE_INFINITY;
  function serveIn(ms: number): void {
    const at = clock.now().getTime() + ms;
    if (at >= nextServing) return;
    nextServing = at;
    void clock.sleep(ms, stop.signal).then(() => {
      if (nextServing === at) nextServing = Number.POSITIVE_INFINITY;
      serve();
    });
  }

  function send(letter: Letter): void {
    busy.set(letter.chat, letter);
    void deliver(letter)
      .then((isSettled) => {
        if (!isSettled) lines.release(letter);
        else if (lines.settle(letter)) wake();
      })
      .catch((error) => {
        // The letter went out but could not be marked, or the database is away: look again shortly.
        log.error({ letter: letter._id, error }, 'a letter could not be settled');
        letter.dueAt = new Date(clock.now().getTime() + LOOK_MS);
        lines.release(letter);
      })
      .finally(() => {
        busy.delete(letter.chat);
        if (!caughtUp && lines.chats.length === 0) wake();
        serve();
      });
  }

  /** `true`: nothing more to do for this letter. */
  async function deliver(letter: Letter): Promise<boolean> {
    let calls: Call[];
    try {
      calls = bot.write(letter.chat, letter.reply);
    } catch (error) {
      return await failed(letter, error);
    }
    for (let part = letter.sentParts; part < calls.length; part += 1) {
      const call = calls[part];
      if (!call) break;
      await waitForTurn(letter.chat);
      // After a standstill of this process another one may have sent it.
      if (stop.signal.aborted || !leases.stillHolds(lease)) return false;
      try {
        await bot.send(call);
      } catch (error) {
        return await failed(letter, error);
      }
      counts.sent += 1;
      letter.sentParts = part + 1;
      if (part < calls.length - 1) await post.markLetter(letter._id, { sentParts: part + 1 });
    }
    await post.markLetter(letter._id, { state: 'sent', sentAt: clock.now(), sentParts: calls.length });
    return true;
  }

  async function waitForTurn(chat: ChatId): Promise<void> {
    const heldMs = () => holdBotUntil - clock.now().getTime();
    do {
      if (heldMs() > 0) await clock.sleep(heldMs(), stop.signal);
      await pace.take(chat, stop.signal);
      // The platform may have asked us to wait while this letter waited for its place.
    } while (heldMs() > 0 && !stop.signal.aborted);
  }

  async function failed(letter: Letter, error: unknown): Promise<boolean> {
    counts.refused += 1;
    const trouble = error instanceof Error ? error.message : String(error);
    if (error instanceof Later && letter.tries < MOST_TRIES) {
      letter.tries += 1;
      const waitMs = Math.max(error.waitMs, patience(letter.tries));
      letter.dueAt = new Date(clock.now().getTime() + waitMs);
      if (error.scope === 'bot') holdBotUntil = letter.dueAt.getTime();
      await post.markLetter(letter._id, { dueAt: letter.dueAt, tries: letter.tries, trouble });
      void clock.sleep(waitMs, stop.signal).then(wake);
      return false;
    }
    if (error instanceof Moved) {
      await post.changeAllFor(letter.chat, { chat: error.to });
      await post.move(letter.chat, error.to);
      // The line is read again under the other id, in its order.
      lines.forget(letter.chat);
      caughtUp = false;
      wake();
      return false;
    }
    if (error instanceof Gone) {
      counts.gone += 1;
      log.warn({ bot: bot.id, chat: letter.chat, trouble }, 'a chat can not be reached any more');
      await post.setReachable(letter.chat, false);
      await post.changeAllFor(letter.chat, { state: 'gone', trouble });
      lines.settleAll(letter.chat);
      wake();
      return true;
    }
    if (error instanceof Wrong && error.fatal) {
      // The bot itself is refused: nothing is wrong with the letters, and they wait for a new token.
      log.error({ bot: bot.id, error }, 'the platform refuses this bot, nothing can be sent');
      holdBotUntil = clock.now().getTime() + REFUSED_BOT_MS;
      letter.dueAt = new Date(holdBotUntil);
      return false;
    }
    counts.parked += 1;
    log.error({ letter: letter._id, error }, 'a letter was parked');
    await post.markLetter(letter._id, { state: 'parked', trouble });
    return true;
  }

  const isIdle = () => !woken && !looking && busy.size === 0 && !lines.heads.some(isDue);
  const isDue = (letter: Letter) => letter.dueAt.getTime() <= clock.now().getTime();
  function settleIdle() {
    if (isIdle()) for (const tell of idlers.splice(0)) tell();
  }

  return {
    hand,
    start: () => {
      running ??= run();
    },
    idle: () =>
      new Promise<void>((resolve) => {
        idlers.push(resolve);
        wake();
      }),
    close: async () => {
      stop.abort();
      nudge();
      await running;
      // What is on its way may end, so that it is marked; a platform that hangs isn't waited for.
      const patientUntil = Date.now() + CLOSE_MS;
      while (busy.size > 0 && Date.now() < patientUntil)
        await new Promise((resolve) => setTimeout(resolve, 5));
      await leases.release(lease).catch(() => {});
    },
  };
}

/** The platform's own wait at first; longer and longer where it keeps failing. */
const patience = (tries: number): number =>
  tries < 4 ? 0 : Math.min(LONGEST_WAIT_MS, 500 * 2 ** Math.min(tries, 10));
