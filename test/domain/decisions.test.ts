import { describe, expect, test } from '@jest/globals';
import {
  blockingUnknowns,
  type Decision,
  freezeInstant,
  rankingRulesOf,
  rankingWaitsFor,
  unknownPaths,
  withDecisions,
} from '../../src/domain/decisions.js';
import { isUnknown, type Plan, unknown } from '../../src/domain/plan.js';
import { Refusal } from '../../src/domain/refusal.js';
import { loadContest } from '../../src/store/contestFiles.js';

const quangNgai = await plan('contests/qn-2023.yaml');
const sonLa = await plan('contests/sl-2024.yaml');
const dakNong = await plan('contests/dn-2023.yaml');

async function plan(file: string): Promise<Plan> {
  const read = await loadContest(file);
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  return read.plan;
}

function refusalOf(action: () => unknown): Pick<Refusal, 'key' | 'values'> | null {
  try {
    action();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { key: error.key, values: error.values };
  }
}

const decide = (path: string, value: unknown, at = '2023-08-01T08:00:00Z'): Decision => ({
  path,
  value,
  by: 'organizer',
  at: new Date(at),
  note: 'Họp Ban Tổ chức',
});

const everything = [
  decide('scoring.criteria.content.max', 40),
  decide('scoring.criteria.content.step', '0.5'),
  decide('scoring.criteria.form.max', '30'),
  decide('scoring.criteria.form.step', '0.5'),
  decide('scoring.criteria.meaning.max', 30),
  decide('scoring.criteria.meaning.step', '0.5'),
  decide('scoring.audience.points.like', 1),
  decide('scoring.audience.points.share', 2),
  decide('scoring.audience.scale', { method: 'cap', cap: 1000 }),
];

describe('what a plan leaves open', () => {
  test('Quảng Ngãi’s scoring waits for the scale of points and the conversion', () => {
    expect(rankingWaitsFor(quangNgai)).toEqual(everything.map(({ path }) => path));
  });

  test('a part of the plan can be asked alone', () => {
    expect(unknownPaths(quangNgai, 'prizes.overall_first')).toEqual([
      'prizes.overall_first.basis',
      'prizes.overall_first.sum',
    ]);
    expect(unknownPaths(quangNgai, 'windows')).toEqual(['windows.voting.closes.close']);
    expect(unknownPaths(quangNgai)).toContain('entries.demands.seconds');
  });

  test('without a number of judges, the quorum has to be decided too', () => {
    expect(rankingWaitsFor(sonLa)).toContain('scoring.jury.quorum');
    expect(rankingWaitsFor(dakNong)).toContain('scoring.jury.quorum');
  });
});

describe('what blocks publishing', () => {
  test('is what the ranking waits for, when the votes close, and the money', () => {
    expect(blockingUnknowns(quangNgai)).toEqual([
      ...rankingWaitsFor(quangNgai),
      'windows.voting.closes.close',
      'prizes.overall_first.basis',
      'prizes.overall_first.sum',
      'prizes.others.basis',
      'prizes.others.count',
      'prizes.others.sum',
    ]);
    expect(blockingUnknowns(sonLa)).toEqual([
      'scoring.criteria',
      'scoring.jury.quorum',
      'scoring.audience.points.like',
      'scoring.audience.points.share',
      'scoring.tieChain',
      'prizes.second.count',
      'prizes.third.count',
      'prizes.consolation.count',
    ]);
  });

  test('is nothing of a quiz beside what is judged on a stage, nor of what one person wins alone', () => {
    const blocking = blockingUnknowns(dakNong);
    expect(
      blocking.filter((path) => /^components|^prizes\.(first|second|third|consolation)\b/.test(path)),
    ).toEqual([]);
    expect(blocking).toContain('prizes.team_first.sum');
    const only = { ...dakNong, components: dakNong.components.filter(({ kind }) => kind === 'quiz') };
    expect(blockingUnknowns(only)).toContain('components.online.questions');
  });

  test('is the day of the window that the freeze leans on', () => {
    const undated = { ...quangNgai, windows: { ...quangNgai.windows, posting: unknown } };
    expect(blockingUnknowns(undated)).toContain('windows.voting.closes.close');
    const voting = { closes: { days: 14, after: 'posting' } };
    const leaning = { ...undated, windows: { ...undated.windows, voting } };
    expect(blockingUnknowns(leaning)).toContain('windows.voting');
  });

  test('is nothing in the plan where everything is settled', async () => {
    expect(blockingUnknowns(await plan('contests/qn-2026.yaml'))).toEqual([]);
  });
});

