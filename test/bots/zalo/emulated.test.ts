import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Emulator, startEmulator } from '../../../emulator/index.js';
import { connectZalo } from '../../../src/bots/zalo/bot.js';
import { CannotStart } from '../../../src/cannotStart.js';
import type { Bot, Call, Update } from '../../../src/chat.js';
import { startWeb, type Web } from '../../../src/web/server.js';
import { emptyParts } from '../../web/pretend.js';
import { openMemory, TOKEN } from './pretend.js';

/** The real client and the real web server against the emulated Zalo, over HTTP. */

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let emulator: Emulator;
let web: Web;
let bot: Bot;
let inbox: ReturnType<typeof openInbox>;
const memory = openMemory();

/** What the bot has received, one after another. */
function openInbox() {
  const arrived: Update[] = [];
  const waiting: ((update: Update) => void)[] = [];
  return {
    receive: async (updates: Update[]) => {
      for (const update of updates) {
        const taker = waiting.shift();
        if (taker) taker(update);
        else arrived.push(update);
      }
    },
    next: (): Promise<Update> => {
      const update = arrived.shift();
      return update ? Promise.resolve(update) : new Promise((resolve) => waiting.push(resolve));
    },
  };
}

async function start(limits: Parameters<typeof startEmulator>[0] = {}) {
  emulator = await startEmulator(limits);
  const bots: Bot[] = [];
  inbox = openInbox();
  web = await startWeb({
    ...emptyParts(),
    port: 0,
    host: '127.0.0.1',
    bots,
    receive: inbox.receive,
    files: { read: async () => ({ bytes: PICTURE, mime: 'image/png', name: 'Kết quả.png' }) },
  });
  const played = emulator.addBot({ platform: 'zalo', token: TOKEN, username: 'hoithi', name: 'Bot Hội Thi' });
  bot = await connect(TOKEN);
  bots.push(bot);
  const lan = emulator.addPhone({ platform: 'zalo', name: 'Lan Phạm' });
  return { played, lan, alone: lan.chatWith(played) };
}

const connect = (token: string) =>
  connectZalo({
    token,
    apiRoot: emulator.zaloUrl,
    webhookSecret: 'mot-bi-mat-dai',
    log: memory.log,
    clock: emulator.clock,
    publicFile: (id) => `${web.url}/tep/${id}`,
    settings: { stopGraceMs: 50 },
    random: () => 0,
  });

async function whilePolling(run: () => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const polling = bot.poll(inbox.receive, stop.signal);
  await run();
  stop.abort();
  await polling;
}

afterEach(async () => {
  await emulator.close();
  await web.close();
});

describe('polling the emulated Zalo', () => {
  test('brings private words, and from groups only what mentions the bot', async () => {
    const { played, lan, alone } = await start();
    const group = emulator.addGroup({ platform: 'zalo', title: 'Đội 3', phones: [lan], bot: played });
    await whilePolling(async () => {
      await lan.say(alone, 'Bài của đội 3: https://youtu.be/xyz.');
      const said = await inbox.next();
      expect(said).toEqual({
        id: `zalo:4471902:${said.id.split(':')[2]}`,
        chat: alone.address,
        group: false,
        from: { chat: alone.address, name: 'Lan Phạm' },
        sentAt: new Date(alone.messages.at(-1)?.at ?? 0),
        event: {
          kind: 'text',
          text: 'Bài của đội 3: https://youtu.be/xyz.',
          links: ['https://youtu.be/xyz'],
        },
      });

      await lan.say(group, 'ai cũng nghe trừ bot');
      await lan.say(group, 'tình hình', { mention: true });
      expect(await inbox.next()).toMatchObject({
        chat: group.address,
        group: true,
        from: { chat: alone.address },
        event: { kind: 'text', text: 'tình hình', links: [] },
      });
    });
  });

  test('understands each of Zalo’s ways to tell the same', async () => {
    const { lan, alone } = await start();
    Object.assign(emulator.zalo, { photoField: 'photo', nameField: 'name', dates: 's', errorStatus: '200' });
    await whilePolling(async () => {
      await lan.send(alone, { kind: 'photo', width: 4, height: 3, caption: 'ảnh đội' });
      const photo = await inbox.next();
      expect(photo).toMatchObject({
        from: { name: 'Lan Phạm' },
        event: { kind: 'photo', caption: 'ảnh đội' },
      });
      expect(Math.abs(photo.sentAt.getTime() - (alone.messages.at(-1)?.at ?? 0))).toBeLessThan(1_000);

      await lan.send(alone, { kind: 'video', name: 'bai.mp4', bytes: 1_000 });
      expect((await inbox.next()).event).toEqual({ kind: 'unsupported', what: 'withheld', links: [] });

      emulator.zalo.unsupported = 'bare';
      await lan.send(alone, { kind: 'video', name: 'bai.mp4', bytes: 1_000 });
      await lan.say(alone, 'xong');
      expect((await inbox.next()).event).toEqual({ kind: 'text', text: 'xong', links: [] });
    });
  });
});

