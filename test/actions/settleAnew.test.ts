import { afterEach, describe, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { isChangeable } from '../../src/actions/decide.js';
import { needWithinRubric } from '../../src/actions/recordScore.js';
import { settle } from '../../src/dialogues/settle.js';
import { idOf, pointAt } from '../../src/domain/openPoints.js';
import type { Tools } from '../../src/turn.js';
import { openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

/* Until when what was settled may be settled anew. */

const person = 'telegram:1:1';
let tools: Tools | null = null;
afterEach(() => tools?.store.close());

const at = (day: string) => new Date(`${day}T08:00:00+07:00`);

/** A contest at this moment, in which some of its plan was left open and then settled. */
async function held(
  contest: string,
  day: string,
  plan: Record<string, unknown> = {},
  settled: object[] = [],
) {
  tools = await openTools(contest, at('2023-01-01'));
  const changes = Object.entries(plan).map(([path, value]) => [`plan.${path}`, value]);
  const decisions = settled.map((each) => ({ by: person, at: at('2023-01-01'), note: '', ...each }));
  await tools.store.contests.updateOne(
    { _id: contest },
    { $set: { ...Object.fromEntries(changes), decisions }, $inc: { version: 1 } },
  );
  const turn = await turnIn(tools, person, { now: at(day), contest });
  return { turn, contest: await contestById(turn, contest), store: tools.store };
}

describe('what judges go by', () => {
  test.each<[string, string, boolean]>([
    // The jury of the units' selection opens a month before that of the final.
    ['qn-2026', '2026-09-07', true],
    ['qn-2026', '2026-09-09', false],
    // The final is judged on a stage, or in the selection itself: no window is called «judging».
    ['dn-2023', '2023-09-30', true],
    ['dn-2023', '2023-10-02', false],
    ['binh-son-2023', '2023-08-01', true],
    ['binh-son-2023', '2023-08-30', false],
  ])('%s on %s: %s', async (id, day, expected) => {
    const criteria = [{ id: 'content', label: 'Nội dung', max: '100', step: '1' }];
    const { turn, contest } = await held(
      id,
      day,
      id === 'binh-son-2023' ? { 'scoring.criteria': criteria } : {},
    );
    expect(await isChangeable(turn, contest, { kind: 'rubric', item: null })).toBe(expected);
  });

  test('not once a part was opened on the stage, whatever the days say', async () => {
    const { turn, contest, store } = await held('dn-2023', '2023-09-01');
    const events = [
      { kind: 'opened', entry: 'DN-01', part: 'x', people: null, at: turn.now, by: 'x', turn: 'x' },
    ];
    await store.stages.collection.insertOne({ _id: contest.id, events } as never);
    expect(await isChangeable(turn, contest, { kind: 'rubric', item: null })).toBe(false);
  });
});

describe('a prize', () => {
  test('that is won in the quiz: until that opens', async () => {
    const windows = { quiz: { title: 'Thi', between: ['2023-11-01', '2023-11-05'] } };
    for (const [day, expected] of [
      ['2023-10-20', true],
      ['2023-11-02', false],
    ] as const) {
      const { turn, contest, store } = await held('dn-2023', day, { 'windows.quiz': windows.quiz });
      expect(await isChangeable(turn, contest, { kind: 'prize', item: 'first' })).toBe(expected);
      expect(await isChangeable(turn, contest, { kind: 'prize', item: 'team_first' })).toBe(false);
      if (expected) await store.close();
    }
  });

  test.each<[string, object, object[], string, boolean]>([
    [
      'by votes',
      { basis: 'audience', sum: 'unknown' },
      [{ path: 'prizes.first.sum', value: 1 }],
      '2026-09-29',
      false,
    ],
    [
      'by points',
      { basis: 'jury', sum: 'unknown' },
      [{ path: 'prizes.first.sum', value: 1 }],
      '2026-09-01',
      true,
    ],
    // Votes are known: nobody chooses now that the prize goes by them.
    [
      'by what was chosen',
      { basis: 'unknown' },
      [{ path: 'prizes.first.basis', value: 'jury' }],
      '2026-09-29',
      false,
    ],
  ])('%s', async (_name, prize, settled, day, expected) => {
    const windows = {
      'windows.selection': { closes: { by: '2026-10-20' } },
      'windows.judging': { closes: { by: '2026-10-23' } },
    };
    const id = 'qn-2026';
    const first = Object.fromEntries(Object.entries(prize).map(([key, value]) => [`prizes.0.${key}`, value]));
    const { turn, contest } = await held(id, day, { ...windows, ...first }, settled);
    const point = pointAt((settled[0] as { path: string }).path);
    if (!point) throw new Error('no such point');
    expect(idOf(point)).toBe('prize.first');
    expect(await isChangeable(turn, contest, point)).toBe(expected);
  });
});

test('weights: until votes or points are known, whichever comes first', async () => {
  const days = { 'windows.voting': { between: ['2026-11-01', '2026-11-05'] } };
  const { turn, contest } = await held('qn-2026', '2026-09-09', days);
  expect(await isChangeable(turn, contest, { kind: 'weights', item: null })).toBe(false);
  expect(await isChangeable(turn, contest, { kind: 'conversion', item: null })).toBe(true);
});

test('points that were typed by another rubric are refused when they are written', async () => {
  const { turn, contest } = await held('qn-2026', '2026-10-15');
  expect(() => needWithinRubric(turn, contest, { content: '40', form: '30' })).not.toThrow();
  expect(() => needWithinRubric(turn, contest, { content: '40.5' })).toThrow('score.tooHigh');
});

test('until when complaints are taken is offered until a result is out', async () => {
  const complaints = { days: 'unknown', answerDays: 'unknown' };
  const { turn, contest, store } = await held('qn-2026', '2026-10-29', { complaints });
  const [point] = settle.steps;
  const offered = async () => (await point?.ask(turn, {}))?.choices?.map(({ says }) => says);
  expect(await offered()).toEqual(['complaints']);
  await store.results.collection.insertOne({
    _id: 'x',
    contest: contest.id,
    version: 1,
    publishedAt: turn.now,
  } as never);
  expect(await offered()).toEqual([]);
});
