import { describe, expect, test } from '@jest/globals';
import { isLower, isNewer, isStale, standingOf } from '../../src/domain/engagement.js';

const freeze = new Date('2023-09-19T16:59:59.999Z');
const before = new Date('2023-09-19T13:00:00Z');
const after = new Date('2023-09-19T17:00:00Z');
const proof = { kind: 'link', url: 'https://facebook.com/1' };

describe('a reading', () => {
  test.each([
    ['in time', { at: before, enteredAt: before }, 'counts'],
    ['at the last instant', { at: freeze, enteredAt: freeze }, 'counts'],
    ['from before entering was kept', { at: before }, 'counts'],
    ['after the freeze', { at: after, enteredAt: after }, 'afterFreeze'],
    ['after the freeze, proven', { at: after, enteredAt: after, proof }, 'afterFreeze'],
    ['read in time and brought after it', { at: before, enteredAt: after }, 'needsProof'],
    ['read in time, brought after it and proven', { at: before, enteredAt: after, proof }, 'late'],
  ])('%s', (_title, reading, standing) => {
    expect(standingOf(reading, freeze)).toBe(standing);
  });

  test('counts while no freeze is set', () => {
    expect(standingOf({ at: after, enteredAt: after }, null)).toBe('counts');
  });

  test('is newer by when it was read, and about one moment by when it was entered', () => {
    expect(isNewer({ at: after, enteredAt: after }, { at: before, enteredAt: after })).toBe(true);
    expect(isNewer({ at: before, enteredAt: after }, { at: before, enteredAt: before })).toBe(true);
    expect(isNewer({ at: before, enteredAt: after }, { at: freeze, enteredAt: before })).toBe(false);
    expect(isNewer({ at: before }, { at: before })).toBe(false);
  });

  test('is lower if one of both numbers has fallen', () => {
    const known = { likes: 310, shares: 120 };
    expect([
      isLower({ likes: 310, shares: 120 }, known),
      isLower({ likes: 31, shares: 121 }, known),
      isLower({ likes: 400, shares: 12 }, known),
    ]).toEqual([false, true, true]);
  });

  test('is stale after a day', () => {
    expect(isStale({ at: before }, new Date('2023-09-20T13:00:00Z'))).toBe(false);
    expect(isStale({ at: before }, new Date('2023-09-20T13:00:00.001Z'))).toBe(true);
  });
});
