import { afterEach, describe, expect, test } from '@jest/globals';
import { connectTelegram } from '../../../src/bots/telegram/bot.js';
import { CannotStart } from '../../../src/cannotStart.js';
import { Later, Wrong } from '../../../src/chat.js';
import { connected, surroundings } from './connecting.js';
import { press } from './payloads.js';
import { type Answer, pretendTelegram, TOKEN } from './server.js';

const BOT = 'telegram:7019234411';
const OK: Answer = { result: true };
const SECRET = 'a_Secret-42';

let close: () => Promise<void>;
afterEach(() => close());

async function connect(...given: Parameters<typeof connected>) {
  const all = await connected(...given);
  close = all.server.close;
  return all;
}

describe('connecting', () => {
  test('asks the bot’s name, and tells what it can do', async () => {
    const { bot } = await connect(() => OK);
    expect([bot.id, bot.platform, bot.name, bot.link(), bot.link('gk-7fQ_2')]).toEqual([
      BOT,
      'telegram',
      '@thi_bot',
      'https://t.me/thi_bot',
      'https://t.me/thi_bot?start=gk-7fQ_2',
    ]);
    expect(() => bot.link('giám khảo')).toThrow(RangeError);
    expect(bot.abilities).toEqual({
      buttons: true,
      files: true,
      textLength: 4096,
      captionLength: 1024,
      groupHears: 'commands',
      monthlyQuota: null,
      pace: {
        bot: { count: 30, perMs: 1020 },
        patient: { everyMs: 34, burst: 4 },
        chat: { everyMs: 1000, burst: 3 },
        group: { everyMs: 4000, burst: 5 },
      },
    });
  });

  test('keeps every second below 30 messages, and every minute of a group below 21', async () => {
    const { bot } = await connect(() => OK);
    const most = ({ everyMs, burst }: { everyMs: number; burst: number }, ms: number) => burst + ms / everyMs;
    const { pace } = bot.abilities;
    expect([pace.bot.count, pace.bot.perMs > 1_000, most(pace.group, 60_000)]).toEqual([30, true, 20]);
  });

  test('lists the commands, and goes on if that fails', async () => {
    const commands = [{ command: 'trogiup', description: 'Trợ giúp' }];
    const answers: Answer[] = [{ code: 400, description: 'Bad Request: BOT_COMMAND_INVALID' }];
    const { server, logged } = await connect(() => answers.shift() ?? OK, { commands });
    expect(server.paramsOf('setMyCommands')).toEqual([{ commands }]);
    expect(logged).toEqual([
      {
        level: 'warn',
        message: 'the list of commands could not be set',
        values: { bot: BOT, reason: 'setMyCommands: 400 Bad Request: BOT_COMMAND_INVALID' },
      },
    ]);
  });

  async function failing(answer: Answer) {
    // The first getMe is answered by the server itself.
    const server = await pretendTelegram(() => answer);
    close = server.close;
    await fetch(`${server.apiRoot}/bot${TOKEN}/getMe`);
    const { log, clock, wait, waits } = surroundings();
    const readFile = () => Promise.reject(new Error('no files here'));
    const options = { token: TOKEN, apiRoot: `${server.apiRoot}/`, log, clock, wait, readFile };
    const error: unknown = await connectTelegram(options).catch((each) => each);
    return { error, waits };
  }

  test.each([
    [401, 'Unauthorized'],
    [404, 'Not Found'],
  ])('with a refused token (%d) can’t be done', async (code, description) => {
    const { error, waits } = await failing({ code, description });
    expect(error).toBeInstanceOf(CannotStart);
    expect(error).toMatchObject({
      key: 'operator.telegramToken',
      cause: { message: `getMe: ${code} ${description}` },
    });
    expect(waits).toEqual([]);
  });

  test.each<[string, Answer, string]>([
    ['is cut', 'cut', 'getMe: no answer (ECONNRESET)'],
    ['is broken', { code: 502, description: 'Bad Gateway' }, 'getMe: 502 Bad Gateway'],
    ['speaks HTML', { status: 502, body: '<html>' }, 'getMe: no answer (invalid-json)'],
  ])('is tried a few times while the line %s', async (_what, answer, message) => {
    const { error, waits } = await failing(answer);
    expect(error).toBeInstanceOf(CannotStart);
    expect(error).toMatchObject({ key: 'operator.telegramSilent', cause: { message } });
    expect(waits).toEqual([1_000, 2_000, 4_000]);
  });

  test('to something that isn’t Telegram can’t be done', async () => {
    const { error } = await failing({ result: { hello: 'world' } });
    expect(error).toMatchObject({ key: 'operator.telegramSilent' });
  });
});

