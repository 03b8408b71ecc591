import { describe, expect, test } from '@jest/globals';
import {
  closingInstant,
  hasClosed,
  hasOpened,
  isOpen,
  ownTitle,
  windowOf,
  windowsOf,
} from '../../src/domain/dates.js';
import { windowsByName } from '../../src/domain/plan/dateWords.js';
import { Refusal } from '../../src/domain/refusal.js';

const plan = (windows: unknown) => ({ windows: windowsByName.parse(windows) });
const inVietnam = (local: string) => new Date(`${local}+07:00`);
const posting = { between: ['2023-09-04', '2023-09-05'] };

describe('the words for dates', () => {
  test.each([
    ['on a day', { on: '2023-10-02' }, '2023-10-02T00:00:00', '2023-10-02T23:59:59.999'],
    [
      'between two days, both included',
      { between: ['2023-08-31', '2023-09-01'] },
      '2023-08-31T00:00:00',
      '2023-09-01T23:59:59.999',
    ],
    ['a month of 31 days', { month: '2023-07' }, '2023-07-01T00:00:00', '2023-07-31T23:59:59.999'],
    ['a month of 30 days', { month: '2024-06' }, '2024-06-01T00:00:00', '2024-06-30T23:59:59.999'],
    ['February of a leap year', { month: '2024-02' }, '2024-02-01T00:00:00', '2024-02-29T23:59:59.999'],
    ['by a day: through its end', { closes: { by: '2023-08-10' } }, null, '2023-08-10T23:59:59.999'],
    [
      'before a day: through the day before',
      { closes: { before: '2023-08-31' } },
      null,
      '2023-08-30T23:59:59.999',
    ],
    [
      'before the 1st: the last day of the month before',
      { closes: { before: '2024-03-01' } },
      null,
      '2024-02-29T23:59:59.999',
    ],
    ['before New Year', { closes: { before: '2024-01-01' } }, null, '2023-12-31T23:59:59.999'],
    [
      'from a day until a month ends',
      { opens: { from: '2023-07-12' }, closes: { month: '2023-08' } },
      '2023-07-12T00:00:00',
      '2023-08-31T23:59:59.999',
    ],
    [
      'hours set by an organizer',
      { opens: { at: '2023-08-31T07:30' }, closes: { at: '2023-09-01T17:00' } },
      '2023-08-31T07:30:00',
      '2023-09-01T17:00:00',
    ],
    [
      '14 days from the last day of an event',
      { opens: { with: 'posting' }, closes: { days: 14, after: 'posting' } },
      '2023-09-04T00:00:00',
      '2023-09-19T23:59:59.999',
    ],
    [
      'from the day after an event until it ends again',
      { opens: { days: 1, after: 'posting' }, closes: { by: '2023-09-10' } },
      '2023-09-06T00:00:00',
      '2023-09-10T23:59:59.999',
    ],
  ])('%s', (_, words, opens, closes) => {
    expect(windowOf(plan({ voting: words, posting }), 'voting')).toEqual({
      opens: opens === null ? null : inVietnam(opens),
      closes: inVietnam(closes),
    });
  });

  test('a window whose days are unknown, or hang on unknown ones, is left out', () => {
    const { windows } = plan({
      launch: 'unknown',
      registration: { opens: { with: 'launch' }, closes: { by: '2023-09-01' } },
      selection: { closes: 'unknown' },
      voting: { closes: { days: 14, after: 'selection' } },
      awards: { on: '2023-10-02' },
    });
    expect(Object.keys(windowsOf({ windows }))).toEqual(['awards']);
    expect(() => windowOf({ windows }, 'voting')).toThrow(new Refusal('plan.undated', { window: 'voting' }));
    expect(closingInstant(windows, { with: 'voting' })).toBeNull();
    expect(closingInstant(windows, { with: 'awards' })).toEqual(inVietnam('2023-10-02T23:59:59.999'));
  });

  test.each([
    ['a window that isn’t there', { voting: { closes: { days: 14, after: 'posting' } } }, 'no_such_window'],
    ['itself', { voting: { closes: { with: 'voting' } } }, 'windows_in_a_circle'],
    [
      'one that leans on it',
      { voting: { closes: { with: 'judging' } }, judging: { closes: { days: 2, after: 'voting' } } },
      'windows_in_a_circle',
    ],
  ])('a window can’t lean on %s', (_, windows, problem) => {
    const problems = windowsByName.safeParse(windows).error?.issues.map(({ message }) => message) ?? [];
    expect([...new Set(problems)]).toEqual([problem]);
  });

  test('a plan may have windows of its own, by a title', () => {
    const own = plan({ rehearsal: { title: 'Tổng duyệt', on: '2026-09-21' } });
    expect(windowsOf(own).rehearsal?.closes).toEqual(inVietnam('2026-09-21T23:59:59.999'));
    expect(ownTitle(own, 'rehearsal')).toBe('Tổng duyệt');
    expect(ownTitle(plan({ posting }), 'posting')).toBeNull();
    const problems = windowsByName.safeParse({ rehearsal: { on: '2026-09-21' } }).error?.issues ?? [];
    expect(problems.map(({ message }) => message)).toEqual(['window_without_title']);
  });

  test('a window of its own is missed by its title', () => {
    const own = plan({ rehearsal: { title: 'Tổng duyệt', closes: 'unknown' } });
    expect(() => windowOf(own, 'rehearsal')).toThrow(new Refusal('plan.undated', { window: 'Tổng duyệt' }));
  });

  test.each(['common', 'each', 'unknown'])('14 days from posting, the close being %s', (close) => {
    const words = { opens: { with: 'posting' }, closes: { days: 14, after: 'posting', close } };
    const voted = plan({ voting: words, posting });
    expect(windowOf(voted, 'voting').closes).toEqual(inVietnam('2023-09-19T23:59:59.999'));
  });

  test.each([
    [{ on: '2023-02-30' }],
    [{ month: '2023-13' }],
    [{ between: ['2023-09-05', '2023-09-04'] }],
    [{ closes: { by: '2023-09-05', before: '2023-09-05' } }],
    [{ opens: { before: '2023-09-05' }, closes: { by: '2023-09-06' } }],
    [{ closes: { days: 0, after: 'posting' } }],
  ])('%j is no window', (words) => {
    expect(windowsByName.safeParse({ posting, voting: words }).success).toBe(false);
  });
});

describe('a window', () => {
  const window = windowOf(plan({ submission: { between: ['2023-08-31', '2023-09-01'] } }), 'submission');
  test.each([
    ['2023-08-30T23:59:59.999', { opened: false, open: false, closed: false }],
    ['2023-08-31T00:00:00.000', { opened: true, open: true, closed: false }],
    ['2023-09-01T23:59:59.999', { opened: true, open: true, closed: false }],
    ['2023-09-02T00:00:00.000', { opened: true, open: false, closed: true }],
  ])('of 31/8 and 1/9, seen at %s, is %j', (local, state) => {
    const now = inVietnam(local);
    expect({
      opened: hasOpened(window, now),
      open: isOpen(window, now),
      closed: hasClosed(window, now),
    }).toEqual(state);
  });

  test('without a first day is open until it closes', () => {
    const deadline = { opens: null, closes: inVietnam('2023-08-10T23:59:59.999') };
    expect(isOpen(deadline, new Date(0))).toBe(true);
    expect(isOpen(deadline, inVietnam('2023-08-11T00:00:00'))).toBe(false);
  });
});
