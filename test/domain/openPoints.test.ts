import { describe, expect, test } from '@jest/globals';
import { answerDue, complaintsClose } from '../../src/domain/complaints.js';
import { blockingUnknowns, type Decision, withDecisions, withValues } from '../../src/domain/decisions.js';
import {
  idOf,
  type OpenPoint,
  openPoints,
  type PointAnswers,
  settledBy,
  withoutDecisions,
} from '../../src/domain/openPoints.js';
import { readPrizes } from '../../src/domain/plan/typedLines.js';
import { unknown } from '../../src/domain/plan/unknown.js';
import type { Plan } from '../../src/domain/plan.js';
import { type Preset, preset, presets } from '../support/plans.js';

const pointsOf = (plan: Plan) => openPoints(plan).map((point) => [idOf(point), point.fields, point.blocks]);

describe('what a plan leaves open, in portions', () => {
  test('Quảng Ngãi 2023', async () => {
    expect(pointsOf(await preset('qn-2023'))).toEqual([
      ['rubric', ['maxima', 'step'], true],
      ['quorum', ['quorum'], false],
      ['conversion', ['rate', 'scale'], true],
      ['tieChain', ['tieEnd'], false],
      ['close.voting', ['close'], true],
      ['prize.overall_first', ['basis', 'sum'], true],
      ['prize.others', ['prizes', 'basis'], true],
      ['complaints', ['days', 'answerDays'], false],
    ]);
  });

  test('Sơn La 2024: likes decide a prize of their own, so nothing is scaled', async () => {
    expect(pointsOf(await preset('sl-2024'))).toEqual([
      ['criteria', ['criteria', 'step'], true],
      ['quorum', ['quorum'], true],
      ['conversion', ['rate'], true],
      ['tieChain', ['tieChain'], true],
      ['prize.second', ['count'], true],
      ['prize.third', ['count'], true],
      ['prize.consolation', ['count'], true],
      ['screeners', ['screeners'], false],
      ['complaints', ['days', 'answerDays'], false],
    ]);
  });

  test('a plan that says everything has none', async () => {
    expect(pointsOf(await preset('qn-2026'))).toEqual([]);
  });
});

/** An answer to every question that any plan can raise. */
const answers: PointAnswers = {
  criteria: [{ id: 'c1', label: 'Nội dung', max: '100', step: '1' }],
  maxima: ['40', '30', '30'],
  step: '0.5',
  weight: '70',
  aggregate: 'mean',
  quorum: 3,
  precision: 2,
  rate: { like: '1', share: '2' },
  scale: { method: 'cap', cap: '1000' },
  freeze: { with: 'voting' },
  tieChain: ['criterion:c1', 'shared'],
  tieEnd: ['draw'],
  close: 'common',
  questions: 30,
  minutes: 20,
  attempts: 2,
  prizes: [],
  basis: 'total',
  count: 2,
  sum: 3_000_000,
  screeners: { majorityOf: 3 },
  days: 5,
  answerDays: 'none',
};

/** What an organizer types for prizes that the plan leaves open. */
const typedPrizes = (text: string): unknown[] => {
  const read = readPrizes(text);
  if ('wrong' in read) throw new Error(read.wrong);
  return read.items;
};

const answersTo = ({ kind }: OpenPoint, tieChain: unknown): PointAnswers => ({
  ...answers,
  tieChain,
  ...(kind === 'prize' && { prizes: typedPrizes('Giải Nhì: 2 giải, 3 triệu\nGiải Ba: 3 giải, 2 triệu') }),
});

/** Everything settled, one point after the other. */
function settledOf(plan: Plan): Plan {
  const [point, ...others] = openPoints(plan);
  if (!point) return plan;
  const chain = plan.scoring.criteria;
  const known = Array.isArray(chain) ? [`criterion:${chain[0]?.id}`, 'shared'] : answers.tieChain;
  const after = withValues(plan, settledBy(plan, point, answersTo(point, known)));
  expect(openPoints(after)).toHaveLength(others.length);
  return settledOf(after);
}

