import { expect, test } from '@jest/globals';
import { megabytesUnder } from '../../replay/memory.js';

test('counts a process, its children and theirs, and nobody else', () => {
  const table = `
    30    20   10240
    10     1   51200
    20    10  102400
    40     1  999999
  `;
  expect(megabytesUnder(10, table)).toBe(160);
});
