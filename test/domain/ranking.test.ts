import { describe, expect, test } from '@jest/globals';
import { explain } from '../../src/domain/ranking/explain.js';
import { type RankedSheet, type RankingInput, type RankingRules, rank } from '../../src/domain/ranking.js';

const freezeAt = '2023-09-19T23:59:59.999+07:00';

const rules: RankingRules = {
  criteria: [{ id: 'whole', max: '100', step: '1' }],
  jury: { weight: '70', aggregate: 'mean', quorum: 6 },
  audience: {
    mode: 'score',
    weight: '30',
    points: { like: '1', share: '2' },
    scale: { method: 'max' },
    freezeAt,
  },
  tieChain: [],
  precision: 2,
};

type Scale = Extract<RankingRules['audience'], { mode: 'score' }>['scale'];
const scaledBy = (scale: Scale): RankingRules => ({
  ...rules,
  audience: { ...rules.audience, scale } as RankingRules['audience'],
});

const entriesOf = (...codes: string[]) =>
  codes.map((code) => ({ code, submittedAt: '2023-09-01T10:00:00+07:00' }));
const sheetsOf = (entry: string, ...points: (string | number)[]): RankedSheet[] =>
  points.map((whole, index) => ({ judge: `judge ${index + 1}`, entry, points: { whole: String(whole) } }));
const at = '2023-09-19T20:00:00+07:00';

const workedExample: Omit<RankingInput, 'rules'> = {
  entries: entriesOf('QN-07', 'QN-12', 'QN-15'),
  sheets: [
    ...sheetsOf('QN-07', 82, 85, 80, 88, 84, 86),
    ...sheetsOf('QN-12', 88, 90, 86, 91, 89, 87),
    ...sheetsOf('QN-15', 79, 83, 81, 80, 84, 82),
  ],
  snapshots: [
    { entry: 'QN-07', at, likes: 310, shares: 120 },
    { entry: 'QN-12', at, likes: 95, shares: 20 },
    { entry: 'QN-15', at, likes: 2600, shares: 900 },
  ],
};

/** `place code total = jury + audience`, with what decided a tie. */
const lines = (input: RankingInput): string[] =>
  rank(input).places.map(
    ({ place, code, total, jury, audience, decidedBy, tied }) =>
      `${place} ${code} ${total} = ${jury} + ${audience}${tied ? ' tied' : ''}${decidedBy ? ` by ${decidedBy}` : ''}`,
  );

describe('the worked example, 70 to 30, six judges, a share worth two likes', () => {
  test.each<[string, Scale, string[]]>([
    [
      'max',
      { method: 'max' },
      ['1 QN-15 87.05 = 57.05 + 30.00', '2 QN-12 62.87 = 61.95 + 0.92', '3 QN-07 62.67 = 58.92 + 3.75'],
    ],
    [
      'cap 1,000',
      { method: 'cap', cap: '1000' },
      ['1 QN-15 87.05 = 57.05 + 30.00', '2 QN-07 75.42 = 58.92 + 16.50', '3 QN-12 66.00 = 61.95 + 4.05'],
    ],
    [
      'rank (30, 20, 10)',
      { method: 'rank', places: ['30', '20', '10'] },
      ['1 QN-15 87.05 = 57.05 + 30.00', '2 QN-07 78.92 = 58.92 + 20.00', '3 QN-12 71.95 = 61.95 + 10.00'],
    ],
    [
      'cap 500, which returns the decision to the jury',
      { method: 'cap', cap: '500' },
      ['1 QN-07 88.92 = 58.92 + 30.00', '2 QN-15 87.05 = 57.05 + 30.00', '3 QN-12 70.05 = 61.95 + 8.10'],
    ],
  ])('scaled by %s', (_, scale, expected) => {
    const input = { rules: scaledBy(scale), ...workedExample };
    expect(lines(input)).toEqual(expected);
    expect(rank(input)).toMatchObject({ unranked: [], draws: [], noSnapshot: [] });
  });

  test('comes out the same in whatever order it is given', () => {
    const reversed = {
      rules,
      entries: [...workedExample.entries].reverse(),
      sheets: [...workedExample.sheets].reverse(),
      snapshots: [...workedExample.snapshots].reverse(),
    };
    expect(rank(reversed)).toEqual(rank({ rules, ...workedExample }));
  });

  test('with a prize of its own for the audience, the jury alone decides', () => {
    const prize = { mode: 'prize', points: { like: '1', share: '2' }, freezeAt } as const;
    expect(
      lines({
        rules: { ...rules, jury: { ...rules.jury, weight: '100' }, audience: prize },
        ...workedExample,
      }),
    ).toEqual([
      '1 QN-12 88.50 = 88.50 + 0.00',
      '2 QN-07 84.17 = 84.17 + 0.00',
      '3 QN-15 81.50 = 81.50 + 0.00',
    ]);
  });
});

