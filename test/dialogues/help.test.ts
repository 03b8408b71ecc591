import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChatEvent, ChatId } from '../../src/chat.js';
import type { Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { appoint, openTools } from '../support/tools.js';

/* What is offered to whom, and when. */

const contest = 'qn-2023';
const start = '2023-08-31T08:00:00+07:00';
const [an, binh, thu, moi] = ['an', 'binh', 'thu', 'moi'].map((name) => `zalo:1:${name}`) as [
  ChatId,
  ChatId,
  ChatId,
  ChatId,
];
let tools: Tools;
let talk: Talk;

beforeAll(async () => {
  tools = await openTools(contest, new Date(start));
  const since = new Date(start);
  await appoint(tools.store, {
    contest,
    person: thu,
    role: 'organizer',
    unit: null,
    name: 'Thư',
    since,
  });
  talk = openTalk(tools, start);
  const team = (unit: string, name: string, phone: string) => [
    ...['/dangky', 'tôi đồng ý', unit, '1', name, 'Nguyễn Văn An', phone, '1'],
  ];
  await talk.saysAll(an, ...team('duc phong', 'Tổ Một', '0905111222'));
  await talk.saysAll(binh, ...team('hanh thuan', 'Tổ Hai', '0905111333'));
});
afterAll(async () => {
  await talk.close();
  await tools.store.close();
});

/** The numbered lines at the end. */
const offersIn = (text: string): string[] => text.match(/^\d\. .+$/gm) ?? [];

describe('the help of an organizer', () => {
  test('has no numbers but those of its offers, and none of these is due in months', async () => {
    const help = await talk.says(thu, '/trogiup');
    expect(offersIn(help)).toEqual([
      ...['1. Xem tình hình', '2. Mời giám khảo', '3. Gắn nhóm', '4. Xem tất cả các việc'],
    ]);
    expect(help).toContain(
      'gõ /trogiup rồi tên phần, ví dụ /trogiup chấm điểm.\n• Chuẩn bị\n• Nhận đội và bài dự thi\n• Bình chọn\n• Chấm điểm\n• Kết quả',
    );
  });

  test.each([
    ['chấm điểm', 'Chấm điểm'],
    ['KET QUA', 'Kết quả'],
    ['nhận bài', 'Nhận đội và bài dự thi'],
    ['4', 'Chấm điểm'],
  ])('/trogiup %s shows %s', async (typed, title) => {
    expect(await talk.says(thu, `/trogiup ${typed}`)).toContain(`\n\n${title}\n• /`);
  });

  test.each(['gì đó', 'bình điểm', '9'])('/trogiup %s is none of them', async (typed) => {
    expect(await talk.says(thu, `/trogiup ${typed}`)).toContain('Việc chính lúc này: ');
  });
});

describe('a voice message', () => {
  const voice: ChatEvent = { kind: 'unsupported', what: 'voice', links: [] };

  test('is answered with that it can not be heard', async () => {
    const said = await talk.does(an, voice);
    expect(said).toMatch(/^Trợ lý không nghe được tin nhắn thoại\. Xin anh\/chị gõ thành chữ, /);
    expect(offersIn(said)).toEqual(['1. Nộp bài dự thi', '2. Xem tình trạng', '3. Xem thể lệ']);
  });

  test('in a form too, and the question stays', async () => {
    const asked = await talk.says(an, '/nopbai');
    expect(await talk.does(an, voice)).toBe(
      `Trợ lý không nghe được tin nhắn thoại. Xin anh/chị gõ câu trả lời bằng chữ.\n\n${asked}`,
    );
    await talk.says(an, '/huy');
  });
});

describe('when it is too late', () => {
  test('no team is offered to hand in, but the one that was given more time', async () => {
    await talk.saysAll(thu, '/giahan huyện mộ đức 24 giờ Mất điện cả huyện', '1');
    talk.moveTo('2023-09-02T08:00:00+07:00');
    expect(offersIn(await talk.says(an, '/trogiup'))[0]).toBe('1. Nộp bài dự thi');
    const help = await talk.says(binh, '/trogiup');
    expect(help).toMatch(/\n\nĐã hết hạn nộp bài dự thi\. Đội thi có thể:\n• \/trangthai/);
    expect(offersIn(help)).toEqual(['1. Xem tình trạng', '2. Xem thể lệ']);
    expect(await talk.says(binh, '/nopbai')).toMatch(/^Đã hết hạn nộp bài/);
  });

  test('nobody is offered to register', async () => {
    expect(offersIn(await talk.says(moi, '/start'))).toEqual(['1. Tôi có mã mời', '2. Xem thể lệ']);
    expect(await talk.says(moi, '/trogiup')).toMatch(/\n\nĐã hết hạn đăng ký dự thi\. Anh\/chị có thể:/);
    expect(await talk.says(moi, '/dangky')).toMatch(/^Đã hết hạn đăng ký/);
  });
});
