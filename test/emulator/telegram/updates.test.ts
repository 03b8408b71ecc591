import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import axios from 'axios';
import {
  type EmulatedBot,
  type EmulatedChat,
  type EmulatedPhone,
  type Emulator,
  startEmulator,
} from '../../../emulator/index.js';
import { called, type Received, Receiver, settled } from '../receiver.js';

let emulator: Emulator;
let bot: EmulatedBot;
let an: EmulatedPhone;
let chat: EmulatedChat;

beforeEach(async () => {
  emulator = await startEmulator();
  emulator.clock.freeze();
  bot = emulator.addBot({
    platform: 'telegram',
    token: '7001:secret',
    username: 'thi_bot',
    name: 'Bot Hội thi',
  });
  an = emulator.addPhone({ platform: 'telegram', name: 'An' });
  chat = an.chatWith(bot);
});

afterEach(() => emulator.close());

async function call(method: string, params: object = {}) {
  const url = `${emulator.telegramUrl}/bot7001:secret/${method}`;
  const { data, status, headers } = await axios.post(url, params, { validateStatus: () => true });
  return { ...data, status, retryAfter: headers['retry-after'] };
}

type Told = { update_id: number; message?: { text?: string }; callback_query?: { id: string } };
const heard = async (params: object = {}) =>
  ((await call('getUpdates', params)).result as Told[]).map(({ message }) => message?.text);
const first = 850_000_001;

