import { describe, expect, test } from '@jest/globals';
import { gist, readUpdate, type Self, unwrap } from '../../../src/bots/zalo/read.js';
import type { ChatEvent, Update } from '../../../src/chat.js';
import { parseJson } from '../../../src/json.js';
import * as payloads from './payloads.js';

const self: Self = { id: 'zalo:4471902', names: ['Bot Hội Thi'] };
const now = new Date('2026-11-09T01:00:00Z');
const read = (raw: unknown): Update | null => readUpdate(raw, self, now);
const eventOf = (raw: unknown): ChatEvent | undefined => read(raw)?.event;

describe('an update', () => {
  test('a text in a private chat', () => {
    expect(read(payloads.text)).toEqual({
      id: 'zalo:4471902:77c1e0b94d3a52f8e611',
      chat: 'zalo:4471902:a1f09c7d5e2b48c6d3e0',
      group: false,
      from: { chat: 'zalo:4471902:a1f09c7d5e2b48c6d3e0', name: 'Lan Phạm' },
      sentAt: new Date(1794200300789),
      event: { kind: 'text', text: 'NOP 42', links: [] },
    });
  });

  test('a photo in a group: the sender is known by his private chat, the mention is gone', () => {
    expect(read(payloads.groupPhoto)).toEqual({
      id: 'zalo:4471902:90ab12cd34ef56a7b8c9',
      chat: 'zalo:4471902:zgr-0f3b9d2a7c6e41580b9d',
      group: true,
      from: { chat: 'zalo:4471902:b7e2d4419c0f8a63e5d1', name: 'Minh' },
      sentAt: new Date(1794200399001),
      event: { kind: 'photo', url: 'https://cdn.example.vn/p/8f1.jpg', caption: 'bài của đội 3' },
    });
  });

  test('ids that are long numbers, `name`, and a date in seconds', () => {
    const [raw] = unwrap(parseJson(payloads.oldText));
    expect(read(raw)).toEqual({
      id: 'zalo:4471902:9007199254740993777',
      chat: 'zalo:4471902:1234567890123456789',
      group: false,
      from: { chat: 'zalo:4471902:1234567890123456789', name: 'Chị Hoa' },
      sentAt: new Date(1794200300000),
      event: { kind: 'text', text: 'xin chào', links: [] },
    });
  });

  test('without a usable date was sent now, and a sender without a name has none', () => {
    const { message } = payloads.text;
    const raw = { ...payloads.text, message: { ...message, date: null, from: { id: message.from.id } } };
    expect(read(raw)).toMatchObject({ sentAt: now, from: { name: '' } });
  });

  test('a group is known by its id where no type is given', () => {
    expect(read(payloads.groupWithoutType)).toMatchObject({
      group: true,
      event: { kind: 'text', text: 'tinh hinh', links: [] },
    });
  });

  test('a group message without a sender is from nobody; a bare mention is an empty text', () => {
    expect(read(payloads.withoutSender)).toMatchObject({
      from: null,
      event: { kind: 'text', text: '', links: [] },
    });
  });

  test.each<[string, unknown, ChatEvent]>([
    [
      'a photo as the documents spell it',
      payloads.documentedPhoto,
      { kind: 'photo', url: 'https://cdn.example.vn/p/8f2.jpg', caption: '' },
    ],
    [
      'a link card that left the text empty is the link, not its preview picture or the sender’s face',
      payloads.linkCard,
      {
        kind: 'text',
        text: 'https://youtu.be/xyz?t=1',
        links: ['https://youtu.be/xyz?t=1', 'https://i.ytimg.com/vi/xyz/0.jpg'],
      },
    ],
    ['an empty text without any link', payloads.emptyText, { kind: 'unsupported', what: 'empty', links: [] }],
    ['a sticker', payloads.sticker, { kind: 'unsupported', what: 'sticker', links: [] }],
    ['a voice note', payloads.voice, { kind: 'unsupported', what: 'voice', links: [] }],
    ['a video or a file', payloads.unsupported, { kind: 'unsupported', what: 'withheld', links: [] }],
    [
      'something withheld that still names a link',
      payloads.unsupportedWithLink,
      { kind: 'unsupported', what: 'withheld', links: ['https://www.tiktok.com/@doi3/video/7123'] },
    ],
  ])('%s', (_, raw, event) => {
    expect(eventOf(raw)).toEqual(event);
  });

  test('a photo without an address is nothing to look at', () => {
    const { photo: _, ...message } = payloads.documentedPhoto.message;
    expect(eventOf({ ...payloads.documentedPhoto, message })).toEqual({
      kind: 'unsupported',
      what: 'photo',
      links: [],
    });
  });

  test('links in a text are found', () => {
    const raw = {
      ...payloads.text,
      message: { ...payloads.text.message, text: 'Đội 3: https://youtu.be/xyz.' },
    };
    expect(eventOf(raw)).toEqual({
      kind: 'text',
      text: 'Đội 3: https://youtu.be/xyz.',
      links: ['https://youtu.be/xyz'],
    });
  });

  test.each([
    ['of an unknown kind', payloads.reaction],
    ['without a message', payloads.unsupportedWithoutMessage],
    ['by another bot', payloads.byAnotherBot],
    ['that is no update at all', { hello: 'world' }],
    ['that is nothing', null],
  ])('one %s is passed over', (_, raw) => {
    expect(read(raw)).toBeNull();
  });
});

describe('what may be logged', () => {
  test('is the event and the message’s id, never its words', () => {
    expect(gist(payloads.text)).toEqual({ event: 'message.text.received', message: '77c1e0b94d3a52f8e611' });
    expect(gist(payloads.unsupportedWithoutMessage)).toEqual({
      event: 'message.unsupported.received',
      message: undefined,
    });
    expect(gist(null)).toEqual({ event: undefined, message: undefined });
  });
});

describe('a body', () => {
  test.each<[string, unknown, unknown[]]>([
    ['wrapped', payloads.wrapped(payloads.text), [payloads.text]],
    ['flat', payloads.text, [payloads.text]],
    ['several', payloads.wrapped([payloads.text, payloads.voice]), [payloads.text, payloads.voice]],
    ['an empty list', [], []],
    ['null', null, []],
    ['missing', undefined, []],
    ['an empty object', {}, []],
    ['a wrapped nothing', payloads.wrapped([{}]), []],
    ['a word', 'test', []],
  ])('%s is unwrapped', (_, body, updates) => {
    expect(unwrap(body)).toEqual(updates);
  });
});
