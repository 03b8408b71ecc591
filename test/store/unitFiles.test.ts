import { expect, test } from '@jest/globals';
import { readUnits } from '../../src/store/unitFiles.js';

const header = 'code,parent_code,level,type,name,name_with_type\n';

test('blanks too many are taken out, and the kind comes from the full name', () => {
  const units = readUnits(`${header}51,,province,tinh,Quảng Ngãi,Tỉnh  Quảng Ngãi \n`, 'units.csv');
  expect(units.all).toEqual([
    { code: '51', parentCode: null, level: 'province', type: 'tinh', kind: 'tỉnh', name: 'Quảng Ngãi' },
  ]);
});

test.each([
  ['a level there isn’t', '51,,region,tinh,A,Tỉnh A', /units\.csv, line 2.*level/],
  ['a unit that is part of none', '51,50,province,tinh,A,Tỉnh A', /line 2: parentUnknown.*50/],
  ['a code twice', '51,,province,tinh,A,Tỉnh A\n51,,province,tinh,B,Tỉnh B', /line 3: codeTwice/],
])('a list with %s is refused', (_, rows, message) => {
  expect(() => readUnits(header + rows, 'units.csv')).toThrow(message);
});
