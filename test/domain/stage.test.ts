import { describe, expect, test } from '@jest/globals';
import { Refusal } from '../../src/domain/refusal.js';
import {
  absenceOf,
  finalWindow,
  hasPart,
  isJudgedOnStage,
  leftOver,
  mostPeople,
  needFits,
  nextUp,
  onStage,
  openNow,
  orderOf,
  partScored,
  partTotals,
  type Stage,
  type StageAct,
  stageOf,
  stateOf,
} from '../../src/domain/stage.js';
import { preset } from '../support/plans.js';

const festival = stageOf(await preset('dn-2023')) as Stage;

const ordered = (...order: string[]): StageAct => ({ kind: 'ordered', order, seed: null });
const added = (entry: string) => ({ kind: 'added', entry }) satisfies StageAct;
const moved = (entry: string, place: number): StageAct => ({ kind: 'moved', entry, place });
const absent = (entry: string): StageAct => ({ kind: 'absent', entry, reason: 'Xe hỏng' });
const present = (entry: string): StageAct => ({ kind: 'present', entry });
const opened = (entry: string, part = 'skit', people: number | null = null): StageAct => ({
  kind: 'opened',
  entry,
  part,
  people,
});
const unopened = (entry: string, part = 'skit'): StageAct => ({ kind: 'unopened', entry, part });
const closed = (entry: string, part = 'skit'): StageAct => ({ kind: 'closed', entry, part, missing: [] });
const reopened = (entry: string, part = 'skit'): StageAct => ({
  kind: 'reopened',
  entry,
  part,
  reason: 'Nhầm',
});

const anew = (...order: string[]): StageAct => ({ kind: 'ordered', order, seed: null, reason: 'Xếp nhầm' });
const three = ordered('A', 'B', 'C');

describe('what is held on a stage', () => {
  test('is a live final with its parts, each with its own criterion', () => {
    expect([festival.isScored, festival.round.id]).toEqual([true, 'live']);
    expect(festival.parts).toEqual([
      {
        id: 'introduction',
        title: 'Giới thiệu đội và đề xuất giải pháp',
        criteria: ['introduction'],
        people: null,
      },
      { id: 'knowledge', title: 'Thi kiến thức', criteria: ['knowledge'], people: { most: 3 } },
      { id: 'skit', title: 'Tiểu phẩm', criteria: ['skit'], people: 'registered' },
    ]);
  });

  test.each([
    ['dn-2023', true, 'showcase'],
    ['qn-2023', false, 'judging'],
    ['qn-2026', false, 'judging'],
  ] as const)('%s: is the final judged there? %s; in the window %s', async (id, isJudged, window) => {
    const plan = await preset(id);
    expect([isJudgedOnStage(plan), finalWindow(plan)]).toEqual([isJudged, window]);
  });

  test('is a showcase without points where clips were judged before, and nothing where there is neither', async () => {
    const shown = stageOf(await preset('qn-2023'));
    expect([shown?.isScored, shown?.parts.map(({ criteria }) => criteria)]).toEqual([false, [[]]]);
    expect(stageOf(await preset('sl-2024'))).toBeNull();
  });

  test('lets so many people come as the part allows, or the team has registered', () => {
    expect(festival.parts.map((part) => mostPeople(part, 12))).toEqual([null, 3, 12]);
    expect(festival.parts.map((part) => mostPeople(part, null))).toEqual([null, 3, null]);
  });
});

test.each<[title: string, events: StageAct[], order: string[]]>([
  ['nobody has set one', [], []],
  ['as it was set', [three], ['A', 'B', 'C']],
  [
    'with one in the place of another, and at the end where that is not in it',
    [three, { ...added('D'), insteadOf: 'B' }, { ...added('E'), insteadOf: 'X' }],
    ['A', 'D', 'C', 'E'],
  ],
  ['set anew', [three, ordered('C', 'A', 'B')], ['C', 'A', 'B']],
  ['one comes earlier', [three, moved('C', 1)], ['C', 'A', 'B']],
  ['one comes later', [three, moved('A', 3)], ['B', 'C', 'A']],
  ['one was late', [three, moved('C', 1), added('D')], ['C', 'A', 'B', 'D']],
  ['moved to where it is', [three, moved('B', 2)], ['A', 'B', 'C']],
])('the running order: %s', (_title, events, order) => {
  expect(orderOf(events)).toEqual(order);
});

