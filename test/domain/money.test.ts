import { describe, expect, test } from '@jest/globals';
import { moneyOf } from '../../src/domain/money.js';
import type { GivenPrize, Outcome } from '../../src/domain/outcome.js';
import { unknown } from '../../src/domain/plan/unknown.js';
import type { Plan, Prize } from '../../src/domain/plan.js';

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
const plan: Pick<Plan, 'prizes' | 'budget'> = {
  prizes: [prize('Nhất', 1), prize('Nhì', 2), prize('Ba', 1), prize('Phụ', 1)],
};

/** `A Nhất`: who wins what. A and B share a place, and C and D are of one unit. */
const outcome = (given: string[], open: string[] = []): Outcome => ({
  ranking: {
    places: [...'ABCDE'].map((code) => ({ code, tied: 'AB'.includes(code) })),
  } as unknown as Outcome['ranking'],
  entries: [...'ABCDE'].map((code) => ({ code, title: code, team: code, unit: code === 'D' ? 'C' : code })),
  prizes: {
    given: given.map((each): GivenPrize => {
      const [code = '', title = ''] = each.split(' ');
      return { code, prize: title, sum: (sums[title] ?? 0) * million };
    }),
    open: open.map((title) => ({ prizes: [title], codes: [] })),
  },
});

const all = ['A Nhất', 'B Nhì', 'C Nhì', 'E Ba', 'D2 Phụ'];

describe('the money of a result', () => {
  test('is what goes out, beside what the plan has', () => {
    const { lines, total, planned, budget, faults } = moneyOf(plan, outcome(all));
    expect(lines.map(({ prize, count, sum }) => `${count} ${prize} ${sum}`)).toEqual([
      '1 Nhất 5000000',
      '2 Nhì 3000000',
      '1 Ba 2000000',
      '1 Phụ 1000000',
    ]);
    expect([total, planned, budget, faults]).toEqual([14 * million, 14 * million, null, []]);
  });

  test.each<[string, string[], string[], object[]]>([
    [
      'a prize that goes out more often than the plan has it, and who shares his place',
      ['B Nhất', ...all],
      [],
      [
        { kind: 'tooMany', prize: 'Nhất', given: 2, planned: 1, sharing: ['B', 'A'] },
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
    expect(moneyOf(plan, outcome(given, open)).faults).toEqual(faults);
  });

  test('tells two prizes of one name by their sums, and knows none where the plan says nothing', () => {
    const people = { ...plan, prizes: [prize('Nhất', 1), prize('Nhất', 2, million)], budget: 9 * million };
    const told = moneyOf(people, outcome(['A Nhất']));
    expect(told.lines).toEqual([{ prize: 'Nhất', count: 1, sum: 5 * million }]);
    expect([told.planned, told.budget]).toEqual([7 * million, 9 * million]);
    expect(told.faults).toEqual([{ kind: 'left', prize: 'Nhất', count: 2, isOpen: false }]);
    expect(moneyOf({ prizes: unknown }, outcome([]))).toMatchObject({
      lines: [],
      total: 0,
      planned: 0,
      faults: [],
    });
  });
});