describe('the jury part', () => {
  const jury = (overrides: Partial<RankingRules['jury']>, points: (string | number)[], max = '100') =>
    rank({
      rules: {
        ...rules,
        criteria: [{ id: 'whole', max, step: '1' }],
        jury: { weight: '100', aggregate: 'mean', quorum: 1, ...overrides },
        audience: { mode: 'none' },
      },
      entries: entriesOf('A'),
      sheets: sheetsOf('A', ...points),
      snapshots: [],
    }).places[0]?.jury;

  test.each<[string, Partial<RankingRules['jury']>, (string | number)[], string]>([
    ['half up where a binary float would fall short', { weight: '1' }, ['0.5', '1.5'], '0.01'],
    ['1.005 up', {}, ['1.00', '1.01'], '1.01'],
    ['one third', {}, [0, 0, 1], '0.33'],
    ['two thirds', {}, [0, 1, 1], '0.67'],
    ['a third of full marks three times', { weight: '70' }, [33, 33, 34], '23.33'],
    ['full marks', { weight: '70' }, [100, 100], '70.00'],
    ['nothing', {}, [0], '0.00'],
    ['the median of three', { aggregate: 'median' }, [10, 90, 80], '80.00'],
    ['the median of four', { aggregate: 'median' }, [10, 90, 80, 71], '75.50'],
    ['the median of one', { aggregate: 'median' }, [42], '42.00'],
    ['trimmed from five sheets up', { aggregate: 'trimmed' }, [0, 80, 81, 82, 100], '81.00'],
    [
      'trimmed of equal ones leaves one out each way',
      { aggregate: 'trimmed' },
      [80, 80, 80, 90, 90],
      '83.33',
    ],
    ['trimmed of four is the mean', { aggregate: 'trimmed' }, [0, 80, 80, 80], '60.00'],
  ])('%s', (_, overrides, points, expected) => {
    expect(jury(overrides, points)).toBe(expected);
  });

  test('is a share of the sum of all criteria', () => {
    expect(jury({ weight: '70' }, [30, 40], '40')).toBe('61.25');
  });

  test('leaves abstentions out, and an entry with too few sheets unranked', () => {
    const input: RankingInput = {
      rules: { ...rules, jury: { ...rules.jury, quorum: 2 }, audience: { mode: 'none' } },
      entries: entriesOf('A', 'B', 'C'),
      sheets: [
        ...sheetsOf('A', 80, 90),
        { judge: 'judge 3', entry: 'A', abstained: true },
        ...sheetsOf('B', 100),
        { judge: 'judge 2', entry: 'B', abstained: true },
      ],
      snapshots: [],
    };
    expect(rank(input)).toEqual({
      places: [
        {
          place: 1,
          code: 'A',
          total: '59.50',
          jury: '59.50',
          audience: '0.00',
          decidedBy: null,
          tied: false,
        },
      ],
      unranked: [
        { code: 'B', reason: 'belowQuorum' },
        { code: 'C', reason: 'belowQuorum' },
      ],
      draws: [],
      noSnapshot: [],
    });
  });

  test('who was absent is unranked for that, unless the judges have scored it all the same', () => {
    const absent = (code: string) => ({ code, submittedAt: at, absent: true });
    const input: RankingInput = {
      rules: { ...rules, jury: { ...rules.jury, quorum: 2 }, audience: { mode: 'none' } },
      entries: [absent('A'), absent('B'), ...entriesOf('C')],
      sheets: sheetsOf('A', 80, 90),
      snapshots: [],
    };
    const { places, unranked } = rank(input);
    expect(places.map(({ code }) => code)).toEqual(['A']);
    expect(unranked).toEqual([
      { code: 'B', reason: 'absent' },
      { code: 'C', reason: 'belowQuorum' },
    ]);
    expect(['A', 'B', 'C'].map((code) => explain(input, code)?.unranked)).toEqual([
      ...[null, 'absent', 'belowQuorum'],
    ]);
  });

  test('nobody entered: nothing is ranked', () => {
    expect(rank({ rules, entries: [], sheets: [], snapshots: [] })).toEqual({
      places: [],
      unranked: [],
      draws: [],
      noSnapshot: [],
    });
  });
});

