import { expect, test } from '@jest/globals';
import { readCsv } from '../../src/store/csv.js';

test.each([
  ['plain cells', 'a,b\n1,2\n', [{ line: 2, cells: { a: '1', b: '2' } }]],
  ['no line break at the end', 'a,b\n1,2', [{ line: 2, cells: { a: '1', b: '2' } }]],
  [
    'empty cells, the last one too',
    'a,b\n,\n1,',
    [
      { line: 2, cells: { a: '', b: '' } },
      { line: 3, cells: { a: '1', b: '' } },
    ],
  ],
  ['commas and quotes inside quotes', 'a,b\n"x, ""y""",2', [{ line: 2, cells: { a: 'x, "y"', b: '2' } }]],
  [
    'a line break inside quotes, counted in the lines after it',
    'a\n"x\ny"\nz',
    [
      { line: 2, cells: { a: 'x\ny' } },
      { line: 4, cells: { a: 'z' } },
    ],
  ],
  [
    'a byte order mark, Windows line ends, empty lines',
    '\uFEFFa,b\r\n\r\n1,2\r\n',
    [{ line: 3, cells: { a: '1', b: '2' } }],
  ],
  ['a row that is too short', 'a,b\n1', [{ line: 2, cells: { a: '1', b: '' } }]],
  ['only a header', 'a,b', []],
  ['nothing', '', []],
])('a table with %s', (_, text, rows) => {
  expect(readCsv(text)).toEqual(rows);
});

test.each([['a\nx"y"'], ['a\n"x'], ['a\n"x"y']])('%j is refused with its line', (text) => {
  expect(() => readCsv(text)).toThrow('line 2');
});
