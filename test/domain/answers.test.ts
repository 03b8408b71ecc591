import { describe, expect, test } from '@jest/globals';
import {
  checkPoints,
  codeInFront,
  findPhone,
  isInWords,
  noSuchDay,
  readCount,
  readDate,
  readDayTime,
  readDong,
  readEntryCode,
  readHours,
  readNumber,
  readPhone,
  readPoints,
  readRank,
} from '../../src/domain/answers.js';

describe('a number', () => {
  test.each([
    ['8,5', '8.5'],
    ['8.5', '8.5'],
    [' 8 ', '8'],
    ['8 , 5', '8.5'],
    ['08', '8'],
    ['8.50', '8.5'],
    ['+8', '8'],
    ['-1', '-1'],
    ['８，５', '8.5'],
    ['0', '0'],
    ['tám', null],
    ['8/10', null],
    ['8,5,1', null],
    ['1e3', null],
    ['', null],
    ['.5', null],
  ])('%j is read as %j', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });
});

describe('a sum of money', () => {
  test.each([
    ['5.000.000', 5_000_000],
    ['5000000 đồng', 5_000_000],
    ['5.000.000đ', 5_000_000],
    ['5 triệu', 5_000_000],
    ['5,5tr đồng', 5_500_000],
    ['500 nghìn', 500_000],
    ['500k', 500_000],
    ['1,2 tỷ', 1_200_000_000],
    ['1.5 triệu', 1_500_000],
    ['1tr5', 1_500_000],
    ['2 triệu rưỡi', 2_500_000],
    ['1tr250', 1_250_000],
    ['1tr25', null],
    ['1.250 triệu', null],
    ['0 triệu', null],
    ['0,0001 nghìn', null],
    ['năm triệu', null],
    ['', null],
  ])('%j is read as %j', (text, dong) => {
    expect(readDong(text)).toBe(dong);
  });
});

test.each([
  ['hai mươi', true],
  ['Ba mươi lăm rưỡi', true],
  ['hai triệu đồng', true],
  ['bốn mươi ba mươi ba mươi', true],
  ['2 triệu', false],
  ['triệu', false],
  ['theo bài cao nhất', false],
  ['', false],
])('%j is a number in words: %j', (text, inWords) => {
  expect(isInWords(text)).toBe(inWords);
});

describe('a count', () => {
  test.each([
    ['1250', 1250],
    ['1.250', 1250],
    ['1,250', 1250],
    ['1 250', 1250],
    ['1.250.000', 1250000],
    ['0', 0],
    ['1.25', null],
    ['1.250,000', null],
    ['0.250', null],
    ['2,6K', null],
    ['-3', null],
    ['8,5', null],
    ['', null],
  ])('%j is read as %j', (text, count) => {
    expect(readCount(text)).toBe(count);
  });
});

describe('points', () => {
  const whole = { max: '40', step: '1' };
  const halves = { max: '10', step: '0.5' };
  test.each([
    ['32', whole, { kind: 'points', points: '32' }],
    ['0', whole, { kind: 'points', points: '0' }],
    ['40', whole, { kind: 'points', points: '40' }],
    ['40,0', whole, { kind: 'points', points: '40' }],
    ['8,5', halves, { kind: 'points', points: '8.5' }],
    ['8,5 điểm', halves, { kind: 'points', points: '8.5' }],
    ['8,5đ', halves, { kind: 'points', points: '8.5' }],
    ['8 rưỡi', halves, { kind: 'points', points: '8.5' }],
    ['30/40', whole, { kind: 'points', points: '30' }],
    ['8 rưỡi / 10', halves, { kind: 'points', points: '8.5' }],
    ['30/50', whole, { kind: 'otherScale' }],
    ['30/40/50', whole, { kind: 'unreadable' }],
    ['30/', whole, { kind: 'unreadable' }],
    ['8,5 rưỡi', halves, { kind: 'unreadable' }],
    ['41', whole, { kind: 'tooHigh', max: '40' }],
    ['10.1', halves, { kind: 'tooHigh', max: '10' }],
    ['-1', whole, { kind: 'tooLow', min: '0' }],
    ['-0', whole, { kind: 'points', points: '0' }],
    ['8,5', whole, { kind: 'offStep', step: '1' }],
    ['8,3', halves, { kind: 'offStep', step: '0.5' }],
    ['0.3', { max: '1', step: '0.1' }, { kind: 'points', points: '0.3' }],
    ['cao', whole, { kind: 'unreadable' }],
  ])('%j under %j is %j', (text, rule, read) => {
    expect(readPoints(text, rule)).toEqual(read);
  });

  test('points that were read already keep to the same bounds', () => {
    expect(checkPoints('40.5', whole)).toEqual({ kind: 'tooHigh', max: '40' });
  });
});

