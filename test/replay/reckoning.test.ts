import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { type Company, nothing } from '../../replay/company.js';
import { readContest } from '../../replay/contest.js';
import { qn2023 } from '../../replay/playbills/qn2023.js';
import { qn2026 } from '../../replay/playbills/qn2026.js';
import { reckoned, reckonedInUnits } from '../../replay/reckoning.js';

type Played = { judges: number[]; likes: number; shares: number };

const played: Record<string, Played> = {
  'QN-07': { judges: [82, 85, 80, 88, 84, 86], likes: 310, shares: 120 },
  'QN-12': { judges: [88, 90, 86, 91, 89, 87], likes: 95, shares: 20 },
  'QN-15': { judges: [79, 83, 81, 80, 84, 82], likes: 2600, shares: 900 },
};

function doneWith(entries: Record<string, Played>): Company['done'] {
  const codes = Object.keys(entries);
  const clip = { title: '', video: { kind: 'link', url: '' }, quality: 0, fate: 'passes' } as const;
  return {
    ...nothing(),
    nominated: codes,
    entries: codes.map((code) => ({ code, clip, member: null })),
    sheets: new Map(
      [0, 1, 2, 3, 4, 5].map((index) => [
        `Giám khảo ${index}`,
        new Map(codes.map((code) => [code, [entries[code]?.judges[index] ?? 0, 0, 0]])),
      ]),
    ),
    engagement: new Map(Object.entries(entries)),
  };
}

test('the worked example comes out with its numbers, where the most liked clip has all of the weight', async () => {
  const contest = await readContest('qn-2023');
  expect(reckoned({ contest, bill: qn2023, done: doneWith(played) })).toEqual([
    { place: 1, code: 'QN-15', total: '87.05' },
    { place: 2, code: 'QN-12', total: '62.87' },
    { place: 3, code: 'QN-07', total: '62.67' },
  ]);
});

test('with a cap of 500 it comes out otherwise', async () => {
  const contest = await readContest('qn-2026');
  expect(reckoned({ contest, bill: qn2026, done: doneWith(played) })).toEqual([
    { place: 1, code: 'QN-07', total: '88.92' },
    { place: 2, code: 'QN-15', total: '87.05' },
    { place: 3, code: 'QN-12', total: '70.05' },
  ]);
});

test('the chain of the plan parts those with the same total, or they share a place', async () => {
  const contest = await readContest('qn-2026');
  const same = { judges: [80, 80, 80, 80, 80, 80], likes: 600, shares: 0 };
  const done = doneWith({ 'QN-01': same, 'QN-02': { ...same, likes: 700 }, 'QN-03': same });
  expect(reckoned({ contest, bill: qn2026, done })).toEqual([
    { place: 1, code: 'QN-02', total: '86.00' },
    { place: 2, code: 'QN-01', total: '86.00' },
    { place: 2, code: 'QN-03', total: '86.00' },
  ]);
  // By `printf %s 'SEED:QN-01' | sha256sum`, which is the smaller one.
  const draws = [{ codes: ['QN-03', 'QN-01'], seed: 'SEED' }];
  const lot = (code: string) => createHash('sha256').update(`SEED:${code}`).digest('hex');
  const [first, second] = ['QN-01', 'QN-03'].sort((a, b) => (lot(a) < lot(b) ? -1 : 1));
  expect(reckoned({ contest, bill: qn2026, done }, draws).map(({ place, code }) => [place, code])).toEqual([
    [1, 'QN-02'],
    [2, first],
    [3, second],
  ]);
});

test('in a unit’s selection the mean of the judges’ sums counts', async () => {
  const contest = await readContest('qn-2026');
  const done = nothing();
  for (const [judge, points] of [
    [30, 20, 20],
    [31, 21, 21],
    [30, 20, 21],
  ].entries())
    done.selectionSheets.set(`Giám khảo ${judge}`, new Map([['QN-01', points]]));
  expect([...reckonedInUnits({ contest, bill: qn2026, done })]).toEqual([['QN-01', '71.33']]);
});
