import { describe, expect, test } from '@jest/globals';
import { readCriteria, readPrizes } from '../../../src/domain/plan/typedLines.js';

describe('criteria that are typed', () => {
  test.each([
    ['one on a line', 'Nội dung, ý tưởng: 40\nHình thức: 30', ['Nội dung, ý tưởng', '40', 'Hình thức', '30']],
    [
      'with bullets and units',
      '• Nội dung 40 điểm\n- Hình thức – 30đ',
      ['Nội dung', '40', 'Hình thức', '30'],
    ],
    ['numbered, in one line', '1. Nội dung: 8,5; 2. Hình thức: 1,5', ['Nội dung', '8.5', 'Hình thức', '1.5']],
  ])('%s', (_how, text, expected) => {
    const read = readCriteria(text);
    expect('items' in read && read.items.flatMap(({ label, max }) => [label, max])).toEqual(expected);
    expect('items' in read && read.items.map(({ id }) => id)).toEqual(['c1', 'c2']);
  });

  test.each(['Nội dung', 'Nội dung: nhiều', 'Nội dung: 0', '40'])('«%s» is not one', (line) => {
    expect(readCriteria(`Hình thức: 30\n${line}`)).toEqual({ wrong: line });
  });
});

describe('prizes that are typed', () => {
  test('have a title, a number and a sum; the tier is read from the title', () => {
    const read = readPrizes(
      'Giải Nhất: 1 giải, 5.000.000 đồng\nGiải Khuyến khích: 3, 500 nghìn\nGiải Cây nhà lá vườn: 1 giải, 1tr',
    );
    expect(
      'items' in read && read.items.map(({ id, title, tier, count, sum }) => [id, title, tier, count, sum]),
    ).toEqual([
      ['p1', 'Giải Nhất', 'first', 1, 5_000_000],
      ['p2', 'Giải Khuyến khích', 'consolation', 3, 500_000],
      ['p3', 'Giải Cây nhà lá vườn', { unknown: true }, 1, 1_000_000],
    ]);
  });

  test.each([
    ['Giai Nhi', 'Giải Nhì'],
    ['GIẢI KHUYẾN KHÍCH', 'Giải Khuyến khích'],
    ['giai nhat toan dien', 'Giải Nhất toàn diện'],
    ['Giai duoc yeu thich nhat', 'Giải được yêu thích nhất'],
    ['Giai Cay nha la vuon', 'Giai Cay nha la vuon'],
    ['Giải Bà', 'Giải Bà'],
    ['Giai Nhi bang A', 'Giai Nhi bang A'],
  ])('«%s» is written «%s»', (typed, title) => {
    const read = readPrizes(`${typed}: 1 giải, 3 triệu`);
    expect('items' in read && read.items.map((prize) => prize.title)).toEqual([title]);
  });

  test.each(['Giải Nhì', 'Giải Nhì: 2 giải', 'Giải Nhì: 0 giải, 3 triệu', ': 2 giải, 3 triệu'])(
    '«%s» is not one',
    (line) => {
      expect(readPrizes(`Giải Nhất: 1 giải, 5 triệu\n${line}`)).toEqual({ wrong: line });
    },
  );
});
