import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import axios from 'axios';
import { plainPng } from '../../emulator/images.js';
import { type Emulator, startEmulator } from '../../emulator/index.js';

const token = '7001:very-secret';
const zaloToken = '42:just-as-secret';

describe('what the page of phones asks', () => {
  let emulator: Emulator;

  beforeEach(async () => {
    emulator = await startEmulator();
    emulator.clock.freeze();
    emulator.addBot({ platform: 'telegram', token, username: 'thi_bot', name: 'Bot Hội thi' });
    emulator.addBot({ platform: 'zalo', token: zaloToken, username: 'hoithi', name: 'Bot Hội thi' });
  });

  afterEach(() => emulator.close());

  const get = async (path: string) => (await axios.get(emulator.url + path)).data;
  const post = async (path: string, body: object = {}) =>
    (await axios.post(emulator.url + path, body, { validateStatus: () => true })).data;
  const telegram = (method: string, params: object) =>
    axios.post(`${emulator.telegramUrl}/bot${token}/${method}`, params);

  test('a file of this computer reaches a bot of Telegram as it is, and none of Zalo', async () => {
    const content = Buffer.from('Họ tên;Ngày sinh\nNguyễn Văn An;1990').toString('base64');
    for (const platform of ['telegram', 'zalo'])
      await post('/api/phones', { name: 'An', platform, label: 'Đội thi' });
    const { chats } = await get('/api/state');
    for (const { id, phones } of chats)
      await post(`/api/chats/${id}/send`, {
        phone: phones[0],
        kind: 'document',
        name: 'Danh sách.csv',
        content,
      });
    const { result } = (await telegram('getUpdates', {})).data;
    const { document } = result[0].message;
    expect([document.file_name, document.mime_type]).toEqual(['Danh sách.csv', 'text/csv']);
    const file = (await telegram('getFile', { file_id: document.file_id })).data.result;
    const read = await axios.get(`${emulator.telegramUrl}/file/bot${token}/${file.file_path}`, {
      responseType: 'arraybuffer',
    });
    expect(Buffer.from(read.data).toString('base64')).toBe(content);
    const zalo = await axios.post(`${emulator.zaloUrl}/bot${zaloToken}/getUpdates`, {});
    expect(JSON.stringify(zalo.data)).toContain('message.unsupported.received');
    expect(JSON.stringify(zalo.data)).not.toContain('files');
  });

  test('a new phone has a chat with every bot of its messenger', async () => {
    const phone = await post('/api/phones', { name: 'An', platform: 'telegram', label: 'Đội thi' });
    expect(phone).toMatchObject({
      id: 'p1',
      platform: 'telegram',
      name: 'An',
      label: 'Đội thi',
      phone: '0900000001',
    });
    await post('/api/phones', { name: 'Lan', platform: 'zalo' });
    emulator.hints = ['Gõ /start'];
    const { bots, phones, chats, clock, hints } = await get('/api/state');
    expect(hints).toEqual(['Gõ /start']);
    expect(clock).toEqual({ now: emulator.clock.ms(), version: 2, speed: 1, frozen: true });
    expect(bots).toEqual([
      { id: 'telegram:7001', platform: 'telegram', name: 'Bot Hội thi', username: 'thi_bot', commands: [] },
      { id: 'zalo:42', platform: 'zalo', name: 'Bot Hội thi', username: 'hoithi', commands: [] },
    ]);
    expect(phones.map(({ name, label }: { name: string; label: string }) => [name, label])).toEqual([
      ['An', 'Đội thi'],
      ['Lan', ''],
    ]);
    expect(chats).toEqual([
      {
        id: 'c1',
        platform: 'telegram',
        kind: 'private',
        bot: 'telegram:7001',
        title: 'Bot Hội thi',
        phones: ['p1'],
        blocked: false,
        botPresent: true,
        supergroup: false,
        keyboard: null,
      },
      expect.objectContaining({ id: 'c2', platform: 'zalo', bot: 'zalo:42', phones: ['p2'] }),
    ]);
  });

  test('saying, sending, pressing and blocking', async () => {
    await post('/api/phones', { name: 'An', platform: 'telegram' });
    const said = await post('/api/chats/c1/say', { phone: 'p1', text: '/start' });
    expect(said).toEqual({
      id: 'm1',
      chat: 'c1',
      at: emulator.clock.ms(),
      from: { kind: 'phone', phone: 'p1' },
      text: '/start',
      styles: [],
      buttons: null,
      attachment: null,
      edited: false,
    });
    const reply_markup = { inline_keyboard: [[{ text: 'Có', callback_data: 'y' }]] };
    await telegram('sendMessage', { chat_id: 7_100_000_001, text: 'Đồng ý?', reply_markup });
    expect(await post('/api/chats/c1/press', { phone: 'p1', message: 'm2', row: 0, column: 0 })).toEqual({});
    expect(await post('/api/chats/c1/press', { phone: 'p1', message: 'm2', row: 1, column: 0 })).toEqual({
      error: 'Tin nhắn này không có nút đó.',
    });
    await post('/api/chats/c1/send', {
      phone: 'p1',
      kind: 'video',
      name: 'Bài thi.mp4',
      bytes: 90_000_000,
      seconds: 240,
    });
    await post('/api/chats/c1/block', { phone: 'p1', blocked: true });
    expect(await post('/api/chats/c1/say', { phone: 'p1', text: 'x' })).toEqual({
      error: 'Bạn đang chặn bot này, hãy bỏ chặn rồi nhắn.',
    });
    const { messages } = await get('/api/chats/c1/messages');
    expect(
      messages.map(({ text, attachment }: { text: string; attachment: object }) => attachment ?? text),
    ).toEqual([
      '/start',
      'Đồng ý?',
      { kind: 'video', name: 'Bài thi.mp4', bytes: 90_000_000, seconds: 240, url: '/api/files/f1' },
    ]);
    expect((await get('/api/counts')).chats.c1).toMatchObject({ sent: 1, delivered: 0 });
  });

  test('groups are made, get a bot, and are upgraded', async () => {
    await post('/api/phones', { name: 'An', platform: 'telegram' });
    await post('/api/phones', { name: 'Lan', platform: 'zalo' });
    const group = await post('/api/groups', { platform: 'telegram', title: 'Hội thi', phones: ['p1'] });
    expect(group).toMatchObject({ id: 'c3', kind: 'group', bot: null, botPresent: false });
    expect(await post('/api/groups/c3/bot', { bot: 'telegram:7001', present: true })).toMatchObject({
      bot: 'telegram:7001',
      botPresent: true,
    });
    expect(await post('/api/groups/c3/bot', { bot: 'zalo:42', present: true })).toEqual({
      error: 'Hai bên dùng hai ứng dụng khác nhau.',
    });
    expect(await post('/api/groups/c3/upgrade')).toMatchObject({ supergroup: true });
    expect(await post('/api/groups', { platform: 'telegram', title: 'Lẫn', phones: ['p1', 'p2'] })).toEqual({
      error: 'Hai bên dùng hai ứng dụng khác nhau.',
    });
  });

  test('the clock is moved, frozen and sped up', async () => {
    const { now } = await get('/clock');
    expect(await post('/api/clock', { advanceSeconds: 3600 })).toMatchObject({ now: now + 3_600_000 });
    const changed = await post('/api/clock', { to: '2123-09-17T07:00:00+07:00', speed: 60, frozen: true });
    expect(changed).toMatchObject({ now: Date.parse('2123-09-17T00:00:00Z'), speed: 60, frozen: true });
    const next = get(`/clock?after=${changed.version}`);
    emulator.clock.advance(1000);
    expect(await next).toMatchObject({
      now: Date.parse('2123-09-17T00:00:01Z'),
      version: changed.version + 1,
    });
    expect(await post('/api/clock', { to: 'mai' })).toEqual({ error: 'Giờ này không đọc được.' });
    expect(await post('/api/clock', { advanceSeconds: -3600 })).toEqual({
      error: 'Đồng hồ chỉ tiến được, không lùi được.',
    });
  });

  test('faults are ordered and taken back', async () => {
    const { faults } = await post('/api/faults', { platform: 'zalo', kind: '429', times: 3 });
    expect(faults).toEqual([{ platform: 'zalo', kind: '429', times: 3, left: 3 }]);
    expect((await axios.delete(`${emulator.url}/api/faults`)).data).toEqual({ faults: [] });
  });

  test('what can’t be read is refused in Vietnamese', async () => {
    expect(await post('/api/phones', { name: 'An' })).toEqual({
      error: expect.stringMatching(/^Yêu cầu không hợp lệ\. platform: /),
    });
    expect(await post('/api/chats/c99/say', { phone: 'p1', text: 'x' })).toEqual({
      error: 'Không có cuộc trò chuyện này.',
    });
  });

  test('events tell what is new, edited, deleted, typed and toasted', async () => {
    const abort = new AbortController();
    const stream = await fetch(`${emulator.url}/api/events`, { signal: abort.signal });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    await post('/api/phones', { name: 'An', platform: 'telegram' });
    await post('/api/chats/c1/say', { phone: 'p1', text: '/start' });
    const chat_id = 7_100_000_001;
    const reply_markup = { inline_keyboard: [[{ text: 'Có', callback_data: 'y' }]] };
    await telegram('sendChatAction', { chat_id, action: 'typing' });
    await telegram('sendMessage', { chat_id, text: 'Đồng ý?', reply_markup });
    await post('/api/chats/c1/press', { phone: 'p1', message: 'm2', row: 0, column: 0 });
    const { data } = await telegram('getUpdates', { offset: -1 });
    const callback_query_id = data.result[0].callback_query.id;
    // Without words it is no news to anybody.
    await telegram('answerCallbackQuery', { callback_query_id });
    await telegram('answerCallbackQuery', { callback_query_id, text: 'Đã ghi', show_alert: true });
    await telegram('editMessageText', { chat_id, message_id: 2, text: 'Cảm ơn' });
    await telegram('deleteMessage', { chat_id, message_id: 2 });
    emulator.clock.advance(1000);
    const told: unknown[] = [];
    const decoder = new TextDecoder();
    let text = '';
    for await (const piece of stream.body ?? []) {
      text += decoder.decode(piece, { stream: true });
      if (text.includes('event: clock')) break;
    }
    for (const [, event, data] of text.matchAll(/event: (\w+)\ndata: (.*)\n/g)) {
      const { text: said, ...rest } = JSON.parse(data ?? '');
      told.push(
        event === 'message'
          ? [event, said]
          : [event, event === 'clock' ? rest.version : { text: said, ...rest }],
      );
    }
    expect(told).toEqual([
      ['state', {}],
      ['message', '/start'],
      ['typing', { chat: 'c1', action: 'typing' }],
      ['message', 'Đồng ý?'],
      ['toast', { phone: 'p1', text: 'Đã ghi', alert: true }],
      ['message', 'Cảm ơn'],
      ['deleted', { chat: 'c1', id: 'm2' }],
      ['clock', 3],
    ]);
    abort.abort();
  });

  test('tokens are nowhere to be seen', async () => {
    await post('/api/phones', { name: 'An', platform: 'telegram' });
    const seen = await Promise.all([get('/api/state'), get('/api/counts'), post('/api/phones', { token })]);
    expect(JSON.stringify(seen)).not.toContain('secret');
  });

  test('files outside the page’s folder aren’t served', async () => {
    const ask = (path: string) => fetch(emulator.url + path).then(({ status }) => status);
    expect(await ask('/phones/..%2findex.ts')).toBe(404);
    expect(await ask('/phones/%2e%2e/index.ts')).toBe(404);
    expect(await ask('/phones/nothing.js')).toBe(404);
  });

  test('who opens an address that leads nowhere gets a page, and a program a sentence', async () => {
    const ask = async (accept: string, method = 'GET') => {
      const answer = await fetch(`${emulator.url}/khong-co`, { method, headers: { accept } });
      return [answer.status, answer.headers.get('content-type'), await answer.text()];
    };
    expect(await ask('text/html,*/*')).toEqual([
      404,
      'text/html; charset=utf-8',
      expect.stringContaining('<h1>Không có trang này</h1>'),
    ]);
    const sentence = [404, 'application/json; charset=utf-8', '{"error":"Yêu cầu không hợp lệ."}'];
    expect(await ask('application/json')).toEqual(sentence);
    expect(await ask('text/html', 'POST')).toEqual(sentence);
  });
});