test.each(presets)('once every point of %s is settled, nothing blocks a result', async (id: Preset) => {
  const settled = settledOf(await preset(id));
  expect([blockingUnknowns(settled), openPoints(settled)]).toEqual([[], []]);
});

test('weights, aggregate, precision, steps and the freeze can be open too', async () => {
  const plan = withValues(await preset('qn-2026'), [
    { path: 'scoring.jury.weight', value: 'unknown' },
    { path: 'scoring.audience.weight', value: 'unknown' },
    { path: 'scoring.jury.aggregate', value: 'unknown' },
    { path: 'scoring.precision', value: 'unknown' },
    { path: 'scoring.audience.freezeAt', value: 'unknown' },
    { path: 'scoring.criteria.content.step', value: 'unknown' },
    { path: 'prizes', value: 'unknown' },
  ]);
  expect(pointsOf(plan)).toEqual([
    ['rubric', ['step'], true],
    ['weights', ['weight'], true],
    ['aggregate', ['aggregate'], true],
    ['precision', ['precision'], true],
    ['freeze', ['freeze'], true],
    ['prizes', ['prizes'], true],
  ]);
  const { scoring } = settledOf(plan);
  expect([scoring.jury.weight, scoring.jury.aggregate, scoring.precision]).toEqual(['70', 'mean', 2]);
  expect(scoring.audience).toMatchObject({ weight: '30', freezeAt: { with: 'voting' } });
});

test('days for complaints are settled apart: some of them may be without a limit', async () => {
  const plan = await preset('qn-2023');
  const point = openPoints(plan).find(({ kind }) => kind === 'complaints');
  const settled = point && withValues(plan, settledBy(plan, point, { days: 5, answerDays: 'none' }));
  const at = new Date('2023-10-02T09:00:00+07:00');
  expect([plan, settled ?? plan].map((each) => [complaintsClose(each, at), answerDue(each, at)])).toEqual([
    [null, null],
    [new Date('2023-10-07T23:59:59.999+07:00'), null],
  ]);
  expect(settled && openPoints(settled).map(idOf)).not.toContain('complaints');
});

test('the step is given to every criterion that is settled with it', async () => {
  const plan = await preset('sl-2024');
  const point = openPoints(plan).find(({ kind }) => kind === 'criteria');
  expect(point && settledBy(plan, point, answers)).toEqual([
    { path: 'scoring.criteria', value: [{ id: 'c1', label: 'Nội dung', max: '100', step: '0.5' }] },
  ]);
});

test('a window without days is for another command', async () => {
  const plan = await preset('qn-2023');
  const undated = withValues(plan, [{ path: 'windows.voting', value: 'unknown' }]);
  expect(openPoints(undated).filter(({ kind }) => kind === 'window')).toEqual([
    { kind: 'window', item: 'voting', fields: [], blocks: true },
  ]);
});

test('the quorum of a selection beside a final is settled too, also of a jury that is unknown itself', async () => {
  const shipped = await preset('qn-2026');
  const round = shipped.rounds.find(({ kind }) => kind === 'selection')?.id;
  for (const open of ['jury', 'jury.quorum']) {
    const plan = withValues(shipped, [
      {
        path: `rounds.${round}.jury`,
        value: { name: 'Giám khảo cụm', judges: 'unknown', quorum: 'unknown' },
      },
      { path: `rounds.${round}.${open}`, value: 'unknown' },
    ]);
    expect(pointsOf(plan)).toEqual([[`roundQuorum.${round}`, ['quorum'], false]]);
    const jury = settledOf(plan).rounds.find(({ id }) => id === round)?.jury;
    expect(jury).toMatchObject({ quorum: 3 });
  }
});

