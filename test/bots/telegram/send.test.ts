import { afterEach, describe, expect, test } from '@jest/globals';
import { headerName } from '../../../src/bots/telegram/send.js';
import { type Call, Gone, Later, Moved, type Reply, Wrong } from '../../../src/chat.js';
import { connected } from './connecting.js';
import { type Answer, TOKEN } from './server.js';

const AN = 'telegram:7019234411:5234817723' as const;
const BINH = 'telegram:7019234411:5234817799' as const;

let close: () => Promise<void>;
afterEach(() => close());

async function connect(...given: Parameters<typeof connected>) {
  const all = await connected(...given);
  close = all.server.close;
  return all;
}

const say = (text: string): Reply => ({ kind: 'text', text: { text, styles: [] } });
const message = (message_id: number): Answer => ({ result: { message_id, date: 1695171600, chat: {} } });

/** The reply's only call. */
function only(calls: Call[]): Call {
  const [call] = calls;
  if (!call || calls.length !== 1) throw new Error(`${calls.length} calls`);
  return call;
}

test('what was written arrives, and has a number', async () => {
  const { bot, server } = await connect(() => message(413));
  expect(await bot.send(only(bot.write(AN, say('Đội <b>&_*['))))).toBe('413');
  expect(server.paramsOf('sendMessage')).toEqual([
    { chat_id: 5234817723, text: 'Đội <b>&_*[', link_preview_options: { is_disabled: true } },
  ]);
});

test.each([
  'message is not modified: specified new message content and reply markup are exactly the same',
  'message to edit not found',
  "message can't be edited",
])('taking off buttons is done when Telegram says: %s', async (says) => {
  const { bot, server } = await connect(() => ({ code: 400, description: `Bad Request: ${says}` }));
  expect(await bot.send(only(bot.write(AN, { kind: 'closeChoices', message: '409' })))).toBeNull();
  expect(server.paramsOf('editMessageReplyMarkup')).toEqual([
    { chat_id: 5234817723, message_id: 409, reply_markup: { inline_keyboard: [] } },
  ]);
});

describe('failures', () => {
  test.each<[Answer, unknown]>([
    [
      { code: 429, description: 'Too Many Requests: retry after 9', parameters: { retry_after: 9 } },
      new Later(9_000, 'chat', 'sendMessage: 429 Too Many Requests: retry after 9'),
    ],
    [
      { code: 500, description: 'Internal Server Error' },
      new Later(2_000, 'chat', 'sendMessage: 500 Internal Server Error'),
    ],
    ['cut', new Later(2_000, 'bot', 'sendMessage: no answer (ECONNRESET)')],
    [
      { status: 504, body: '<html>Gateway Timeout' },
      new Later(2_000, 'bot', 'sendMessage: no answer (invalid-json)'),
    ],
    [
      { code: 403, description: 'Forbidden: bot was blocked by the user' },
      new Gone('sendMessage: 403 Forbidden: bot was blocked by the user'),
    ],
    [
      {
        code: 400,
        description: 'Bad Request: group chat was upgraded to a supergroup chat',
        parameters: { migrate_to_chat_id: -1002233445566 },
      },
      new Moved('telegram:7019234411:-1002233445566'),
    ],
    [{ code: 401, description: 'Unauthorized' }, new Wrong('sendMessage: 401 Unauthorized', true)],
  ])('%j', async (answer, expected) => {
    const { bot } = await connect(() => answer);
    const error = await bot.send(only(bot.write(AN, say('a')))).catch((each) => each);
    expect({ ...error, name: error.name, message: error.message }).toEqual({
      ...(expected as Error),
      name: (expected as Error).name,
      message: (expected as Error).message,
    });
    expect(JSON.stringify([error, error.message, error.stack, error.cause])).not.toContain(TOKEN);
  });

  test('a refusal while another chat is held concerns the whole bot, a later one the chat again', async () => {
    const flood: Answer = {
      code: 429,
      description: 'Too Many Requests: retry after 9',
      parameters: { retry_after: 9 },
    };
    const { bot, time } = await connect(() => flood);
    const scope = (chat: typeof AN | typeof BINH) =>
      bot.send(only(bot.write(chat, say('a')))).catch((error: Later) => error.scope);
    expect(await scope(AN)).toBe('chat');
    time.now += 8_999;
    expect(await scope(BINH)).toBe('bot');
    time.now += 9_000;
    expect(await scope(AN)).toBe('chat');
  });
});

describe('files of ours', () => {
  const sheet: Reply = {
    kind: 'document',
    file: 'sheet/qn-2023',
    name: 'Bảng điểm; 100%.xlsx',
    caption: { text: 'Bảng điểm', styles: [{ start: 0, length: 4, style: 'bold' }] },
  };

  test('are uploaded under their names', async () => {
    const wanted: string[] = [];
    const readFile = async (id: string) => {
      wanted.push(id);
      return { bytes: new TextEncoder().encode('PK-bytes'), mime: 'application/vnd.ms-excel' };
    };
    const { bot, server } = await connect(() => message(414), { readFile });
    expect(await bot.send(only(bot.write(AN, sheet)))).toBe('414');
    const raw = server.asked.at(-1)?.raw ?? '';
    const attached = /name="document"\r\n\r\nattach:\/\/(\w+)\r\n/.exec(raw)?.[1];
    expect(wanted).toEqual(['sheet/qn-2023']);
    expect(raw).toContain(`name="${attached}";filename="Bảng điểm_ 100_.xlsx"\r\n`);
    expect(raw).toContain('\r\n\r\nPK-bytes\r\n');
    expect(raw).toContain('name="caption"\r\n\r\nBảng điểm\r\n');
    expect(raw).toContain('name="caption_entities"\r\n\r\n[{"type":"bold","offset":0,"length":4}]\r\n');
  });

  test('are uploaded anew at the second try', async () => {
    const answers: Answer[] = [{ code: 500, description: 'Internal Server Error' }, message(415)];
    const { bot } = await connect(() => answers.shift() ?? 'cut');
    const call = only(bot.write(AN, { kind: 'picture', file: 'chart/1', caption: { text: '', styles: [] } }));
    await expect(bot.send(call)).rejects.toThrow(Later);
    expect(await bot.send(call)).toBe('415');
  });

  test('wait when the store can’t give them', async () => {
    const away = new Error('the store is away');
    const { bot, server } = await connect(() => message(1), { readFile: () => Promise.reject(away) });
    const error = await bot.send(only(bot.write(AN, sheet))).catch((each) => each);
    expect(error).toEqual(new Later(2_000, 'chat', "the file sheet/qn-2023 can't be read"));
    expect(error.cause).toBe(away);
    expect(server.asked.map(({ method }) => method)).toEqual(['getMe']);
  });

  test.each([
    ['Bảng điểm.xlsx', '"Bảng điểm.xlsx"'],
    ['a"; name="chat_id', '"a__ name=_chat_id"'],
    ['a\r\n\r\nb/c\\d%41', '"a____b_c_d_41"'],
  ])('may be called %j', (name, written) => {
    expect(headerName(name)).toBe(written);
  });
});
