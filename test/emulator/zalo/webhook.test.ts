import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type EmulatedBot,
  type EmulatedChat,
  type EmulatedPhone,
  type Emulator,
  startEmulator,
} from '../../../emulator/index.js';
import { Receiver, settled } from '../receiver.js';
import { callZalo, people } from './people.js';

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

describe('the webhook', () => {
  let receiver: Receiver;
  let url: string;
  const secret_token = 'a-long-secret';

  beforeEach(async () => {
    receiver = new Receiver();
    url = await receiver.start();
  });

  afterEach(() => receiver.stop());

  test('its life: none, set and verified, brought, told, taken away', async () => {
    expect(await call('getWebhookInfo')).toMatchObject({
      status: 404,
      error_code: 404,
      description: 'Not Found',
    });
    const set = await call('setWebhook', { url, secret_token });
    expect(set.result).toEqual({
      url,
      updated_at: emulator.clock.ms(),
      verification: { ok: true, url, outcome: 'webhook.ok', hint: expect.any(String), status_code: 200 },
    });
    await lan.say(chat, 'chào');
    await receiver.until(2);
    expect(receiver.received[1]).toMatchObject({
      headers: {
        'user-agent': 'Java/21',
        'x-bot-api-secret-token': secret_token,
        'content-type': 'application/json',
      },
      body: { event_name: 'message.text.received', message: { text: 'chào' } },
    });
    expect(await call('getUpdates')).toMatchObject({ error_code: 400 });
    expect((await call('getWebhookInfo')).result).toEqual({ url, updated_at: emulator.clock.ms() });
    expect((await call('deleteWebhook')).result).toEqual({ url: '', updated_at: emulator.clock.ms() });
    expect(await call('getWebhookInfo')).toMatchObject({ error_code: 404 });
  });

  test('updates can come wrapped', async () => {
    emulator.zalo.delivery = 'wrapped';
    await call('setWebhook', { url, secret_token });
    await lan.say(chat, 'chào');
    await receiver.until(2);
    expect(receiver.received[1]?.body).toMatchObject({ ok: true, result: { message: { text: 'chào' } } });
  });

  test.each([
    [403, 'webhook.http.403'],
    [404, 'webhook.http.404'],
    [503, 'webhook.http.5xx'],
    [301, 'webhook.http.other'],
  ])('a receiver that answers %i is saved nonetheless', async (status, outcome) => {
    receiver.answer = () => ({ status });
    const { ok, result } = await call('setWebhook', { url, secret_token });
    expect([ok, result.verification.ok, result.verification.outcome]).toEqual([true, false, outcome]);
    expect((await call('getWebhookInfo')).result.url).toBe(url);
  });

  test('an address where nobody listens is unreachable', async () => {
    await receiver.stop();
    expect((await call('setWebhook', { url, secret_token })).result.verification).toMatchObject({
      ok: false,
      outcome: 'webhook.err.unreachable',
    });
    receiver = new Receiver();
    await receiver.start();
  });

  test('a failed delivery is lost, or repeated with the same id', async () => {
    await call('setWebhook', { url, secret_token });
    receiver.answer = () => ({ status: 500 });
    await lan.say(chat, 'mất');
    await receiver.until(2);
    await settled();
    emulator.clock.advance(3600_000);
    await settled();
    expect(receiver.received).toHaveLength(2);
    emulator.zalo.webhookRetries = 3;
    await lan.say(chat, 'lặp');
    await receiver.until(3);
    await settled();
    receiver.answer = () => ({ status: 200 });
    emulator.clock.advance(2000);
    await receiver.until(4);
    expect(receiver.received[3]?.body).toEqual(receiver.received[2]?.body);
    expect(emulator.counts().bots[bot.id]).toMatchObject({ delivered: 3, dropped: 1 });
  });

  test('inner addresses and short secrets are refused', async () => {
    expect(await call('setWebhook', { url: 'https://192.168.1.5/', secret_token })).toMatchObject({
      error_code: 400,
    });
    expect(await call('setWebhook', { url: 'http://example.vn/', secret_token })).toMatchObject({
      error_code: 400,
    });
    expect(await call('setWebhook', { url, secret_token: 'short' })).toMatchObject({ error_code: 400 });
    emulator.zalo.allowLoopback = false;
    expect(await call('setWebhook', { url, secret_token })).toMatchObject({ error_code: 400 });
  });

  test('testing it has a daily allowance', async () => {
    await call('setWebhook', { url, secret_token });
    expect((await call('testWebhook')).result).toMatchObject({
      ok: true,
      outcome: 'webhook.ok',
      status_code: 200,
    });
    for (let tested = 1; tested < 10; tested += 1) await call('testWebhook');
    expect(await call('testWebhook')).toEqual({
      status: 426,
      ok: false,
      errorCode: 426,
      description: 'Daily quota exceeded',
    });
    emulator.clock.advance(24 * 3600_000);
    expect(await call('testWebhook')).toMatchObject({ ok: true });
  });
});
