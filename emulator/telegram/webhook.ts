import { postWebhook, type WebhookAnswer } from '../postWebhook.js';
import type { BotRecord, QueuedUpdate, Webhook } from '../state.js';
import type { World } from '../world.js';
import type { TelegramUpdates } from './updates.js';

const patienceMs = 60_000;
const longestBackOff = 60_000;
const longestRetryAfter = 3_600_000;

/** Brings updates to webhooks: one lane's after another, several lanes at once, until they are taken. */
export class TelegramWebhooks {
  readonly #deliveries = new Map<string, { stop: AbortController; lanes: Set<string> }>();

  constructor(
    private readonly world: World,
    private readonly updates: TelegramUpdates,
  ) {
    updates.grown = (bot) => this.pump(bot);
  }

  /** Starts what can be started now. */
  pump(bot: BotRecord): void {
    const { webhook } = bot;
    if (!webhook || this.world.closing.signal.aborted) return;
    const delivery = this.#deliveries.get(bot.id) ?? {
      stop: new AbortController(),
      lanes: new Set<string>(),
    };
    this.#deliveries.set(bot.id, delivery);
    this.updates.expire(bot);
    for (const update of bot.queue) {
      if (delivery.lanes.size >= webhook.maxConnections) break;
      if (delivery.lanes.has(update.lane)) continue;
      delivery.lanes.add(update.lane);
      void this.#deliver(bot, webhook, update, delivery.stop.signal).then(() => {
        delivery.lanes.delete(update.lane);
        if (!delivery.stop.signal.aborted) this.pump(bot);
      });
    }
  }

  /** The webhook was set anew or taken away. */
  restart(bot: BotRecord): void {
    this.#deliveries.get(bot.id)?.stop.abort();
    this.#deliveries.delete(bot.id);
    this.pump(bot);
  }

  async #deliver(bot: BotRecord, webhook: Webhook, update: QueuedUpdate, stop: AbortSignal): Promise<void> {
    const signal = AbortSignal.any([stop, this.world.closing.signal]);
    for (let tries = 0; !signal.aborted && bot.queue.includes(update); tries += 1) {
      this.updates.handedOut(bot, update);
      const answer = await postWebhook({
        url: webhook.url,
        headers: webhook.secret === null ? {} : { 'x-telegram-bot-api-secret-token': webhook.secret },
        body: { update_id: update.id, [update.kind]: update.body },
        timeoutMs: patienceMs,
        signal,
      });
      if (signal.aborted) return;
      if (answer.kind === 'answered' && answer.status >= 200 && answer.status < 300)
        return this.updates.done(bot, update);
      webhook.lastErrorAt = this.world.clock.ms();
      webhook.lastError = reasonOf(answer);
      const asked =
        answer.kind === 'answered' && answer.retryAfterMs > 0
          ? Math.min(answer.retryAfterMs, longestRetryAfter)
          : null;
      await this.world.clock.sleep(asked ?? backOff(tries), signal);
      this.updates.expire(bot);
    }
  }
}

/** At once, then after 2, 4, 8 … seconds. */
const backOff = (tries: number) => (tries === 0 ? 0 : Math.min(1000 * 2 ** tries, longestBackOff));

const reasons = { timeout: 'Read timeout expired', unreachable: 'Connection refused', tls: 'SSL error' };

function reasonOf(answer: WebhookAnswer): string {
  if (answer.kind !== 'answered') return reasons[answer.kind];
  return `Wrong response from the webhook: ${answer.status} ${answer.statusText}`;
}
