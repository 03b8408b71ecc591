import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Wrong } from '../src/chat.js';
import { openStage, type Stage } from './support/stage.js';
import { until } from './support/until.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ at: '2023-08-31T08:00:00+07:00' });
});
afterAll(() => stage.close());

async function health(): Promise<[number, unknown]> {
  const answer = await fetch(`${stage.assistant.webUrl}/health`);
  return [answer.status, await answer.json()];
}

test('/health tells when a platform refuses one of the bots, and which', async () => {
  const an = stage.person('telegram', 'An');
  await an.says('/ketqua');
  expect(await health()).toEqual([
    200,
    { ok: true, database: 'given', refused: [], received: 1, duplicates: 0, turns: 1, troubles: 0 },
  ]);
  const bot = stage.assistant.bots.find(({ platform }) => platform === 'telegram');
  if (!bot) throw new Error('there is no bot');
  bot.send = async () => {
    throw new Wrong('sendMessage: 401 Unauthorized', true);
  };
  await an.phone.say(an.chat, '/thele');
  await until(() => stage.assistant.outbox.refused().length > 0);
  expect(await health()).toEqual([
    503,
    expect.objectContaining({ ok: false, refused: [bot.id], received: 2 }),
  ]);
});
