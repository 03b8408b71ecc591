import { describe, expect, test } from '@jest/globals';
import { type Plan, unknown } from '../../src/domain/plan.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { Duty, RoleName } from '../../src/domain/roles.js';
import {
  finalRound,
  isByPoints,
  nominationQuota,
  type Selection,
  seatsOf,
  selectionOf,
  selectionRulesOf,
} from '../../src/domain/selection.js';
import { Units } from '../../src/domain/units.js';
import { preset, presets } from '../support/plans.js';

const plans = new Map(await Promise.all(presets.map(async (id) => [id, await preset(id)] as const)));
const planOf = (id: (typeof presets)[number]): Plan => plans.get(id) as Plan;
const quangNgai = planOf('qn-2026');
const binhSon = planOf('binh-son-2023');
const cluster = selectionOf(quangNgai) as Selection;
const district = selectionOf(binhSon) as Selection;

describe('who picks, and for whom', () => {
  test.each([
    ['qn-2023', null],
    ['sl-2024', null],
    ['dn-2023', null],
    ['binh-son-2023', { round: 'district', level: 'district', receiver: 'above' }],
    ['qn-2026', { round: 'cluster', level: 'cluster', receiver: 'within' }],
  ] as const)('%s', (id, expected) => {
    const found = selectionOf(planOf(id));
    expect(
      found && { round: found.round.id, level: found.level, receiver: found.receiver?.kind ?? null },
    ).toEqual(expected);
  });

  test.each([
    ['qn-2023', 'Vòng chung khảo'],
    ['sl-2024', 'Vòng chung kết'],
    // A live part and a quiz, and nothing says which of both is meant.
    ['dn-2023', undefined],
    ['binh-son-2023', undefined],
  ] as const)('the last round of %s is called %j', (id, title) => {
    expect(finalRound(planOf(id))?.title).toBe(title);
  });

  test('a contest whose last round picks, and that feeds none, sends nothing up', () => {
    expect(selectionOf({ rounds: binhSon.rounds })?.receiver).toBe(null);
  });

  test('is by points where the plan has criteria', () => {
    expect([isByPoints(quangNgai), isByPoints(binhSon)]).toEqual([true, false]);
  });
});

describe('how many go up', () => {
  const withSends = (count: number | null): Plan => ({
    ...quangNgai,
    rounds: quangNgai.rounds.map((round) =>
      round.id === 'cluster'
        ? { ...round, sends: count === null ? unknown : { level: 'cluster', count } }
        : round,
    ),
  });
  const quota = (plan: Plan) => nominationQuota(plan, selectionOf(plan) as Selection);

  test('is the smaller of what both sides say', () => {
    expect([quota(withSends(2)), quota(withSends(5)), quota(withSends(null))]).toEqual([2, 3, 3]);
  });

  test('is what the plan says that feeds another, and what that one takes', () => {
    const upper = planOf('qn-2023');
    const one: Plan = { ...binhSon, feeds: { contest: 'qn-2023', round: 'final', count: 1 } };
    const open: Plan = { ...binhSon, feeds: { contest: 'qn-2023', round: 'final', count: unknown } };
    expect(nominationQuota(binhSon, district, upper)).toBe(2);
    expect(nominationQuota(one, selectionOf(one) as Selection, upper)).toBe(1);
    expect(nominationQuota(open, selectionOf(open) as Selection, upper)).toBe(2);
    expect(nominationQuota(open, selectionOf(open) as Selection)).toBe(null);
  });
});

describe('what a unit is ranked by', () => {
  test('is the average of its judges, by the quorum of its round, without votes', () => {
    expect(selectionRulesOf(quangNgai, cluster)).toMatchObject({
      jury: { weight: '100', aggregate: 'mean', quorum: 2 },
      audience: { mode: 'none' },
      tieChain: ['criterion:content', 'draw'],
      precision: 2,
    });
  });

  test('is the whole jury where nobody stated a quorum', () => {
    const jury = { name: 'Ban Giám khảo', judges: 3, quorum: unknown };
    const open: Selection = { ...cluster, round: { ...cluster.round, jury } };
    expect(selectionRulesOf(quangNgai, open).jury.quorum).toBe(3);
  });

  test('has to be settled', () => {
    const open: Selection = { ...cluster, round: { ...cluster.round, jury: unknown } };
    expect(() => selectionRulesOf(quangNgai, open)).toThrow(
      new Refusal('plan.undecided', { path: 'rounds.cluster.jury.quorum', count: 1 }),
    );
    expect(() => selectionRulesOf(binhSon, district)).toThrow(Refusal);
  });

  test('goes by what is settled for the whole jury where there is no final', () => {
    const { criteria } = quangNgai.scoring;
    const settled = (quorum: number | typeof unknown): Plan => ({
      ...binhSon,
      scoring: { ...binhSon.scoring, criteria, jury: { ...binhSon.scoring.jury, quorum } },
    });
    expect(selectionRulesOf(settled(2), district).jury.quorum).toBe(2);
    expect(() => selectionRulesOf(settled(unknown), district)).toThrow(
      new Refusal('plan.undecided', { path: 'scoring.jury.quorum', count: 1 }),
    );
  });
});

describe('where somebody sits', () => {
  const unit = (code: string, parentCode: string | null, level: 'province' | 'cluster' | 'commune') => ({
    ...{ code, parentCode, level, type: level, kind: level, name: code },
  });
  const units = new Units([
    unit('51', null, 'province'),
    unit('a', '51', 'cluster'),
    unit('a1', 'a', 'commune'),
  ]);
  const seats = (...duties: [RoleName, string | null][]) =>
    seatsOf(
      { plan: quangNgai, units },
      duties.map(([role, of]): Duty => ({ role, unit: of })),
    );

  test.each<[string, [RoleName, string | null][], ReturnType<typeof seats>]>([
    ['a judge of the contest, in the final', [['judge', null]], [{ round: null, unit: '51' }]],
    ['a judge of a cluster, in its selection', [['judge', 'a']], [{ round: 'cluster', unit: 'a' }]],
    [
      'who heads a cluster’s judges, there too',
      [
        ['head_judge', 'a'],
        ['judge', 'a'],
      ],
      [{ round: 'cluster', unit: 'a' }],
    ],
    ['a judge of a commune, nowhere: it picks nothing', [['judge', 'a1']], []],
    ['a coordinator, nowhere', [['unit_coordinator', 'a']], []],
    [
      'a judge of both, in both',
      [
        ['judge', null],
        ['judge', 'a'],
      ],
      [
        { round: null, unit: '51' },
        { round: 'cluster', unit: 'a' },
      ],
    ],
  ])('%s', (_title, duties, expected) => {
    expect(seats(...duties)).toEqual(expected);
  });

  test('a judge of a contest that is for one unit sits in that unit’s selection', () => {
    const criteria = quangNgai.scoring.criteria;
    const plan: Plan = { ...binhSon, scoring: { ...binhSon.scoring, criteria } };
    const tree = new Units([{ ...unit('524', null, 'commune'), level: 'district' }]);
    expect(seatsOf({ plan, units: tree }, [{ role: 'judge', unit: null }])).toEqual([
      { round: 'district', unit: '524' },
    ]);
  });
});
