import { describe, expect, test } from '@jest/globals';
import { rubricSum, sheetFaults, sheetSum } from '../../src/domain/scoring.js';

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

describe('a sheet', () => {
  test('within all bounds has no faults', () => {
    expect(sheetFaults({ content: '40', form: '24.5', meaning: '0' }, rubric)).toEqual([]);
  });

  test('is faulted for every criterion by itself', () => {
    expect(sheetFaults({ content: '41', form: '24.3', acting: '5' }, rubric)).toEqual([
      { criterion: 'content', fault: { kind: 'tooHigh', max: '40' } },
      { criterion: 'form', fault: { kind: 'offStep', step: '0.5' } },
      { criterion: 'meaning', fault: { kind: 'missing' } },
      { criterion: 'acting', fault: { kind: 'notInRubric' } },
    ]);
  });
});
