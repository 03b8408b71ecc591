import { describe, expect, test } from '@jest/globals';
import { isValidAt, type UnitSearch, Units } from '../../src/domain/units.js';
import { loadUnits } from '../../src/store/unitFiles.js';

const units = await loadUnits('contests/units/vn-2023-three-tiers.csv');
const today = await loadUnits('contests/units/vn-2025-two-tiers.csv');

const found = (query: string, options?: UnitSearch) =>
  units.search(query, options).map((unit) => units.fullName(unit));

describe('the tree', () => {
  test('has Quảng Ngãi’s 13 districts and 173 communes', () => {
    expect(units.children('51').map((unit) => units.shortName(unit))).toEqual([
      'thành phố Quảng Ngãi',
      'huyện Bình Sơn',
      'huyện Trà Bồng',
      'huyện Sơn Tịnh',
      'huyện Tư Nghĩa',
      'huyện Sơn Hà',
      'huyện Sơn Tây',
      'huyện Minh Long',
      'huyện Nghĩa Hành',
      'huyện Mộ Đức',
      'thị xã Đức Phổ',
      'huyện Ba Tơ',
      'huyện Lý Sơn',
    ]);
    expect(units.under('51', 'commune')).toHaveLength(173);
    expect(units.under('536', 'commune')).toEqual([]);
    expect(units.under('51', 'province').map(({ code }) => code)).toEqual(['51']);
  });

  test('knows what a unit is part of', () => {
    expect(units.get('21433')).toEqual({
      code: '21433',
      parentCode: '533',
      level: 'commune',
      type: 'xa',
      kind: 'xã',
      name: 'Đức Phong',
      until: '2025-06-30',
    });
    expect(units.parent('21433')?.name).toBe('Mộ Đức');
    expect(units.lineage('21433').map(({ code }) => code)).toEqual(['21433', '533', '51']);
    expect(units.ancestor('21433', 'district')?.code).toBe('533');
    expect(units.ancestor('21433', 'commune')?.code).toBe('21433');
    expect(units.ancestor('21433', 'hamlet')).toBeUndefined();
    expect(units.ancestor('51', 'district')).toBeUndefined();
    expect([
      units.isUnder('21433', '51'),
      units.isUnder('21433', '21433'),
      units.isUnder('21433', '534'),
    ]).toEqual([true, true, false]);
    expect([units.get('nothing'), units.parent('51'), units.lineage('nothing')]).toEqual([
      undefined,
      undefined,
      [],
    ]);
  });

  test.each([
    ['21433', 'xã Đức Phong, huyện Mộ Đức'],
    ['21469', 'phường Phổ Hòa, thị xã Đức Phổ'],
    ['533', 'huyện Mộ Đức, tỉnh Quảng Ngãi'],
    ['51', 'tỉnh Quảng Ngãi'],
  ])('%s is called %s', (code, name) => {
    const unit = units.get(code);
    expect(unit && units.fullName(unit)).toBe(name);
  });

  test('is flat where there are no districts', () => {
    expect(today.under('51', 'commune')).toHaveLength(96);
    expect(today.search('nghia giang', { under: '51' }).map((unit) => today.fullName(unit))).toEqual([
      'xã Nghĩa Giang, tỉnh Quảng Ngãi',
    ]);
    expect(today.get('21250')?.formerly).toBe('Xã Nghĩa Thuận, Xã Nghĩa Kỳ, Xã Nghĩa Điền');
  });
});

