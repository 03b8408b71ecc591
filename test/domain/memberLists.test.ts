import { describe, expect, test } from '@jest/globals';
import {
  addMembers,
  holdsPrivateNumber,
  missingFrom,
  readListTable,
  readPastedList,
  removeMembers,
  withoutPrivateNumbers,
  writtenOut,
} from '../../src/domain/memberLists.js';

const an = { name: 'Nguyễn Văn An', phone: '0905123456' };

describe('a pasted line', () => {
  test.each([
    ['1. Nguyễn Văn An - 0905123456', an],
    ['01) Nguyễn Văn An – 0905.123.456', an],
    ['(1) Nguyễn Văn An, 0905 123 456', an],
    ['1/ Nguyễn Văn An 0905123456', an],
    ['1 Nguyễn Văn An -0905123456', an],
    ['• Nguyễn Văn An; +84 905 123 456', an],
    ['- Nguyễn Văn An: SĐT 0905-123-456', an],
    ['1\tNguyễn Văn An\t905123456', an],
    ['12.Nguyễn Văn An.0905123456', an],
    ['Nguyễn Văn An - 0905123456'.normalize('NFD'), an],
    ['Nguyễn Văn An', { name: 'Nguyễn Văn An' }],
    [
      '5. Điểu K’Rứ (tổ trưởng) - bon Bu Prăng',
      { name: 'Điểu K’Rứ', role: 'tổ trưởng', unit: 'bon Bu Prăng' },
    ],
    ['6. H’Bia Niê - thôn 3 - 0905123456', { name: 'H’Bia Niê', unit: 'thôn 3', phone: '0905123456' }],
    [
      'Y Thanh, cán bộ văn hoá, xã Nam Dong, 0905123456',
      { name: 'Y Thanh', role: 'cán bộ văn hoá', unit: 'xã Nam Dong', phone: '0905123456' },
    ],
    ['Trần Thị Bình - Tổ CNSCĐ thôn 5', { name: 'Trần Thị Bình', unit: 'Tổ CNSCĐ thôn 5' }],
  ])('%j is understood', (line, member) => {
    expect(readPastedList(line)).toEqual({ members: [member], problems: [] });
  });

  test.each([
    ['an identity number', 'Nguyễn Văn An - 067090001234', 'private'],
    ['an identity number set apart', 'Nguyễn Văn An 067 090 001 234', 'private'],
    ['an old identity number with its word', 'Nguyễn Văn An, CMND 331234567', 'private'],
    ['one that looks like a phone, with its word', 'Nguyễn Văn An, CMND 905123456', 'private'],
    ['an account', 'Nguyễn Văn An - STK 0071000123456', 'private'],
    ['a phone and an identity number', 'Nguyễn Văn An - 0905123456 - 067090001234', 'private'],
    ['a number too short for a phone', 'Nguyễn Văn An - 09051234', 'phoneBad'],
    ['a phone of no network', 'Nguyễn Văn An - 0105123456', 'phoneBad'],
    ['a phone without a name', '1. 0905123456', 'noName'],
    ['a digit in the name', 'Nguyễn Văn An 3', 'nameDigit'],
    ['a digit in the name and a year', '1. Nguyễn Văn B1 1961', 'nameDigit'],
    ['an address in the name', 'an@xa.vn', 'nameAt'],
    ['a whole paragraph', 'Nguyễn Văn An '.repeat(6), 'nameLong'],
  ])('with %s is not taken', (_, line, problem) => {
    expect(readPastedList(line)).toEqual({ members: [], problems: [{ line: 1, problem }] });
  });

  test.each([
    ['Nguyễn Văn An | 15/3/1990 | 0905123456', an],
    ['Nguyễn Văn An, sinh năm 1990, 0905123456', an],
    ['Trần Văn Bảy 1961', { name: 'Trần Văn Bảy' }],
    ['Trần Văn Bảy - 1961', { name: 'Trần Văn Bảy' }],
    ['Trần Văn Bảy sinh năm 1961', { name: 'Trần Văn Bảy' }],
    ['2. Bảy (sn 1961)', { name: 'Bảy' }],
  ])('%j is taken without the birthday', (line, member) => {
    expect(readPastedList(line)).toEqual({ members: [member], problems: [], birthdays: 1 });
  });

  test.each(['xong', '31. xong', 'Xong rồi', 'gửi rồi nhé', 'Em gửi chị danh sách ạ', 'cảm ơn'])(
    '%j is doubted',
    (line) => {
      const name = line.replace(/^31\. /, '');
      const problems = [{ line: 1, problem: 'doubtful', name }];
      expect(readPastedList(line)).toEqual({ members: [], problems });
    },
  );

  test.each([
    'nguyễn văn an',
    'tran van bay',
    'Bảy',
    'H’Bia Niê',
    'Y Thanh',
    'y bình',
    'Lường Văn Ơn',
    'Trần Thị Nha',
  ])('%j is not doubted', (line) =>
    expect(readPastedList(line)).toEqual({ members: [{ name: line }], problems: [] }),
  );

  test('is known by its place in the message, empty lines and headings counted', () => {
    expect(
      readPastedList(
        'DANH SÁCH DỰ THI\n\nXã Nam Dong:\n1. Nguyễn Văn An - 0905123456\r\n2. Trần Bình 123456\n3. Nguyễn Văn An 0905123456\n4. Nguyễn Văn An 0905123457\n',
      ),
    ).toEqual({
      members: [an, { ...an, phone: '0905123457' }],
      problems: [
        { line: 5, problem: 'phoneBad' },
        { line: 6, problem: 'twice', name: 'Nguyễn Văn An' },
      ],
    });
  });
});