describe('the audience part', () => {
  const audience = (scale: Scale, snapshots: RankingInput['snapshots'], codes = ['A', 'B', 'C']) => {
    const ranking = rank({
      rules: { ...scaledBy(scale), jury: { ...rules.jury, quorum: 1 } },
      entries: entriesOf(...codes),
      sheets: codes.flatMap((code) => sheetsOf(code, 50)),
      snapshots,
    });
    const points = Object.fromEntries(ranking.places.map(({ code, audience }) => [code, audience]));
    return { ...points, noSnapshot: ranking.noSnapshot };
  };
  const snapshot = (entry: string, at: string, likes: number, shares = 0) => ({ entry, at, likes, shares });

  test('counts the last snapshot at or before the freeze, to the millisecond', () => {
    const counted = audience({ method: 'cap', cap: '100' }, [
      snapshot('A', '2023-09-10T00:00:00Z', 10),
      snapshot('A', '2023-09-19T16:59:59.999Z', 20),
      snapshot('A', '2023-09-19T17:00:00.000Z', 90),
      snapshot('B', '2023-09-19T23:00:00+07:00', 30),
      snapshot('B', '2023-09-19T15:00:00Z', 40),
    ]);
    expect(counted).toEqual({ A: '6.00', B: '9.00', C: '0.00', noSnapshot: ['C'] });
  });

  test.each<[string, Scale, number[], string[]]>([
    ['max, when nobody was liked', { method: 'max' }, [0, 0, 0], ['0.00', '0.00', '0.00']],
    ['max', { method: 'max' }, [3, 2, 1], ['30.00', '20.00', '10.00']],
    ['cap, at it and beyond', { method: 'cap', cap: '2' }, [3, 2, 1], ['30.00', '30.00', '15.00']],
    [
      'rank, equals sharing a place',
      { method: 'rank', places: ['30', '20', '10'] },
      [5, 5, 1],
      ['30.00', '30.00', '10.00'],
    ],
    [
      'rank, beyond the list',
      { method: 'rank', places: ['30', '20'] },
      [5, 4, 1],
      ['30.00', '20.00', '0.00'],
    ],
    [
      'rank, fractions as listed',
      { method: 'rank', places: ['30', '7.125'] },
      [5, 4, 1],
      ['30.00', '7.13', '0.00'],
    ],
  ])('scaled by %s', (_, scale, likes, expected) => {
    const [a, b, c] = expected;
    const snapshots = likes.map((count, index) => snapshot('ABC'.charAt(index), at, count));
    expect(audience(scale, snapshots)).toEqual({ A: a, B: b, C: c, noSnapshot: [] });
  });
});