describe('a decision', () => {
  test('fills in what was unknown and nothing else', () => {
    const decided = withDecisions(quangNgai, everything);
    expect(rankingWaitsFor(decided)).toEqual([]);
    expect(decided.scoring.audience).toMatchObject({
      points: { like: '1', share: '2' },
      scale: { method: 'cap', cap: '1000' },
    });
    expect({ ...decided, scoring: null }).toEqual({ ...quangNgai, scoring: null });
    expect(rankingWaitsFor(quangNgai)).toHaveLength(9);
  });

  test('of two about one path the later counts, in whatever order they are given', () => {
    const decided = withDecisions(quangNgai, [
      decide('scoring.audience.points.like', 3, '2023-08-02T08:00:00Z'),
      decide('scoring.audience.points.like', 1, '2023-08-01T08:00:00Z'),
    ]);
    expect(decided.scoring.audience).toMatchObject({ points: { like: '3' } });
  });

  test.each([
    ['a stated weight', 'scoring.jury.weight', 50, 'decision.notOpen'],
    ['a field there isn’t', 'scoring.jury.wieght', 50, 'decision.notOpen'],
    ['a criterion there isn’t', 'scoring.criteria.acting.max', 10, 'decision.notOpen'],
    ['a negative maximum', 'scoring.criteria.content.max', -5, 'decision.invalid'],
    ['a maximum of nothing', 'scoring.criteria.content.max', 0, 'decision.invalid'],
    ['a word for a number', 'scoring.criteria.content.max', 'nhiều', 'decision.invalid'],
    ['unknown for unknown', 'scoring.criteria.content.max', 'unknown', 'decision.invalid'],
    [
      'places whose first isn’t the weight',
      'scoring.audience.scale',
      { method: 'rank', places: [20, 10] },
      'decision.invalid',
    ],
    ['a cap without its height', 'scoring.audience.scale', { method: 'cap' }, 'decision.invalid'],
  ])('about %s is refused', (_, path, value, key) => {
    const first = decide('scoring.audience.points.like', 1);
    expect(refusalOf(() => withDecisions(quangNgai, [first, decide(path, value)]))).toEqual({
      key,
      values: { path },
    });
  });

  test('a decided plan survives the database', () => {
    const decided = withDecisions(quangNgai, everything);
    const stored = JSON.parse(JSON.stringify(quangNgai)) as Plan;
    expect(withDecisions(stored, everything)).toEqual(decided);
  });
});

describe('the rules to rank by', () => {
  test('are refused while something is undecided', () => {
    expect(refusalOf(() => rankingRulesOf(quangNgai))).toEqual({
      key: 'plan.undecided',
      values: { path: 'scoring.criteria.content.max', count: 9 },
    });
  });

  test('are complete after the decisions, an unstated quorum being the whole jury', () => {
    expect(isUnknown(quangNgai.scoring.jury.quorum)).toBe(true);
    expect(rankingRulesOf(withDecisions(quangNgai, everything))).toEqual({
      criteria: [
        { id: 'content', max: '40', step: '0.5' },
        { id: 'form', max: '30', step: '0.5' },
        { id: 'meaning', max: '30', step: '0.5' },
      ],
      jury: { weight: '70', aggregate: 'mean', quorum: 6 },
      audience: {
        mode: 'score',
        weight: '30',
        points: { like: '1', share: '2' },
        scale: { method: 'cap', cap: '1000' },
        freezeAt: '2023-09-19T16:59:59.999Z',
      },
      tieChain: ['audience'],
      precision: 2,
    });
    const quorum = withDecisions(quangNgai, [...everything, decide('scoring.jury.quorum', 4)]);
    expect(rankingRulesOf(quorum).jury.quorum).toBe(4);
  });

  test('the freeze is the vote’s close, or the day the plan names, or none', () => {
    expect([quangNgai, sonLa, dakNong].map(freezeInstant)).toEqual([
      new Date('2023-09-19T23:59:59.999+07:00'),
      new Date('2024-09-10T23:59:59.999+07:00'),
      null,
    ]);
  });
});
