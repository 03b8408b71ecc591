import type { ChatId, Update } from './chat.js';
import type { Clock } from './clock.js';
import type { Outbox } from './deliver.js';
import { converse } from './dialogues/converse.js';
import type { Log } from './log.js';
import type { Chat, StoredUpdate } from './store/documents.js';
import { type Held, WAITING_AT_ONCE } from './store/holds.js';
import type { Post } from './store/post.js';
import { beginTurn, letter, type Tools } from './turn.js';

/**
 * The one way in. An update is stored under its natural id before anything else; then the chat's updates
 * are worked one after another, in the order in which they arrived, each to its end: domain documents,
 * letters, what the chat remembers, and last the update's own `done`. Every one of these writes can be
 * repeated, so a turn that was cut off anywhere is simply run again.
 */
export type Inbox = {
  /** Resolves when the updates are safe. */
  receive(updates: Update[]): Promise<void>;
  /** Takes up what earlier runs or other processes have left undone. */
  resume(): Promise<void>;
  /** Resolves when nothing is being worked any more. */
  idle(): Promise<void>;
  close(): Promise<void>;
  counts: { received: number; duplicates: number; turns: number; troubles: number };
};

/** A turn that keeps failing is given up after this many tries, so that the chat goes on. */
const MOST_TRIES = 5;
const AT_ONCE = 64;
/** Chats that may be held before it is their turn: a quarter of a second's work. */
const HELD_AHEAD = 256;
const HELD_ELSEWHERE_MS = 500;

