import { describe, expect, test } from '@jest/globals';
import { windowsOf } from '../../src/domain/dates.js';
import {
  changesBetween,
  closingAt,
  historyOf,
  movedAt,
  openedAt,
  openingAt,
  withMoves,
} from '../../src/domain/moves.js';
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

describe('a vote that has opened', () => {
  const at = (local: string) => inVietnam(local);
  const move = (when: string, window: string, edges: object) => ({ window, ...edges, at: at(when) });
  const opened = at('2023-09-04T00:00:00');
  const toTenth = { opens: { from: '2023-09-10' } };
  /** As people might write it: open as soon as all is posted. */
  const leaning = async () => {
    const plan = await preset('qn-2023');
    const voting = { opens: { days: 1, after: 'posting' }, closes: { by: '2023-09-19' } };
    return planSchema.parse({ ...plan, windows: { ...plan.windows, voting } });
  };

  test.each<[string, ReturnType<typeof move>[], string, Date | null]>([
    ['not before its day', [], '2023-09-03T23:59:59', null],
    ['on its day', [], '2023-09-04T00:00:00', opened],
    ['moved later in time', [move('2023-09-03T09:00:00', 'voting', toTenth)], '2023-09-08T00:00:00', null],
    [
      'moved later in time, and come',
      [move('2023-09-03T09:00:00', 'voting', toTenth)],
      '2023-09-10T00:00:00',
      at('2023-09-10T00:00:00'),
    ],
    [
      'moved later after it had opened',
      [move('2023-09-05T09:00:00', 'voting', toTenth)],
      '2023-09-08T00:00:00',
      opened,
    ],
    [
      'moved twice, late',
      [
        move('2023-09-05T09:00:00', 'voting', { closes: { by: '2023-09-25' } }),
        move('2023-09-06T09:00:00', 'voting', toTenth),
      ],
      '2023-09-08T00:00:00',
      opened,
    ],
    [
      'moved along with what it leans on',
      [move('2023-09-05T09:00:00', 'posting', toTenth)],
      '2023-09-08T00:00:00',
      opened,
    ],
    [
      'brought forward, and back in time',
      [
        move('2023-09-01T09:00:00', 'voting', { opens: { from: '2023-09-02' } }),
        move('2023-09-01T10:00:00', 'voting', toTenth),
      ],
      '2023-09-08T00:00:00',
      null,
    ],
  ])('%s', async (_title, moves, now, since) => {
    expect(openedAt(await preset('qn-2023'), moves, 'voting', at(now))).toEqual(since);
  });

  test('stays so when the window it opens after is lengthened', async () => {
    const plan = await leaning();
    const since = at('2023-09-06T00:00:00');
    expect(openedAt(plan, [], 'voting', at('2023-09-06T08:00:00'))).toEqual(since);
    const longer = move('2023-09-06T09:00:00', 'posting', { closes: { by: '2023-09-12' } });
    expect(windowsOf(withMoves(plan, [longer])).voting?.opens).toEqual(at('2023-09-13T00:00:00'));
    expect(openedAt(plan, [longer], 'voting', at('2023-09-08T00:00:00'))).toEqual(since);
  });
});

test('a window was moved last when what it leans on was', async () => {
  const plan = await preset('qn-2023');
  const moves = [
    { window: 'posting', closes: { by: '2023-09-06' }, at: inVietnam('2023-09-01T09:00:00') },
    { window: 'judging', closes: { by: '2023-09-25' }, at: inVietnam('2023-09-02T09:00:00') },
  ].map((each) => ({ ...each, reason: '-', document: null, by: 'Thư' }));
  expect(
    ['posting', 'voting', 'judging', 'submission'].map((window) => movedAt(plan, moves, window)),
  ).toEqual([moves[0]?.at, moves[0]?.at, moves[1]?.at, null]);
});