describe('long polling', () => {
  test('an empty poll is held until something is said', async () => {
    const poll = call('getUpdates', { timeout: 50 });
    await called(emulator, bot, 'getUpdates', 1);
    await an.say(chat, 'xin chào');
    expect((await poll).result).toEqual([
      {
        update_id: first,
        message: {
          message_id: 1,
          from: { id: 7_100_000_001, is_bot: false, first_name: 'An', language_code: 'vi' },
          chat: { id: 7_100_000_001, type: 'private', first_name: 'An' },
          date: Math.floor(emulator.clock.ms() / 1000),
          text: 'xin chào',
        },
      },
    ]);
  });

  test('an empty poll without patience answers at once', async () => {
    expect(await call('getUpdates')).toMatchObject({ ok: true, result: [] });
  });

  test('updates come again until an offset confirms them', async () => {
    for (const text of ['một', 'hai', 'ba']) await an.say(chat, text);
    expect(await heard({ limit: 2 })).toEqual(['một', 'hai']);
    expect(await heard({ limit: 2 })).toEqual(['một', 'hai']);
    expect(await heard({ offset: first + 1 })).toEqual(['hai', 'ba']);
    expect(await heard({ offset: -1 })).toEqual(['ba']);
    expect(await heard({ offset: first + 3 })).toEqual([]);
    expect(await heard()).toEqual([]);
  });

  test('a second poller ends the first', async () => {
    const poll = call('getUpdates', { timeout: 50 });
    await called(emulator, bot, 'getUpdates', 1);
    const second = call('getUpdates', { timeout: 50 });
    expect(await poll).toMatchObject({
      ok: false,
      status: 409,
      error_code: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    await an.say(chat, 'xin chào');
    expect((await second).result).toHaveLength(1);
  });

  test('a poller that hung up takes nothing with it', async () => {
    const hangUp = new AbortController();
    const url = `${emulator.telegramUrl}/bot7001:secret/getUpdates?timeout=50`;
    const poll = fetch(url, { signal: hangUp.signal }).catch(() => 'hung up');
    await called(emulator, bot, 'getUpdates', 1);
    hangUp.abort();
    expect(await poll).toBe('hung up');
    await an.say(chat, 'còn đây');
    expect(await heard()).toEqual(['còn đây']);
  });

  test('only kinds that were asked for come', async () => {
    await call('getUpdates', { allowed_updates: '["callback_query"]' });
    await an.say(chat, 'không nghe');
    await call('sendMessage', { chat_id: chat.localId, text: 'menu', reply_markup: keyboard });
    await an.press(chat, 'Có');
    const { result } = await call('getUpdates', { allowed_updates: [] });
    expect(result.map((update: Told) => Object.keys(update)[1])).toEqual(['callback_query']);
    await an.say(chat, 'nghe');
    expect((await heard()).at(-1)).toBe('nghe');
  });

  test('an update waits a day, a callback query 150 seconds', async () => {
    await an.say(chat, 'sẽ cũ');
    await call('sendMessage', { chat_id: chat.localId, text: 'menu', reply_markup: keyboard });
    await an.press(chat, 'Có');
    emulator.clock.advance(149_000);
    expect((await call('getUpdates')).result).toHaveLength(2);
    emulator.clock.advance(1_000);
    expect(await heard()).toEqual(['sẽ cũ']);
    emulator.clock.advance(24 * 3600_000);
    expect(await heard()).toEqual([]);
    expect(emulator.counts().bots[bot.id]).toMatchObject({ dropped: 2 });
  });
});

const keyboard = { inline_keyboard: [[{ text: 'Có', callback_data: 'yes' }]] };

test('a callback query can be answered for 150 seconds', async () => {
  await an.say(chat, '/start');
  await call('sendMessage', { chat_id: chat.localId, text: 'menu', reply_markup: JSON.stringify(keyboard) });
  await an.press(chat, 'Có');
  const { result } = await call('getUpdates', { offset: -1 });
  const callback_query_id = result[0].callback_query.id;
  emulator.clock.advance(150_000);
  expect(await call('answerCallbackQuery', { callback_query_id })).toMatchObject({ ok: true, result: true });
  expect(await call('answerCallbackQuery', { callback_query_id, text: 'x'.repeat(201) })).toMatchObject({
    description: 'Bad Request: MESSAGE_TOO_LONG',
  });
  emulator.clock.advance(1);
  expect(await call('answerCallbackQuery', { callback_query_id })).toMatchObject({
    status: 400,
    description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
  });
});

test('a button on a message the bot can no longer see comes with that message out of reach', async () => {
  await an.say(chat, '/start');
  await call('sendMessage', { chat_id: chat.localId, text: 'menu', reply_markup: keyboard });
  await an.press(chat, 'Có', { stale: true });
  const { result } = await call('getUpdates', { offset: -1 });
  expect(result[0].callback_query.message).toEqual({
    chat: { id: 7_100_000_001, type: 'private', first_name: 'An' },
    message_id: 2,
    date: 0,
  });
});

describe('webhooks', () => {
  let receiver: Receiver;
  let url: string;

  beforeEach(async () => {
    receiver = new Receiver();
    url = await receiver.start();
  });

  afterEach(() => receiver.stop());

  const texts = () => receiver.received.map(({ body }) => (body as Told).message?.text);

  test('what waited and what is said later is brought, with the secret', async () => {
    await an.say(chat, 'trước');
    await call('setWebhook', { url, secret_token: 'abc_DEF-1' });
    await receiver.until(1);
    await an.say(chat, 'sau');
    await receiver.until(2);
    expect(texts()).toEqual(['trước', 'sau']);
    expect(receiver.received[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': 'abc_DEF-1',
    });
    await settled();
    expect((await call('getWebhookInfo')).result).toEqual({
      url,
      has_custom_certificate: false,
      pending_update_count: 0,
      max_connections: 40,
      ip_address: '127.0.0.1',
    });
  });

  test('polling is refused while a webhook is set, and setting one ends a poll', async () => {
    const poll = call('getUpdates', { timeout: 50 });
    await called(emulator, bot, 'getUpdates', 1);
    await call('setWebhook', { url });
    expect(await poll).toMatchObject({
      status: 409,
      description: 'Conflict: terminated by setWebhook request',
    });
    expect(await call('getUpdates')).toMatchObject({
      status: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    });
    await call('deleteWebhook');
    expect(await call('getUpdates')).toMatchObject({ ok: true });
  });

  test('a failed delivery is repeated at once, then after 2, 4, 8 seconds, and holds up its chat only', async () => {
    const binh = emulator.addPhone({ platform: 'telegram', name: 'Bình' });
    await call('setWebhook', { url });
    const isBad = ({ body }: Received) => (body as Told).message?.text === 'hỏng';
    receiver.answer = () => ({ status: receiver.received.slice(-1).some(isBad) ? 500 : 200 });
    await an.say(chat, 'hỏng');
    await receiver.until(2);
    await an.say(chat, 'đợi');
    await binh.say(binh.chatWith(bot), 'khác');
    await receiver.until(3);
    await settled();
    expect(texts()).toEqual(['hỏng', 'hỏng', 'khác']);
    emulator.clock.advance(2000);
    await receiver.until(4);
    await settled();
    expect((await call('getWebhookInfo')).result).toMatchObject({
      pending_update_count: 2,
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
    });
    receiver.answer = () => ({ status: 204 });
    emulator.clock.advance(4000);
    await receiver.until(6);
    expect(texts()).toEqual(['hỏng', 'hỏng', 'khác', 'hỏng', 'hỏng', 'đợi']);
  });

  test('an own Retry-After is kept to', async () => {
    receiver.answer = () => ({ status: 503, headers: { 'retry-after': '30' } });
    await call('setWebhook', { url });
    await an.say(chat, 'bận');
    await receiver.until(1);
    await settled();
    emulator.clock.advance(29_000);
    await settled();
    expect(texts()).toEqual(['bận']);
    emulator.clock.advance(1_000);
    await receiver.until(2);
  });

  test('an address must be HTTPS, except on this computer, and a secret plain', async () => {
    expect(await call('setWebhook', { url: 'http://example.vn/' })).toMatchObject({
      description: 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
    });
    expect(await call('setWebhook', { url: 'https://example.vn:8080/' })).toMatchObject({
      description: 'Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    });
    expect(await call('setWebhook', { url, secret_token: 'có dấu' })).toMatchObject({
      description: 'Bad Request: secret token contains unallowed characters',
    });
  });
});

describe('in a group', () => {
  test('privacy mode lets through commands for the bot, answers to it, and plain commands if it wrote last', async () => {
    const group = emulator.addGroup({ platform: 'telegram', title: 'Hội thi', phones: [an], bot });
    await call('getUpdates', { offset: -1 });
    await call('getUpdates', { offset: first + 2 });
    await an.say(group, 'chuyện riêng');
    await an.say(group, '/tinhhinh');
    await an.say(group, '/tinhhinh@khac_bot');
    await an.say(group, '@thi_bot ơi');
    await an.say(group, '/tinhhinh', { mention: true });
    await call('sendMessage', { chat_id: group.localId, text: 'Đây' });
    const said = group.messages.at(-1)?.id;
    await an.say(group, '/bangdiem');
    await an.say(group, 'cảm ơn', ...(said ? [{ replyTo: said }] : []));
    expect(await heard()).toEqual(['/tinhhinh@thi_bot', '/bangdiem', 'cảm ơn']);
    expect(emulator.counts().chats[group.id]).toMatchObject({ unheard: 4, sent: 1 });
  });

  test('an administrator, or a bot without privacy mode, hears everything', async () => {
    const group = emulator.addGroup({ platform: 'telegram', title: 'Hội thi', phones: [an], bot });
    group.makeBotAdmin();
    await an.say(group, 'chuyện chung');
    expect((await heard()).at(-1)).toBe('chuyện chung');
    const open = {
      platform: 'telegram',
      token: '7009:x',
      username: 'mo_bot',
      name: 'Bot Mở',
      readsAll: true,
    } as const;
    const other = emulator.addBot(open);
    const second = emulator.addGroup({ platform: 'telegram', title: 'Khác', phones: [an], bot: other });
    await an.say(second, 'ai cũng nghe');
    expect(other.waiting).toBe(3);
  });

  test('being added tells who did it, and the group sees it', async () => {
    const group = emulator.addGroup({ platform: 'telegram', title: 'Hội thi', phones: [an] });
    group.addBot(bot);
    const { result } = await call('getUpdates');
    expect(result.map(({ update_id, ...kind }: Told) => kind)).toMatchObject([
      {
        my_chat_member: {
          chat: { id: Number(group.localId), type: 'group', title: 'Hội thi' },
          from: { first_name: 'An' },
          old_chat_member: { status: 'left' },
          new_chat_member: { status: 'member', user: { id: 7001, is_bot: true } },
        },
      },
      { message: { new_chat_members: [{ id: 7001, username: 'thi_bot' }] } },
    ]);
    expect(group.messages.map(({ text }) => text)).toEqual([
      'An đã tạo nhóm “Hội thi”.',
      'An đã thêm Bot Hội thi vào nhóm.',
    ]);
  });
});
