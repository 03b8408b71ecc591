import { connectTelegram, type TelegramOptions } from '../../../src/bots/telegram/bot.js';
import type { Log } from '../../../src/log.js';
import { type Answer, type Asked, pretendTelegram, TOKEN } from './server.js';

export const NOW = new Date('2023-09-20T01:00:05Z');

/** Everything that a test may want to look at: what was logged, how long was waited (in no time). */
export function surroundings() {
  const logged: { level: string; message: string; values: unknown }[] = [];
  const to = (level: string) => (values: unknown, message?: string) =>
    void logged.push({ level, message: String(message), values });
  const log = {
    debug: to('debug'),
    info: to('info'),
    warn: to('warn'),
    error: to('error'),
  } as unknown as Log;
  const waits: number[] = [];
  const time = { now: NOW.getTime() };
  const wait = async (ms: number) => {
    waits.push(ms);
  };
  const clock = { now: () => new Date(time.now), sleep: wait, onMoved: () => {} };
  return { log, logged, waits, wait, clock, time };
}

/** A bot connected to a server that answers as the test says. */
export async function connected(
  answer: (asked: Asked) => Answer | Promise<Answer>,
  options: Partial<TelegramOptions> = {},
) {
  const server = await pretendTelegram(answer);
  const around = surroundings();
  const { log, clock, wait } = around;
  const readFile = async () => ({ bytes: new TextEncoder().encode('bytes'), mime: 'image/png' });
  const bot = await connectTelegram({
    token: TOKEN,
    apiRoot: server.apiRoot,
    log,
    clock,
    wait,
    readFile,
    ...options,
  });
  return { bot, server, ...around };
}
