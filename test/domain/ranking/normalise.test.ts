import { expect, test } from '@jest/globals';
import { type RankedSheet, type RankingInput, rank } from '../../../src/domain/ranking.js';

const codes = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `QN-${from + index}`);
const sheetsOf = (judge: string, entries: string[], pointsFor: (index: number) => number): RankedSheet[] =>
  entries.map((entry, index) => ({ judge, entry, points: { all: String(pointsFor(index)) } }));

/** A strict judge and a mild one, who each saw other entries of the same kind. */
const strict = sheetsOf('strict', codes(1, 10), (index) => 50 + index);
const mild = sheetsOf('mild', codes(11, 20), (index) => 70 + 2 * index);

const contest = (sheets: RankedSheet[], normalise?: 'none' | 'zscore'): RankingInput => ({
  rules: {
    criteria: [{ id: 'all', max: '100', step: '1' }],
    jury: { weight: '100', aggregate: 'mean', quorum: 1, ...(normalise && { normalise }) },
    audience: { mode: 'none' },
    tieChain: [],
    precision: 2,
  },
  entries: [...new Set(sheets.map(({ entry }) => entry))].map((code) => ({
    code,
    submittedAt: '2023-08-31T08:00:00Z',
  })),
  sheets,
  snapshots: [],
});
const first = (input: RankingInput) =>
  rank(input)
    .places.slice(0, 3)
    .map(({ place, code, total, juryRaw }) => `${place} ${code} ${total} (${juryRaw})`);

test('judges who saw different entries are brought to one mean and spread, beside the points as given', () => {
  // All sums: mean 66.75, variance 170.6875. The best of each judge lies 4.5 / √8.25 of his spreads above his mean.
  expect(first(contest([...strict, ...mild], 'zscore'))).toEqual([
    '1 QN-10 87.22 (59.00)',
    '1 QN-20 87.22 (88.00)',
    '3 QN-9 82.67 (58.00)',
  ]);
});

test.each<[string, RankedSheet[], 'none' | 'zscore' | undefined]>([
  ['the plan says nothing about it', [...strict, ...mild], undefined],
  ['the plan says no', [...strict, ...mild], 'none'],
  [
    'all judged the same entries',
    [...strict, ...sheetsOf('mild', codes(1, 10), (index) => 90 - index)],
    'zscore',
  ],
  ['one judge has too few sheets', [...strict, ...mild.slice(0, 9)], 'zscore'],
])('sums stay as given where %s', (_, sheets, normalise) => {
  const { normalise: __, ...jury } = contest(sheets).rules.jury;
  const plain = contest(sheets);
  expect(rank(contest(sheets, normalise))).toEqual(rank({ ...plain, rules: { ...plain.rules, jury } }));
});

test('a judge who gave everybody the same says nothing, and nothing is stretched beyond full marks', () => {
  const indifferent = sheetsOf('indifferent', codes(11, 20), () => 40);
  const outlier = sheetsOf('outlier', codes(1, 11), (index) => (index === 0 ? 100 : 5));
  const { places } = rank(contest([...indifferent, ...outlier], 'zscore'));
  expect(places[0]).toMatchObject({ code: 'QN-1', total: '100.00' });
  expect(new Set(places.filter(({ juryRaw }) => juryRaw === '40.00').map(({ total }) => total)).size).toBe(1);
});
