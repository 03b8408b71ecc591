import { expect, test } from '@jest/globals';
import { differing, limitOf, usualDifference } from '../../src/domain/differing.js';
import { preset } from '../support/plans.js';

const rubric = [
  { id: 'content', max: '40', step: '0.5' },
  { id: 'form', max: '60', step: '0.5' },
];
const sheets = (entry: string, ...sums: string[]) =>
  sums.map((content) => ({ entry, points: { content, form: '0' } }));

test('a plan that says nothing means a tenth of the scale', () => {
  expect(limitOf(rubric, usualDifference)).toBe('10');
});

test('the sample contest has such a limit, and a plan that is silent has none', async () => {
  const limits = await Promise.all(
    (['qn-2026', 'qn-2023'] as const).map(async (id) => (await preset(id)).scoring.jury.differBy),
  );
  expect(limits).toEqual([{ points: '10' }, undefined]);
});

test('a plan says it in points or as a share', () => {
  expect(limitOf(rubric, { points: '7.5' })).toBe('7.5');
  expect(limitOf(rubric, { share: '0.15' })).toBe('15');
});

test.each([
  ['one sheet', ['30'], []],
  ['two, exactly at the limit', ['20', '30'], []],
  ['two, half a point beyond it', ['20', '30.5'], ['QN-01']],
  ['three, of which the outer two are apart', ['20', '26', '31'], ['QN-01']],
])('%s', (_title, sums, expected) => {
  expect(differing([...sheets('QN-01', ...sums), ...sheets('QN-02', '30', '30')], '10')).toEqual(expected);
});
