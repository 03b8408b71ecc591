import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { linesAbout, readContest } from '../../replay/contest.js';

test('of a long list only one unit’s part is read, with what it lies in', async () => {
  const table = await readFile('contests/units/vn-2023-three-tiers.csv', 'utf8');
  const codes = linesAbout('524', table)
    .split('\n')
    .slice(1)
    .map((line) => line.split(',', 2));
  expect(codes.filter(([, parent]) => parent !== '524')).toEqual([
    ['51', ''],
    ['524', '51'],
  ]);
  expect(codes.length).toBeGreaterThan(20);
});

test('units have the names by which the assistant calls them, clusters too', async () => {
  const [district, province] = [await readContest('binh-son-2023'), await readContest('qn-2026')];
  expect(district.units.fullName(district.root)).toBe('huyện Bình Sơn, tỉnh Quảng Ngãi');
  const [first] = province.units.under('51', 'commune');
  expect(first && province.units.fullName(first)).toMatch(/^(?:xã|phường) .+, cụm .+$/);
});
