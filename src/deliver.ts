import { setMaxListeners } from 'node:events';
import type { Bot, BotId, ChatId } from './chat.js';
import type { Clock } from './clock.js';
import { Lines } from './lines.js';
import type { Log } from './log.js';
import { openPace } from './pace.js';
import { openSending, type SayNow } from './sending.js';
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
  /** Bots whose token was refused the last time. */
  refused(): BotId[];
  counts: { sent: number; refused: number; parked: number; gone: number };
};

/** Chats served at the same time by one bot. */
const AT_ONCE = 16;
const BATCH = 400;
/** Lines a sender keeps in its hands; further chats wait in the database. */
const MOST_LINES = 2_000;
/** Of those with patient letters fewer are under way, so that an answer always finds a place; and fewer in hand. */
const PATIENT_AT_ONCE = 12;
const LEAST_PATIENT = 200;
const LEASE_MS = 5_000;
/** How often a sender looks by itself, for letters that other processes wrote (wall clock). */
const LOOK_MS = 1_000;
const CLOSE_MS = 3_000;

export function openOutbox(options: {
  bots: Bot[];
  post: Post;
  leases: Leases;
  clock: Clock;
  log: Log;
  sayNow?: SayNow;
}): Outbox {
  const counts = { sent: 0, refused: 0, parked: 0, gone: 0 };
  const senders = new Map(options.bots.map((bot) => [bot.id, openSender(bot, counts, options)]));
  return {
    counts,
    refused: () => [...senders].filter(([, sender]) => sender.isRefused()).map(([bot]) => bot),
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

/** The waiting: which letter's turn it is. */
function openSender(bot: Bot, counts: Outbox['counts'], { post, leases, clock, log, sayNow }: Options) {
  const stop = new AbortController();
  // Every chat that waits listens to it.
  setMaxListeners(0, stop.signal);
  const lease = `sender/${bot.id}`;
  const pace = openPace(bot, clock);
  const isOurs = () => !stop.signal.aborted && leases.stillHolds(lease);
  const sending = openSending({ bot, post, pace, clock, log, counts, isOurs, sayNow, signal: stop.signal });
  /** What answers somebody, and what gives way to it. `caughtUp`: all of it that waits in the database is in the lines. */
  const prompt = { lines: new Lines(), caughtUp: false, atOnce: AT_ONCE };
  const patient = { lines: new Lines(), caughtUp: false, atOnce: PATIENT_AT_ONCE };
  const kinds = [prompt, patient];
  const kindOf = (letter: Letter) => (letter.patient ? patient : prompt);
  /** Which letter is on its way in a chat. */
  const busy = new Map<ChatId, Letter>();
  const idlers: (() => void)[] = [];
  let woken = true;
  /** What waits in the database isn't known, or is just being read. */
  let looking = true;
  let nudge: () => void = () => {};
  let running: Promise<void> | null = null;

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
        const isHeld = await leases.hold(lease, LEASE_MS);
        if (isHeld) await fill();
        else letGo();
        looking = !isHeld;
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
      prompt.caughtUp = await prompt.lines.read((except) => post.waitingFor(bot.id, BATCH, except), BATCH);
      serve();
    } while (!prompt.caughtUp && prompt.lines.chats.length < MOST_LINES && !stop.signal.aborted);
    // There may be very many of them, and nobody waits: one batch at a time, when the one before is nearly gone.
    if (!patient.caughtUp && patient.lines.chats.length > LEAST_PATIENT) return;
    patient.caughtUp = await patient.lines.read(
      (except) => post.waitingFor(bot.id, BATCH, except, true),
      BATCH,
    );
    serve();
  }

  /** Another process sends for this bot now: what isn't on its way already is its business. */
  function letGo(): void {
    for (const kind of kinds) {
      kind.caughtUp = false;
      kind.lines.forgetAll(busy.values());
    }
  }

  function hand(letters: Letter[], fromDatabase: boolean): void {
    for (const kind of kinds) {
      const own = letters.filter((letter) => kindOf(letter) === kind);
      if (own.length === 0) continue;
      if (kind.caughtUp && !fromDatabase) {
        kind.lines.add(own);
        serve();
      } else {
        for (const { chat } of own) kind.lines.expect(chat);
        wake();
      }
    }
  }

  /** One letter at a time in a chat, several chats at once; who has to wait for his pace holds nobody up. */
  function serve(): void {
    if (!leases.stillHolds(lease)) return;
    let soonestMs = Number.POSITIVE_INFINITY;
    for (const { lines, atOnce } of kinds)
      for (const letter of lines.heads) {
        if (busy.size >= atOnce || stop.signal.aborted) break;
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
    const { lines } = kindOf(letter);
    busy.set(letter.chat, letter);
    void sending
      .send(letter)
      .then((outcome) => {
        switch (outcome.kind) {
          case 'settled':
            if (lines.settle(letter)) wake();
            return;
          case 'gone':
            for (const kind of kinds) kind.lines.settleAll(letter.chat);
            return wake();
          case 'moved':
            // The lines are read again under the other id, in their order.
            for (const kind of kinds) {
              kind.lines.forget(letter.chat);
              kind.caughtUp = false;
            }
            return wake();
          case 'later':
            void clock.sleep(outcome.waitMs, stop.signal).then(wake);
            return lines.release(letter);
          case 'kept':
            return lines.release(letter);
        }
      })
      .catch((error) => {
        // The letter went out but could not be marked, or the database is away: look again shortly.
        log.error({ letter: letter._id, error }, 'a letter could not be settled');
        letter.dueAt = new Date(clock.now().getTime() + LOOK_MS);
        lines.release(letter);
      })
      .finally(() => {
        busy.delete(letter.chat);
        if (kinds.some((kind) => !kind.caughtUp && kind.lines.chats.length === 0)) wake();
        serve();
      });
  }

  const isIdle = () =>
    !woken && !looking && busy.size === 0 && !kinds.some(({ lines }) => lines.heads.some(isDue));
  const isDue = (letter: Letter) => letter.dueAt.getTime() <= clock.now().getTime();
  function settleIdle() {
    if (isIdle()) for (const tell of idlers.splice(0)) tell();
  }

  return {
    hand,
    isRefused: sending.isRefused,
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
