import { describe, expect, test } from '@jest/globals';
import {
  agreeing,
  type Ballot,
  type CastBallot,
  correctionEnds,
  outcomeOf,
  readLimit,
} from '../../src/domain/screening.js';

const pass: Ballot = { kind: 'pass' };
const back = (words: string, days = 1): Ballot => ({
  kind: 'send_back',
  defect: { item: 'format', words },
  limit: { days },
});
const reject = (reason: string): Ballot => ({ kind: 'reject', reason });
const by = (screener: string, ballot: Ballot): CastBallot => ({ ...ballot, screener });
const three = { majorityOf: 3 };

test.each([
  [{ one: true } as const, 1],
  [{ majorityOf: 1 }, 1],
  [{ majorityOf: 2 }, 2],
  [{ majorityOf: 3 }, 2],
  [{ majorityOf: 4 }, 3],
])('%j: so many have to agree: %i', (rule, count) => {
  expect(agreeing(rule)).toBe(count);
});

describe('what is decided', () => {
  test.each<[string, CastBallot[], ReturnType<typeof outcomeOf>]>([
    ['nothing, while nobody has spoken', [], null],
    ['nothing by one of three', [by('a', pass)], null],
    ['what two of three say', [by('a', pass), by('b', reject('x')), by('c', pass)], { kind: 'pass' }],
    [
      'nothing where each says something else',
      [by('a', pass), by('b', reject('x')), by('c', back('?'))],
      null,
    ],
    ['nothing by one who says it twice', [by('a', pass), by('a', pass)], null],
    [
      'by the last word of each',
      [by('a', pass), by('b', reject('x')), by('a', reject('x'))],
      {
        kind: 'reject',
        reason: 'x',
      },
    ],
    [
      'all defects, with the longest time',
      [by('a', back('sound', 1)), by('b', back('picture', 3))],
      {
        kind: 'send_back',
        defects: [
          { item: 'format', words: 'sound' },
          { item: 'format', words: 'picture' },
        ],
        limit: { days: 3 },
      },
    ],
  ])('%s', (_what, cast, outcome) => {
    expect(outcomeOf(cast, three)).toEqual(outcome);
  });

  test('by one screener alone, where one is enough', () => {
    expect(outcomeOf([by('a', reject('x'))], { one: true })).toEqual({ kind: 'reject', reason: 'x' });
  });

  test('for the reason that most give, of several the first', () => {
    const five = { majorityOf: 5 };
    const cast = [by('a', reject('x')), by('b', reject('y')), by('c', reject('y'))];
    expect(outcomeOf(cast, five)).toEqual({ kind: 'reject', reason: 'y' });
    expect(outcomeOf(cast.slice(0, 2), three)).toEqual({ kind: 'reject', reason: 'x' });
  });

  test('with what was said of that reason, and of no other', () => {
    const said = (reason: string, words: string): Ballot => ({ kind: 'reject', reason, words });
    const cast = [
      by('a', said('x', 'blurred')),
      by('b', said('y', 'copied')),
      by('c', said('y', 'all of it')),
    ];
    expect(outcomeOf(cast, { majorityOf: 5 })).toEqual({
      ...{ kind: 'reject', reason: 'y', words: ['copied', 'all of it'] },
    });
  });
});

test.each([
  ['3 ngày', { days: 3 }],
  ['3', { days: 3 }],
  ['Trong 12 giờ', { hours: 12 }],
  ['48h', { hours: 48 }],
  ['30 ngay', { days: 30 }],
  ['31 ngày', null],
  ['721 giờ', null],
  ['0', null],
  ['mai', null],
  ['', null],
])('reads the time %s', (text, limit) => {
  expect(readLimit(text)).toEqual(limit);
});

test.each([
  [{ days: 2 }, '2024-08-03T23:59:59.999+07:00'],
  [{ hours: 12 }, '2024-08-01T22:00:00.000+07:00'],
])('%j from 10 o’clock ends at %s', (limit, end) => {
  const ends = correctionEnds(limit, new Date('2024-08-01T10:00:00+07:00'));
  expect(ends).toEqual(new Date(end));
});