describe('a search', () => {
  test.each<[string, UnitSearch, string[]]>([
    ['xa duc phong', {}, ['xã Đức Phong, huyện Mộ Đức']],
    ['Đức Phong, Mộ Đức', {}, ['xã Đức Phong, huyện Mộ Đức']],
    ['MO DUC DUC PHONG', {}, ['xã Đức Phong, huyện Mộ Đức']],
    ['ducphong', {}, ['xã Đức Phong, huyện Mộ Đức', 'thị trấn Đức Phong, huyện Bù Đăng']],
    ['Đức Phong', { under: '51' }, ['xã Đức Phong, huyện Mộ Đức']],
    ['p. pho hoa', {}, ['phường Phổ Hòa, thị xã Đức Phổ']],
    ['Phổ Hoà'.normalize('NFD'), { under: '51' }, ['phường Phổ Hòa, thị xã Đức Phổ']],
    ['xã phổ hòa', { under: '51' }, ['phường Phổ Hòa, thị xã Đức Phổ']],
    ['TP Quảng Ngãi', {}, ['thành phố Quảng Ngãi, tỉnh Quảng Ngãi']],
    ['tx duc pho', {}, ['thị xã Đức Phổ, tỉnh Quảng Ngãi']],
    ['quảng ngãi', { under: '51' }, ['tỉnh Quảng Ngãi', 'thành phố Quảng Ngãi, tỉnh Quảng Ngãi']],
    ['quảng ngãi', { under: '51', level: 'district' }, ['thành phố Quảng Ngãi, tỉnh Quảng Ngãi']],
    ['tt chau o', {}, ['thị trấn Châu Ổ, huyện Bình Sơn']],
    ['p1 q3 tphcm', {}, ['phường 01, quận 3']],
    ['li son', {}, ['huyện Lý Sơn, tỉnh Quảng Ngãi']],
    ['Bình Thạnh', { under: '51' }, ['xã Bình Thạnh, huyện Bình Sơn', 'xã Bình Thanh, huyện Bình Sơn']],
    ['Bình Thanh', { under: '51' }, ['xã Bình Thanh, huyện Bình Sơn', 'xã Bình Thạnh, huyện Bình Sơn']],
    ['duc phng', { under: '51' }, ['xã Đức Phong, huyện Mộ Đức']],
    ['duc phogn', { under: '51' }, ['xã Đức Phong, huyện Mộ Đức']],
    ['nghiaa dien', { under: '51' }, ['xã Nghĩa Điền, huyện Tư Nghĩa']],
    ['duc phong mo duk', {}, ['xã Đức Phong, huyện Mộ Đức']],
    ['tôi ở xã Nghĩa Điền ạ', {}, ['xã Nghĩa Điền, huyện Tư Nghĩa']],
    ['thôn Kỳ Thọ Nam 2, xã Hành Đức, huyện Nghĩa Hành', {}, ['xã Hành Đức, huyện Nghĩa Hành']],
    ['tân thành', { limit: 2 }, ['xã Tân Thành, huyện Bắc Quang', 'xã Tân Thành, huyện Hàm Yên']],
    ['xin chào bạn', {}, []],
    ['?!', {}, []],
    ['', {}, []],
  ])('for %j in %j finds %j', (query, options, names) => {
    expect(found(query, options)).toEqual(names);
  });

  test('for the beginning of a name lists what begins so', () => {
    expect(found('hanh', { under: '532', level: 'commune', limit: 3 })).toEqual([
      'xã Hành Thuận, huyện Nghĩa Hành',
      'xã Hành Dũng, huyện Nghĩa Hành',
      'xã Hành Trung, huyện Nghĩa Hành',
    ]);
    expect(found('hanh th', { under: '532' })[0]).toBe('xã Hành Thuận, huyện Nghĩa Hành');
  });

  test('finds every unit of Quảng Ngãi by its full name, with accents and without', () => {
    const all = units.under('51', 'commune').map((unit) => units.fullName(unit));
    const first = (query: string) => found(query, { under: '51' })[0];
    const bare = (name: string) =>
      name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
    expect(all.map(first)).toEqual(all);
    const sounding = new Map(all.map((name) => [bare(name), 0]));
    expect([...sounding.keys()].filter((name) => bare(first(name) ?? '') !== name)).toEqual([]);
  });

  test.each(['nghiaa giang', 'nghia gang', 'nghia giamg', 'nghia gaing', 'nhgia giang', 'xa nghia gian'])(
    'finds xã Nghĩa Giang by %s',
    (typed) => {
      expect(today.search(typed, { under: '51' })[0]?.code).toBe('21250');
    },
  );

  test('never takes a number for another', () => {
    expect(found('phuong 4, quan 10')).toEqual(['phường 04, quận 10']);
    expect(found('phuong 99', { level: 'commune' })).toEqual([]);
  });
});