describe('the state file', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'emulator-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('a restart shows the same phones, histories, pictures and waiting updates, and no token is kept', async () => {
    const stateFile = join(folder, 'state.json');
    const open = async () => {
      const emulator = await startEmulator({ stateFile });
      const bot = emulator.addBot({ platform: 'telegram', token, username: 'thi_bot', name: 'Bot Hội thi' });
      const zalo = emulator.addBot({
        platform: 'zalo',
        token: zaloToken,
        username: 'hoithi',
        name: 'Bot Hội thi',
      });
      return { emulator, bot, zalo };
    };
    const before = await open();
    before.emulator.clock.set(Date.parse('2023-09-17T00:00:00Z'));
    before.emulator.clock.freeze();
    const an = before.emulator.addPhone({ platform: 'telegram', name: 'An' });
    const lan = before.emulator.addPhone({ platform: 'zalo', name: 'Lan' });
    await an.say(an.chatWith(before.bot), 'xin chào');
    await an.send(an.chatWith(before.bot), { kind: 'photo', content: plainPng(3, 2) });
    await lan.say(lan.chatWith(before.zalo), 'chào');
    before.emulator
      .addGroup({ platform: 'telegram', title: 'Hội thi', phones: [an], bot: before.bot })
      .upgrade();
    const state = (await axios.get(`${before.emulator.url}/api/state`)).data;
    const messages = before.emulator.chats.map((chat) => chat.messages);
    await before.emulator.close();
    expect(readFileSync(stateFile, 'utf8')).not.toContain('secret');

    const after = await open();
    expect((await axios.get(`${after.emulator.url}/api/state`)).data).toEqual({
      ...state,
      clock: { ...state.clock, version: 1 },
    });
    expect(after.emulator.chats.map((chat) => chat.messages)).toEqual(messages);
    expect([after.bot.waiting, after.zalo.waiting]).toEqual([before.bot.waiting, 1]);
    const picture = await axios.get(`${after.emulator.url}/api/files/f1`, { responseType: 'arraybuffer' });
    expect(Buffer.from(picture.data)).toEqual(plainPng(3, 2));
    const binh = after.emulator.addPhone({ platform: 'telegram', name: 'Bình' });
    expect(binh.id).toBe('p3');
    await after.emulator.close();
  });

  test('after it was killed, no number that a bot has been told comes again', async () => {
    const stateFile = join(folder, 'state.json');
    const open = async () => {
      const emulator = await startEmulator({ stateFile });
      const telegram = emulator.addBot({ platform: 'telegram', token, username: 'thi_bot', name: 'Bot' });
      const zalo = emulator.addBot({ platform: 'zalo', token: zaloToken, username: 'hoithi', name: 'Bot' });
      const an = emulator.addPhone({ platform: 'telegram', name: 'An' });
      const lan = emulator.addPhone({ platform: 'zalo', name: 'Lan' });
      return { emulator, telegram, zalo, an, lan };
    };
    /** What the bots hear of a few messages: numbers of updates, messages and people. */
    const heard = async ({ emulator, telegram, zalo, an, lan }: Awaited<ReturnType<typeof open>>) => {
      await an.say(an.chatWith(telegram), 'xin chào');
      await lan.say(lan.chatWith(zalo), 'chào');
      const updates = (await axios.get(`${emulator.telegramUrl}/bot${token}/getUpdates`)).data.result;
      const event = (await axios.post(`${emulator.zaloUrl}/bot${zaloToken}/getUpdates`, { timeout: '1' }))
        .data.result;
      return [
        ...updates.map((each: { update_id: number }) => each.update_id),
        ...updates.map((each: { message: { message_id: number } }) => `m${each.message.message_id}`),
        event.message.message_id,
        an.userId,
        lan.userId,
      ];
    };
    const first = await open();
    // What lies on the disk when it is killed is older than what it has told.
    const before = readFileSync(stateFile, 'utf8');
    const numbers = await heard(first);
    await first.emulator.close();
    writeFileSync(stateFile, before);

    const second = await open();
    const others = await heard(second);
    await second.emulator.close();
    expect(others.filter((number) => numbers.includes(number))).toEqual([]);
    expect(others).toHaveLength(numbers.length);
  });

  test('another kind of file is not taken for a state', async () => {
    const stateFile = join(folder, 'state.json');
    writeFileSync(stateFile, '{"a":1}');
    await expect(startEmulator({ stateFile })).rejects.toThrow('is not a state of this emulator');
  });
});

