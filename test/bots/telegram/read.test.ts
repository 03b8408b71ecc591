import { describe, expect, test } from '@jest/globals';
import { read } from '../../../src/bots/telegram/read.js';
import type { ChatEvent } from '../../../src/chat.js';
import * as from from './payloads.js';

const BOT = 'telegram:7019234411' as const;
const NOW = new Date('2023-09-20T01:00:05Z');
const SENT = new Date('2023-09-20T01:00:00Z');
const AN = { chat: `${BOT}:5234817723`, name: 'Nguyễn Văn An' };

const reading = (raw: unknown) => read(raw, { bot: BOT, username: 'thi_bot' }, NOW);
const eventOf = (fields: object) => reading(from.message(fields))?.event;
const text = (text: string, links: string[] = []): ChatEvent => ({ kind: 'text', text, links });

describe('a message', () => {
  test('is named by its update, comes from its sender, and bears Telegram’s time', () => {
    const raw = from.message({ text: 'Xin chào' });
    expect(reading(raw)).toEqual({
      id: `${BOT}:${raw.update_id}`,
      chat: `${BOT}:5234817723`,
      group: false,
      from: AN,
      sentAt: SENT,
      event: text('Xin chào'),
    });
  });

  test('in a group belongs to the group, and its sender is known by his private chat', () => {
    const raw = from.inGroup({ text: '/tinhhinh' });
    expect(reading(raw)).toEqual({
      id: `${BOT}:${raw.update_id}`,
      chat: `${BOT}:-1002233445566`,
      group: true,
      from: AN,
      sentAt: SENT,
      event: text('/tinhhinh'),
    });
  });

  test.each([
    ['an anonymous admin', { from: from.GROUP_ANONYMOUS_BOT, sender_chat: from.SUPERGROUP }],
    ['a channel', { sender_chat: { id: -1009, title: 'Kênh', type: 'channel' } }],
    ['nobody', { from: undefined }],
  ])('of %s in a group has no sender', (_whom, fields) => {
    const update = reading(from.inGroup({ text: 'Chào cả nhà', ...fields }));
    expect([update?.from, update?.event]).toEqual([null, text('Chào cả nhà')]);
  });

  test.each([
    ['of another bot', from.inGroup({ from: { ...from.AN, is_bot: true }, text: 'bíp' })],
    [
      'that was edited',
      { update_id: 1, edited_message: from.message({ text: 'sửa', edit_date: from.DATE }).message },
    ],
    ['in a channel', { update_id: 1, channel_post: from.message({ text: 'tin' }).message }],
    ['about the group’s new name', from.inGroup({ new_chat_title: 'Tên mới' })],
    ['about new members', from.inGroup({ new_chat_members: [from.THI_BOT], new_chat_member: from.THI_BOT })],
    ['that tells the new group where it comes from', from.inGroup({ migrate_from_chat_id: -4512345678 })],
  ])('%s means nothing', (_which, raw) => {
    expect(reading(raw)).toBeNull();
  });

  test('without a name bears the number instead', () => {
    const nameless = { ...from.AN, first_name: '\u0007', last_name: undefined };
    expect(reading(from.message({ from: nameless, text: 'a' }))?.from?.name).toBe('5234817723');
  });

  test.each([
    {},
    { update_id: '1' },
    from.message({ text: 5 }),
    from.message({ chat: { id: 1, type: 'room' } }),
  ])('that is none is refused', (raw) => {
    expect(() => reading(raw)).toThrow(expect.objectContaining({ name: 'ZodError' }));
  });
});

describe('a command', () => {
  test.each([
    ['/start', '/start'],
    ['/start gk-7fQ2', '/start gk-7fQ2'],
    ['/start@thi_bot gk-7fQ2', '/start gk-7fQ2'],
    ['/cham@Thi_Bot QN-07 32 25 18', '/cham QN-07 32 25 18'],
    ['thư về an@thi_bot', 'thư về an@thi_bot'],
  ])('%j is read as %j', (typed, meant) => {
    expect(eventOf({ text: typed })).toEqual(text(meant));
  });

  test('for another bot means nothing', () => {
    expect(reading(from.inGroup({ text: '/start@quiz_bot' }))).toBeNull();
  });
});