describe('a search by a former name', () => {
  const said = (query: string, options?: UnitSearch) =>
    today
      .find(query, options)
      .map(({ unit, former }) => `${today.fullName(unit)}${former ? ` ← ${former.fullName}` : ''}`);

  test.each<[string, UnitSearch, string[]]>([
    ['xa nghia dien', { under: '51' }, ['xã Nghĩa Giang, tỉnh Quảng Ngãi ← xã Nghĩa Điền, huyện Tư Nghĩa']],
    ['Nghĩa Điền'.normalize('NFD'), {}, ['xã Nghĩa Giang, tỉnh Quảng Ngãi ← xã Nghĩa Điền, huyện Tư Nghĩa']],
    [
      'nghia dien, tu nghia, quang ngai',
      {},
      ['xã Nghĩa Giang, tỉnh Quảng Ngãi ← xã Nghĩa Điền, huyện Tư Nghĩa'],
    ],
    ['nghai dien', { under: '51' }, ['xã Nghĩa Giang, tỉnh Quảng Ngãi ← xã Nghĩa Điền, huyện Tư Nghĩa']],
    ['tỉnh kon tum', {}, ['tỉnh Quảng Ngãi ← tỉnh Kon Tum', 'phường Kon Tum, tỉnh Quảng Ngãi']],
    ['huyen ly son', {}, ['đặc khu Lý Sơn, tỉnh Quảng Ngãi ← huyện Lý Sơn, tỉnh Quảng Ngãi']],
    ['nghia giang, huyen tu nghia', {}, ['xã Nghĩa Giang, tỉnh Quảng Ngãi']],
    ['thi tran dak ha', { under: '51' }, ['xã Đăk Hà, tỉnh Quảng Ngãi ← thị trấn Đăk Hà, huyện Đắk Hà']],
    [
      'dak ha',
      { under: '51' },
      ['xã Đăk Hà, tỉnh Quảng Ngãi', 'xã Tu Mơ Rông, tỉnh Quảng Ngãi ← xã Đăk Hà, huyện Tu Mơ Rông'],
    ],
    [
      'phường Đại Mỗ',
      {},
      [
        'phường Đại Mỗ, thành phố Hà Nội',
        'phường Hà Đông, thành phố Hà Nội ← phường Đại Mỗ, quận Nam Từ Liêm',
        'phường Dương Nội, thành phố Hà Nội ← phường Đại Mỗ, quận Nam Từ Liêm',
        'phường Tây Mỗ, thành phố Hà Nội ← phường Đại Mỗ, quận Nam Từ Liêm',
        'phường Xuân Phương, thành phố Hà Nội ← phường Đại Mỗ, quận Nam Từ Liêm',
      ],
    ],
  ])('for %j in %j finds %j', (query, options, names) => {
    expect(said(query, options).sort()).toEqual([...names].sort());
    expect(said(query, options)[0]).toBe(names[0]);
  });

  test('finds every commune of Quảng Ngãi’s past, the split ones in each place', () => {
    const formers = today
      .under('51', 'commune')
      .flatMap(({ code, formers = [] }) => formers.map(({ fullName, codes }) => ({ code, fullName, codes })));
    const lost = formers
      .filter(({ codes }) => codes.length === 1)
      .filter(
        ({ code, fullName }) => !today.search(fullName, { limit: 2 }).some((unit) => unit.code === code),
      );
    expect([formers.length, lost]).toEqual([formers.length, []]);
    expect(formers.length).toBeGreaterThan(250);
  });
});

describe('a team of a hamlet', () => {
  const thonKyTho = 'Kỳ Thọ Nam 2';
  test.each<[string, string | undefined, string | null | undefined]>([
    [`thôn ${thonKyTho}, xã Hành Đức`, 'xã Hành Đức, huyện Nghĩa Hành', `thôn ${thonKyTho}`],
    ['thon ky tho nam 2, xa hanh duc', 'xã Hành Đức, huyện Nghĩa Hành', 'thon ky tho nam 2'],
    ['Thon Ky Tho Nam 2 xa hanh duc, nghia hanh', 'xã Hành Đức, huyện Nghĩa Hành', 'Thon Ky Tho Nam 2'],
    ['thon ky tho nam 2 hanh duc', 'xã Hành Đức, huyện Nghĩa Hành', 'thon ky tho nam 2'],
    ['xã Hành Đức - thôn Kỳ Thọ Nam 2', 'xã Hành Đức, huyện Nghĩa Hành', 'thôn Kỳ Thọ Nam 2'],
    ['tổ 5, thôn Phước Lộc, xã Đức Phong', 'xã Đức Phong, huyện Mộ Đức', 'tổ 5, thôn Phước Lộc'],
    ['TDP 3, p. Pho Hoa', 'phường Phổ Hòa, thị xã Đức Phổ', 'TDP 3'],
    ['xa hanh duc', 'xã Hành Đức, huyện Nghĩa Hành', null],
    ['thon ky tho nam 2', undefined, undefined],
  ])('%s is found in %s', (typed, name, hamlet) => {
    const [first] = units.find(typed, { under: '51' });
    expect([first && units.fullName(first.unit), first?.hamlet]).toEqual([name, hamlet]);
  });

  test('is not seen in the name of a commune that begins like one', () => {
    const [first] = units.find('bản liền, huyện bắc hà');
    expect([first && units.fullName(first.unit), first?.hamlet]).toEqual(['xã Bản Liền, huyện Bắc Hà', null]);
  });
});

test('a list knows when it was in force', () => {
  const both = new Units([...units.children('51'), ...today.children('51')]);
  const on = (day: string) => both.validAt(day).all.length;
  expect([on('2025-06-30'), on('2025-07-01')]).toEqual([13, 96]);
  const dated = (from: string | undefined, until: string | undefined) => ({
    ...(from && { from }),
    ...(until && { until }),
  });
  expect(
    [dated(undefined, undefined), dated('2025-01-01', '2025-01-31'), dated('2025-02-01', undefined)].map(
      (unit) => ['2024-12-31', '2025-01-01', '2025-01-31', '2025-02-01'].map((day) => isValidAt(unit, day)),
    ),
  ).toEqual([
    [true, true, true, true],
    [false, true, true, false],
    [false, false, false, true],
  ]);
});