describe('the webhook', () => {
  test('is set with a secret, and taken away', async () => {
    const { bot, server } = await connect(() => OK, { webhookSecret: SECRET });
    await bot.setWebhook('https://thi.example.vn/telegram');
    await bot.setWebhook(null);
    expect(server.asked.slice(1).map(({ method, params }) => [method, params])).toEqual([
      [
        'setWebhook',
        {
          url: 'https://thi.example.vn/telegram',
          secret_token: SECRET,
          allowed_updates: ['message', 'callback_query', 'my_chat_member'],
          max_connections: 40,
        },
      ],
      ['deleteWebhook', {}],
    ]);
  });

  test('is not set without a secret', async () => {
    const { bot, server } = await connect(() => OK);
    await expect(bot.setWebhook('https://thi.example.vn/telegram')).rejects.toThrow(Wrong);
    expect(server.asked.map(({ method }) => method)).toEqual(['getMe']);
  });

  test('that can’t be set says so without the token', async () => {
    const description = `Bad Request: bad webhook: ${TOKEN}`;
    const { bot } = await connect(() => ({ code: 400, description }), { webhookSecret: SECRET });
    await expect(bot.setWebhook('http://x')).rejects.toThrow(
      new Wrong('setWebhook: 400 Bad Request: bad webhook: ***'),
    );
  });

  const HEADER = 'x-telegram-bot-api-secret-token';

  test('is read with the right secret', async () => {
    const { bot } = await connect(() => OK, { webhookSecret: SECRET });
    const raw = press();
    expect(bot.readWebhook({ [HEADER]: SECRET }, raw)).toEqual([
      expect.objectContaining({ id: `${BOT}:${raw.update_id}` }),
    ]);
  });

  test.each([
    ['another secret', { [HEADER]: 'a_Secret-43' }, SECRET],
    ['a longer one', { [HEADER]: `${SECRET}x` }, SECRET],
    ['two at once', { [HEADER]: [SECRET, SECRET] }, SECRET],
    ['none', {}, SECRET],
    ['an empty one where none was agreed', { [HEADER]: '' }, ''],
  ])('is not read with %s', async (_which, headers, webhookSecret) => {
    const { bot } = await connect(() => OK, { webhookSecret });
    expect(bot.readWebhook(headers, press())).toBeNull();
  });

  test('leaves out and logs what isn’t an update, without its contents', async () => {
    const { bot, logged } = await connect(() => OK, { webhookSecret: SECRET });
    const body = { update_id: 5, message: { text: 'bí mật' } };
    expect(bot.readWebhook({ [HEADER]: SECRET }, body)).toEqual([]);
    expect(logged).toMatchObject([
      {
        level: 'error',
        message: 'an update was not understood and is left out',
        values: { bot: BOT, update: 5 },
      },
    ]);
    expect(JSON.stringify(logged)).not.toContain('bí mật');
  });
});