export function openInbox(options: {
  tools: Tools;
  post: Post;
  outbox: Outbox;
  clock: Clock;
  log: Log;
}): Inbox {
  const { tools, post, outbox, clock, log } = options;
  const counts = { received: 0, duplicates: 0, turns: 0, troubles: 0 };
  const working = new Map<ChatId, Working>();
  const queue: ChatId[] = [];
  const retries = new Map<ChatId, NodeJS.Timeout>();
  /** Updates whose turn broke in this process, perhaps behind its letters. */
  const stumbled = new Set<string>();
  let running = 0;
  let closed = false;
  let quiet: (() => void)[] = [];

  async function receive(updates: Update[]): Promise<void> {
    const arrived = clock.now();
    await Promise.all(
      updates.map(async ({ id, ...update }) => {
        const stored: StoredUpdate = {
          ...update,
          _id: id,
          order: nextOrder(),
          receivedAt: arrived,
          state: 'waiting',
          tries: 0,
          retryAt: null,
          trouble: null,
        };
        await (isFree(stored.chat) ? takeInHand(stored) : takeIn(stored));
      }),
    );
  }

  /** Nobody here is at this chat, and its turn would begin long before a lease runs out. */
  const isFree = (chat: ChatId) => !closed && !working.has(chat) && working.size < HELD_AHEAD;

  /** Stores the update, and takes hold of its chat with the same command where that is possible. */
  async function takeInHand(update: StoredUpdate): Promise<void> {
    const state: Working = { again: false, first: update, held: null };
    working.set(update.chat, state);
    let isNew = false;
    try {
      ({ isNew, held: state.held } = await post.takeIn(update, true));
      counts.received += 1;
      if (!isNew) counts.duplicates += 1;
      if (state.held && (!isNew || closed)) await post.release(update.chat);
    } finally {
      if (isNew && !closed) begin(update.chat);
      else stopWorking(update.chat, state);
    }
  }

  async function takeIn(update: StoredUpdate): Promise<void> {
    const { isNew } = await post.takeIn(update);
    counts.received += 1;
    if (!isNew) counts.duplicates += 1;
    else wake(update);
  }

  function wake(first: StoredUpdate): void {
    if (closed) return;
    const current = working.get(first.chat);
    if (current) {
      current.again = true;
      return;
    }
    working.set(first.chat, { again: false, first, held: null });
    begin(first.chat);
  }

  function begin(chat: ChatId): void {
    queue.push(chat);
    next();
  }

  function stopWorking(chat: ChatId, { again, first }: Working): void {
    working.delete(chat);
    if (again && !closed) wake(first);
  }

  function next(): void {
    while (running < AT_ONCE) {
      const chat = queue.shift();
      if (!chat) break;
      running += 1;
      void work(chat).finally(() => {
        running -= 1;
        next();
        if (running === 0 && queue.length === 0) {
          for (const tell of quiet) tell();
          quiet = [];
        }
      });
    }
  }

  async function work(id: ChatId): Promise<void> {
    const state = working.get(id);
    if (!state) return;
    try {
      do {
        let { held } = state;
        state.held = null;
        if (!held) {
          // What comes from here on may be missing from what is read now.
          state.again = false;
          held = await post.hold(state.first);
        }
        // Another process has it, and may have looked for the last time before this update was there.
        if (!held) {
          later(state.first, HELD_ELSEWHERE_MS);
          break;
        }
        await workThrough(held.chat, held.waiting, state);
      } while (state.again && !closed);
    } catch (error) {
      counts.troubles += 1;
      log.error({ chat: id, error }, 'a chat could not be worked');
      later(state.first, 1_000);
    } finally {
      stopWorking(id, state);
    }
  }

  async function workThrough(chat: Chat, found: StoredUpdate[], state: { again: boolean }): Promise<void> {
    for (let waiting = found; ; waiting = await post.waitingIn(chat._id)) {
      if (waiting.length === 0) return void (await post.release(chat._id));
      const isAll = waiting.length < WAITING_AT_ONCE;
      let isHeld = true;
      for (const [index, update] of waiting.entries()) {
        const wait = update.retryAt ? update.retryAt.getTime() - Date.now() : 0;
        if (closed || wait > 0) {
          if (!closed) later(update, wait);
          return void (await post.release(chat._id));
        }
        isHeld = !isAll || state.again || index < waiting.length - 1;
        if (!(await oneTurn(chat, update, !isHeld))) return;
      }
      // What came while the last turn let go of the chat needs a new hold.
      if (!isHeld) return;
      state.again = false;
    }
  }

  /** `false`: it failed or lost its chat, and has to wait for its next try. */
  async function oneTurn(chat: Chat, update: StoredUpdate, release: boolean): Promise<boolean> {
    if (chat.turn === update._id) {
      await post.finish(update._id);
      if (release) await post.release(chat._id);
      return true;
    }
    try {
      // In groups nothing is handed in.
      const attachment = chat.group ? null : await tools.readAttachment?.(update.event);
      const turn = await beginTurn(tools, chat, update, attachment);
      await converse(turn);
      for (const each of turn.letters) each.contest = chat.contest;
      chat.turn = update._id;
      chat.heardAt = update.receivedAt;
      if (!(await post.endTurn({ chat, letters: turn.letters, update: update._id, release }))) {
        // This process stood still for longer than its lease. Whoever has the chat now works the update too.
        log.warn({ update: update._id }, 'a turn lost its chat');
        later(update, HELD_ELSEWHERE_MS);
        return false;
      }
      counts.turns += 1;
      // After a failure its letters may be on their way already: the sender looks before it sends.
      outbox.hand(turn.letters, chat.worker !== post.owner || stumbled.delete(update._id));
      chat.worker = post.owner;
      return true;
    } catch (error) {
      stumbled.add(update._id);
      await broke(chat, update, error);
      return false;
    }
  }

  async function broke(chat: Chat, update: StoredUpdate, error: unknown): Promise<void> {
    counts.troubles += 1;
    const givenUp = update.tries + 1 >= MOST_TRIES;
    log.error({ update: update._id, tries: update.tries + 1, givenUp, error }, 'a turn broke');
    const waitMs = 1_000 * 3 ** update.tries;
    const retryAt = givenUp ? null : new Date(Date.now() + waitMs);
    const apology = letter({
      key: `${givenUp ? 'gave-up' : 'apology'}/${update._id}`,
      chat: chat._id,
      reply: { kind: 'text', text: tools.t(givenUp ? 'common.gaveUp' : 'common.apology') },
      now: update.receivedAt,
      order: update.order,
      part: 0,
    });
    await post.addLetters([apology]);
    await post.postpone(update._id, retryAt, error instanceof Error ? error.message : String(error));
    await post.release(chat._id);
    outbox.hand([apology], true);
    later(update, givenUp ? 0 : waitMs);
  }

  function later(update: StoredUpdate, waitMs: number): void {
    if (closed || retries.has(update.chat)) return;
    const timer = setTimeout(() => {
      retries.delete(update.chat);
      wake(update);
    }, waitMs);
    retries.set(update.chat, timer);
  }

  async function giveBack(chat: ChatId): Promise<void> {
    await post
      .release(chat)
      .catch((error: unknown) => log.warn({ chat, error }, 'a chat stays held until its lease runs out'));
  }

  async function resume(): Promise<void> {
    for (const chat of await post.chatsWaiting(orderAt(Date.now() - 2_000))) {
      if (working.has(chat)) continue;
      const [first] = await post.waitingIn(chat);
      if (first) wake(first);
    }
  }

  const idle = () =>
    running === 0 && queue.length === 0
      ? Promise.resolve()
      : new Promise<void>((resolve) => quiet.push(resolve));

  return {
    receive,
    resume,
    idle,
    counts,
    async close() {
      closed = true;
      for (const timer of retries.values()) clearTimeout(timer);
      for (const chat of queue.splice(0)) if (working.get(chat)?.held) await giveBack(chat);
      await idle();
    },
  };
}

/** A chat that this process is at. `again`: more has come meanwhile. `held`: it is held already. */
type Working = { again: boolean; first: StoredUpdate; held: Held | null };

/** Arrival order: the wall clock's milliseconds with a running number behind them (below 2^53 until 2248). */
const PER_MS = 1_024;
let lastOrder = 0;

export const orderAt = (ms: number): number => ms * PER_MS;

export function nextOrder(): number {
  lastOrder = Math.max(orderAt(Date.now()), lastOrder + 1);
  return lastOrder;
}
