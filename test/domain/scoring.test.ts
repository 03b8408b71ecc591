import { expect, test } from '@jest/globals';
import { rubricSum, sheetSum } from '../../src/domain/scoring.js';

const rubric = [
  { id: 'content', max: '40', step: '1' },
  { id: 'form', max: '30', step: '0.5' },
  { id: 'meaning', max: '30', step: '1' },
];

test('the most a sheet can add up to', () => {
  expect(rubricSum(rubric)).toBe('100');
});

test.each([
  [{ content: '32', form: '25', meaning: '18' }, '75'],
  [{ content: '0.1', form: '0.2' }, '0.3'],
  [{}, '0'],
])('%j adds up to %s', (points, sum) => {
  expect(sheetSum(points)).toBe(sum);
});
