import { describe, expect, test } from '@jest/globals';
import {
  decentTime,
  stepDue,
  stepsAfter,
  stepsBefore,
  stepsMissed,
  untilMorning,
} from '../../../src/domain/reminders/steps.js';

const at = (local: string) => new Date(`${local}+07:00`);
const standard = ['3h', '7d', '1d', '3d'];

describe('the hours at which people are written to', () => {
  test.each([
    ['by day, as it is', '2023-09-01T08:00:00', '2023-09-05T23:59:59', '2023-09-01T08:00:00'],
    ['in the last minute of the day, as it is', '2023-09-01T20:59:00', null, '2023-09-01T20:59:00'],
    ['in the evening, the next morning', '2023-09-01T21:00:00', null, '2023-09-02T07:00:00'],
    ['after midnight, the same morning', '2023-09-01T03:00:00', null, '2023-09-01T07:00:00'],
    ['the morning is too late', '2023-09-01T21:00:00', '2023-09-01T23:59:59', '2023-09-01T20:00:00'],
    ['a deadline in the morning itself', '2023-09-01T04:00:00', '2023-09-01T07:00:00', '2023-08-31T20:00:00'],
  ])('%s', (_what, local, deadline, expected) => {
    expect(decentTime(at(local), deadline === null ? null : at(deadline))).toEqual(at(expected));
  });
});

describe('the steps to a deadline', () => {
  test('at the end of a day they come in the morning, and the last one in the evening before the night', () => {
    expect(stepsBefore(at('2023-09-01T23:59:59.999'), standard)).toEqual([
      { name: '7d', at: at('2023-08-26T07:00:00') },
      { name: '3d', at: at('2023-08-30T07:00:00') },
      { name: '1d', at: at('2023-09-01T07:00:00') },
      { name: '3h', at: at('2023-09-01T20:00:00') },
    ]);
  });

  test('at five in the afternoon they keep the hour', () => {
    expect(stepsBefore(at('2023-09-15T17:00:00'), standard)).toEqual([
      { name: '7d', at: at('2023-09-08T17:00:00') },
      { name: '3d', at: at('2023-09-12T17:00:00') },
      { name: '1d', at: at('2023-09-14T17:00:00') },
      { name: '3h', at: at('2023-09-15T14:00:00') },
    ]);
  });

  test('of what waits they end with its deadline', () => {
    const began = at('2023-09-20T00:00:00');
    expect(stepsAfter(began, ['1d', '3d', '7d'], at('2023-09-25T23:59:59.999'))).toEqual([
      { name: '+1d', at: at('2023-09-21T07:00:00') },
      { name: '+3d', at: at('2023-09-23T07:00:00') },
    ]);
  });
});

describe('the step that is due', () => {
  const deadline = at('2023-09-15T17:00:00');
  const since = at('2023-09-01T00:00:00');
  const debt = { steps: stepsBefore(deadline, standard), since, deadline };
  test.each([
    ['a minute before it, none', '2023-09-08T16:58:00', '2023-09-08T16:59:00', since, null],
    ['at its minute, this one', '2023-09-08T16:59:00', '2023-09-08T17:00:00', since, '7d'],
    ['a minute later it is done', '2023-09-08T17:00:00', '2023-09-08T17:01:00', since, null],
    ['after three days away, the latest', '2023-09-08T16:00:00', '2023-09-12T18:00:00', since, '3d'],
    [
      'after a week away, not those that are stale',
      '2023-09-08T16:00:00',
      '2023-09-15T15:00:00',
      since,
      '3h',
    ],
    ['behind the deadline, none', '2023-09-08T16:00:00', '2023-09-15T17:00:01', since, null],
    [
      'what somebody owes only since then',
      '2023-09-12T16:59:00',
      '2023-09-12T17:00:00',
      at('2023-09-12T17:01:00'),
      null,
    ],
    [
      'what somebody owes since just before',
      '2023-09-12T16:59:00',
      '2023-09-12T17:00:00',
      at('2023-09-12T17:00:00'),
      '3d',
    ],
  ])('%s', (_what, after, now, from, expected) => {
    const step = stepDue({ ...debt, since: from }, { after: at(after), now: at(now) });
    expect(step?.name ?? null).toBe(expected);
  });
});

describe('one letter a day', () => {
  const deadline = at('2023-09-01T23:59:59.999');
  const debt = { steps: stepsBefore(deadline, standard), since: at('2023-08-01T00:00:00'), deadline };
  test.each([
    ['holds the last step of its day', '2023-08-31T07:00:00', '2023-09-01T07:00:30', '3h'],
    ['holds nothing of the next one', '2023-08-30T20:00:00', '2023-08-31T07:00:30', null],
    ['is not written when all is over', '2023-09-01T07:00:30', '2023-09-02T07:00:30', null],
  ])('%s', (_what, after, now, expected) => {
    const look = { after: at(after), now: at(now) };
    expect(stepDue(debt, look, untilMorning(look.now))?.name ?? null).toBe(expected);
  });
  test('ends right before the next morning, also where it is looked at in the night', () => {
    const ends = at('2023-09-02T06:59:59.999');
    expect(['2023-09-01T07:00:00', '2023-09-02T06:59:00'].map((now) => untilMorning(at(now)))).toEqual([
      ends,
      ends,
    ]);
  });
});

test.each([
  ['in time, none', '2023-08-31T08:00:00', '2023-09-01T07:00:30', []],
  ['late, those before the latest', '2023-08-29T08:00:00', '2023-09-01T08:00:00', ['3d']],
  ['behind the deadline, all', '2023-08-29T08:00:00', '2023-09-02T08:00:00', ['3d', '1d', '3h']],
])('the steps that are dropped: %s', (_what, after, now, expected) => {
  const deadline = at('2023-09-01T23:59:59.999');
  const debt = { steps: stepsBefore(deadline, standard), since: at('2023-08-01T00:00:00'), deadline };
  expect(stepsMissed(debt, { after: at(after), now: at(now) }).map(({ name }) => name)).toEqual(expected);
});
