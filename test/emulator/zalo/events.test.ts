import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import axios from 'axios';
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

describe('what people send', () => {
  test.each([
    ['photo_url', 'photo'],
    ['photo', 'photo_url'],
  ] as const)('a photo comes with a caption and an address under %s', async (field, other) => {
    emulator.zalo.photoField = field;
    await lan.send(chat, { kind: 'photo', width: 64, height: 48, caption: 'bài của đội 3' });
    const { event_name, message } = await poll();
    expect([event_name, message.message_type, message.caption, message[other]]).toEqual([
      'message.image.received',
      'CHAT_PHOTO',
      'bài của đội 3',
      undefined,
    ]);
    const picture = await axios.get(message[field], { responseType: 'arraybuffer' });
    expect(picture.headers['content-type']).toBe('image/png');
  });

  test('stickers and voice notes have events, and voice can be fetched', async () => {
    await lan.send(chat, { kind: 'sticker' });
    await lan.send(chat, { kind: 'voice', bytes: 500 });
    expect(await poll()).toMatchObject({
      event_name: 'message.sticker.received',
      message: { sticker: 'f1', url: expect.stringContaining('http') },
    });
    const { event_name, message } = await poll();
    expect(event_name).toBe('message.voice.received');
    expect(message.voice_url).toMatch(/\.aac$/);
    expect((await axios.get(message.voice_url, { responseType: 'arraybuffer' })).data).toHaveLength(500);
  });

  test.each(['video', 'document', 'contact'] as const)(
    'a %s is unsupported, with or without a message',
    async (kind) => {
      await lan.send(chat, { kind });
      const { event_name, message } = await poll();
      expect([event_name, Object.keys(message)]).toEqual([
        'message.unsupported.received',
        ['message_id', 'date', 'from', 'chat'],
      ]);
      emulator.zalo.unsupported = 'bare';
      await lan.send(chat, { kind });
      expect(await poll()).toEqual({ event_name: 'message.unsupported.received' });
    },
  );

  test('what a protected person says is withheld', async () => {
    const child = emulator.addPhone({ platform: 'zalo', name: 'Bé', protected: true });
    await child.say(child.chatWith(bot), 'xin chào');
    const told = await poll();
    expect(told.event_name).toBe('message.unsupported.received');
    expect(JSON.stringify(told)).not.toContain('xin chào');
  });

  test('names and dates come in the other form too', async () => {
    Object.assign(emulator.zalo, { nameField: 'name', dates: 's' });
    await lan.say(chat, 'chào');
    const { message } = await poll();
    expect([message.from, message.date]).toEqual([
      { id: lan.userId, name: 'Lan Phạm', is_bot: false },
      Math.floor(emulator.clock.ms() / 1000),
    ]);
  });

  test('updates can come twice, out of order, and in a burst', async () => {
    const texts = async (count: number) => {
      const heard = [];
      for (let asked = 0; asked < count; asked += 1) heard.push((await poll())?.message.text);
      return heard;
    };
    emulator.fault({ platform: 'zalo', kind: 'duplicate' });
    await lan.say(chat, 'hai lần');
    const [one, two] = [await poll(), await poll()];
    expect(two).toEqual(one);
    emulator.fault({ platform: 'zalo', kind: 'reorder' });
    await lan.say(chat, 'sau');
    await lan.say(chat, 'trước');
    expect(await texts(2)).toEqual(['trước', 'sau']);
    emulator.fault({ platform: 'zalo', kind: 'burst', times: 3 });
    await lan.say(chat, '1');
    await lan.say(chat, '2');
    expect(await texts(1)).toEqual([undefined]);
    await lan.say(chat, '3');
    expect(await texts(4)).toEqual(['1', '2', '3', undefined]);
  });
});

describe('groups', () => {
  let group: EmulatedChat;

  beforeEach(() => {
    group = emulator.addGroup({ platform: 'zalo', title: 'Ban giám khảo', phones: [lan], bot });
  });

  test('only what mentions the bot from the list, or answers it, is heard', async () => {
    await lan.say(group, 'nói chuyện riêng');
    await lan.say(group, '@Bot Hội thi gõ tay');
    await lan.send(group, { kind: 'photo', caption: 'không gọi ai' });
    await lan.say(group, 'xin chào', { mention: true });
    expect(await poll()).toMatchObject({
      message: {
        text: '@Bot Hội thi xin chào',
        from: { id: lan.userId },
        chat: { id: group.localId, chat_type: 'GROUP' },
      },
    });
    expect(group.localId).toMatch(/^zgr-[0-9a-f]{20}$/);
    await lan.send(group, { kind: 'photo', caption: 'bài của đội 3', mention: true });
    expect(await poll()).toMatchObject({
      event_name: 'message.image.received',
      message: { caption: '@Bot Hội thi bài của đội 3' },
    });
    await call('sendMessage', { chat_id: group.localId, text: 'Thông báo' });
    const said = group.messages.at(-1)?.id ?? '';
    await lan.say(group, 'rõ', { replyTo: said });
    expect(await poll()).toMatchObject({ message: { text: 'rõ' } });
    expect(await poll()).toBeUndefined();
    expect(emulator.counts().chats[group.id]).toMatchObject({ unheard: 3, delivered: 3 });
  });

  test('joining and leaving go unheard, and then nothing can be sent', async () => {
    group.removeBot();
    expect(await poll()).toBeUndefined();
    expect(await call('sendMessage', { chat_id: group.localId, text: 'x' })).toMatchObject({
      error_code: 403,
    });
  });

  test('a free bot is let into three groups', () => {
    const title = 'Nhóm';
    for (let more = 0; more < 2; more += 1)
      emulator.addGroup({ platform: 'zalo', title, phones: [lan], bot });
    expect(() => emulator.addGroup({ platform: 'zalo', title, phones: [lan], bot })).toThrow('3 nhóm');
    group.removeBot();
    emulator.addGroup({ platform: 'zalo', title, phones: [lan], bot });
  });
});