describe('a phone number', () => {
  test.each([
    ['0905.123.456', '0905123456'],
    ['0905 123 456', '0905123456'],
    ['+84 905 123 456', '0905123456'],
    ['84905123456', '0905123456'],
    ['0084905123456', '0905123456'],
    ['(+84) 0905-123-456', '0905123456'],
    ['905123456', '0905123456'],
    ['849051234', '0849051234'],
    ['0255 3822 123', '02553822123'],
    ['+84 24 3936 1234', '02439361234'],
    ['01681234567', null],
    ['0105123456', null],
    ['090512345', null],
    ['09051234567', null],
    ['+1 905 123 4567', null],
    ['0905123456 Minh', null],
    ['0905+123456', null],
    ['', null],
  ])('%j is read as %j', (text, phone) => {
    expect(readPhone(text)).toBe(phone);
  });
});

describe('a day', () => {
  const zone = 'Asia/Ho_Chi_Minh';
  const now = new Date('2023-08-20T05:00:00+07:00');
  test.each([
    ['15/8', '2023-08-15'],
    ['15/8/2023', '2023-08-15'],
    ['15-08-23', '2023-08-15'],
    ['15.8.2024', '2024-08-15'],
    ['ngày 15 tháng 8', '2023-08-15'],
    ['Ngày 15 tháng 8 năm 2023', '2023-08-15'],
    ['2023-08-15', '2023-08-15'],
    ['5/1', '2024-01-05'],
    ['28/2', '2023-02-28'],
    ['29/2', '2024-02-29'],
    ['29/2/2023', null],
    ['31/4', null],
    ['8/15', null],
    ['0/8', null],
    ['hôm qua', null],
  ])('%j on 20/8/2023 is %j', (text, date) => {
    expect(readDate(text, now, zone)).toBe(date);
  });

  test('which year is nearest is decided by the day in the contest’s zone', () => {
    const newYear = new Date('2023-12-31T18:00:00Z');
    expect(readDate('1/7', newYear, zone)).toBe('2024-07-01');
    expect(readDate('1/7', newYear, 'UTC')).toBe('2023-07-01');
  });
});

describe('a day with an hour', () => {
  const now = new Date('2026-07-01T05:00:00Z');
  test.each([
    ['15/8', '2026-08-15', null],
    ['15/8 17h', '2026-08-15', '17:00'],
    ['15/8/2026 17h30', '2026-08-15', '17:30'],
    ['15/8, 17:30', '2026-08-15', '17:30'],
    ['17 giờ ngày 15/8', '2026-08-15', '17:00'],
    ['lúc 8 giờ 05 phút, ngày 15 tháng 8', '2026-08-15', '08:05'],
    ['15/8 lúc 8 giờ', '2026-08-15', '08:00'],
    ['30/8 luc 5h chieu', '2026-08-30', '17:00'],
    ['5h chiều 30/8', '2026-08-30', '17:00'],
    ['5 giờ rưỡi chiều ngày 30/8', '2026-08-30', '17:30'],
    ['17g 30/8', '2026-08-30', '17:00'],
    ['30/8 17g30', '2026-08-30', '17:30'],
    ['17h chiều 30/8', '2026-08-30', '17:00'],
    ['8h sáng 30/8', '2026-08-30', '08:00'],
    ['12 giờ trưa 30/8', '2026-08-30', '12:00'],
    ['1h trưa 30/8', '2026-08-30', '13:00'],
    ['30/8 9 giờ tối', '2026-08-30', '21:00'],
    ['30/8 11h đêm', '2026-08-30', '23:00'],
    ['đến hết 3/9', '2026-09-03', null],
    ['hết ngày 3/9', '2026-09-03', null],
    ['đến 17h 3/9', '2026-09-03', '17:00'],
  ])('%s', (text, day, time) => {
    expect(readDayTime(text, now, 'Asia/Ho_Chi_Minh')).toEqual({ day, time });
  });

  test.each([
    '15/8 17h sáng',
    '15/8 12h đêm',
    '15/8 8h chiều',
    '15/8 24h',
    '15/8 17h60',
    '31/6',
    '17h',
    'mai',
    '15/8 17',
  ])('%s is none', (text) => {
    expect(readDayTime(text, now, 'Asia/Ho_Chi_Minh')).toBeNull();
  });
});

