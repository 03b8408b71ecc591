import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type EmulatedBot,
  type EmulatedPhone,
  type Emulator,
  startEmulator,
} from '../../../emulator/index.js';
import { connectTelegram, type TelegramBot } from '../../../src/bots/telegram/bot.js';
import type { Reply, Update } from '../../../src/chat.js';
import { surroundings } from './connecting.js';
import { TOKEN } from './server.js';

/** Reading, writing and sending together, against a Telegram that keeps the rules by itself. */

let emulator: Emulator;
let thiBot: EmulatedBot;
let an: EmulatedPhone;
let bot: TelegramBot;
let polling: Promise<void>;
const stop = new AbortController();

const heard: Update[] = [];
let listener: (update: Update) => void = () => {};
/** Does something, and answers the next update that comes of it. */
async function hear(act: () => unknown): Promise<Update> {
  const next = new Promise<Update>((resolve) => {
    listener = resolve;
  });
  await act();
  return next;
}

beforeAll(async () => {
  emulator = await startEmulator();
  thiBot = emulator.addBot({ platform: 'telegram', token: TOKEN, username: 'thi_bot', name: 'Bot Hội thi' });
  an = emulator.addPhone({ platform: 'telegram', name: 'An', label: 'Đội thi' });
  const { log, clock } = surroundings();
  const readFile = async () => ({ bytes: new TextEncoder().encode('PK'), mime: 'application/zip' });
  bot = await connectTelegram({ token: TOKEN, apiRoot: emulator.telegramUrl, log, clock, readFile });
  polling = bot.poll(async (updates) => {
    heard.push(...updates);
    for (const update of updates) listener(update);
  }, stop.signal);
});

afterAll(async () => {
  stop.abort();
  await polling;
  await emulator.close();
});

async function say(update: Update, reply: Reply): Promise<string | null> {
  let id: string | null = null;
  for (const call of bot.write(update.chat, reply)) id = await bot.send(call);
  return id;
}

test('a conversation with buttons goes to and fro', async () => {
  const chat = an.chatWith(thiBot);
  const start = await hear(() => an.say(chat, '/start gk-7'));
  expect([start.event, start.group, start.from]).toEqual([
    { kind: 'text', text: '/start gk-7', links: [] },
    false,
    { chat: start.chat, name: 'An' },
  ]);

  const text = {
    text: 'Đội <b>&_*[ 👋 ở xã nào?',
    styles: [{ start: 4, length: 7, style: 'bold' as const }],
  };
  const choices = [{ label: 'Bình Châu', data: 'xa:1' }];
  const question = await say(start, { kind: 'text', text, choices });
  const asked = chat.messages.at(-1);
  expect([
    asked?.text,
    asked?.styles,
    asked?.buttons?.map((row) => row.map((button) => button.text)),
  ]).toEqual([text.text, text.styles, [['Bình Châu']]]);

  const pressed = await hear(() => an.press(chat, 'Bình Châu'));
  expect(pressed.event).toEqual({
    kind: 'choice',
    data: 'xa:1',
    message: question,
    ticket: expect.any(String),
  });
  expect(await say(pressed, { kind: 'closeChoices', message: String(question) })).toBe(question);
  expect(chat.messages.at(-1)?.buttons).toBeNull();
  expect(await say(pressed, { kind: 'closeChoices', message: String(question) })).toBeNull();
});

test('a video comes and goes again, as what it came', async () => {
  const chat = an.chatWith(thiBot);
  const size = { bytes: 94_000_000, seconds: 250, width: 1920, height: 1080 };
  const sent = await hear(() =>
    an.send(chat, { kind: 'video', name: 'bai 1.mp4', ...size, caption: 'Bài 1' }),
  );
  if (sent.event.kind !== 'video') throw new Error(`not a video: ${sent.event.kind}`);
  expect([sent.event.file.bytes, sent.event.caption]).toEqual([94_000_000, 'Bài 1']);
  await say(sent, { kind: 'video', file: sent.event.file, caption: { text: 'QN-07', styles: [] } });
  expect([chat.messages.at(-1)?.attachment?.kind, chat.messages.at(-1)?.text]).toEqual(['video', 'QN-07']);
  await expect(bot.download(sent.event.file)).rejects.toThrow('too many');
});

test('a document of ours keeps its name', async () => {
  const chat = an.chatWith(thiBot);
  const asked = await hear(() => an.say(chat, 'bảng điểm?'));
  const name = 'Bảng điểm (vòng 1).xlsx';
  await say(asked, { kind: 'document', file: 'x', name, caption: { text: 'Đây ạ', styles: [] } });
  expect(chat.messages.at(-1)?.attachment).toMatchObject({ kind: 'document', name, bytes: 2 });
});

test('a group is joined, moves, and is left', async () => {
  const group = emulator.addGroup({ platform: 'telegram', title: 'Ban tổ chức', phones: [an] });
  const joined = await hear(() => group.addBot(thiBot));
  expect([joined.event, joined.group]).toEqual([{ kind: 'joined', title: 'Ban tổ chức' }, true]);
  const command = await hear(() => an.say(group, '/tinhhinh@thi_bot'));
  expect(command.event).toEqual({ kind: 'text', text: '/tinhhinh', links: [] });

  const before = heard.length;
  const moved = await hear(() => group.upgrade());
  const to = `${bot.id}:${group.localId}`;
  expect([moved.chat, moved.event]).toEqual([joined.chat, { kind: 'moved', to }]);
  await expect(say(joined, { kind: 'text', text: { text: 'a', styles: [] } })).rejects.toMatchObject({ to });

  await hear(() => an.say(group, '/tinhhinh@thi_bot'));
  const left = await hear(() => group.removeBot());
  expect([left.chat, left.event]).toEqual([to, { kind: 'left' }]);
  expect(heard.slice(before).map(({ event }) => event.kind)).toEqual(['moved', 'text', 'left']);
});

test('a person who blocks the bot can’t be reached, until he lets it in', async () => {
  const blocked = await hear(() => an.block(thiBot));
  expect(blocked.event).toEqual({ kind: 'blocked' });
  const hello: Reply = { kind: 'text', text: { text: 'Xin chào', styles: [] } };
  await expect(say(blocked, hello)).rejects.toMatchObject({ name: 'Gone' });
  expect((await hear(() => an.unblock(thiBot))).event).toEqual({ kind: 'unblocked' });
  expect(await say(blocked, hello)).toEqual(expect.any(String));
});