describe('text', () => {
  test('loses what can’t be seen, and nothing else', () => {
    const typed = 'Đội\u0000 <b>&_*[\u001b \ue000👨‍👩‍👧\ud800\r\nxa\u0323\t1';
    expect(eventOf({ text: typed })).toEqual(text('Đội <b>&_*[ 👨‍👩‍👧\nxa\u0323\t1'));
  });

  test('keeps its places for links, which Telegram counts before anything is removed', () => {
    const typed = '\u0007\u0007xem youtu.be/abc nhé';
    const entities = [{ type: 'url', offset: 6, length: 12 }];
    expect(eventOf({ text: typed, entities })).toEqual(
      text('xem youtu.be/abc nhé', ['https://youtu.be/abc']),
    );
  });
});

describe('links', () => {
  test.each([
    [
      'marked by Telegram',
      'Xem https://youtu.be/a?t=1. Rồi HTTPS://Fb.watch/b/',
      [
        { type: 'url', offset: 4, length: 22 },
        { type: 'url', offset: 32, length: 19 },
      ],
      ['https://youtu.be/a?t=1', 'HTTPS://Fb.watch/b/'],
    ],
    [
      'hidden behind words',
      'Bài dự thi đây',
      [{ type: 'text_link', offset: 0, length: 10, url: 'https://drive.google.com/file/d/1' }],
      ['https://drive.google.com/file/d/1'],
    ],
    ['left unmarked', '(https://vt.tiktok.com/ZS1/), hết', [], ['https://vt.tiktok.com/ZS1/']],
    [
      'told twice, once',
      'https://youtu.be/a https://youtu.be/a',
      [{ type: 'url', offset: 0, length: 18 }],
      ['https://youtu.be/a'],
    ],
    [
      'in their order, however they are marked',
      'https://a.vn/1 và đây',
      [{ type: 'text_link', offset: 18, length: 3, url: 'http://a.vn/2' }],
      ['https://a.vn/1', 'http://a.vn/2'],
    ],
    [
      'but no file names, addresses of mail or of Telegram',
      'video.mov an@x.vn',
      [
        { type: 'url', offset: 0, length: 9 },
        { type: 'email', offset: 10, length: 7 },
        { type: 'text_link', offset: 0, length: 5, url: 'tg://user?id=5' },
      ],
      [],
    ],
  ])('%s', (_which, typed, entities, links) => {
    expect(eventOf({ text: typed, entities })).toEqual(text(typed, links));
  });

  test('are found in the caption of what can’t be used', () => {
    const caption_entities = [{ type: 'url', offset: 0, length: 18 }];
    expect(eventOf({ voice: from.VOICE, caption: 'https://youtu.be/a', caption_entities })).toEqual({
      kind: 'unsupported',
      what: 'voice',
      links: ['https://youtu.be/a'],
    });
  });
});

describe('files', () => {
  const video = {
    bot: BOT,
    fileId: 'BAACAgUAAxkBAAIBnGUKvideo',
    uniqueId: 'AgADqQsAAvideo',
    name: 'ngay chuyen doi so.mp4',
    mime: 'video/mp4',
    bytes: 98_566_144,
    seconds: 247,
    width: 1920,
    height: 1080,
  };
  const videoAsFile = {
    bot: BOT,
    fileId: 'BQACAgUAAxkBAAIBnWUKfile',
    uniqueId: 'AgADrAsAAfile',
    name: 'VID_20230919.mov',
    mime: 'video/quicktime',
    bytes: 211_004_211,
  };
  const document = {
    bot: BOT,
    fileId: 'BQACAgUAAxkBAAIBoGUKpdf',
    uniqueId: 'AgADsQsAApdf',
    name: 'Kế hoạch (bản ký).pdf',
    mime: 'application/pdf',
    bytes: 884_211,
  };
  const photo = { bot: BOT, fileId: 'AgACx', uniqueId: 'AQADx', bytes: 98_211, width: 1280, height: 720 };

  test.each<[string, object, ChatEvent]>([
    ['a video', { video: from.VIDEO, caption: 'Bài 1' }, { kind: 'video', file: video, caption: 'Bài 1' }],
    [
      'a video sent as a file',
      { document: from.VIDEO_AS_FILE },
      { kind: 'video', file: videoAsFile, caption: '' },
    ],
    ['a document', { document: from.DOCUMENT }, { kind: 'document', file: document, caption: '' }],
    ['a photo, in its largest size', { photo: from.PHOTO }, { kind: 'photo', file: photo, caption: '' }],
    [
      'an animation, which is no document',
      { animation: from.ANIMATION, document: from.ANIMATION },
      { kind: 'unsupported', what: 'animation', links: [] },
    ],
    [
      'a venue, which is no location',
      { venue: { title: 'UBND', address: 'x', location: {} }, location: {} },
      { kind: 'unsupported', what: 'venue', links: [] },
    ],
    ['a voice message', { voice: from.VOICE }, { kind: 'unsupported', what: 'voice', links: [] }],
    ['a sticker', { sticker: from.STICKER }, { kind: 'unsupported', what: 'sticker', links: [] }],
    [
      'a place',
      { location: { latitude: 15.12, longitude: 108.8 } },
      { kind: 'unsupported', what: 'location', links: [] },
    ],
  ])('%s', (_which, fields, event) => {
    expect(eventOf(fields)).toEqual(event);
  });
});

