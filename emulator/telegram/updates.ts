import { HeldBack } from '../heldBack.js';
import type { BotRecord, ChatRecord, QueuedUpdate } from '../state.js';
import type { World } from '../world.js';
import { conflict } from './errors.js';
import type { Json } from './shapes.js';

const day = 24 * 60 * 60 * 1000;
const callbackLife = 150_000;
const mostWaiting = 100_000;
/** Kinds a bot gets only if it asks for them. */
const unusualKinds = ['chat_member', 'message_reaction', 'message_reaction_count'];

export type NewUpdate = { kind: string; chat: ChatRecord | null; lane: string; body: Json };
type Poller = { wake(): void; terminate(reason: string): void };

/** The updates that wait for a bot, and those who wait for updates. */
export class TelegramUpdates {
  /** Called when a bot's queue has grown. */
  grown: (bot: BotRecord) => void = () => {};
  readonly #pollers = new Map<string, Poller>();
  readonly #heldBack = new Map<string, HeldBack<NewUpdate>>();

  constructor(private readonly world: World) {}

  add(bot: BotRecord, update: NewUpdate): void {
    const { allowedUpdates } = bot;
    const allowed = allowedUpdates?.length
      ? allowedUpdates.includes(update.kind)
      : !unusualKinds.includes(update.kind);
    if (!allowed) return;
    this.world.counts.add(where(bot, update), 'told');
    const fault = this.world.faults.forUpdate(bot, update.chat);
    if (fault) this.world.counts.addNamed(where(bot, update), 'faults', fault.kind);
    const heldBack =
      this.#heldBack.get(bot.id) ?? new HeldBack<NewUpdate>((item) => this.#enqueue(bot, item, false));
    this.#heldBack.set(bot.id, heldBack);
    if (fault?.kind === 'duplicate') this.#enqueue(bot, update, true);
    else heldBack.offer(update, fault);
  }

  #enqueue(bot: BotRecord, { kind, chat, lane, body }: NewUpdate, again: boolean): void {
    if (bot.lastUpdate === 0) bot.lastUpdate = 850_000_000;
    bot.lastUpdate += 1;
    bot.queue.push({
      id: bot.lastUpdate,
      at: this.world.clock.ms(),
      kind,
      chat: chat?.id ?? null,
      lane,
      body,
      again,
    });
    if (bot.queue.length > mostWaiting) bot.queue.shift();
    this.world.touched();
    this.#pollers.get(bot.id)?.wake();
    this.grown(bot);
  }

  /** A long poll: answers at once if there is something, else when there is, or after `waitMs`. */
  async poll(
    bot: BotRecord,
    { offset, limit, waitMs, gone }: { offset: number; limit: number; waitMs: number; gone: AbortSignal },
  ): Promise<QueuedUpdate[]> {
    this.#pollers
      .get(bot.id)
      ?.terminate('terminated by other getUpdates request; make sure that only one bot instance is running');
    this.confirm(bot, offset);
    this.expire(bot);
    if (bot.queue.length === 0 && waitMs > 0) await this.#wait(bot, waitMs, gone);
    const batch = bot.queue.slice(0, limit);
    for (const update of batch) this.handedOut(bot, update);
    return batch;
  }

  #wait(bot: BotRecord, ms: number, gone: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = AbortSignal.any([gone, this.world.closing.signal]);
      const done = () => {
        clearTimeout(timer);
        end.removeEventListener('abort', wake);
        if (this.#pollers.get(bot.id) === poller) this.#pollers.delete(bot.id);
      };
      const wake = () => {
        done();
        resolve();
      };
      const poller = {
        wake,
        terminate: (reason: string) => {
          done();
          reject(conflict(reason));
        },
      };
      const timer = setTimeout(wake, ms);
      end.addEventListener('abort', wake, { once: true });
      this.#pollers.set(bot.id, poller);
      if (end.aborted) wake();
    });
  }

  terminatePoll(bot: BotRecord, reason: string): void {
    this.#pollers.get(bot.id)?.terminate(reason);
  }

  /** Forgets what is older than `offset`; a negative one keeps only so many of the newest. */
  confirm(bot: BotRecord, offset: number): void {
    if (offset === 0 || bot.queue.length === 0) return;
    if (offset < 0) bot.queue = bot.queue.slice(offset);
    else bot.queue = bot.queue.flatMap((update) => (update.id >= offset ? [update] : this.#taken(update)));
    this.world.touched();
  }

  /** The bot has taken this one. */
  done(bot: BotRecord, update: QueuedUpdate): void {
    bot.queue = bot.queue.flatMap((other) => (other === update ? this.#taken(update) : [other]));
    this.world.touched();
  }

  #taken(update: QueuedUpdate): QueuedUpdate[] {
    return update.again ? [{ ...update, again: false }] : [];
  }

  handedOut(bot: BotRecord, update: QueuedUpdate): void {
    this.world.counts.add(where(bot, update), 'delivered');
  }

  expire(bot: BotRecord): void {
    const now = this.world.clock.ms();
    const kept = bot.queue.filter((update) => {
      const fresh = now - update.at < (update.kind === 'callback_query' ? callbackLife : day);
      if (!fresh) this.world.counts.add(where(bot, update), 'dropped');
      return fresh;
    });
    if (kept.length < bot.queue.length) bot.queue = kept;
  }

  drop(bot: BotRecord): void {
    bot.queue = [];
  }

  /** Lets go of all that is held back. */
  flush(): void {
    for (const heldBack of this.#heldBack.values()) heldBack.flush();
  }
}

function where(bot: BotRecord, { chat }: { chat: ChatRecord | string | null }) {
  return { bot: bot.id, chat: typeof chat === 'string' || chat === null ? chat : chat.id };
}
