import { describe, expect, test } from '@jest/globals';
import { loadUnits } from '../../../src/store/unitFiles.js';

const before = await loadUnits('contests/units/vn-2023-three-tiers.csv');
const today = await loadUnits('contests/units/vn-2025-two-tiers.csv');

const formersOf = (code: string) =>
  today.get(code)?.formers?.map(({ fullName, extent, codes }) => ({ fullName, extent, codes }));
const nameOf = (code: string) => {
  const unit = before.get(code);
  return unit && before.fullName(unit);
};

describe('what a unit of 2025 was made from', () => {
  test('has its code of 2023, and the district it was in', () => {
    expect(formersOf('21250')).toEqual([
      { fullName: 'xã Nghĩa Thuận, huyện Tư Nghĩa', extent: 'whole', codes: ['21247'] },
      { fullName: 'xã Nghĩa Kỳ, huyện Tư Nghĩa', extent: 'whole', codes: ['21250'] },
      { fullName: 'xã Nghĩa Điền, huyện Tư Nghĩa', extent: 'whole', codes: ['21271'] },
    ]);
    expect(['21247', '21250', '21271'].map(nameOf)).toEqual(
      formersOf('21250')?.map(({ fullName }) => fullName),
    );
  });

  test('is a part wherever a commune was split between several', () => {
    const split = today.all.filter(({ formers = [] }) =>
      formers.some(({ codes }) => codes.includes('00634')),
    );
    expect(
      split.map((unit) => [unit.name, unit.formers?.find(({ codes }) => codes.includes('00634'))?.extent]),
    ).toEqual([
      ['Xuân Phương', 'part'],
      ['Tây Mỗ', 'part'],
      ['Đại Mỗ', 'part'],
      ['Hà Đông', 'part'],
      ['Dương Nội', 'part'],
    ]);
  });

  test('is looked up in the provinces that its own was made from', () => {
    // Quảng Ngãi has today what was Kon Tum.
    expect(formersOf('51')?.flatMap(({ codes }) => codes)).toEqual(['62', '51']);
    expect(formersOf('23500')?.[0]).toEqual({
      fullName: 'thị trấn Đăk Hà, huyện Đắk Hà',
      extent: 'whole',
      codes: ['23500'],
    });
  });

  test('is the same unit where it was left unchanged, a province under another name too', () => {
    expect(formersOf('46')).toEqual([{ fullName: 'tỉnh Thừa Thiên Huế', extent: 'whole', codes: ['46'] }]);
    expect(formersOf('21548')).toEqual([
      { fullName: 'huyện Lý Sơn, tỉnh Quảng Ngãi', extent: 'whole', codes: ['536'] },
    ]);
  });

  test('stays open where the name occurs twice, and is kept where the earlier list has no such name', () => {
    expect(formersOf('10705')?.find(({ codes }) => codes.length > 1)).toEqual({
      fullName: 'xã Cộng Hòa',
      extent: 'whole',
      codes: expect.any(Array),
    });
    expect(formersOf('17344')?.find(({ codes }) => codes.length === 0)).toEqual({
      fullName: 'xã Tam Đỉnh',
      extent: 'whole',
      codes: [],
    });
  });

  test('is kept as it was written where it can’t be read', () => {
    expect(today.get('01304')?.unread).toEqual(['Xóm Tổng Dùn']);
    expect(today.get('75')?.unread).toEqual([
      'Từ ngày 30%/04%/2026',
      'Tỉnh Đồng Nai mới (sau sáp nhập) chuyển thành Thành phố Đồng Nai',
      'thêm 10 xã chuyển thành phường',
    ]);
  });
});

test('of the 3,321 communes nearly all are read', () => {
  const communes = today.all.filter(({ level }) => level === 'commune');
  today.under('51', 'commune').length && today.all.filter(({ level }) => level === 'commune');
  const counts = { full: 0, partly: 0, not: 0, certain: 0, ambiguous: 0, unlisted: 0, unread: 0 };
  for (const { formers = [], unread = [] } of communes) {
    const certain = formers.filter(({ codes }) => codes.length === 1).length;
    const ambiguous = formers.filter(({ codes }) => codes.length > 1).length;
    counts.certain += certain;
    counts.ambiguous += ambiguous;
    counts.unlisted += formers.length - certain - ambiguous;
    counts.unread += unread.length;
    if (certain === formers.length && unread.length === 0) counts.full += 1;
    else if (certain > 0) counts.partly += 1;
    else counts.not += 1;
  }
  expect(counts).toEqual({
    full: 2909,
    partly: 394,
    not: 18,
    certain: 10078,
    ambiguous: 159,
    unlisted: 329,
    unread: 6,
  });
});
