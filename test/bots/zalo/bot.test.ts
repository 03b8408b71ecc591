import { afterEach, describe, expect, test } from '@jest/globals';
import { connectZalo } from '../../../src/bots/zalo/bot.js';
import { CannotStart } from '../../../src/cannotStart.js';
import { type Call, Gone, Later, Wrong } from '../../../src/chat.js';
import * as payloads from './payloads.js';
import {
  type Got,
  NO_WEBHOOK,
  no,
  ok,
  openMemory,
  patientClock,
  pretendZalo,
  type Said,
  TOKEN,
} from './pretend.js';

let zalo: Awaited<ReturnType<typeof pretendZalo>> | undefined;
afterEach(async () => {
  await zalo?.close();
  zalo = undefined;
});

const ME = { id: '4471902', account_name: 'bot.Xyz123', account_type: 'BASIC', can_join_groups: true };

/** A bot whose calls other than `getMe` are answered by `answer`. */
async function connect(answer: (got: Got, times: number) => Said = () => ok(), me: Said = ok(ME)) {
  const pretended = await pretendZalo((got, times) => (got.method === 'getMe' ? me : answer(got, times)));
  zalo = pretended;
  const memory = openMemory();
  const bot = await connectZalo({
    token: TOKEN,
    apiRoot: pretended.url,
    webhookSecret: 'mot-bi-mat-dai',
    log: memory.log,
    clock: patientClock(),
    publicFile: (id) => `https://thi.vn/tep/${id}`,
    random: () => 0,
  });
  return { bot, memory, got: () => pretended.got.slice(1) };
}

const problemOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('connecting', () => {
  test('the bot says who it is and what it can', async () => {
    const { bot } = await connect(undefined, ok({ ...ME, display_name: 'Bot Hội Thi' }));
    expect([bot.id, bot.platform, bot.name, bot.link('x')]).toEqual([
      'zalo:4471902',
      'zalo',
      'Bot Hội Thi',
      'https://bot.zaloplatforms.com/bots/4471902',
    ]);
    expect(bot.abilities).toEqual({
      buttons: false,
      files: false,
      textLength: 1900,
      captionLength: 1900,
      groupHears: 'mentions',
      monthlyQuota: 3000,
      pace: {
        bot: { count: 10, perMs: 2000 },
        patient: { everyMs: 250, burst: 1 },
        chat: { everyMs: 1000, burst: 3 },
        group: { everyMs: 1000, burst: 3 },
      },
    });
  });

  test('an id longer than a double keeps its digits, and the code stands in for a missing name', async () => {
    const { bot } = await connect(undefined, {
      body: '{"ok":true,"result":{"id":1234567890123456789,"account_name":"bot.Xyz123"}}',
    });
    expect([bot.id, bot.name]).toEqual(['zalo:1234567890123456789', 'bot.Xyz123']);
  });

  test.each<[string, Said, CannotStart]>([
    ['a refused token', no(401), new CannotStart('operator.zaloToken', { bot: '4471902' })],
    [
      'a refused token with HTTP 200',
      { body: { ok: false, error_code: 401 } },
      new CannotStart('operator.zaloToken', { bot: '4471902' }),
    ],
    [
      'a fault',
      no(403, 'Internal server error'),
      new CannotStart('operator.zaloUnreachable', { bot: '4471902', reason: '403 Internal server error' }),
    ],
    [
      'a broken connection',
      'cut',
      new CannotStart('operator.zaloUnreachable', { bot: '4471902', reason: 'ECONNRESET' }),
    ],
  ])('%s is told to the operator without the token', async (_, me, expected) => {
    const problem = await problemOf(connect(undefined, me));
    expect(problem).toBeInstanceOf(CannotStart);
    expect({ ...(problem as CannotStart) }).toEqual({ ...expected });
    expect(String((problem as CannotStart).stack) + JSON.stringify(problem)).not.toContain('s3cr3t');
  });
});

