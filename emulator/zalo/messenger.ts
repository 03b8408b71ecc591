import { HeldBack } from '../heldBack.js';
import type { BotRecord, ChatRecord, QueuedUpdate } from '../state.js';
import type { Happening, World } from '../world.js';
import { ZaloError } from './errors.js';
import type { ZaloHabits } from './habits.js';
import { admitted, countInbound } from './quota.js';
import { eventOf, type ZaloEvent } from './shapes.js';
import { ZaloWebhooks } from './webhook.js';

/** A receiver that polled so lately counts as running. */
const presenceMs = 5000;

type Poller = { give(update: QueuedUpdate | null): void };

/** Zalo as a whole: what bots can ask of it, and what it tells them. */
export class Zalo {
  readonly webhooks: ZaloWebhooks;
  readonly #pollers = new Map<string, Poller[]>();
  readonly #lastPoll = new Map<string, number>();
  readonly #heldBack = new Map<string, HeldBack<QueuedUpdate>>();

  constructor(
    readonly world: World,
    readonly habits: ZaloHabits,
  ) {
    this.webhooks = new ZaloWebhooks(world, habits);
    world.hear.zalo = (happening) => this.#hear(happening);
    world.closing.signal.addEventListener('abort', () => {
      for (const heldBack of this.#heldBack.values()) heldBack.flush();
    });
  }

  /** Goes on with what was left when the emulator was last closed. */
  resume(): void {
    for (const bot of this.world.bots.values()) if (bot.platform === 'zalo') this.webhooks.drain(bot);
  }

  /** Bots hear of messages and of nothing else; in a group only of those that mention or answer them. */
  #hear(happening: Happening): void {
    const { kind, chat } = happening;
    const bot = chat.bot === null || !chat.botPresent ? undefined : this.world.bots.get(chat.bot);
    if (!bot || kind !== 'said') return;
    const where = { bot: bot.id, chat: chat.id };
    const addressed = chat.kind === 'private' || happening.mentioned || this.#answers(bot, happening);
    if (!addressed) this.world.counts.add(where, 'unheard');
    else if (!admitted(this.world, bot, chat)) this.world.counts.add(where, 'dropped');
    else this.#tell(bot, chat, eventOf(this.world, this.habits, happening));
  }

  #answers(bot: BotRecord, { chat, message }: Happening & { kind: 'said' }): boolean {
    const answered = message.replyTo ? this.world.message(chat.id, message.replyTo) : undefined;
    return answered?.shown.from.kind === 'bot' && answered.shown.from.bot === bot.id;
  }

  #tell(bot: BotRecord, chat: ChatRecord, event: ZaloEvent): void {
    countInbound(this.world, bot);
    for (const what of ['said', 'told'] as const) this.world.counts.add({ bot: bot.id, chat: chat.id }, what);
    bot.lastUpdate += 1;
    const update: QueuedUpdate = {
      id: bot.lastUpdate,
      at: this.world.clock.ms(),
      kind: event.event_name,
      chat: chat.id,
      lane: chat.id,
      body: event,
      again: false,
    };
    const fault = this.world.faults.forUpdate(bot, chat);
    if (fault) this.world.counts.addNamed({ bot: bot.id, chat: chat.id }, 'faults', fault.kind);
    const heldBack =
      this.#heldBack.get(bot.id) ?? new HeldBack<QueuedUpdate>((item) => this.#enqueue(bot, item));
    this.#heldBack.set(bot.id, heldBack);
    heldBack.offer(update, fault);
    if (fault?.kind === 'duplicate') this.#enqueue(bot, { ...update });
  }

  #enqueue(bot: BotRecord, update: QueuedUpdate): void {
    if (this.habits.whenOffline === 'drop' && !bot.webhook && !this.#receives(bot)) {
      this.world.counts.add({ bot: bot.id, chat: update.chat }, 'dropped');
      return;
    }
    bot.queue.push(update);
    this.world.touched();
    if (bot.webhook) this.webhooks.drain(bot);
    else this.#pollers.get(bot.id)?.shift()?.give(this.#handOut(bot));
  }

  #receives(bot: BotRecord): boolean {
    const waiting = (this.#pollers.get(bot.id) ?? []).length > 0;
    return (
      waiting || performance.now() - (this.#lastPoll.get(bot.id) ?? Number.NEGATIVE_INFINITY) < presenceMs
    );
  }

  /** An update handed out is gone. */
  #handOut(bot: BotRecord): QueuedUpdate | null {
    const update = bot.queue.shift() ?? null;
    if (update) this.world.counts.add({ bot: bot.id, chat: update.chat }, 'delivered');
    this.world.touched();
    return update;
  }

  /** One update, as soon as there is one; `null` if there is none for `waitMs`. */
  async poll(bot: BotRecord, waitMs: number, gone: AbortSignal): Promise<QueuedUpdate | null> {
    const pollers = this.#pollers.get(bot.id) ?? [];
    this.#pollers.set(bot.id, pollers);
    if (pollers.length > 0 && this.habits.secondPoller === 'refuse') {
      throw new ZaloError(409, 'Conflict: another getUpdates request is running');
    }
    this.#lastPoll.set(bot.id, performance.now());
    if (bot.queue.length > 0 || waitMs <= 0) return this.#handOut(bot);
    const update = await new Promise<QueuedUpdate | null>((resolve) => {
      const end = AbortSignal.any([gone, this.world.closing.signal]);
      const give = (given: QueuedUpdate | null) => {
        clearTimeout(timer);
        end.removeEventListener('abort', giveUp);
        resolve(given);
      };
      const poller = { give };
      const giveUp = () => {
        pollers.splice(pollers.indexOf(poller), 1);
        give(null);
      };
      const timer = setTimeout(giveUp, waitMs);
      end.addEventListener('abort', giveUp, { once: true });
      pollers.push(poller);
      if (end.aborted) giveUp();
    });
    this.#lastPoll.set(bot.id, performance.now());
    return update;
  }
}

export const startZalo = (world: World, habits: ZaloHabits) => new Zalo(world, habits);
