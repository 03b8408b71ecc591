import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import axios from 'axios';
import {
  type EmulatedBot,
  type EmulatedChat,
  type EmulatedPhone,
  type Emulator,
  startEmulator,
} from '../../../emulator/index.js';
import { called, settled } from '../receiver.js';
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

describe('the envelope', () => {
  test('who the bot is', async () => {
    expect(await call('getMe')).toEqual({
      status: 200,
      ok: true,
      result: {
        id: '4471902',
        account_name: expect.stringMatching(/^bot\.\w+$/),
        account_type: 'BASIC',
        can_join_groups: true,
        display_name: 'Bot Hội thi',
      },
    });
  });

  test('GET and POST, query, form, JSON and multipart are all read', async () => {
    await lan.say(chat, 'chào');
    const url = `${emulator.zaloUrl}/bot4471902:s3cr3t/sendMessage`;
    const params = { chat_id: chat.localId };
    await axios.get(url, { params: { ...params, text: 'một' } });
    await axios.post(`${url}?text=hai`, params);
    await axios.post(url, new URLSearchParams({ ...params, text: 'ba' }));
    await axios.postForm(url, { ...params, text: 'bốn' });
    expect(chat.messages.slice(1).map(({ text }) => text)).toEqual(['một', 'hai', 'ba', 'bốn']);
  });

  test('a wrong token is 401, an unknown method 404, names are read as they are spelt', async () => {
    const { data, status } = await axios.get(`${emulator.zaloUrl}/bot4471902:no/getMe`, {
      validateStatus: () => true,
    });
    expect([status, data]).toEqual([401, { ok: false, error_code: 401, description: 'Unauthorized' }]);
    const notFound = { status: 404, ok: false, error_code: 404, description: 'Not Found' };
    expect(await call('getChat', { chat_id: chat.localId })).toEqual(notFound);
    expect(await call('getme')).toEqual(notFound);
    emulator.zalo.unknownMethod = 400;
    expect(await call('getChat')).toMatchObject({ status: 400, error_code: 400 });
    emulator.zalo.errorStatus = '200';
    expect(await call('getChat')).toMatchObject({ status: 200, ok: false, error_code: 400 });
  });
});

describe('polling', () => {
  test('one update at a time, in order, each handed out once', async () => {
    await lan.say(chat, 'NOP 42');
    await lan.say(chat, 'NOP 43');
    expect(await call('getUpdates', { timeout: '30' })).toEqual({
      status: 200,
      ok: true,
      result: {
        event_name: 'message.text.received',
        message: {
          message_id: expect.stringMatching(/^[0-9a-f]{20}$/),
          date: emulator.clock.ms(),
          from: { id: lan.userId, display_name: 'Lan Phạm', is_bot: false },
          chat: { id: lan.userId, chat_type: 'PRIVATE' },
          message_type: 'CHAT_MESSAGE',
          text: 'NOP 42',
        },
      },
    });
    expect((await poll()).message.text).toBe('NOP 43');
    expect(await poll()).toBeUndefined();
    expect(lan.userId).toMatch(/^[0-9a-f]{20}$/);
  });

  test('an empty poll is 408, a held one ends when something is said', async () => {
    expect(await call('getUpdates', { timeout: 0 })).toEqual({
      status: 408,
      ok: false,
      error_code: 408,
      description: 'Request timeout',
    });
    const held = call('getUpdates', { timeout: 30 });
    await called(emulator, bot, 'getUpdates', 2);
    await lan.say(chat, 'chào');
    expect((await held).result.message.text).toBe('chào');
  });

  test('two pollers steal from each other, or the second is refused', async () => {
    const first = call('getUpdates');
    await called(emulator, bot, 'getUpdates', 1);
    const second = call('getUpdates');
    await called(emulator, bot, 'getUpdates', 2);
    await lan.say(chat, 'một');
    await lan.say(chat, 'hai');
    expect([(await first).result.message.text, (await second).result.message.text]).toEqual(['một', 'hai']);
    emulator.zalo.secondPoller = 'refuse';
    const third = call('getUpdates');
    await called(emulator, bot, 'getUpdates', 3);
    expect(await call('getUpdates')).toMatchObject({ status: 409, error_code: 409 });
    await lan.say(chat, 'ba');
    expect((await third).result.message.text).toBe('ba');
  });

  test('a poller that hung up takes nothing with it', async () => {
    const hangUp = new AbortController();
    const url = `${emulator.zaloUrl}/bot4471902:s3cr3t/getUpdates`;
    const gone = fetch(url, { signal: hangUp.signal }).catch(() => 'hung up');
    await called(emulator, bot, 'getUpdates', 1);
    hangUp.abort();
    expect(await gone).toBe('hung up');
    await settled();
    await lan.say(chat, 'còn đây');
    expect((await poll()).message.text).toBe('còn đây');
  });

  test('what is said while nobody receives can be lost', async () => {
    emulator.zalo.whenOffline = 'drop';
    await lan.say(chat, 'mất');
    expect(await poll()).toBeUndefined();
    await lan.say(chat, 'còn');
    expect((await poll()).message.text).toBe('còn');
    expect(emulator.counts().bots[bot.id]).toMatchObject({ dropped: 1, delivered: 1 });
  });
});
