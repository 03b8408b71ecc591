import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { CannotStart } from '../../cannotStart.js';
import type { Log } from '../../log.js';
import { type Answer, type Client, describe } from './client.js';

const SECRET_HEADER = 'x-bot-api-secret-token';

const webhook = z.object({ url: z.string() });
const probed = z.object({
  verification: z.object({ ok: z.boolean(), outcome: z.string().catch(''), hint: z.string().catch('') }),
});

/** In constant time, so that answers don't tell how much of a guess was right. */
export function hasSecret(headers: Record<string, unknown>, secret: string): boolean {
  const given = headers[SECRET_HEADER];
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Asks Zalo to deliver to `url`. Zalo tries the address at once and keeps it even if the try failed: then
 * nothing would ever arrive, so that is an error here.
 */
export async function claimWebhook(client: Client, url: string, secret: string | undefined): Promise<void> {
  if (!secret) throw new CannotStart('operator.zaloWebhookSecret');
  const answer = await client.call('setWebhook', { url, secret_token: secret });
  if (answer.kind !== 'ok')
    throw new CannotStart('operator.zaloWebhookRefused', { address: url, reason: describe(answer) });
  const probe = probed.safeParse(answer.result).data?.verification;
  if (probe && !probe.ok) {
    const reason = [probe.outcome, probe.hint].filter(Boolean).join(', ');
    throw new CannotStart('operator.zaloWebhookUnreachable', { address: url, reason });
  }
}

/** Back to polling. What a missing webhook answers, 404, is as good as success. */
export async function releaseWebhook(client: Client, log: Log): Promise<void> {
  const answer = await client.call('deleteWebhook', {});
  if (answer.kind !== 'ok' && !isNone(answer))
    log.warn({ trouble: describe(answer) }, 'Zalo did not remove the webhook');
  const left = await currentWebhook(client, log);
  if (left) log.error({ host: hostOf(left) }, 'a Zalo webhook is still set: polling will bring nothing');
}

/** While a webhook is set, ours or a forgotten one, polling brings nothing. */
export async function clearTheLine(client: Client, log: Log): Promise<void> {
  const set = await currentWebhook(client, log);
  if (!set) return;
  log.warn({ host: hostOf(set) }, 'a Zalo webhook is set: removing it, since this bot polls');
  await releaseWebhook(client, log);
}

/** No webhook is 404, an empty address, or no result at all. */
async function currentWebhook(client: Client, log: Log): Promise<string | null> {
  const answer = await client.call('getWebhookInfo', {});
  if (answer.kind === 'ok') return webhook.safeParse(answer.result).data?.url || null;
  if (!isNone(answer)) log.warn({ trouble: describe(answer) }, 'Zalo did not say whether a webhook is set');
  return null;
}

const isNone = (answer: Answer): boolean => answer.kind === 'refused' && answer.code === 404;

/** The path of a webhook may hold somebody's secret. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '?');