test.each<[title: string, events: StageAct[], act: StageAct, limit: number | null, key: string | null]>([
  ['an order, at the beginning', [], three, null, null],
  ['another order, before anything began', [three], anew('C', 'B', 'A'), null, null],
  ['another order without a reason', [three], ordered('C', 'B', 'A'), null, 'stage.orderedAlready'],
  ['another order, once somebody was on stage', [three, opened('A')], three, null, 'stage.begunMove'],
  [
    'another order, when the last but one was on stage',
    [three, opened('A'), closed('A'), opened('B')],
    three,
    null,
    'stage.begun',
  ],
  ['a late one, once somebody was on stage', [three, opened('A')], added('D'), null, null],
  ['a late one who is in the order', [three], added('C'), null, 'stage.inOrderAlready'],
  ['a move of what waits', [three, opened('A'), closed('A')], moved('C', 2), null, null],
  [
    'a move of what was on stage',
    [three, opened('A'), closed('A')],
    moved('A', 3),
    null,
    'stage.begunAlready',
  ],
  ['a move in front of it', [three, opened('A'), closed('A')], moved('C', 1), null, 'stage.beforeBegun'],
  ['a move to no place', [three], moved('C', 4), null, 'stage.noSuchPlace'],
  ['a move of what isn’t there', [three], moved('D', 1), null, 'stage.notInOrder'],
  ['an opening before there is an order', [], opened('A'), null, 'stage.notInOrder'],
  ['an opening out of the order', [three], opened('C'), null, null],
  ['an opening while another is on stage', [three, opened('A')], opened('B'), null, 'stage.busy'],
  ['an opening twice', [three, opened('A')], opened('A'), null, 'stage.openAlready'],
  ['an opening after the close', [three, opened('A'), closed('A')], opened('A'), null, 'stage.closedAlready'],
  [
    'an opening beside what was reopened',
    [three, opened('A'), closed('A'), reopened('A')],
    opened('B'),
    null,
    null,
  ],
  [
    'another part of what was reopened',
    [three, opened('A'), closed('A'), reopened('A')],
    opened('A', 'knowledge'),
    null,
    'stage.otherPartOpen',
  ],
  ['an opening of who is absent', [three, absent('A')], opened('A'), null, 'stage.isAbsent'],
  ['an opening of who has come after all', [three, absent('A'), present('A')], opened('A'), null, null],
  ['as many people as there may be', [three], opened('A', 'knowledge', 3), 3, null],
  ['one too many', [three], opened('A', 'knowledge', 4), 3, 'stage.tooMany'],
  ['somebody absent who is on stage', [three, opened('A')], absent('A'), null, 'stage.absentOpen'],
  ['somebody come who was never away', [three], present('A'), null, 'stage.isPresent'],
  ['what was opened by mistake', [three, opened('A')], unopened('A'), null, null],
  ['another part of it', [three, opened('A')], unopened('A', 'knowledge'), null, 'stage.notOnStage'],
  ['it twice', [three, opened('A'), unopened('A')], unopened('A'), null, 'stage.notOnStage'],
  ['what is closed', [three, opened('A'), closed('A')], unopened('A'), null, 'stage.notOnStage'],
  [
    'what was opened once more',
    [three, opened('A'), closed('A'), reopened('A')],
    unopened('A'),
    null,
    'stage.notOnStage',
  ],
  ['another order after a mistake', [three, opened('A'), unopened('A')], anew('C', 'B', 'A'), null, null],
  ['an opening after a mistake', [three, opened('A'), unopened('A')], opened('B'), null, null],
  ['a close of what waits', [three], closed('A'), null, 'stage.notOpen'],
  ['a close of what is open', [three, opened('A')], closed('A'), null, null],
  ['a second close', [three, opened('A'), closed('A')], closed('A'), null, 'stage.notOpen'],
  ['a reopening of what is open', [three, opened('A')], reopened('A'), null, 'stage.notClosed'],
  ['a reopening of what is closed', [three, opened('A'), closed('A')], reopened('A'), null, null],
])('what can be done in the hall: %s', (_title, events, act, limit, key) => {
  let found: string | null = null;
  try {
    needFits(events, act, limit);
  } catch (error) {
    found = error instanceof Refusal ? error.key : 'a bug';
  }
  expect(found).toBe(key);
});