describe('ties', () => {
  const criteria = [
    { id: 'content', max: '50', step: '1' },
    { id: 'form', max: '50', step: '1' },
  ];
  const sheet = (judge: string, entry: string, content: number, form: number): RankedSheet => ({
    judge,
    entry,
    points: { content: String(content), form: String(form) },
  });
  /** A, B and C have the same total; D is ahead of them, E behind. */
  const tied = (tieChain: RankingRules['tieChain']): RankingInput => ({
    rules: {
      ...scaledBy({ method: 'cap', cap: '10' }),
      criteria,
      jury: { weight: '70', aggregate: 'mean', quorum: 1 },
      tieChain,
    },
    entries: [
      { code: 'A', submittedAt: '2023-09-01T09:00:00+07:00' },
      { code: 'B', submittedAt: '2023-09-01T08:00:00+07:00' },
      { code: 'C', submittedAt: '2023-09-01T10:00:00+07:00' },
      { code: 'D', submittedAt: '2023-09-01T11:00:00+07:00' },
      { code: 'E', submittedAt: '2023-09-01T12:00:00+07:00' },
    ],
    sheets: [
      sheet('head', 'A', 40, 40),
      sheet('other', 'A', 40, 40),
      sheet('head', 'B', 35, 45),
      sheet('other', 'B', 40, 40),
      sheet('head', 'C', 40, 42),
      sheet('other', 'C', 40, 38),
      sheet('head', 'D', 50, 50),
      sheet('head', 'E', 10, 10),
    ],
    snapshots: [
      { entry: 'A', at, likes: 12, shares: 0 },
      { entry: 'B', at, likes: 12, shares: 0 },
      { entry: 'C', at, likes: 11, shares: 0 },
      { entry: 'D', at, likes: 0, shares: 5 },
      { entry: 'E', at, likes: 10, shares: 0 },
    ],
    headJudge: 'head',
  });
  const middle = (chain: RankingRules['tieChain']) =>
    lines(tied(chain))
      .slice(1, -1)
      .map((line) => line.replace(' 86.00 = 56.00 + 30.00', ''));

  test.each<[string, RankingRules['tieChain'], string[]]>([
    ['no chain: they share', [], ['2 A tied', '2 B tied', '2 C tied']],
    ['shared', ['shared'], ['2 A tied by shared', '2 B tied by shared', '2 C tied by shared']],
    ['audience', ['audience'], ['2 A tied by audience', '2 B tied by audience', '4 C by audience']],
    [
      'audience, then a criterion',
      ['audience', 'criterion:content'],
      ['2 A by criterion:content', '3 B by criterion:content', '4 C by audience'],
    ],
    [
      'a criterion',
      ['criterion:content'],
      ['2 A tied by criterion:content', '2 C tied by criterion:content', '4 B by criterion:content'],
    ],
    ['head judge', ['head_judge'], ['2 C by head_judge', '3 A tied by head_judge', '3 B tied by head_judge']],
    [
      'earlier submission',
      ['earlier_submission'],
      ['2 B by earlier_submission', '3 A by earlier_submission', '4 C by earlier_submission'],
    ],
    [
      'shared ends the chain',
      ['shared', 'earlier_submission'],
      ['2 A tied by shared', '2 B tied by shared', '2 C tied by shared'],
    ],
  ])('decided by %s', (_, chain, expected) => {
    expect(middle(chain)).toEqual(expected);
  });

  test('the place after a shared one counts on', () => {
    expect(rank(tied([])).places.map(({ place }) => place)).toEqual([1, 2, 2, 2, 5]);
  });

  test('lots that have to be drawn are named, with the place they are drawn for', () => {
    expect(rank(tied(['audience', 'draw'])).draws).toEqual([{ place: 2, codes: ['A', 'B'] }]);
    expect(middle(['audience', 'draw'])).toEqual([
      '2 A tied by audience',
      '2 B tied by audience',
      '4 C by audience',
    ]);
  });

  test('the head judge’s points separate nobody where one has none of them', () => {
    const { sheets, ...rest } = tied(['head_judge']);
    const recused = sheets.filter(({ judge, entry }) => !(judge === 'head' && entry === 'A'));
    expect(
      rank({ ...rest, sheets: recused })
        .places.filter(({ place }) => place === 2)
        .map(({ code }) => code),
    ).toContain('A');
  });

  test('entries are tied on the published totals, even where the exact ones differ', () => {
    const ranking = rank({
      rules: { ...rules, jury: { ...rules.jury, quorum: 3 }, audience: { mode: 'none' }, precision: 0 },
      entries: entriesOf('A', 'B'),
      sheets: [...sheetsOf('A', 80, 80, 80), ...sheetsOf('B', 80, 80, 81)],
      snapshots: [],
    });
    expect(ranking.places.map(({ place, total, tied }) => ({ place, total, tied }))).toEqual([
      { place: 1, total: '56', tied: true },
      { place: 1, total: '56', tied: true },
    ]);
  });
});

test('totals are what a pocket calculator makes of the printed parts', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  const codes = Array.from({ length: 50 }, (_, index) => `QN-${index + 1}`);
  const { places } = rank({
    rules,
    entries: entriesOf(...codes),
    sheets: codes.flatMap((code) => sheetsOf(code, ...Array.from({ length: 6 }, () => random(101)))),
    snapshots: codes.map((entry) => ({ entry, at, likes: random(3000), shares: random(900) })),
  });
  const cents = (points: string) => Number(points.replace('.', ''));
  expect(places).toHaveLength(50);
  for (const { total, jury, audience } of places) expect(cents(total)).toBe(cents(jury) + cents(audience));
  expect(places.map(({ total }) => cents(total))).toEqual(
    places.map(({ total }) => cents(total)).sort((a, b) => b - a),
  );
});

test('more writings of points than a call takes arguments are no trouble', () => {
  const codes = Array.from({ length: 150_000 }, (_, index) => `QN-${index}`);
  const { places } = rank({
    rules: {
      criteria: [{ id: 'all', max: '100', step: '0.0001' }],
      jury: { weight: '100', aggregate: 'mean', quorum: 1 },
      audience: { mode: 'none' },
      tieChain: [],
      precision: 2,
    },
    entries: codes.map((code) => ({ code, submittedAt: '2023-08-31T08:00:00Z' })),
    sheets: codes.map((entry, index) => ({
      judge: 'an',
      entry,
      points: { all: (index / 10_000).toFixed(4) },
    })),
    snapshots: [],
  });
  expect([places.length, places[0]?.total]).toEqual([150_000, '15.00']);
});
