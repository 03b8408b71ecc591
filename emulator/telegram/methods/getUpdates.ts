import { z } from 'zod';
import type { BotRecord, Webhook } from '../../state.js';
import { type Call, method } from '../call.js';
import { bad, conflict } from '../errors.js';
import { flag, integer, structure, text } from '../params.js';
import { seconds } from '../shapes.js';

const longestPoll = 50;
const mostConnections = 100;
const usualConnections = 40;
const publicPorts = ['', '443', '80', '88', '8443'];

const AllowedUpdates = structure(z.array(z.string()));

export const getUpdates = method(
  z.object({
    offset: integer.optional(),
    limit: integer.optional(),
    timeout: integer.optional(),
    allowed_updates: AllowedUpdates.optional(),
  }),
  async ({ offset = 0, limit = 100, timeout = 0, allowed_updates }, { bot, telegram, gone }) => {
    if (bot.webhook) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    if (allowed_updates) bot.allowedUpdates = allowed_updates;
    const waitMs = Math.min(Math.max(timeout, 0), longestPoll) * 1000;
    const updates = await telegram.updates.poll(bot, {
      offset,
      limit: Math.min(Math.max(limit, 1), 100),
      waitMs,
      gone: gone(),
    });
    return updates.map(({ id, kind, body }) => ({ update_id: id, [kind]: body }));
  },
);

export const setWebhook = method(
  z.object({
    url: text.optional(),
    secret_token: text.optional(),
    max_connections: integer.optional(),
    allowed_updates: AllowedUpdates.optional(),
    drop_pending_updates: flag.optional(),
  }),
  (params, call) => {
    const { bot, world } = call;
    const { url = '', secret_token: secret = null, max_connections = usualConnections } = params;
    if (params.drop_pending_updates) call.telegram.updates.drop(bot);
    if (params.allowed_updates) bot.allowedUpdates = params.allowed_updates;
    if (url === '') return changeWebhook(call, null);
    checkAddress(url);
    if (secret !== null && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
      throw bad('secret token contains unallowed characters');
    }
    const maxConnections = Math.min(Math.max(max_connections, 1), mostConnections);
    const setAt = world.clock.ms();
    return changeWebhook(call, { url, secret, maxConnections, setAt, lastErrorAt: null, lastError: null });
  },
);

export const deleteWebhook = method(z.object({ drop_pending_updates: flag.optional() }), (params, call) => {
  if (params.drop_pending_updates) call.telegram.updates.drop(call.bot);
  return changeWebhook(call, null);
});

function changeWebhook({ bot, world, telegram }: Call, webhook: Webhook | null): true {
  if (webhook) telegram.updates.terminatePoll(bot, 'terminated by setWebhook request');
  bot.webhook = webhook;
  world.touched();
  telegram.webhooks.restart(bot);
  return true;
}

/** HTTPS on four ports; on this computer anything goes. */
function checkAddress(url: string): void {
  if (!URL.canParse(url)) throw bad('bad webhook: Failed to parse URL');
  const { protocol, hostname, port } = new URL(url);
  if (['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) return;
  if (protocol !== 'https:') throw bad('bad webhook: An HTTPS URL must be provided for webhook');
  if (!publicPorts.includes(port))
    throw bad('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
}

export const getWebhookInfo = method(z.object({}), (_params, { bot, telegram }) => {
  telegram.updates.expire(bot);
  return webhookInfo(bot);
});

function webhookInfo({ webhook, queue, allowedUpdates }: BotRecord) {
  const common = { has_custom_certificate: false, pending_update_count: queue.length };
  const allowed = allowedUpdates?.length ? { allowed_updates: allowedUpdates } : {};
  if (!webhook) return { url: '', ...common, ...allowed };
  return {
    url: webhook.url,
    ...common,
    max_connections: webhook.maxConnections,
    ip_address: '127.0.0.1',
    ...(webhook.lastErrorAt !== null && {
      last_error_date: seconds(webhook.lastErrorAt),
      last_error_message: webhook.lastError,
    }),
    ...allowed,
  };
}
