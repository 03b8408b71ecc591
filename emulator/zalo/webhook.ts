import { isAllowed } from '../fetchFile.js';
import { postWebhook, type WebhookAnswer } from '../postWebhook.js';
import type { BotRecord, QueuedUpdate, Webhook } from '../state.js';
import type { World } from '../world.js';
import type { ZaloHabits } from './habits.js';

const patienceMs = 5000;

export type Verification = {
  ok: boolean;
  url: string;
  outcome: string;
  hint: string;
  status_code?: number;
  latency_ms: number;
};

/** Brings updates to webhooks: a chat's one after another, each once unless repeats are a habit. */
export class ZaloWebhooks {
  readonly #lanes = new Map<string, Promise<void>>();

  constructor(
    private readonly world: World,
    private readonly habits: ZaloHabits,
  ) {}

  /** Sends off everything that waits. */
  drain(bot: BotRecord): void {
    const { webhook } = bot;
    if (!webhook) return;
    for (const update of bot.queue.splice(0)) {
      const lane = `${bot.id} ${update.lane}`;
      const before = this.#lanes.get(lane) ?? Promise.resolve();
      const after = before
        .then(() => this.#deliver(bot, webhook, update))
        .finally(() => {
          if (this.#lanes.get(lane) === after) this.#lanes.delete(lane);
        });
      this.#lanes.set(lane, after);
    }
    this.world.touched();
  }

  async #deliver(bot: BotRecord, webhook: Webhook, update: QueuedUpdate): Promise<void> {
    const where = { bot: bot.id, chat: update.chat };
    const body = this.habits.delivery === 'wrapped' ? { ok: true, result: update.body } : update.body;
    for (let tries = 0; tries <= this.habits.webhookRetries; tries += 1) {
      if (tries > 0) await this.world.clock.sleep(1000 * 2 ** tries, this.world.closing.signal);
      if (this.world.closing.signal.aborted) return;
      this.world.counts.add(where, 'delivered');
      if (succeeded(await this.#post(webhook, body))) return;
    }
    this.world.counts.add(where, 'dropped');
  }

  /** Tries the address out, as Zalo does when it is told one. */
  async probe(webhook: Pick<Webhook, 'url' | 'secret'>): Promise<Verification> {
    const started = performance.now();
    const answer = await this.#post(webhook, { event_name: 'webhook.verify' });
    const outcome = outcomeOf(answer);
    return {
      ok: outcome === 'webhook.ok',
      url: webhook.url,
      outcome,
      hint:
        outcome === 'webhook.ok' ? 'Webhook is reachable' : 'Check that the URL answers 2xx to POST requests',
      ...(answer.kind === 'answered' && { status_code: answer.status }),
      latency_ms: Math.round(performance.now() - started),
    };
  }

  /** Zalo sends only to public HTTPS addresses. */
  async isAllowed(url: string): Promise<boolean> {
    if (!URL.canParse(url)) return false;
    const { protocol, hostname } = new URL(url);
    const isPublicName = protocol === 'https:' && hostname.includes('.') && !/^[\d.]+$/.test(hostname);
    return isPublicName || isAllowed(new URL(url), this.habits);
  }

  #post({ url, secret }: Pick<Webhook, 'url' | 'secret'>, body: unknown): Promise<WebhookAnswer> {
    const headers = { 'user-agent': 'Java/21', 'x-bot-api-secret-token': secret ?? '' };
    return postWebhook({ url, headers, body, timeoutMs: patienceMs, signal: this.world.closing.signal });
  }
}

const succeeded = (answer: WebhookAnswer) =>
  answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;

function outcomeOf(answer: WebhookAnswer): string {
  if (answer.kind === 'tls') return 'webhook.err.tls';
  if (answer.kind !== 'answered') return 'webhook.err.unreachable';
  if (succeeded(answer)) return 'webhook.ok';
  if (answer.status === 403 || answer.status === 404) return `webhook.http.${answer.status}`;
  return answer.status >= 500 ? 'webhook.http.5xx' : 'webhook.http.other';
}
