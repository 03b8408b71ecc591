import { describe, expect, test } from '@jest/globals';
import { audienceSchema, decentTime, messagesFor, roomIn } from '../../src/domain/announcements.js';

describe('what can wait', () => {
  test.each([
    ['20:59', '2023-08-30T20:59:59+07:00', '2023-08-30T20:59:59+07:00'],
    ['21:00', '2023-08-30T21:00:00+07:00', '2023-08-31T07:00:00+07:00'],
    ['midnight', '2023-08-31T00:00:00+07:00', '2023-08-31T07:00:00+07:00'],
    ['06:59', '2023-08-31T06:59:59+07:00', '2023-08-31T07:00:00+07:00'],
    ['07:00', '2023-08-31T07:00:00+07:00', '2023-08-31T07:00:00+07:00'],
  ])('at %s goes out at a decent hour', (_hour, now, then) => {
    expect(decentTime(new Date(now))).toEqual(new Date(then));
  });

  test.each([
    [0, 3_000, 2_850],
    [2_849, 3_000, 1],
    [2_850, 3_000, 0],
    [2_990, 3_000, 0],
    [0, 10, 9],
  ])('of a month with %i of %i messages used, has %i', (used, quota, room) => {
    expect(roomIn({ used, quota })).toBe(room);
  });
});

test.each([
  [1, 1],
  [1_900, 1],
  [1_901, 2],
  [3_060, 2],
])('a text of %i takes %i messages', (length, messages) => {
  expect(messagesFor(length, 1_900)).toBe(messages);
});

test('an audience is data, and nothing but what is known is one', () => {
  expect(audienceSchema.safeParse({ kind: 'role', role: 'judge' }).success).toBe(true);
  for (const wrong of [{ kind: 'role' }, { kind: 'role', role: 'king' }, { kind: 'unit' }, { kind: 'moon' }])
    expect(audienceSchema.safeParse(wrong).success).toBe(false);
});
