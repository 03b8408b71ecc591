import type { FastifyInstance } from 'fastify';
import type { Bot, Receive } from '../chat.js';
import { parseJson } from '../json.js';
import type { Log } from '../log.js';

const LARGEST_BODY = 256 * 1024;

/**
 * Where the messengers deliver: `/hooks/telegram/<bot>` and `/hooks/zalo/<bot>`. An update is stored first
 * and then confirmed; the work comes later. Only a failed store answers 5xx, so that a messenger that
 * repeats has a reason to.
 */
export function serveWebhooks(
  app: FastifyInstance,
  { bots, receive, log }: { bots: Bot[]; receive: Receive; log: Log },
): void {
  app.register(async (scope) => {
    // A probe may carry any body or none: what is no JSON is merely no update.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: LARGEST_BODY }, (_request, text, done) =>
      done(null, jsonOrNothing(String(text))),
    );

    scope.post<{ Params: { platform: string; bot: string } }>(
      '/hooks/:platform/:bot',
      async ({ params, headers, body }, reply) => {
        const bot = bots.find(({ id }) => id === `${params.platform}:${params.bot}`);
        if (!bot) return reply.callNotFound();
        const updates = bot.readWebhook(headers, body);
        if (!updates) return reply.code(403).send({ ok: false });
        try {
          if (updates.length > 0) await receive(updates);
        } catch (error) {
          log.error({ updates: updates.map(({ id }) => id), error }, 'updates could not be stored');
          return reply.code(503).send({ ok: false });
        }
        void bot.acknowledge(updates);
        return { ok: true };
      },
    );
  });
}

function jsonOrNothing(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
