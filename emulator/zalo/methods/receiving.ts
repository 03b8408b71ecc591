import { z } from 'zod';
import type { BotRecord, Webhook } from '../../state.js';
import { type Call, method } from '../call.js';
import { badRequest, notFound, requestTimeout } from '../errors.js';
import { claimWebhookTest } from '../quota.js';

const usualPollSeconds = 30;
const longestPollSeconds = 60;

export const getUpdates = method(
  z.object({ timeout: z.coerce.number().nonnegative().optional() }),
  async ({ timeout = usualPollSeconds }, { bot, zalo, gone }) => {
    if (bot.webhook) throw badRequest('getUpdates does not work while a webhook is set');
    const update = await zalo.poll(bot, Math.min(timeout, longestPollSeconds) * 1000, gone());
    if (!update) throw requestTimeout();
    return update.body;
  },
);

export const setWebhook = method(
  z.object({ url: z.string(), secret_token: z.string().min(8).max(256) }),
  async ({ url, secret_token: secret }, call) => {
    if (!(await call.zalo.webhooks.isAllowed(url))) throw badRequest('url is invalid');
    const setAt = call.world.clock.ms();
    changeWebhook(call, { url, secret, maxConnections: 1, setAt, lastErrorAt: null, lastError: null });
    const { latency_ms: _, ...verification } = await call.zalo.webhooks.probe({ url, secret });
    call.zalo.webhooks.drain(call.bot);
    return { url, updated_at: setAt, verification };
  },
);

export const deleteWebhook = method(z.object({}), (_params, call) => {
  changeWebhook(call, null);
  return { url: '', updated_at: call.world.clock.ms() };
});

export const getWebhookInfo = method(z.object({}), (_params, { bot }) => {
  const { url, setAt } = existing(bot);
  return { url, updated_at: setAt };
});

export const testWebhook = method(z.object({}), async (_params, { bot, world, zalo }) => {
  const webhook = existing(bot);
  claimWebhookTest(world, bot);
  return zalo.webhooks.probe(webhook);
});

function existing(bot: BotRecord): Webhook {
  if (!bot.webhook) throw notFound();
  return bot.webhook;
}

function changeWebhook({ bot, world }: Call, webhook: Webhook | null): void {
  bot.webhook = webhook;
  world.touched();
}
