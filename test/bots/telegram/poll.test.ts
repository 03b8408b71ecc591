import { afterEach, describe, expect, test } from '@jest/globals';
import type { Update } from '../../../src/chat.js';
import { Wrong } from '../../../src/chat.js';
import { connected } from './connecting.js';
import { message, press } from './payloads.js';
import type { Answer } from './server.js';

let close: () => Promise<void>;
afterEach(() => close());

const numbered = (update_id: number, text: string) => ({ ...message({ text }), update_id });
const batch = (...result: object[]): Answer => ({ result });

/** Polls against these answers; when they are used up the request is held, and the bot is told to stop. */
async function polling(answers: Answer[], receive: (updates: Update[]) => Promise<void> = async () => {}) {
  const stop = new AbortController();
  const given: string[][] = [];
  const all = await connected(({ method }) => {
    if (method !== 'getUpdates') return { result: true };
    const answer = answers.shift();
    if (!answer) setImmediate(() => stop.abort());
    return answer ?? 'hang';
  });
  close = all.server.close;
  const ended = all.bot.poll(async (updates) => {
    given.push(updates.map(({ id }) => id.replace('telegram:7019234411:', '')));
    await receive(updates);
  }, stop.signal);
  const offsets = () => all.server.paramsOf('getUpdates').map(({ offset }) => offset);
  return { ...all, ended, given, offsets, stop };
}

test('what has come is stored in its order, and only then confirmed', async () => {
  const seen: unknown[] = [];
  const poll = await polling(
    [batch(numbered(7, 'a'), numbered(8, 'b')), batch(numbered(9, 'c'))],
    async () => void seen.push(poll.offsets().at(-1)),
  );
  await poll.ended;
  expect(poll.given).toEqual([['7', '8'], ['9']]);
  expect(seen).toEqual([0, 9]);
  expect(poll.server.paramsOf('getUpdates')).toEqual(
    [0, 9, 10].map((offset) => ({
      offset,
      limit: 100,
      timeout: 30,
      allowed_updates: ['message', 'callback_query', 'my_chat_member'],
    })),
  );
});

test('what could not be stored is tried again, the same, before anything else', async () => {
  let failures = 3;
  const poll = await polling([batch(numbered(7, 'a')), batch(numbered(8, 'b'))], async () => {
    if (failures-- > 0) throw new Error('the store is away');
  });
  await poll.ended;
  expect(poll.given).toEqual([['7'], ['7'], ['7'], ['7'], ['8']]);
  expect(poll.offsets()).toEqual([0, 8, 9]);
  expect(poll.waits).toEqual([1_000, 2_000, 4_000]);
});

test('what means nothing or can’t be read is confirmed and not handed on', async () => {
  const poll = await polling([batch({ update_id: 3, poll_answer: {} }, { update_id: 4, message: 'x' })]);
  await poll.ended;
  expect(poll.given).toEqual([]);
  expect(poll.offsets()).toEqual([0, 5]);
  expect(poll.logged).toMatchObject([{ level: 'error', values: { update: 4 } }]);
});

test('numbers that begin anew after a quiet week are followed', async () => {
  const poll = await polling([batch(numbered(900, 'a')), batch(numbered(12, 'b'))]);
  await poll.ended;
  expect(poll.offsets()).toEqual([0, 901, 13]);
});

test('a press is acknowledged after it is stored', async () => {
  const stop = new AbortController();
  const happened: string[] = [];
  const answers: Answer[] = [batch(press({ id: '77' }))];
  const { bot, server } = await connected(({ method, params }) => {
    if (method === 'getUpdates') return answers.shift() ?? 'hang';
    happened.push(`${method} ${params.callback_query_id}`);
    stop.abort();
    return { result: true };
  });
  close = server.close;
  await bot.poll(async () => void happened.push('stored'), stop.signal);
  expect(happened).toEqual(['stored', 'answerCallbackQuery 77']);
});

describe('trouble', () => {
  const broken: Answer = { code: 502, description: 'Bad Gateway' };
  const flood: Answer = {
    code: 429,
    description: 'Too Many Requests: retry after 5',
    parameters: { retry_after: 5 },
  };
  const conflict: Answer = {
    code: 409,
    description:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  };

  test.each<[string, Answer[], number[]]>([
    [
      'on the line, longer and longer, up to half a minute',
      ['cut', broken, 'cut', broken, 'cut', broken, 'cut'],
      [1, 2, 4, 8, 16, 30, 30],
    ],
    ['with an answer that isn’t one', [{ status: 200, body: '<html>' }, { result: 'x' }], [1, 2]],
    ['when told how long', [flood, flood], [5, 5]],
    ['with another receiver, slowly', [conflict, conflict], [30, 30]],
  ])('%s, is waited out', async (_which, answers, seconds) => {
    const poll = await polling([...answers, batch(numbered(7, 'a')), broken]);
    await poll.ended;
    expect(poll.given).toEqual([['7']]);
    expect(poll.waits).toEqual([...seconds, 1].map((each) => each * 1000));
  });

  test('with another receiver is told to the operator', async () => {
    const poll = await polling([conflict]);
    await poll.ended;
    expect(poll.logged).toEqual([
      {
        level: 'error',
        message: "another process or a webhook receives this bot's updates",
        values: {
          bot: 'telegram:7019234411',
          reason: `getUpdates: 409 ${(conflict as { description: string }).description}`,
        },
      },
    ]);
  });

  test('with the token ends it', async () => {
    const poll = await polling([{ code: 401, description: 'Unauthorized' }, batch(numbered(7, 'a'))]);
    await expect(poll.ended).rejects.toEqual(new Wrong('getUpdates: 401 Unauthorized', true));
    expect(poll.given).toEqual([]);
    expect(poll.logged).toMatchObject([
      { level: 'error', values: { reason: 'getUpdates: 401 Unauthorized' } },
    ]);
  });
});

describe('the signal', () => {
  test('ends a held request at once', async () => {
    const poll = await polling([]);
    await poll.ended;
    expect([poll.offsets(), poll.waits, poll.logged]).toEqual([[0], [], []]);
  });

  test('ends the tries to store, and nothing is confirmed', async () => {
    const poll = await polling([batch(numbered(7, 'a'))], async () => {
      poll.stop.abort();
      throw new Error('the store is away');
    });
    await poll.ended;
    expect([poll.given, poll.offsets()]).toEqual([[['7']], [0]]);
  });

  test('given before the beginning asks for nothing', async () => {
    const { bot, server } = await connected(() => 'hang');
    close = server.close;
    await bot.poll(async () => {}, AbortSignal.abort());
    expect(server.asked.map(({ method }) => method)).toEqual(['getMe']);
  });
});
