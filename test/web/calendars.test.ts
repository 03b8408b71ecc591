import { expect, test } from '@jest/globals';
import { buildWeb } from '../../src/web/server.js';
import { emptyParts } from './pretend.js';

const now = new Date('2026-09-01T08:00:00+07:00');
const events = [
  {
    id: 'qn-2026/submission/closes',
    title: 'Nộp bài: hết hạn',
    text: 'Cuộc thi; video, clip',
    when: new Date('2026-09-10T23:59:59+07:00'),
  },
  { id: 'qn-2026/awards/day', title: 'Tổng kết, trao giải', text: 'Cuộc thi', when: '2026-10-28' },
];

const get = (name: string) =>
  buildWeb({
    ...emptyParts(),
    calendars: { read: async (asked) => (asked === 'QW4.k7_Xq' ? { now, events } : null) },
  }).inject(`/lich/${name}.ics`);

test('a calendar has moments to the second, and days without a time, each with an alarm a day before', async () => {
  const { statusCode, headers, body } = await get('QW4.k7_Xq');
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  const lines = body.replaceAll('\r\n ', '').split('\r\n');
  expect(
    lines.filter((line) => /^(UID|DTSTAMP|DTSTART|DTEND|SUMMARY|DESCRIPTION|TRIGGER)/.test(line)),
  ).toEqual([
    'UID:qn-2026/submission/closes',
    'DTSTAMP:20260901T010000Z',
    'DTSTART:20260910T165959Z',
    'DTEND:20260910T165959Z',
    'SUMMARY:Nộp bài: hết hạn',
    'DESCRIPTION:Cuộc thi\\; video\\, clip',
    'TRIGGER:-P1D',
    'DESCRIPTION:Nộp bài: hết hạn',
    'UID:qn-2026/awards/day',
    'DTSTAMP:20260901T010000Z',
    'DTSTART;VALUE=DATE:20261028',
    'SUMMARY:Tổng kết\\, trao giải',
    'DESCRIPTION:Cuộc thi',
    'TRIGGER:-P1D',
    'DESCRIPTION:Tổng kết\\, trao giải',
  ]);
});

test('a name that nobody gave out has no calendar', async () => {
  const { statusCode, body } = await get('QW4.wrong');
  expect([statusCode, body]).toEqual([
    404,
    'Không tìm thấy trang này. Liên kết có thể đã bị cắt mất một phần, hoặc tệp không còn nữa. Xin mở lại liên kết trong tin nhắn của Trợ lý.',
  ]);
});