describe('acknowledging', () => {
  test('stops the spinner of every press, and of nothing else', async () => {
    const { bot, server } = await connect(() => OK, { webhookSecret: SECRET });
    const headers = { 'x-telegram-bot-api-secret-token': SECRET };
    const updates = [press({ id: '11' }), press({ id: '12' })].flatMap(
      (raw) => bot.readWebhook(headers, raw) ?? [],
    );
    await bot.acknowledge([...updates, { ...updates[0], event: { kind: 'left' } } as never]);
    expect(server.paramsOf('answerCallbackQuery')).toEqual([
      { callback_query_id: '11' },
      { callback_query_id: '12' },
    ]);
  });

  test.each<[string, Answer]>([
    [
      'too late',
      {
        code: 400,
        description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
      },
    ],
    [
      'refused',
      { code: 429, description: 'Too Many Requests: retry after 3', parameters: { retry_after: 3 } },
    ],
    ['cut off', 'cut'],
  ])('breaks nothing when it is %s', async (_how, answer) => {
    const { bot, server, logged } = await connect(() => answer, { webhookSecret: SECRET });
    const updates = bot.readWebhook({ 'x-telegram-bot-api-secret-token': SECRET }, press()) ?? [];
    await expect(bot.acknowledge(updates)).resolves.toBeUndefined();
    expect(server.paramsOf('answerCallbackQuery')).toHaveLength(1);
    expect(logged.filter(({ level }) => level !== 'debug')).toEqual([]);
  });
});

describe('downloading', () => {
  const file = { bot: BOT, fileId: 'BAAC', uniqueId: 'Ag', bytes: 5 } as const;
  const located: Answer = {
    result: { file_id: 'BAAC', file_unique_id: 'Ag', file_size: 5, file_path: 'videos/file_1.mp4' },
  };

  test('streams what a person sent', async () => {
    const { bot, server } = await connect(({ method }) =>
      method === 'getFile' ? located : { status: 200, body: 'video' },
    );
    const { stream, bytes } = await bot.download(file);
    expect([await new Response(stream).text(), bytes]).toEqual(['video', 5]);
    expect(server.asked.slice(1).map(({ method }) => method)).toEqual([
      'getFile',
      `/file/bot${TOKEN}/videos/file_1.mp4`,
    ]);
  });

  test.each<[string, Answer]>([
    ['is what a server that knows parts sends', { status: 206, body: 'ide' }],
    ['is cut out of the whole, where one does not', { status: 200, body: 'video' }],
  ])('a part %s', async (_how, answer) => {
    const { bot, server } = await connect(({ method }) => (method === 'getFile' ? located : answer));
    const { stream, bytes } = await bot.download(file, { start: 1, end: 3 });
    expect([await new Response(stream).text(), bytes]).toEqual(['ide', 5]);
    expect(server.asked.at(-1)?.headers.range).toBe('bytes=1-3');
  });

  test.each([
    ['files over 20 MB', { ...file, bytes: 20 * 1024 * 1024 + 1 }],
    ['files of another bot', { ...file, bot: 'telegram:1' as const }],
  ])('isn’t tried for %s', async (_which, wrong) => {
    const { bot, server } = await connect(() => located);
    await expect(bot.download(wrong)).rejects.toThrow(Wrong);
    expect(server.asked.map(({ method }) => method)).toEqual(['getMe']);
  });

  test.each<[string, Answer, Error]>([
    [
      'too big',
      { code: 400, description: 'Bad Request: file is too big' },
      new Wrong('getFile: 400 Bad Request: file is too big'),
    ],
    [
      'not told for now',
      { code: 500, description: 'Internal Server Error' },
      new Later(2000, 'bot', 'getFile: 500 Internal Server Error'),
    ],
  ])('a file whose place is %s fails', async (_why, answer, error) => {
    const { bot } = await connect(() => answer);
    await expect(bot.download(file)).rejects.toThrow(error);
  });

  test.each<[string, Answer, Error]>([
    ['gone', { status: 404, body: '' }, new Wrong('a file can’t be fetched (404)'.replace('’', "'"))],
    ['out of reach', { status: 503, body: '' }, new Later(2000, 'bot', "a file can't be fetched now (503)")],
    ['cut off', 'cut', new Later(2000, 'bot', "a file can't be fetched now (no answer)")],
  ])('a file that is %s fails', async (_why, answer, error) => {
    const { bot } = await connect(({ method }) => (method === 'getFile' ? located : answer));
    await expect(bot.download(file)).rejects.toThrow(error);
  });
});
