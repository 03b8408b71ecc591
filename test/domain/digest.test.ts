import { describe, expect, test } from '@jest/globals';
import {
  change,
  type DigestCounts,
  isDigestTime,
  isNews,
  isRunning,
  isWeekly,
  missedBetween,
} from '../../src/domain/digest.js';

const at = (time: string): Date => new Date(`2026-09-${time}+07:00`);

test.each([
  ['07T07:29:59', false],
  ['07T07:30:00', true],
  ['07T12:00:00', true],
  ['07T20:59:59', true],
  ['07T21:00:00', false],
  ['07T00:00:00', false],
])('at %s it is time for a digest: %s', (time, isTime) => {
  expect(isDigestTime(at(time))).toBe(isTime);
});

test.each([
  ['06T07:30:00', false],
  ['07T00:00:00', true],
  ['07T23:59:59', true],
  ['08T00:00:00', false],
])('%s lies on the day of the week for all: %s', (time, weekly) => {
  expect(isWeekly(at(time))).toBe(weekly);
});

describe('a contest is told of', () => {
  const windows = {
    launch: { opens: null, closes: at('02T23:59:59') },
    submission: { opens: at('03T00:00:00'), closes: at('05T23:59:59') },
  };
  test.each([
    ['02T23:59:58', false],
    ['02T23:59:59', true],
    ['19T23:59:59', true],
    ['20T00:00:00', false],
  ])('at %s: %s', (time, running) => {
    expect(isRunning(windows, at(time))).toBe(running);
  });
  test('never, while it has no days', () => {
    expect(isRunning({}, at('02T12:00:00'))).toBe(false);
  });
});

const counts: DigestCounts = {
  teams: 3,
  entries: 2,
  screened: null,
  sheets: null,
  senders: 13,
  units: ['521'],
  unregistered: [],
  complaints: 0,
  questions: 0,
  reminded: 4,
  unreached: 0,
};

test.each<[string, DigestCounts | null, Partial<DigestCounts>, boolean]>([
  ['the first', null, {}, true],
  ['the same again', counts, {}, false],
  ['others who were reminded', counts, { reminded: 9 }, false],
  ['one more entry', counts, { entries: 3 }, true],
  ['another unit that is missing', counts, { units: ['522'] }, true],
  ['a question that still waits', { ...counts, questions: 1 }, { questions: 1 }, true],
  ['what was told yesterday', { ...counts, unreached: 1, missedDays: 2 }, {}, false],
  ['somebody whom nothing reaches', { ...counts, unreached: 1 }, { unreached: 1 }, true],
])('%s is news: %s', (_what, before, now, news) => {
  expect(isNews({ ...counts, ...now }, before)).toBe(news);
});

test.each([
  [5, 3, '+2'],
  [3, 5, '−2'],
  [3, 3, null],
  [3, null, null],
  [3, undefined, null],
])('%s after %s is said as %s', (now, before, said) => {
  expect(change(now, before)).toBe(said);
});

test.each([
  ['2026-09-03', '2026-09-04', 0],
  ['2026-09-03', '2026-09-06', 2],
  // It began on the 3rd.
  ['2026-09-01', '2026-09-04', 1],
])('between the digests of %s and %s there were none on %s mornings', (before, day, missed) => {
  const windows = { submission: { opens: at('03T00:00:00'), closes: at('05T23:59:59') } };
  expect(missedBetween(windows, before, day)).toBe(missed);
});