describe('a webhook of the emulated Zalo', () => {
  test.each(['wrapped', 'flat'] as const)('brings what is delivered %s', async (delivery) => {
    const { lan, alone } = await start({ zalo: { delivery } });
    await bot.setWebhook(`${web.url}/hooks/zalo/4471902`);
    await lan.say(alone, 'NOP 42');
    expect(await inbox.next()).toMatchObject({
      chat: alone.address,
      event: { kind: 'text', text: 'NOP 42', links: [] },
    });
  });

  test('is given up for polling, by order or because it was forgotten', async () => {
    const { lan, alone } = await start();
    await bot.setWebhook(`${web.url}/hooks/zalo/4471902`);
    await bot.setWebhook(null);
    await whilePolling(async () => {
      await lan.say(alone, 'một');
      expect((await inbox.next()).event).toMatchObject({ text: 'một' });
    });

    await bot.setWebhook(`${web.url}/hooks/zalo/4471902`);
    await whilePolling(async () => {
      await lan.say(alone, 'hai');
      expect((await inbox.next()).event).toMatchObject({ text: 'hai' });
    });
    expect(Object.keys(emulator.counts().bots['zalo:4471902']?.calls ?? {})).toContain('deleteWebhook');
  });

  test('that can not be reached is told to the operator', async () => {
    await start();
    const problem: unknown = await bot.setWebhook(`${web.url}/hooks/zalo/1`).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(CannotStart);
    expect(problem).toMatchObject({
      key: 'operator.zaloWebhookUnreachable',
      values: { reason: expect.stringContaining('webhook.http.404') },
    });
  });
});

describe('saying something in the emulated Zalo', () => {
  beforeEach(async () => {
    const { lan, alone } = await start({ limits: { zalo: { monthly: 3 } } });
    await lan.say(alone, 'xin chào');
  });

  test('a menu, a picture, and then the month is used up', async () => {
    const [alone] = emulator.chats;
    if (!alone?.address) throw new Error('no chat');
    const chat = alone.address as Update['chat'];
    const question = {
      text: 'Bài QN-07 đúng chưa?',
      styles: [{ start: 4, length: 5, style: 'bold' as const }],
    };
    const [menu] = bot.write(chat, {
      kind: 'text',
      text: question,
      choices: [
        { label: 'Đúng', data: 'yes' },
        { label: 'Chưa', data: 'no' },
      ],
    });
    const [picture] = bot.write(chat, {
      kind: 'picture',
      file: 'k7',
      caption: { text: 'Bảng xếp hạng', styles: [] },
    });
    if (!menu || !picture) throw new Error('nothing to send');

    expect(await bot.send(menu)).toEqual(expect.any(String));
    expect(await bot.send(picture)).toEqual(expect.any(String));
    expect(alone.messages.slice(1)).toMatchObject([
      {
        text: 'Bài QN-07 đúng chưa?\n\n1. Đúng\n2. Chưa',
        styles: [{ start: 4, length: 5, style: 'bold' }],
        buttons: null,
      },
      { text: 'Bảng xếp hạng', attachment: { kind: 'photo' } },
    ]);

    emulator.fault({ platform: 'zalo', kind: '5xx' });
    expect(await problemOf(menu)).toEqual(later(1_000, 'chat', 'sendMessage: 500 Internal server error'));
    expect(await bot.send(menu)).toEqual(expect.any(String));

    const quota = 'sendMessage: 429 Quota exceeded';
    expect([await problemOf(menu), await problemOf(menu), await problemOf(menu)]).toEqual([
      later(5_000, 'bot', quota),
      later(15_000, 'bot', quota),
      later(60_000, 'bot', quota),
    ]);
    expect(await problemOf(menu)).toEqual({ name: 'Wrong', message: quota, fatal: false });
    expect(alone.messages).toHaveLength(4);
  });

  test('faults of the network say nothing of the token', async () => {
    const call = { method: 'sendMessage', params: { chat_id: emulator.chats[0]?.localId, text: 'Chào' } };
    emulator.fault({ platform: 'zalo', kind: 'not-json' });
    emulator.fault({ platform: 'zalo', kind: 'lost-answer' });
    expect(await problemOf(call)).toEqual(later(1_000, 'chat', 'sendMessage: HTTP 502 without JSON'));
    expect(await problemOf(call)).toEqual(later(2_000, 'chat', 'sendMessage: ECONNRESET'));
  });

  test('a wrong token can’t even start', async () => {
    const problem: unknown = await connect('4471902:another').catch((error: unknown) => error);
    expect(problem).toMatchObject({ key: 'operator.zaloToken', values: { bot: '4471902' } });
  });

  /** All that an error carries, since comparing errors would compare their messages only. */
  const problemOf = (call: Call): Promise<unknown> =>
    bot.send(call).catch((error: Error) => ({ ...error, message: error.message }));
  const later = (waitMs: number, scope: string, message: string) => ({
    name: 'Later',
    waitMs,
    scope,
    message,
  });
});

test('no log line of all this holds the token', () => {
  expect(memory.lines.length).toBeGreaterThan(0);
  expect(memory.lines.join()).not.toContain(TOKEN.split(':')[1]);
});