test('an example of a move is one that can be made', () => {
  const events = [three, opened('A')];
  expect(() => needFits(events, three)).toThrow(
    expect.objectContaining({ values: { code: 'A', other: 'C', place: 2 } }),
  );
  needFits(events, moved('C', 2));
});

describe('how the hall stands', () => {
  const events = [three, opened('A'), closed('A'), opened('B'), reopened('A'), absent('C')];

  test('follows from what was done', () => {
    expect(['A', 'B', 'C'].map((entry) => stateOf(events, { entry, part: 'skit' }))).toEqual([
      'open',
      'open',
      'waiting',
    ]);
    expect(openNow(events)).toEqual([
      { entry: 'A', part: 'skit', isAgain: true },
      { entry: 'B', part: 'skit', isAgain: false },
    ]);
    expect(onStage(events)).toMatchObject({ entry: 'B' });
    expect([absenceOf(events, 'C'), absenceOf(events, 'A')]).toEqual(['Xe hỏng', null]);
  });

  test('is as before after a mistake', () => {
    const mistaken = [three, opened('A'), unopened('A')];
    expect([openNow(mistaken), onStage(mistaken)]).toEqual([[], null]);
    expect(nextUp(festival, mistaken, ['A', 'B', 'C'])).toEqual(nextUp(festival, [three], ['A', 'B', 'C']));
    expect(openNow([...mistaken, opened('A')])).toEqual([{ entry: 'A', part: 'skit', isAgain: false }]);
  });

  test('leaves over what was not closed, of those who come', () => {
    expect(leftOver(festival, events).map(({ entry, part }) => `${entry} ${part}`)).toEqual([
      'A introduction',
      'B introduction',
      'A knowledge',
      'B knowledge',
      'A skit',
      'B skit',
    ]);
  });

  test('offers who came late first what the one before has shown already', () => {
    const shown = (part: string): StageAct[] => [opened('A', part), closed('A', part)];
    const done = [
      ordered('A'),
      ...shown('introduction'),
      ...shown('knowledge'),
      ...shown('skit'),
      added('B'),
    ];
    expect(nextUp(festival, done, ['A', 'B']).map(({ part }) => part)).toEqual(['introduction', 'skit']);
    const otherWayRound = [ordered('A', 'B'), ...shown('skit')];
    expect(nextUp(festival, otherWayRound, ['A', 'B'])).toEqual([
      { entry: 'B', part: 'skit' },
      { entry: 'A', part: 'introduction' },
    ]);
  });

  test('offers the next one in the same part, and the next part of the same one', () => {
    const offered = (...done: StageAct[]) =>
      nextUp(festival, [three, ...done], ['A', 'B', 'C']).map(({ entry, part }) => `${entry} ${part}`);
    expect(offered()).toEqual(['A introduction']);
    expect(offered(opened('A', 'introduction'), closed('A', 'introduction'))).toEqual([
      'B introduction',
      'A knowledge',
    ]);
    expect(offered(absent('B'), opened('A', 'introduction'), closed('A', 'introduction'))).toEqual([
      'C introduction',
      'A knowledge',
    ]);
  });
});

describe('points by parts', () => {
  test.each<[points: Record<string, string>, part: string | null]>([
    [{ skit: '8' }, 'skit'],
    [{}, null],
    [{ skit: '8', knowledge: '9' }, null],
    [{ other: '8' }, null],
  ])('%o are those of %s', (points, part) => {
    expect(partScored(festival, points)?.id ?? null).toBe(part);
  });

  test('a sheet has a part once it has all of its criteria', () => {
    const [part] = festival.parts;
    if (!part) throw new Error('no part');
    expect(hasPart({ ...part, criteria: ['a', 'b'] }, { a: '1' })).toBe(false);
    expect(hasPart({ ...part, criteria: ['a', 'b'] }, { a: '1', b: '0' })).toBe(true);
  });

  test('are added up exactly, and their mean is rounded once', () => {
    const sheets = [
      { introduction: '8.5', knowledge: '9', skit: '0.1' },
      { introduction: '7', knowledge: '9', skit: '0.2' },
      { introduction: '9.25', knowledge: '9', skit: '0.7' },
    ];
    expect(partTotals(festival.parts, sheets, 2).map(({ total, of, mean }) => [total, of, mean])).toEqual([
      ['24.75', 3, '8.25'],
      ['27', 3, '9.00'],
      ['1', 3, '0.33'],
    ]);
    expect(partTotals(festival.parts, [], 2)).toEqual([]);
  });
});
