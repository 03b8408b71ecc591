import { pino } from 'pino';
import type { Bot, Update } from '../../src/chat.js';
import type { WebParts } from '../../src/web/server.js';

/** A web server's parts that hold nothing and refuse nothing; a test replaces what it is about. */
export function emptyParts(): WebParts {
  return {
    log: pino({ level: 'silent' }),
    bots: [],
    receive: async () => {},
    files: { read: async () => null },
    calendars: { read: async () => null },
    videos: { find: async () => null },
    health: async () => ({ ok: true }),
  };
}

/** Only what a webhook needs of a bot. Its updates are the bodies' `ids`. */
export function pretendBot(id: Bot['id'], acknowledged: Update[] = []): Bot {
  const parts: Pick<Bot, 'id' | 'readWebhook' | 'acknowledge'> = {
    id,
    readWebhook: (headers, body) => {
      if (headers['x-secret'] !== 'right') return null;
      const { ids = [] } = (body ?? {}) as { ids?: string[] };
      return ids.map((local) => updateOf(id, local));
    },
    acknowledge: async (updates) => void acknowledged.push(...updates),
  };
  return parts as Bot;
}

export const updateOf = (bot: Bot['id'], local: string): Update => ({
  id: `${bot}:${local}`,
  chat: `${bot}:1`,
  group: false,
  from: null,
  sentAt: new Date(0),
  event: { kind: 'text', text: '', links: [] },
});
