import { describe, expect, test } from '@jest/globals';
import { readCountLines, readCountTable, readMoment } from '../../../src/domain/engagement/lines.js';

const now = new Date('2023-09-16T03:00:00Z');
const eight = new Date('2023-09-15T13:00:00Z');
const row = { line: 1, code: 'QN-07', likes: 310, shares: 120, at: null };

describe('a typed line', () => {
  test.each([
    ['QN-07 310 120', row],
    ['qn 7 310 120', { ...row, code: 'qn-7' }],
    ['QN-07: 310; 120', row],
    ['QN-07, 310, 120', row],
    ['QN-07\t1.310\t1,120', { ...row, likes: 1310, shares: 1120 }],
    ['QN-07 310 120 lúc 20:00 15/9', { ...row, at: eight }],
    ['QN-07 310 120 luc 20h00 ngay 15/9/2023', { ...row, at: eight }],
    ['QN-07 310 120 20h 15/9', { ...row, at: eight }],
    ['QN-07 310 120 15/9 20h', { ...row, at: eight }],
    ['QN-07 310 120 20 giờ 15/9', { ...row, at: eight }],
    ['QN-07 310 120 lúc 8h', { ...row, at: new Date('2023-09-16T01:00:00Z') }],
  ])('%j is understood', (line, expected) => {
    expect(readCountLines(line, now)).toEqual({ rows: [expected], problems: [] });
  });

  test.each([
    ['QN-07', 'unreadable'],
    ['QN-07 310', 'unreadable'],
    ['QN-07 310 120 99', 'unreadable'],
    ['QN-07 nhiều 120', 'unreadable'],
    ['QN-07 310 120 lúc 15/9', 'badTime'],
    ['QN-07 310 120 lúc 25h 15/9', 'badTime'],
    ['QN-07 310 120 20h 31/2', 'badTime'],
  ])('%j is refused as %s', (line, problem) => {
    expect(readCountLines(line, now)).toEqual({ rows: [], problems: [{ line: 1, text: line, problem }] });
  });

  test('has its own time before that of the line above all', () => {
    const text = 'lúc 20h 15/9\nMã\tLượt thích\tLượt chia sẻ\nQN-07 310 120\n\nQN-08 1 2 lúc 8h';
    expect(readCountLines(text, now).rows).toEqual([
      { ...row, line: 3, at: eight },
      { line: 5, code: 'QN-08', likes: 1, shares: 2, at: new Date('2023-09-16T01:00:00Z') },
    ]);
  });
});

test.each(['20h 15/9', 'lúc 20:00 15/9', 'vào 15/9 lúc 20h', '20 giờ 00 phút 15/9'])(
  '%s is a moment',
  (text) => {
    expect(readMoment(text, now)).toEqual(eight);
  },
);

test.each(['15/9', 'hôm qua', 'QN-07 310 120', '24h'])('%s is none', (text) => {
  expect(readMoment(text, now)).toBeNull();
});

describe('a table', () => {
  const lines = (...rows: string[]) =>
    rows.map((cells, index) => ({ line: index + 1, values: cells.split('|') }));

  test('is read by the titles of its columns, wherever they stand', () => {
    const table = lines(
      'BẢNG TỔNG HỢP LƯỢT TƯƠNG TÁC',
      'TT|Chia sẻ|Tên bài|Mã bài|Lượt thích',
      '1|120|Chú Minh|QN-07|310.0',
      '|||',
      '2|nhiều|Cây đa|QN-08|5',
      '|||QN-09|',
      'Người lập bảng||||',
    );
    expect(readCountTable(table, eight)).toEqual({
      rows: [{ ...row, line: 3, at: eight }],
      problems: [
        { line: 5, text: '2 nhiều Cây đa QN-08 5', problem: 'unreadable' },
        { line: 6, text: 'QN-09', problem: 'unreadable' },
      ],
    });
  });

  test('without such titles is none', () => {
    expect(readCountTable(lines('Họ và tên|SĐT', 'An|0905123456'), null)).toBeNull();
  });
});
