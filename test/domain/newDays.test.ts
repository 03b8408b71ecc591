import { describe, expect, test } from '@jest/globals';
import { readNewDay } from '../../src/domain/newDays.js';

const inVietnam = (local: string) => new Date(`${local}+07:00`);
const plan = { id: 'qn-2026', name: 'Cuộc thi' };
const window = { opens: inVietnam('2026-12-20T00:00:00'), closes: inVietnam('2027-01-10T23:59:59.999') };
const day = (of: string, time: string | null = null) => ({ kind: 'day', day: { day: of, time } });
const none = { plan, before: null, opens: null };

describe('a day without a year', () => {
  test.each([
    ['of an opening: nearest to where it stands', '5/1', 'opens', { before: window }, day('2027-01-05')],
    ['of a close: nearest to where it stands', '20/12', 'closes', { before: window }, day('2026-12-20')],
    [
      'of a close with a new opening: nearest to that',
      '15/2 17h',
      'closes',
      { before: window, opens: inVietnam('2027-12-01T00:00:00') },
      day('2028-02-15', '17:00'),
    ],
    ['where no day is set: of the contest’s year', '31/12', 'closes', {}, day('2026-12-31')],
    ['opening today: at once', '22/11', 'opens', {}, day('2026-11-22')],
    [
      'that has passed: asked about, with the next year proposed',
      '30/5',
      'opens',
      {},
      { kind: 'past', at: inVietnam('2026-05-30T00:00:00'), next: { day: '2027-05-30', time: null } },
    ],
  ] as const)('%s', (_, text, end, about, expected) => {
    expect(readNewDay(text, { ...none, ...about, end, now: inVietnam('2026-11-22T10:00:00') })).toEqual(
      expected,
    );
  });
});

test('a year that was typed stays, also one that has passed', () => {
  const now = inVietnam('2026-11-22T10:00:00');
  expect(readNewDay('30/5/2026', { ...none, end: 'opens', now })).toEqual({
    kind: 'past',
    at: inVietnam('2026-05-30T00:00:00'),
    next: null,
  });
  expect(readNewDay('hôm nào', { ...none, end: 'opens', now })).toEqual({ kind: 'unreadable' });
});
