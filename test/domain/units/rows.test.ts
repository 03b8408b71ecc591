import { expect, test } from '@jest/globals';
import { mostRows, type RowProblem, unitsInRows } from '../../../src/domain/units/rows.js';

const columns = ['code', 'parent_code', 'level', 'type', 'name', 'name_with_type', 'from', 'until'];
const rows = (...lines: string[]) =>
  lines.map((line, index) => {
    const cells = line.split('|');
    return { line: index + 2, cells: Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ''])) };
  });
const province = '51||province|tinh|A|Tỉnh A';

test('a list may have any depth, days and clusters', () => {
  const read = unitsInRows(
    rows(
      `${province}|2025-07-01`,
      'c1|51|cluster|cum|số 1|Cụm số 1',
      'x1|c1|commune|xa|B|Xã  B|1/7/2025|31.12.2030',
      'h1|x1|hamlet|thon|C|Thôn C',
    ),
  );
  expect(read).toEqual({
    units: [
      {
        code: '51',
        parentCode: null,
        level: 'province',
        type: 'tinh',
        kind: 'tỉnh',
        name: 'A',
        from: '2025-07-01',
      },
      { code: 'c1', parentCode: '51', level: 'cluster', type: 'cum', kind: 'cụm', name: 'số 1' },
      {
        code: 'x1',
        parentCode: 'c1',
        level: 'commune',
        type: 'xa',
        kind: 'xã',
        name: 'B',
        from: '2025-07-01',
        until: '2030-12-31',
      },
      { code: 'h1', parentCode: 'x1', level: 'hamlet', type: 'thon', kind: 'thôn', name: 'C' },
    ],
  });
});

test('columns and levels may be written in Vietnamese', () => {
  const cells = {
    Mã: '51',
    'MÃ CẤP TRÊN': '',
    Cấp: 'cấp tỉnh',
    Tên: 'A',
    ['Tên đầy đủ'.normalize('NFD')]: 'Tỉnh A',
    'Trước đây': 'giữ nguyên',
  };
  expect(unitsInRows([{ line: 2, cells }])).toEqual({
    units: [
      {
        code: '51',
        parentCode: null,
        level: 'province',
        type: 'tinh',
        kind: 'tỉnh',
        name: 'A',
        formerly: 'giữ nguyên',
      },
    ],
  });
});

test.each<[string, string[], [number, RowProblem, Record<string, unknown>?][]]>([
  ['no code', ['||province|tinh|A|Tỉnh A'], [[2, 'codeMissing']]],
  ['a code of other letters', ['5 1||province|tinh|A|Tỉnh A'], [[2, 'codeBad', { code: '5 1' }]]],
  ['a code twice', [province, province], [[3, 'codeTwice', { code: '51', other: 2 }]]],
  ['no name', ['51||province|tinh||Tỉnh A'], [[2, 'nameMissing']]],
  [
    'a full name of another unit',
    ['51||province|tinh|A|Tỉnh B'],
    [[2, 'fullNameBad', { fullName: 'Tỉnh B', name: 'A' }]],
  ],
  [
    'a full name without a kind',
    ['51||province|tinh|A|A'],
    [[2, 'fullNameBad', { fullName: 'A', name: 'A' }]],
  ],
  ['a level there isn’t', ['51||region|tinh|A|Tỉnh A'], [[2, 'levelUnknown', { level: 'region' }]]],
  ['a parent that isn’t there', ['51|50|commune|xa|A|Xã A'], [[2, 'parentUnknown', { parent: '50' }]]],
  [
    'a parent that is no higher',
    [province, '52|51|province|tinh|B|Tỉnh B'],
    [[3, 'parentTooLow', { parent: '51' }]],
  ],
  ['a unit in itself', ['51|51|commune|xa|A|Xã A'], [[2, 'circle', { code: '51' }]]],
  [
    'units in a circle',
    ['1|2|commune|xa|A|Xã A', '2|1|province|tinh|B|Tỉnh B'],
    [
      [2, 'circle', { code: '1' }],
      [3, 'circle', { code: '2' }],
    ],
  ],
  ['a day there isn’t', [`${province}|2025-02-30`], [[2, 'dayBad', { day: '2025-02-30' }]]],
  [
    'a last day before the first',
    [`${province}|2/7/2025|1/7/2025`],
    [[2, 'daysReversed', { from: '2/7/2025', until: '1/7/2025' }]],
  ],
  [
    'several mistakes, told in the order of the lines',
    ['51||province|tinh||Tỉnh A', province, '|9|x|xa|B|Xã B'],
    [
      [2, 'nameMissing'],
      [3, 'codeTwice', { code: '51', other: 2 }],
      [4, 'codeMissing'],
      [4, 'levelUnknown', { level: 'x' }],
      [4, 'parentUnknown', { parent: '9' }],
    ],
  ],
])('a list with %s is refused', (_, lines, findings) => {
  expect(unitsInRows(rows(...lines))).toEqual({
    findings: findings.map(([line, problem, values = {}]) => ({ line, problem, values })),
  });
});

test('a table without rows, without columns, or with too many rows is refused as a whole', () => {
  expect(unitsInRows([])).toEqual({ findings: [{ line: 1, problem: 'empty', values: {} }] });
  expect(unitsInRows([{ line: 2, cells: { code: '51', level: 'province', name: 'A' } }])).toEqual({
    findings: ['parent_code', 'name_with_type'].map((column) => ({
      line: 1,
      problem: 'columnMissing',
      values: { column },
    })),
  });
  const [row] = rows(province);
  const many = Array.from({ length: mostRows + 1 }, () => ({ line: 2, cells: row?.cells ?? {} }));
  expect(unitsInRows(many)).toEqual({
    findings: [{ line: 2, problem: 'tooMany', values: { most: mostRows } }],
  });
});