describe('a table', () => {
  const table = (...rows: string[][]) => rows.map((values, index) => ({ line: index + 1, values }));

  test('is read by its titles, wherever they stand; what is below it is left out', () => {
    const read = readListTable(
      table(
        ['UBND HUYỆN CƯ JÚT', '', '', '', ''],
        ['DANH SÁCH THI TRỰC TUYẾN', '', '', '', ''],
        ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'Số điện thoại'],
        ['1', 'Nguyễn Văn An', 'Tổ trưởng', 'Xã Nam Dong', '905123456'],
        ['2', '', '', 'Xã Nam Dong', '0905123457'],
        ['', '', '', '', ''],
        ['3', 'Trần Bình', '', 'Xã Ea Pô', '12345'],
        ['', 'Lê Chi', '', '', ''],
        ['Người lập biểu', '', '', '', ''],
      ),
    );
    expect(read).toEqual({
      members: [{ ...an, role: 'Tổ trưởng', unit: 'Xã Nam Dong' }, { name: 'Lê Chi' }],
      problems: [
        { line: 5, problem: 'noName' },
        { line: 7, problem: 'phoneBad' },
      ],
    });
  });

  test('may keep the family name in a column of its own', () => {
    expect(readListTable(table(['Họ và tên đệm', 'Tên', 'SĐT'], ['Nguyễn Văn', 'An', '0905123456']))).toEqual(
      {
        members: [an],
        problems: [],
      },
    );
  });

  test('with a column for identity numbers is not taken at all', () => {
    expect(readListTable(table(['STT', 'Họ tên', 'Số CCCD'], ['1', 'Nguyễn Văn An', '67090001234']))).toEqual(
      { members: [], problems: [{ line: 1, problem: 'privateColumn' }] },
    );
  });

  test('without titles is read as lines would be', () => {
    expect(readListTable(table(['1', 'Nguyễn Văn An', '0905123456']))).toEqual({
      members: [an],
      problems: [],
    });
  });

  test('holds no more than a list can', () => {
    const rows = Array.from({ length: 501 }, (_, index) => [
      `Người ${'a'.repeat(index % 40)}`,
      `090${5_000_000 + index}`,
    ]);
    const { members, problems } = readListTable(table(...rows));
    expect([members.length, problems]).toEqual([500, [{ line: 501, problem: 'tooMany' }]]);
  });
});

describe('numbers that are not kept', () => {
  test('are taken out of a message, and the line is known by what is left', () => {
    const text =
      '1. Nguyễn Văn An 0905123456 067090001234\n2. Trần Bình, STK 0071000123456\n3. Lê Chi 15/3/1990';
    const masked = withoutPrivateNumbers(text);
    expect(masked).toBe('1. Nguyễn Văn An 0905123456 ███\n2. Trần Bình, STK ███\n3. Lê Chi 15/3/1990');
    expect(masked.split('\n').map(holdsPrivateNumber)).toEqual([true, true, false]);
    expect(readPastedList(masked)).toEqual(readPastedList(text));
  });
});

describe('a list', () => {
  const hung = { name: 'Trần Văn Hùng' };

  test('tells people of nearly the same name apart', () => {
    const others = [
      { name: 'Trần Văn Hưng' },
      { name: 'trần văn hùng' },
      { ...hung, phone: '0905123456' },
      { ...hung, phone: '0905123457' },
    ];
    expect(addMembers([{ ...hung, phone: '0905123456' }], others)).toEqual([
      { ...hung, phone: '0905123456' },
      { name: 'Trần Văn Hưng' },
      { ...hung, phone: '0905123457' },
    ]);
  });

  test('loses exactly whom it is to lose', () => {
    expect(removeMembers([hung, { name: 'Trần Văn Hưng' }], [hung])).toEqual([{ name: 'Trần Văn Hưng' }]);
  });

  test.each([
    [29, 30, 1],
    [30, 30, 0],
    [31, 30, 0],
    [0, null, 1],
    [1, null, 0],
  ])('of %i, with at least %p asked for, misses %i', (count, least, missing) => {
    expect(missingFrom(count, least)).toBe(missing);
  });

  test('is written out the same whatever the order of the fields', () => {
    expect(writtenOut([{ phone: '0905123456', name: 'An' }])).toBe(
      writtenOut([{ name: 'An', phone: '0905123456' }]),
    );
  });
});
