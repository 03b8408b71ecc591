import { expect, test } from '@jest/globals';
import { changedCodes, changesBetween, type Outcome, type Prizes } from '../../src/domain/outcome.js';
import type { Ranking } from '../../src/domain/ranking.js';

/** `['A', 1, '80.00']`: who, where, with how many points. */
const ranking = (...places: [code: string, place: number, total: string][]): Ranking => ({
  places: places.map(([code, place, total]) => ({
    code,
    place,
    total,
    jury: total,
    audience: '0.00',
    decidedBy: null,
    tied: false,
  })),
  unranked: [],
  draws: [],
  noSnapshot: [],
});

const before = ranking(['A', 1, '80.00'], ['B', 2, '70.00'], ['C', 3, '60.00']);

test.each<[string, Ranking, unknown[]]>([
  ['nothing', before, []],
  [
    'points alone',
    ranking(['A', 1, '81.00'], ['B', 2, '70.00'], ['C', 3, '60.00']),
    [{ kind: 'points', code: 'A', place: 1, total: { before: '80.00', after: '81.00' } }],
  ],
  [
    'two places',
    ranking(['B', 1, '85.00'], ['A', 2, '80.00'], ['C', 3, '60.00']),
    [
      {
        kind: 'place',
        code: 'B',
        place: { before: 2, after: 1 },
        total: { before: '70.00', after: '85.00' },
      },
      {
        kind: 'place',
        code: 'A',
        place: { before: 1, after: 2 },
        total: { before: '80.00', after: '80.00' },
      },
    ],
  ],
  [
    'who is there',
    ranking(['A', 1, '80.00'], ['D', 2, '75.00'], ['C', 3, '60.00']),
    [
      { kind: 'new', code: 'D', place: 2 },
      { kind: 'gone', code: 'B', place: 2 },
    ],
  ],
])('a correction says what it changes: %s', (_what, after, changes) => {
  const prizes = { given: [], open: [] };
  expect(changesBetween({ ranking: before, prizes }, { ranking: after, prizes })).toEqual(changes);
});

const won = (...given: [code: string, prize: string][]): Prizes => ({
  given: given.map(([code, prize]) => ({ code, prize, sum: null })),
  open: [],
});

test('a correction names the prize that is lost with a place', () => {
  const earlier = { ranking: before, prizes: won(['A', 'Nhất']) };
  const after = ranking(['B', 1, '81.00'], ['A', 2, '80.00'], ['C', 3, '60.00']);
  const said = changesBetween(earlier, { ranking: after, prizes: won(['B', 'Nhất']) });
  expect(said.map((change) => [change.kind, 'code' in change ? change.code : change.prize])).toEqual([
    ['place', 'B'],
    ['place', 'A'],
    ['prizes', 'B'],
    ['prizes', 'A'],
  ]);
});

test('a correction names the prize of who is ranked no more, and that nobody gets it', () => {
  const earlier = { ranking: before, prizes: won(['A', 'Nhất'], ['B', 'Nhì'], ['C', 'Nhì']) };
  const after = ranking(['A', 1, '80.00'], ['B', 2, '70.00']);
  const [gone, nobodys] = [won(['A', 'Nhất'], ['B', 'Nhì']), won(['B', 'Nhì'], ['C', 'Nhì'])];
  expect(changesBetween(earlier, { ranking: after, prizes: gone })).toEqual([
    { kind: 'gone', code: 'C', place: 3 },
    { kind: 'prizes', code: 'C', prizes: { before: ['Nhì'], after: [] } },
    { kind: 'awarded', prize: 'Nhì', count: { before: 2, after: 1 } },
  ]);
  const isAwarded = { kind: 'awarded', prize: 'Nhất', count: { before: 1, after: 0 } };
  expect(changesBetween(earlier, { ranking: before, prizes: nobodys }).at(-1)).toEqual(isAwarded);
  // Somebody has still to decide about it.
  const open = { ...nobodys, open: [{ prizes: ['Nhất'], codes: ['A', 'B'] }] };
  expect(changesBetween(earlier, { ranking: before, prizes: open })).not.toContainEqual(isAwarded);
});

test('a correction says whose prizes alone are others', () => {
  const earlier = { ranking: before, prizes: won(['A', 'Nhất'], ['B', 'Nhì']) };
  const later = { ranking: before, prizes: won(['A', 'Nhất'], ['C', 'Nhì']) };
  expect(changesBetween(earlier, later)).toEqual([
    { kind: 'prizes', code: 'C', prizes: { before: [], after: ['Nhì'] } },
    { kind: 'prizes', code: 'B', prizes: { before: ['Nhì'], after: [] } },
  ]);
});

test.each<[string, Outcome['ranking'], Prizes, string[]]>([
  ['nobody', before, won(['A', 'Nhất']), []],
  [
    'whose points, and whose place',
    ranking(['C', 1, '90.00'], ['A', 2, '80.00'], ['B', 3, '70.00']),
    won(['A', 'Nhất']),
    ['A', 'B', 'C'],
  ],
  ['whose prize', before, won(['B', 'Nhất']), ['A', 'B']],
  ['who is new or gone', ranking(['A', 1, '80.00'], ['B', 2, '70.00']), won(['A', 'Nhất']), ['C']],
])('a correction concerns %s', (_who, after, prizes, codes) => {
  const earlier = { ranking: before, prizes: won(['A', 'Nhất']) };
  expect([...changedCodes(earlier, { ranking: after, prizes })].sort()).toEqual(codes);
});
