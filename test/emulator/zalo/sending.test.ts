import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import axios from 'axios';
import { plainPng } from '../../../emulator/images.js';
import {
  type EmulatedBot,
  type EmulatedChat,
  type EmulatedPhone,
  type Emulator,
  startEmulator,
} from '../../../emulator/index.js';
import { callZalo, people, pollZalo } from './people.js';

let emulator: Emulator;
let bot: EmulatedBot;
let lan: EmulatedPhone;
let chat: EmulatedChat;

beforeEach(async () => {
  emulator = await startEmulator();
  emulator.clock.freeze();
  ({ bot, lan, chat } = people(emulator));
});

afterEach(() => emulator.close());

const call = (method: string, params: object = {}, from = emulator) => callZalo(from, method, params);
const poll = (from = emulator) => pollZalo(from);
const send = (text: string, more: object = {}) =>
  call('sendMessage', { chat_id: chat.localId, text, ...more });

describe('sending', () => {
  beforeEach(async () => {
    await lan.say(chat, 'chào');
  });

  test('a text is shown and answered with a string id and milliseconds', async () => {
    expect(await send('Đã nhận bài.')).toEqual({
      status: 200,
      ok: true,
      result: { message_id: expect.stringMatching(/^[0-9a-f]{20}$/), date: emulator.clock.ms() },
    });
    expect(chat.messages.at(-1)).toMatchObject({
      text: 'Đã nhận bài.',
      buttons: null,
      from: { bot: 'zalo:4471902' },
    });
  });

  test('texts are 1 to 2000 long', async () => {
    expect(await send('x'.repeat(2000))).toMatchObject({ ok: true });
    expect(await send('x'.repeat(2001))).toMatchObject({ status: 400, error_code: 400 });
    expect(await send('')).toMatchObject({ error_code: 400 });
    expect(await call('sendMessage', { chat_id: chat.localId })).toMatchObject({ error_code: 400 });
  });

  test('text_styles are shown in UTF-16 units, and refused where they don’t fit', async () => {
    const text = 'Đã nhận 🎬.\nMã bài: TD-0042';
    const styled = { text_styles: [{ start: 20, len: 7, st: ['b', 'c_15a85f', 'u'] }] };
    await send(text, styled);
    expect(chat.messages.at(-1)?.styles).toEqual([
      { start: 20, length: 7, style: 'bold' },
      { start: 20, length: 7, style: 'underline' },
    ]);
    expect(text.slice(20, 27)).toBe('TD-0042');
    expect(await send('ngắn', styled)).toMatchObject({ error_code: 400 });
    expect(await send(text, { text_styles: [{ start: 0, len: 1, st: ['blink'] }] })).toMatchObject({
      error_code: 400,
    });
  });

  test('parse_mode wins over text_styles', async () => {
    const text_styles = [{ start: 0, len: 1, st: ['i'] }];
    await send('**Mã** bài `QN-07` {red}gấp{/red} 2*3', { parse_mode: 'markdown', text_styles });
    await send('<b>Mã <i>bài</i></b><br>1 &lt; 2', { parse_mode: 'html', text_styles });
    expect(chat.messages.slice(-2).map(({ text, styles }) => [text, styles])).toEqual([
      [
        'Mã bài QN-07 gấp 2*3',
        [
          { start: 0, length: 2, style: 'bold' },
          { start: 7, length: 5, style: 'code' },
        ],
      ],
      [
        'Mã bài\n1 < 2',
        [
          { start: 0, length: 6, style: 'bold' },
          { start: 3, length: 3, style: 'italic' },
        ],
      ],
    ]);
    expect(await send('x', { parse_mode: 'MarkdownV2' })).toMatchObject({ error_code: 400 });
  });

  test('a chat action has no result, and only typing people see it', async () => {
    const typing: unknown[] = [];
    emulator.on('typing', (told) => typing.push(told));
    expect(await call('sendChatAction', { chat_id: chat.localId, action: 'typing' })).toEqual({
      status: 200,
      ok: true,
    });
    expect(typing).toEqual([{ chat: chat.id, action: 'typing' }]);
    expect(await call('sendChatAction', { chat_id: chat.localId, action: 'dancing' })).toMatchObject({
      error_code: 400,
    });
  });

  test('stickers and voices are shown; a voice to a group says yes and isn’t', async () => {
    await call('sendSticker', { chat_id: chat.localId, sticker: 'abc' });
    await call('sendVoice', { chat_id: chat.localId, voice_url: 'https://cdn.example.vn/a.aac' });
    expect(chat.messages.slice(-2).map(({ attachment }) => attachment)).toEqual([
      { kind: 'sticker', name: 'abc' },
      { kind: 'voice', url: 'https://cdn.example.vn/a.aac' },
    ]);
    expect(await call('sendVoice', { chat_id: chat.localId, voice_url: 'https://a.vn/a.mp3' })).toMatchObject(
      {
        error_code: 400,
      },
    );
    const group = emulator.addGroup({ platform: 'zalo', title: 'Hội thi', phones: [lan], bot });
    const before = group.messages.length;
    const sent = await call('sendVoice', {
      chat_id: group.localId,
      voice_url: 'https://cdn.example.vn/a.aac',
    });
    expect([sent.ok, group.messages.length]).toEqual([true, before]);
  });

  test('nothing can be sent to strangers, to those who block, and where the bot isn’t', async () => {
    const minh = emulator.addPhone({ platform: 'zalo', name: 'Minh' });
    expect(await call('sendMessage', { chat_id: minh.userId, text: 'x' })).toMatchObject({ error_code: 400 });
    expect(await call('sendMessage', { chat_id: 'ffff', text: 'x' })).toMatchObject({ error_code: 400 });
    lan.block(bot);
    expect(await send('x')).toMatchObject({ error_code: 403, description: 'Internal server error' });
    lan.unblock(bot);
    expect(await send('x')).toMatchObject({ ok: true });
  });
});