describe('hands in the same process', () => {
  test('waiting for an answer fails with what was said last', async () => {
    const emulator = await startEmulator();
    const bot = emulator.addBot({
      platform: 'zalo',
      token: zaloToken,
      username: 'hoithi',
      name: 'Bot Hội thi',
    });
    const lan = emulator.addPhone({ platform: 'zalo', name: 'Lan' });
    const chat = lan.chatWith(bot);
    await lan.say(chat, 'có ai không');
    await expect(chat.next({ timeoutMs: 5 })).rejects.toThrow('The last message is “có ai không”');
    await expect(lan.press(chat, 'Có')).rejects.toThrow('Zalo không có nút bấm');
    await emulator.close();
  });

  test('an answer that is there already is found by what came before it', async () => {
    const emulator = await startEmulator();
    const bot = emulator.addBot({
      platform: 'zalo',
      token: zaloToken,
      username: 'hoithi',
      name: 'Bot Hội thi',
    });
    const lan = emulator.addPhone({ platform: 'zalo', name: 'Lan' });
    const chat = lan.chatWith(bot);
    const { id } = await lan.say(chat, 'chào');
    const url = `${emulator.zaloUrl}/bot${zaloToken}/sendMessage`;
    for (const text of ['một', 'hai']) await axios.post(url, { chat_id: lan.userId, text });
    expect([(await chat.next({ after: id })).text, (await chat.next({ after: 2 })).text]).toEqual([
      'một',
      'hai',
    ]);
    await emulator.close();
  });
});