describe('a line that stands for several prizes', () => {
  const settled = async (text: string) => {
    const plan = await preset('qn-2023');
    const point = openPoints(plan).find(({ item }) => item === 'others');
    if (!point) throw new Error('nothing is open');
    return { plan, values: settledBy(plan, point, { prizes: typedPrizes(text), basis: 'total' }) };
  };

  test('becomes those that are typed, in its place and with what the plan says of it', async () => {
    const { plan, values } = await settled('Giải Nhì: 2 giải, 3 triệu\nGiải yêu thích: 1 giải, 1 triệu');
    const { prizes } = withValues(plan, values);
    expect(Array.isArray(prizes) && prizes.slice(1)).toEqual([
      {
        ...{ id: 'others-1', title: 'Giải Nhì', tier: 'second', scope: unknown, basis: 'total' },
        ...{ count: 2, sum: 3_000_000, certificate: 'giay_khen' },
      },
      {
        ...{ id: 'others-2', title: 'Giải yêu thích', tier: 'extra', scope: unknown, basis: unknown },
        ...{ count: 1, sum: 1_000_000, certificate: 'giay_khen' },
      },
    ]);
  });

  test('leaves what is still open of them to be settled, one after the other', async () => {
    const { plan, values } = await settled('Giải yêu thích: 1 giải, 1 triệu');
    const decision = (value: (typeof values)[number], minute: number): Decision => ({
      ...{ ...value, by: 'x', note: '', at: new Date(`2023-08-01T08:0${minute}:00Z`) },
    });
    const first = values.map((value) => decision(value, 0));
    const after = withDecisions(plan, first);
    const point = openPoints(after).find(({ item }) => item === 'others-1');
    expect(point?.fields).toEqual(['basis']);
    const next = point ? settledBy(after, point, { basis: 'audience' }) : [];
    const all = withDecisions(plan, [...first, ...next.map((value) => decision(value, 1))]);
    expect(openPoints(all).map(idOf)).not.toContain('prize.others-1');
  });
});

describe('what was settled is taken back', () => {
  const decided = [
    ...['scoring.criteria.content.max', 'scoring.criteria.content.step', 'scoring.jury.quorum'],
    ...['prizes.overall_first.sum', 'prizes.others', 'scoring.tieChain'],
  ].map((path) => ({ path }));

  test.each<[Pick<OpenPoint, 'kind' | 'item'>, string[] | null]>([
    [{ kind: 'quorum', item: null }, ['quorum']],
    [{ kind: 'rubric', item: null }, ['maxima', 'step']],
    [{ kind: 'prize', item: 'overall_first' }, ['sum']],
    // It stands in another line's place, or went on from what the plan states.
    [{ kind: 'prize', item: 'others' }, null],
    [{ kind: 'tieChain', item: null }, null],
    [{ kind: 'conversion', item: null }, null],
  ])('%j', async (point, fields) => {
    const plan = await preset('qn-2026');
    const prizes = Array.isArray(plan.prizes) ? plan.prizes.slice(0, 1) : [];
    const named = { ...plan, prizes: prizes.map((each) => ({ ...each, id: 'overall_first' })) };
    const before = withoutDecisions(named, point, decided);
    expect(before && openPoints(before).map((each) => each.fields)).toEqual(fields && [fields]);
  });
});

describe('a chain for ties that doesn’t say how it ends', () => {
  const end = async (tieEnd: unknown) => {
    const plan = await preset('qn-2023');
    const point = openPoints(plan).find(({ kind }) => kind === 'tieChain');
    if (!point) throw new Error('nothing is open');
    return withDecisions(
      plan,
      settledBy(plan, point, { tieEnd }).map((value) => ({ ...value, by: 'x', note: '', at: new Date(0) })),
    );
  };

  test('goes on where it ends', async () => {
    const { scoring } = await end(['criterion:content', 'draw']);
    expect(scoring.tieChain).toEqual(['audience', 'criterion:content', 'draw']);
  });

  test('never has its own steps changed, nor one that has an end', async () => {
    const plan = await preset('qn-2023');
    const decision = { path: 'scoring.tieChain', value: ['draw'], by: 'x', note: '', at: new Date(0) };
    expect(() => withDecisions(plan, [decision])).toThrow('decision.invalid');
    expect(() =>
      withDecisions({ ...plan, scoring: { ...plan.scoring, tieChain: ['shared'] } }, [decision]),
    ).toThrow('decision.notOpen');
  });
});
