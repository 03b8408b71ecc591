import { expect, test } from '@jest/globals';
import { latenessIn } from '../../src/actions/entries.js';
import { words } from '../../src/words.js';

test.each([
  [40, '40 giây'],
  [59 * 60, '59 phút'],
  [80 * 60, '1 giờ 20 phút'],
  [23 * 3_600, '23 giờ'],
  [24 * 3_600, '1 ngày'],
  [2_160 * 60, '1 ngày 12 giờ'],
])('what came %s seconds late came %s late', (seconds, said) => {
  expect(latenessIn(words, seconds)).toBe(said);
});
