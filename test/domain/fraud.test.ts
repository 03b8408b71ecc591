import { expect, test } from '@jest/globals';
import { isNews, signsOf } from '../../src/domain/fraud.js';

const start = Date.parse('2023-09-10T08:00:00+07:00');
const at = (minutes: number) => new Date(start + minutes * 60_000);

/** Minutes, likes, shares. */
type Row = [number, number, number];
const read = (rows: Row[]) => rows.map(([minutes, likes, shares]) => ({ at: at(minutes), likes, shares }));

test.each<[string, Row[], ReturnType<typeof signsOf>]>([
  ['nothing', [], []],
  ['one reading, however large', [[0, 9_000, 900]], []],
  [
    'slow growth',
    [
      [0, 10, 1],
      [60, 200, 40],
      [120, 410, 75],
    ],
    [],
  ],
  [
    '299 in an hour',
    [
      [0, 10, 1],
      [60, 200, 110],
    ],
    [],
  ],
  [
    '300 in an hour, likes and shares together',
    [
      [0, 10, 1],
      [60, 209, 102],
    ],
    [{ kind: 'burst', at: at(60), gained: 300, perHour: 300 }],
  ],
  [
    '300 within ten minutes, read every few',
    [
      [0, 11, 0],
      [4, 161, 0],
      [10, 314, 0],
    ],
    [{ kind: 'burst', at: at(10), gained: 303, perHour: 303 }],
  ],
  [
    '900 in four hours',
    [
      [0, 7, 0],
      [240, 907, 1],
    ],
    [],
  ],
  [
    '1,500 in four hours, the strongest of two',
    [
      [0, 7, 0],
      [240, 1_508, 0],
      [300, 1_811, 0],
    ],
    [{ kind: 'burst', at: at(240), gained: 1_501, perHour: 375 }],
  ],
  [
    'two round steps',
    [
      [0, 7, 0],
      [600, 107, 0],
      [1_200, 207, 0],
      [1_800, 250, 0],
    ],
    [],
  ],
  [
    'three round steps with a rest between',
    [
      [0, 7, 0],
      [600, 107, 0],
      [700, 107, 0],
      [1_200, 207, 0],
      [1_800, 407, 0],
    ],
    [{ kind: 'round', at: at(1_800), times: 3 }],
  ],
  [
    'round steps of shares',
    [
      [0, 700, 3],
      [900, 731, 103],
      [1_800, 790, 203],
      [2_700, 811, 403],
    ],
    [{ kind: 'round', at: at(2_700), times: 3 }],
  ],
  ['a few shares more than likes', [[0, 10, 49]], []],
  ['many more shares than likes', [[0, 10, 50]], [{ kind: 'sharesOnly', at: at(0), likes: 10, shares: 50 }]],
  [
    'a small fall',
    [
      [0, 1_000, 0],
      [60, 951, 0],
    ],
    [],
  ],
  [
    'a fall of less than a tenth',
    [
      [0, 1_000, 0],
      [60, 901, 0],
    ],
    [],
  ],
  [
    'a fall of a tenth',
    [
      [0, 1_000, 0],
      [60, 900, 0],
    ],
    [{ kind: 'fell', at: at(60), from: 1_000, to: 900 }],
  ],
])('%s', (_title, rows, signs) => {
  expect(signsOf(read(rows))).toEqual(signs);
  expect(signsOf(read([...rows].reverse()))).toEqual(signs);
});

test('a sign is news again when it has doubled', () => {
  const burst = (perHour: number) => ({ kind: 'burst' as const, at: new Date(0), gained: perHour, perHour });
  expect(isNews(burst(300), [])).toBe(true);
  expect(isNews(burst(599), [burst(300)])).toBe(false);
  expect(isNews(burst(600), [burst(300), { kind: 'round', at: new Date(0), times: 400 }])).toBe(true);
});