test.each([
  ['1', 1],
  ['hạng 2', 2],
  ['nhat', 1],
  ['nhất', 1],
  ['hạng nhất', 1],
  ['thu nhi', 2],
  ['giải ba', 3],
  ['thứ hai', 2],
  ['hạng bốn', 4],
  ['hạng tư', 4],
  ['nhất nhì', null],
  ['hạng', null],
])('%s is rank %s', (text, rank) => {
  expect(readRank(text)).toBe(rank);
});

test.each([
  ['31/9', { month: 9, year: null, last: 30 }],
  ['31/9 lúc 17h', { month: 9, year: null, last: 30 }],
  ['hết ngày 32 tháng 8', { month: 8, year: null, last: 31 }],
  ['30/2', { month: 2, year: null, last: 29 }],
  ['29/2/2027', { month: 2, year: 2027, last: 28 }],
  ['29/2/28', null],
  ['29/2', null],
  ['30/9', null],
  ['3/13', null],
  ['2026-09-31', null],
  ['12/8/2026 và 15/8', null],
])('why %s is no day', (text, wrong) => {
  expect(noSuchDay(text)).toEqual(wrong);
});

test.each([
  ['24 giờ', 24],
  ['24h', 24],
  ['2 ngày', 48],
  ['60 ngay', 1440],
  ['61 ngày', null],
  ['0 giờ', null],
  ['24', null],
  ['một ngày', null],
])('%s is a span of %s hours', (text, hours) => {
  expect(readHours(text)).toBe(hours);
});

describe('an entry code', () => {
  test.each([
    ['qn 7', 'QN-07'],
    ['QN-07', 'QN-07'],
    ['QN07', 'QN-07'],
    ['qn–7', 'QN-07'],
    ['#7', 'QN-07'],
    ['7', 'QN-07'],
    ['QN-007', 'QN-07'],
    ['QN-100', 'QN-100'],
    ['QN-0', null],
    ['SL-07', null],
    ['QN', null],
    ['QN-7a', null],
    ['', null],
  ])('%j is read as %j', (text, code) => {
    expect(readEntryCode(text, 'QN')).toBe(code);
  });
});

describe('a phone number in a sentence', () => {
  test.each([
    ['sdt cua toi la 0905.123.456', '0905123456'],
    ['Số của tôi: +84 905 123 456, gọi sau 17 giờ nhé', '0905123456'],
    ['0905 123 456', '0905123456'],
    ['0905123456 hoặc 0912345678', null],
    ['tổ 12, thôn 3', null],
    ['0905 123', null],
  ])('%s → %s', (text, phone) => {
    expect(findPhone(text)).toBe(phone);
  });
});

test.each([
  ['QN-07 chấm nhầm', { code: 'QN-07', rest: 'chấm nhầm' }],
  ['qn 7: chấm nhầm', { code: 'qn 7', rest: 'chấm nhầm' }],
  ['7', { code: '7', rest: '' }],
  ['3 giám khảo chấm sai cho đội tôi', null],
  ['30 điểm là quá thấp', null],
  ['HT-07 chấm nhầm', null],
  ['Bài QN-07 bị chấm nhầm', null],
])('of %p the code in front is %p', (said, code) => {
  expect(codeInFront(said, 'QN')).toEqual(code);
});
