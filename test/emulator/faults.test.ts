import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import axios from 'axios';
import { type EmulatedBot, type EmulatedChat, type Emulator, startEmulator } from '../../emulator/index.js';
import { called } from './receiver.js';

let emulator: Emulator;
let bot: EmulatedBot;
let chat: EmulatedChat;
let other: EmulatedChat;

const platforms = ['telegram', 'zalo'] as const;

describe.each(platforms)('faults on %s', (platform) => {
  beforeEach(async () => {
    emulator = await startEmulator();
    bot = emulator.addBot({ platform, token: '7001:secret', username: 'thi_bot', name: 'Bot Hội thi' });
    const [an, binh] = ['An', 'Bình'].map((name) => emulator.addPhone({ platform, name }));
    if (!an || !binh) throw new Error('unreachable');
    chat = an.chatWith(bot);
    other = binh.chatWith(bot);
    await an.say(chat, 'chào');
    await binh.say(other, 'chào');
  });

  afterEach(() => emulator.close());

  const base = () => (platform === 'telegram' ? emulator.telegramUrl : emulator.zaloUrl);
  async function send(to: EmulatedChat, text: string) {
    const params = { chat_id: to.localId, text };
    const { data, status, headers } = await axios.post(`${base()}/bot7001:secret/sendMessage`, params, {
      validateStatus: () => true,
      timeout: 5000,
    });
    return { status, data, retryAfter: headers['retry-after'] };
  }
  const said = (to: EmulatedChat) =>
    to.messages.filter(({ from }) => from.kind === 'bot').map(({ text }) => text);

  test.each([
    ['429', 429],
    ['403', 403],
    ['400', 400],
    ['5xx', 500],
  ] as const)('%s refuses so many times, and then no more', async (kind, code) => {
    emulator.fault({ platform, kind, times: 2 });
    const answers = [];
    for (let tried = 0; tried < 3; tried += 1) answers.push((await send(chat, `lần ${tried}`)).data);
    expect(answers).toMatchObject([
      { ok: false, error_code: code },
      { ok: false, error_code: code },
      { ok: true },
    ]);
    expect(said(chat)).toEqual(['lần 2']);
    expect(emulator.counts().chats[chat.id]).toMatchObject({
      sent: 1,
      refused: { [code]: 2 },
      faults: { [kind]: 2 },
      calls: { sendMessage: 3 },
    });
  });

  test('a fault can be meant for one chat, one method, one bot', async () => {
    emulator.fault({ platform, kind: '5xx', chat: other.localId, code: 503 });
    emulator.fault({ platform, kind: '5xx', method: 'getMe' });
    emulator.fault({ platform, kind: '5xx', bot: 'telegram:1' });
    expect((await send(chat, 'một')).status).toBe(200);
    expect((await send(other, 'hai')).status).toBe(503);
    expect((await send(other, 'ba')).status).toBe(200);
    const me = () => axios.get(`${base()}/bot7001:secret/getMe`, { validateStatus: () => true });
    expect([(await me()).status, (await me()).status]).toEqual([500, 200]);
  });

  test('without a method only calls about a chat are hit', async () => {
    emulator.fault({ platform, kind: '5xx' });
    const polled = await axios.post(`${base()}/bot7001:secret/getUpdates`, { timeout: 0 });
    expect(polled.data.ok).toBe(true);
    expect((await send(chat, 'x')).status).toBe(500);
  });

  test('an answer is lost after the message was accepted', async () => {
    emulator.fault({ platform, kind: 'lost-answer' });
    await expect(send(chat, 'đã gửi')).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(said(chat)).toEqual(['đã gửi']);
  });

  test('an answer is no JSON, and nothing was accepted', async () => {
    emulator.fault({ platform, kind: 'not-json' });
    expect(await send(chat, 'x')).toMatchObject({ status: 502, data: expect.stringContaining('<html>') });
    expect(said(chat)).toEqual([]);
  });

  test('a call hangs until the caller gives up, or the faults are taken back', async () => {
    emulator.fault({ platform, kind: 'hang' });
    const hanging = send(chat, 'x').catch(() => 'broken off');
    await called(emulator, bot, 'sendMessage', 1);
    expect(emulator.counts().bots[bot.id]?.faults).toEqual({ hang: 1 });
    emulator.clearFaults();
    expect(await hanging).toBe('broken off');
    expect(said(chat)).toEqual([]);
  });

  test('closing lets go of a call that hangs', async () => {
    emulator.fault({ platform, kind: 'hang' });
    const hanging = send(chat, 'x').catch(() => 'broken off');
    await called(emulator, bot, 'sendMessage', 1);
    await emulator.close();
    expect(await hanging).toBe('broken off');
  });
});

describe('on Telegram', () => {
  beforeEach(async () => {
    emulator = await startEmulator();
    bot = emulator.addBot({
      platform: 'telegram',
      token: '7001:secret',
      username: 'thi_bot',
      name: 'Bot Hội thi',
    });
  });

  afterEach(() => emulator.close());

  test('a wait is told in the body and in a header', async () => {
    const an = emulator.addPhone({ platform: 'telegram', name: 'An' });
    chat = an.chatWith(bot);
    await an.say(chat, 'chào');
    emulator.fault({ platform: 'telegram', kind: '429', retryAfterSeconds: 7 });
    const url = `${emulator.telegramUrl}/bot7001:secret/sendMessage`;
    const answer = await axios.post(
      url,
      { chat_id: chat.localId, text: 'x' },
      { validateStatus: () => true },
    );
    expect([answer.status, answer.headers['retry-after'], answer.data]).toEqual([
      429,
      '7',
      {
        ok: false,
        error_code: 429,
        description: 'Too Many Requests: retry after 7',
        parameters: { retry_after: 7 },
      },
    ]);
  });

  test('updates come twice, although confirmed, or overtaken by the next', async () => {
    const an = emulator.addPhone({ platform: 'telegram', name: 'An' });
    chat = an.chatWith(bot);
    const poll = async (offset = 0) => {
      const { data } = await axios.post(`${emulator.telegramUrl}/bot7001:secret/getUpdates`, { offset });
      return data.result.map((told: { update_id: number; message: { text: string } }) => [
        told.update_id - 850_000_000,
        told.message.text,
      ]);
    };
    emulator.fault({ platform: 'telegram', kind: 'duplicate' });
    await an.say(chat, 'hai lần');
    expect(await poll()).toEqual([[1, 'hai lần']]);
    expect(await poll(850_000_002)).toEqual([[1, 'hai lần']]);
    expect(await poll(850_000_002)).toEqual([]);
    emulator.fault({ platform: 'telegram', kind: 'reorder' });
    await an.say(chat, 'sau');
    await an.say(chat, 'trước');
    expect(await poll()).toEqual([
      [2, 'trước'],
      [3, 'sau'],
    ]);
  });
});