describe('a contact', () => {
  const contact = { phone_number: '+84905123456', first_name: 'Văn', last_name: 'An', user_id: from.AN.id };

  test.each([
    ['is the sender’s own when it carries his id', contact, true],
    ['is another’s when it carries another id', { ...contact, user_id: 17 }, false],
    ['is nobody’s when it was typed into the phone book', { ...contact, user_id: undefined }, false],
  ])('%s', (_when, shared, own) => {
    expect(eventOf({ contact: shared })).toEqual({
      kind: 'contact',
      phone: '+84905123456',
      name: 'Văn An',
      own,
    });
  });
});

describe('a pressed button', () => {
  const choice = { kind: 'choice', data: 'xa:21034', message: '409', ticket: '22483371019273645' };

  test('is a choice made now, with the ticket that stops the spinner', () => {
    const raw = from.press();
    expect(reading(raw)).toEqual({
      id: `${BOT}:${raw.update_id}`,
      chat: `${BOT}:5234817723`,
      group: false,
      from: AN,
      sentAt: NOW,
      event: choice,
    });
  });

  test('counts on a message too old to be shown, too', () => {
    const update = reading(from.press({ message: from.inaccessible(from.SUPERGROUP) }));
    expect([update?.chat, update?.group, update?.event]).toEqual([
      `${BOT}:-1002233445566`,
      true,
      { ...choice, message: '33' },
    ]);
  });

  test.each([
    ['no data', { data: undefined }],
    ['empty data', { data: '' }],
    ['more than 64 bytes', { data: 'ổ'.repeat(22) }],
    ['control characters', { data: 'xa:1\u0000' }],
    ['no message', { message: undefined, inline_message_id: 'AAA' }],
  ])('with %s means nothing', (_what, fields) => {
    expect(reading(from.press(fields))).toBeNull();
  });

  test('may carry 64 bytes', () => {
    expect(reading(from.press({ data: 'x'.repeat(64) }))?.event).toEqual({ ...choice, data: 'x'.repeat(64) });
  });
});

describe('membership', () => {
  const { GROUP, SUPERGROUP, PRIVATE } = from;
  const joined = { kind: 'joined', title: 'Hội thi Quảng Ngãi' };

  test.each([
    ['added', SUPERGROUP, 'left', 'member', joined],
    ['added as an admin', SUPERGROUP, 'left', 'administrator', joined],
    ['back after having been thrown out', SUPERGROUP, 'kicked', 'restricted', joined],
    ['removed', GROUP, 'member', 'left', { kind: 'left' }],
    ['thrown out', SUPERGROUP, 'administrator', 'kicked', { kind: 'left' }],
    ['gone while restricted', SUPERGROUP, 'restricted', 'restrictedOut', { kind: 'left' }],
    ['blocked', PRIVATE, 'member', 'kicked', { kind: 'blocked' }],
    ['let in again', PRIVATE, 'kicked', 'member', { kind: 'unblocked' }],
    ['promoted', SUPERGROUP, 'member', 'administrator', undefined],
    ['restricted', SUPERGROUP, 'member', 'restricted', undefined],
    ['in a channel', { ...SUPERGROUP, type: 'channel' }, 'left', 'administrator', undefined],
  ] as const)('%s', (_what, chat, before, after, event) => {
    expect(reading(from.membership(chat, before, after))?.event).toEqual(event);
  });

  test('changed by a hidden admin has no author', () => {
    const update = reading(from.membership(SUPERGROUP, 'left', 'member', from.GROUP_ANONYMOUS_BOT));
    expect([update?.from, update?.sentAt, update?.event]).toEqual([null, SENT, joined]);
  });
});

test('a group that becomes a supergroup tells where it goes', () => {
  const raw = from.message({ chat: from.GROUP, migrate_to_chat_id: -1002233445566 });
  expect(reading(raw)).toEqual({
    id: `${BOT}:${raw.update_id}`,
    chat: `${BOT}:-4512345678`,
    group: true,
    from: AN,
    sentAt: SENT,
    event: { kind: 'moved', to: `${BOT}:-1002233445566` },
  });
});
