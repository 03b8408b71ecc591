import type { Bot, BotId, Receive } from './chat.js';
import type { Config } from './config.js';
import type { Log } from './log.js';

/** How updates reach us: polling or webhooks. */
export type Receiving = {
  begin(how: Pick<Config, 'UPDATES' | 'PUBLIC_URL'>): Promise<void>;
  /** Bots that hear nothing any more: the platform refuses their token. */
  refused(): BotId[];
  close(): Promise<void>;
};

export function openReceiving(parts: { bots: Bot[]; receive: Receive; log: Log }): Receiving {
  const { bots, receive, log } = parts;
  const stop = new AbortController();
  const refused = new Set<BotId>();
  let polls: Promise<void>[] = [];

  async function listen(bot: Bot): Promise<void> {
    try {
      await bot.poll(receive, stop.signal);
    } catch (error) {
      refused.add(bot.id);
      log.error({ bot: bot.id, error }, 'a bot stopped listening');
    }
  }

  return {
    async begin({ UPDATES, PUBLIC_URL }) {
      if (UPDATES === 'webhook') {
        for (const bot of bots)
          await bot.setWebhook(`${PUBLIC_URL}/hooks/${bot.platform}/${bot.id.split(':')[1]}`);
        return;
      }
      // A webhook that was set earlier keeps everything away from polling.
      for (const bot of bots)
        await bot
          .setWebhook(null)
          .catch((error: unknown) => log.warn({ bot: bot.id, error }, 'an earlier webhook may still be set'));
      polls = bots.map(listen);
    },
    refused: () => [...refused],
    async close() {
      stop.abort();
      await Promise.all(polls);
    },
  };
}
