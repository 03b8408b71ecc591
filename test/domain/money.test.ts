import { describe, expect, test } from '@jest/globals';
import { costOf } from '../../src/domain/money.js';
import type { AgreedPrize, GivenPrize, Outcome } from '../../src/domain/outcome.js';
import { unknown } from '../../src/domain/plan/unknown.js';
import type { Plan, Prize } from '../../src/domain/plan.js';
import { preset } from '../support/plans.js';

const million = 1_000_000;
const sums: Record<string, number> = { Nhất: 5, Nhì: 3, Ba: 2, Phụ: 1 };
const prize = (
  title: string,
  count: Prize['count'],
  sum: Prize['sum'] = (sums[title] ?? 0) * million,
): Prize => ({
  ...{ id: title.toLowerCase(), title, tier: 'first', scope: 'collective', basis: 'total', count, sum },
  certificate: 'none',
});
const [videos, onStage] = await Promise.all([preset('qn-2026'), preset('dn-2023')]);
const plan: Plan = {
  ...videos,
  budget: unknown,
  prizes: [prize('Nhất', 1), prize('Nhì', 2), prize('Ba', 1), prize('Phụ', 1)],
};

/** `A Nhất`: who wins what. C and D are of one unit. */
const outcome = (given: string[], open: string[] = [], agreed: AgreedPrize[] = []): Outcome => ({
  ranking: {
    places: [...'ABCDE'].map((code) => ({ code })),
  } as unknown as Outcome['ranking'],
  entries: [...'ABCDE'].map((code) => ({ code, title: code, team: code, unit: code === 'D' ? 'C' : code })),
  prizes: {
    given: given.map((each): GivenPrize => {
      const [code = '', title = ''] = each.split(' ');
      return { code, prize: title, sum: (sums[title] ?? 0) * million };
    }),
    open: open.map((title) => ({ prizes: [title], codes: [] })),
    ...(agreed.length > 0 && { agreed }),
  },
});

const all = ['A Nhất', 'B Nhì', 'C Nhì', 'E Ba', 'D2 Phụ'];

describe('the money of a result', () => {
  test('is what goes out, beside what the plan has', () => {
    const { lines, total, planned, budget, faults } = costOf(plan, outcome(all));
    expect(lines.map(({ prize, count, sum }) => `${count} ${prize} ${sum}`)).toEqual([
      '1 Nhất 5000000',
      '2 Nhì 3000000',
      '1 Ba 2000000',
      '1 Phụ 1000000',
    ]);
    const all14 = { sum: 14 * million, unknown: [] };
    expect([total, planned, budget, faults]).toEqual([all14, all14, null, []]);
  });

  test.each<[string, string[], string[], object[]]>([
    [
      'a prize that goes out more often than the plan has it, and who wins two',
      ['B Nhất', ...all],
      [],
      [
        { kind: 'tooMany', prize: 'Nhất', given: 2, planned: 1, sharing: [] },
        { kind: 'severalPrizes', code: 'B', prizes: ['Nhất', 'Nhì'] },
      ],
    ],
    [
      'a prize that nobody gets, and one that nobody gets yet',
      all.slice(0, 2),
      ['Ba'],
      [
        { kind: 'left', prize: 'Nhì', count: 1, isOpen: false },
        { kind: 'left', prize: 'Ba', count: 1, isOpen: true },
        { kind: 'left', prize: 'Phụ', count: 1, isOpen: false },
      ],
    ],
    [
      'a unit with several',
      ['A Nhất', 'B Nhì', 'C Nhì', 'D Ba', 'D2 Phụ'],
      [],
      [{ kind: 'severalEntries', unit: 'C', codes: ['C', 'D'] }],
    ],
  ])('names %s', (_what, given, open, faults) => {
    expect(costOf(plan, outcome(given, open)).faults).toEqual(faults);
  });

  test('tells two prizes of one name by their sums, and knows none where the plan says nothing', () => {
    const people = { ...plan, prizes: [prize('Nhất', 1), prize('Nhất', 2, million)], budget: 9 * million };
    const told = costOf(people, outcome(['A Nhất']));
    expect(told.lines).toEqual([{ prize: 'Nhất', count: 1, sum: 5 * million }]);
    expect([told.planned.sum, told.budget]).toEqual([7 * million, 9 * million]);
    expect(told.faults).toEqual([{ kind: 'left', prize: 'Nhất', count: 2, isOpen: false }]);
    expect(costOf({ ...plan, prizes: unknown }, outcome([]))).toMatchObject({
      lines: [],
      total: { sum: 0 },
      planned: { sum: 0 },
      faults: [],
    });
  });

  test('says that a place was shared only where people agreed that all who share it get the prize', () => {
    const given = ['A Nhất', 'B Nhất', 'C Nhì', 'D Ba', 'E Phụ'];
    const agreed = { prizes: ['Nhất', 'Nhì'], codes: ['A', 'B'], prize: 'Nhất', reason: 'Bằng điểm' };
    const sharing = (settled: AgreedPrize[]) =>
      costOf(plan, outcome(given, [], settled)).faults.find(({ kind }) => kind === 'tooMany');
    expect(sharing([agreed])).toEqual({
      ...{ kind: 'tooMany', prize: 'Nhất', given: 2, planned: 1, sharing: ['A', 'B'] },
    });
    expect(sharing([{ ...agreed, prize: 'Nhì' }])).toMatchObject({ sharing: [] });
  });

  const teams = [prize('Nhất', 1), prize('Nhì', 1)];
  const alone = (title: string, sum: Prize['sum']): Prize => ({
    ...{ ...prize(title, 3, sum), scope: 'individual', basis: unknown },
  });

  test('keeps what is won by another part of the contest apart, and misses none of it here', () => {
    const settled = { ...onStage, budget: 9 * million, prizes: [...teams, alone('Cá nhân', million)] };
    const { total, planned, elsewhere, faults } = costOf(settled, outcome(['A Nhất', 'B Nhì']));
    expect([total, planned]).toEqual([
      { sum: 8 * million, unknown: [] },
      { sum: 8 * million, unknown: [] },
    ]);
    expect(elsewhere).toEqual({ titles: ['Cá nhân'], sum: 3 * million, unknown: [] });
    expect(faults).toEqual([]);
  });

  test('names a prize whose sum nobody has stated, and never takes it for nothing', () => {
    const open = { ...onStage, prizes: [...teams, prize('Ba', 1, unknown), alone('Cá nhân', unknown)] };
    const { total, planned, elsewhere } = costOf(open, {
      ...outcome(['A Nhất']),
      prizes: { given: [{ code: 'A', prize: 'Ba', sum: null }], open: [] },
    });
    expect([total, planned]).toEqual([
      { sum: 0, unknown: ['Ba'] },
      { sum: 8 * million, unknown: ['Ba'] },
    ]);
    expect(elsewhere).toEqual({ titles: ['Cá nhân'], sum: 0, unknown: ['Cá nhân'] });
  });
});