describe('sending', () => {
  const call: Call = { method: 'sendMessage', params: { chat_id: 'a1', text: 'Chào' } };
  const sent = ok({ message_id: '5d0c', date: 1794200000123 });

  test('answers the message’s id', async () => {
    const { bot, got } = await connect(() => sent);
    expect(await bot.send(call)).toBe('5d0c');
    expect(got()).toEqual([call]);
  });

  test('an answer without an id is an answer', async () => {
    const { bot } = await connect(() => ok());
    expect(await bot.send(call)).toBeNull();
  });

  test('styles that Zalo refuses are left out, once', async () => {
    const styled = { ...call, params: { ...call.params, text_styles: [{ start: 0, len: 4, st: ['b'] }] } };
    const { bot, got } = await connect((_, times) => (times === 1 ? no(400) : sent));
    expect(await bot.send(styled)).toBe('5d0c');
    expect(got()).toEqual([styled, call]);
  });

  test.each<[string, Said, Later | Gone | Wrong]>([
    ['a bad message', no(400, 'Bad request'), new Wrong('sendMessage: 400 Bad request')],
    ['a bad token', no(401, 'Unauthorized'), new Wrong('sendMessage: 401 Unauthorized', true)],
    ['the quota', no(429, 'Quota exceeded'), new Later(5_000, 'bot', 'sendMessage: 429 Quota exceeded')],
    [
      'a proxy’s page',
      { status: 502, body: '<html>' },
      new Later(1_000, 'chat', 'sendMessage: HTTP 502 without JSON'),
    ],
  ])('%s is told as what to do', async (_, said, expected) => {
    const { bot } = await connect(() => said);
    const problem = await problemOf(bot.send(call));
    expect(problem).toBeInstanceOf(expected.constructor);
    expect({ ...(problem as Error), message: (problem as Error).message }).toEqual({
      ...expected,
      message: expected.message,
    });
  });

  test('a chat that refuses three times is gone', async () => {
    const { bot } = await connect(() => no(403, 'Internal server error'));
    expect(await problemOf(bot.send(call))).toBeInstanceOf(Later);
    expect(await problemOf(bot.send(call))).toBeInstanceOf(Later);
    expect(await problemOf(bot.send(call))).toBeInstanceOf(Gone);
  });
});

describe('a webhook request', () => {
  const headers = { 'x-bot-api-secret-token': 'mot-bi-mat-dai' };

  test('wrapped or flat, brings its update', async () => {
    const { bot } = await connect();
    const wrapped = bot.readWebhook(headers, payloads.wrapped(payloads.text));
    expect(wrapped?.map(({ id }) => id)).toEqual(['zalo:4471902:77c1e0b94d3a52f8e611']);
    expect(bot.readWebhook(headers, payloads.text)).toEqual(wrapped);
  });

  test('of an unknown kind, or a mere probe, brings nothing but is accepted', async () => {
    const { bot, memory } = await connect();
    expect(bot.readWebhook(headers, payloads.reaction)).toEqual([]);
    expect(bot.readWebhook(headers, undefined)).toEqual([]);
    expect(memory.lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: 30,
        bot: 'zalo:4471902',
        event: 'message.reaction.received',
        message: '6f',
        msg: 'a Zalo event was passed over',
      },
    ]);
  });

  test.each([
    ['a wrong secret', { 'x-bot-api-secret-token': 'mot-bi-mat-dao' }],
    ['a part of the secret', { 'x-bot-api-secret-token': 'mot' }],
    ['two secrets', { 'x-bot-api-secret-token': ['mot-bi-mat-dai', 'x'] }],
    ['none', {}],
  ])('with %s is refused', async (_, wrong) => {
    const { bot } = await connect();
    expect(bot.readWebhook(wrong, payloads.text)).toBeNull();
  });
});

describe('setting the webhook', () => {
  const url = 'https://thi.example.vn/hooks/zalo/4471902';
  const answered = (ok_: boolean, outcome: string) =>
    ok({ url, updated_at: 1, verification: { ok: ok_, url, outcome, hint: 'Xem tường lửa' } });

  test('passes when Zalo reached it, or says nothing about it', async () => {
    const { bot, got } = await connect((_, times) =>
      times === 1 ? answered(true, 'webhook.ok') : ok({ url }),
    );
    await bot.setWebhook(url);
    await bot.setWebhook(url);
    expect(got()[0]).toEqual({ method: 'setWebhook', params: { url, secret_token: 'mot-bi-mat-dai' } });
  });

  test('a failed probe is an error although Zalo answers ok', async () => {
    const { bot } = await connect(() => answered(false, 'webhook.http.403'));
    const problem = await problemOf(bot.setWebhook(url));
    expect({ ...(problem as CannotStart) }).toEqual({
      ...new CannotStart('operator.zaloWebhookUnreachable', {
        address: url,
        reason: 'webhook.http.403, Xem tường lửa',
      }),
    });
  });

  test('a refusal is told with its reason', async () => {
    const { bot } = await connect(() => ({
      body: { ok: false, errorCode: 426, description: 'Daily limit' },
    }));
    const problem = await problemOf(bot.setWebhook(url));
    expect({ ...(problem as CannotStart) }).toEqual({
      ...new CannotStart('operator.zaloWebhookRefused', { address: url, reason: '426 Daily limit' }),
    });
  });

  test('going back to polling removes it and makes sure; none there is as good', async () => {
    const { bot, got, memory } = await connect(() => NO_WEBHOOK);
    await bot.setWebhook(null);
    expect(got().map(({ method }) => method)).toEqual(['deleteWebhook', 'getWebhookInfo']);
    expect(memory.lines).toEqual([]);
  });
});