describe('pictures', () => {
  let server: Server;
  let base: string;
  const asked: string[] = [];

  beforeEach(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/a.png')
        response.writeHead(200, { 'content-type': 'image/png' }).end(plainPng(40, 30));
      else if (request.url === '/b.txt') response.end('not a picture');
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await lan.say(chat, 'chào');
  });

  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const photo = (url: string) =>
    call('sendPhoto', { chat_id: chat.localId, photo: url, caption: 'Bảng điểm' });

  test('Zalo fetches them itself and shows what it got', async () => {
    expect(await photo(`${base}/a.png`)).toMatchObject({ ok: true });
    expect(asked).toContain('/a.png');
    const shown = chat.messages.at(-1);
    expect(shown).toMatchObject({
      text: 'Bảng điểm',
      attachment: { kind: 'photo', bytes: plainPng(40, 30).length },
    });
    const seen = await axios.get(`${emulator.url}${shown?.attachment?.url}`, { responseType: 'arraybuffer' });
    expect(Buffer.from(seen.data)).toEqual(plainPng(40, 30));
  });

  test('what isn’t there, or is no picture, or lies inside a network, is refused', async () => {
    for (const url of [`${base}/c.png`, `${base}/b.txt`, 'http://10.0.0.1/a.png', 'a.png']) {
      expect(await photo(url)).toMatchObject({ error_code: 400 });
    }
    emulator.zalo.allowLoopback = false;
    expect(await photo(`${base}/a.png`)).toMatchObject({ error_code: 400 });
  });
});

describe('quotas', () => {
  test('user 51 isn’t served', async () => {
    const small = await startEmulator({ limits: { zalo: { users: 1 } } });
    const { bot: own, lan: first, chat: served } = people(small);
    const second = small.addPhone({ platform: 'zalo', name: 'Minh' });
    await first.say(served, 'một');
    await second.say(second.chatWith(own), 'hai');
    expect((await poll(small)).message.text).toBe('một');
    expect(await poll(small)).toBeUndefined();
    expect(await call('sendMessage', { chat_id: second.userId, text: 'x' }, small)).toMatchObject({
      error_code: 429,
    });
    expect(small.counts().bots[own.id]).toMatchObject({ dropped: 1, limits: { users: 2 } });
    await small.close();
  });

  test.each([
    ['outbound', 3],
    ['both', 2],
  ] as const)(
    'a month’s messages are counted %s, and begin anew in the next month',
    async (counting, sendable) => {
      const small = await startEmulator({ limits: { zalo: { monthly: 3, counting } } });
      small.clock.freeze();
      small.clock.set(Date.parse('2026-11-30T23:59:00+07:00'));
      const { lan: person, chat: own } = people(small);
      await person.say(own, 'chào');
      const say = () => call('sendMessage', { chat_id: own.localId, text: 'x' }, small);
      for (let sent = 0; sent < sendable; sent += 1) expect(await say()).toMatchObject({ ok: true });
      expect(await say()).toEqual({ status: 429, ok: false, error_code: 429, description: 'Quota exceeded' });
      small.clock.advance(60_000);
      expect(await say()).toMatchObject({ ok: true });
      await small.close();
    },
  );
});
