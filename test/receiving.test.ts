import { expect, test } from '@jest/globals';
import { type Bot, type BotId, Wrong } from '../src/chat.js';
import { openLog } from '../src/log.js';
import { openReceiving } from '../src/receiving.js';
import { until } from './support/until.js';

const log = openLog('silent');
const receive = async () => {};

function pretendBot(id: BotId, poll: Bot['poll']) {
  const webhooks: (string | null)[] = [];
  const setWebhook = async (url: string | null) => void webhooks.push(url);
  return { id, platform: id.split(':')[0], poll, setWebhook, webhooks } as unknown as Bot & {
    webhooks: (string | null)[];
  };
}

const untilStopped: Bot['poll'] = (_receive, signal) =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve()));

test('a bot whose token is refused is named, and the others go on listening', async () => {
  let refuse = () => {};
  const deaf = pretendBot(
    'zalo:7',
    () =>
      new Promise((_, reject) => {
        refuse = () => reject(new Wrong('getUpdates: 401 Unauthorized', true));
      }),
  );
  const well = pretendBot('telegram:1', untilStopped);
  const receiving = openReceiving({ bots: [deaf, well], receive, log });
  await receiving.begin({ UPDATES: 'polling' });
  expect([deaf.webhooks, well.webhooks]).toEqual([[null], [null]]);
  expect(receiving.refused()).toEqual([]);
  refuse();
  await until(() => receiving.refused().length > 0);
  expect(receiving.refused()).toEqual(['zalo:7']);
  await receiving.close();
  expect(receiving.refused()).toEqual(['zalo:7']);
});

test('with webhooks each bot tells its platform where to deliver', async () => {
  const bot = pretendBot('zalo:7', untilStopped);
  const receiving = openReceiving({ bots: [bot], receive, log });
  await receiving.begin({ UPDATES: 'webhook', PUBLIC_URL: 'https://thi.example' });
  expect(bot.webhooks).toEqual(['https://thi.example/hooks/zalo/7']);
  await receiving.close();
});
