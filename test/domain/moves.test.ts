import { describe, expect, test } from '@jest/globals';
import { windowsOf } from '../../src/domain/dates.js';
import { changesBetween, closingAt, historyOf, openingAt, withMoves } from '../../src/domain/moves.js';
import type { Plan } from '../../src/domain/plan.js';
import { planSchema, unknown } from '../../src/domain/plan.js';
import { preset } from '../support/plans.js';

const inVietnam = (local: string) => new Date(`${local}+07:00`);
const posting = {
  opens: inVietnam('2023-09-04T00:00:00'),
  closes: inVietnam('2023-09-05T23:59:59.999'),
};
const voting = { opens: posting.opens, closes: inVietnam('2023-09-19T23:59:59.999') };
const later = inVietnam('2023-09-06T23:59:59.999');

describe('a moved window', () => {
  test('takes along what leans on it, and leaves the plan as it was written', async () => {
    const plan = await preset('qn-2023');
    const moved = withMoves(plan, [{ window: 'posting', closes: { by: '2023-09-06' } }]);
    expect(changesBetween(plan, moved)).toEqual([
      { window: 'posting', before: posting, after: { ...posting, closes: later } },
      {
        window: 'voting',
        before: voting,
        after: { opens: posting.opens, closes: inVietnam('2023-09-20T23:59:59.999') },
      },
    ]);
    expect(plan).toEqual(await preset('qn-2023'));
  });

  test.each([
    ['on one day', 'awards'],
    ['in a month', 'launch'],
    ['between two days', 'judging'],
    ['leaning on another', 'registration'],
  ])('keeps its other end where it is, when it was said to be %s', async (_, window) => {
    const plan = await preset('qn-2023');
    const moved = withMoves(plan, [{ window, closes: { at: '2023-12-24T17:00' } }]);
    expect(windowsOf(moved)[window]).toEqual({
      opens: windowsOf(plan)[window]?.opens,
      closes: inVietnam('2023-12-24T17:00:00'),
    });
    expect(planSchema.safeParse(moved).success).toBe(true);
  });

  test('that had no days gets some, and keeps the name the plan gave it', async () => {
    const shipped = await preset('qn-2023');
    const plan: Plan = {
      ...shipped,
      windows: { ...shipped.windows, awards: unknown, own: { title: 'Tập huấn', closes: unknown } },
    };
    const moved = withMoves(plan, [
      { window: 'awards', opens: { from: '2023-10-05' }, closes: { by: '2023-10-05' } },
      { window: 'own', closes: { by: '2023-08-01' } },
    ]);
    expect([moved.windows.awards, moved.windows.own]).toEqual([
      { opens: { from: '2023-10-05' }, closes: { by: '2023-10-05' } },
      { title: 'Tập huấn', closes: { by: '2023-08-01' } },
    ]);
  });

  test('moved again is told from where it stood then', async () => {
    const plan = await preset('qn-2023');
    const moves = [
      { window: 'posting', closes: { by: '2023-09-06' } },
      { window: 'posting', closes: { by: '2023-09-05' } },
    ];
    const closes = historyOf(plan, moves).map(({ changes }) => [
      changes[0]?.before?.closes,
      changes[0]?.after?.closes,
    ]);
    expect(closes).toEqual([
      [posting.closes, later],
      [later, posting.closes],
    ]);
    expect(changesBetween(plan, withMoves(plan, moves))).toEqual([]);
  });
});

test('a day without an hour is all of it, and so is one until its last minute', () => {
  const day = '2023-09-22';
  expect([openingAt({ day, time: null }), openingAt({ day, time: '08:00' })]).toEqual([
    { from: day },
    { at: `${day}T08:00` },
  ]);
  expect([null, '23:59', '17:00'].map((time) => closingAt({ day, time }))).toEqual([
    { by: day },
    { by: day },
    { at: `${day}T17:00` },
  ]);
});
