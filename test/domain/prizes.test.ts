import { describe, expect, test } from '@jest/globals';
import { announced } from '../../src/domain/outcome.js';
import { unknown } from '../../src/domain/plan/unknown.js';
import type { Prize } from '../../src/domain/plan.js';
import { awards, type Border, pickFaults, type ToAward } from '../../src/domain/prizes.js';
import type { Ranking } from '../../src/domain/ranking.js';
import { preset } from '../support/plans.js';

const prize = (
  id: string,
  tier: Prize['tier'],
  count: Prize['count'],
  basis: Prize['basis'] = 'total',
): Prize => ({
  ...{ id, title: id, tier, scope: 'collective', basis, count, sum: 1_000_000, certificate: 'giay_khen' },
});
const clips = await preset('qn-2023');
const onStage = await preset('dn-2023');

const main = [prize('third', 'third', 2), prize('first', 'first', 1), prize('second', 'second', 1)];
const extra = prize('liked', 'extra', 1, 'audience');

/** `A1 B2 C2`: codes with their places. Totals fall with the place. */
const ranked = (text: string, draws: Ranking['draws'] = []): ToAward['ranking'] => ({
  places: text.split(' ').map((each) => {
    const place = Number(each.slice(1));
    const total = String(90 - place);
    return {
      code: each.charAt(0),
      place,
      total,
      jury: String(place),
      audience: '0',
      decidedBy: null,
      tied: false,
    };
  }),
  draws,
});
const liked = [
  { code: 'A', raw: '50' },
  { code: 'B', raw: '9.5' },
  { code: 'C', raw: '0' },
];

const told = (
  about: Partial<ToAward['plan']>,
  ranking: ToAward['ranking'],
  engagement: ToAward['engagement'] = liked,
  borders: Border[] = [],
) => {
  const result = awards({
    plan: { ...clips, prizes: main, prizeRules: undefined, ...about },
    ranking,
    engagement,
    borders,
  });
  return [
    ...result.awards.map(({ prize, code, place, points }) => `${prize.id}: ${code} (${place}, ${points})`),
    ...result.undecided.map(
      ({ reason, prizes, codes }) =>
        `${reason}: ${prizes.map(({ id }) => id).join(' ')} for ${codes.join(' ')}`,
    ),
  ];
};

describe('prizes go', () => {
  test.each<[string, Partial<ToAward['plan']>, string, string[]]>([
    [
      'by place, the higher tier first',
      {},
      'A1 B2 C3 D4 E5',
      ['first: A (1, 89)', 'second: B (2, 88)', 'third: C (3, 87)', 'third: D (4, 86)'],
    ],
    ['to as many as there are', {}, 'A1 B2', ['first: A (1, 89)', 'second: B (2, 88)']],
    [
      'to who shares a place with as many prizes',
      {},
      'A1 B2 C3 D3',
      ['first: A (1, 89)', 'second: B (2, 88)', 'third: C (3, 87)', 'third: D (3, 87)'],
    ],
    [
      'to nobody yet where a shared place reaches over a border',
      {},
      'A1 B1 C3 D4',
      ['third: C (3, 87)', 'third: D (4, 86)', 'shared: first second for A B'],
    ],
    [
      'to nobody yet where there are too few at the end',
      {},
      'A1 B2 C3 D4 E4',
      ['first: A (1, 89)', 'second: B (2, 88)', 'third: C (3, 87)', 'shared: third for D E'],
    ],
    [
      'higher where the plan says so',
      { prizeRules: { sharedBorder: 'higher' } },
      'A1 B1 C3 D4 E4',
      ['first: A (1, 89)', 'first: B (1, 89)', 'third: C (3, 87)', 'third: D (4, 86)', 'third: E (4, 86)'],
    ],
    [
      'lower where the plan says so, and to nobody where there are too few',
      { prizeRules: { sharedBorder: 'lower' } },
      'A1 B1 C3 D4 E4',
      ['second: A (1, 89)', 'second: B (1, 89)', 'third: C (3, 87)'],
    ],
    [
      'by the judges’ points alone where that is the basis',
      { prizes: [prize('jury', 'first', 1, 'jury')] },
      'A1 B2',
      ['jury: B (1, 2)'],
    ],
    [
      'extra to the most liked, beside another prize',
      { prizes: [...main, extra] },
      'A1 B2 C3',
      ['first: A (1, 89)', 'second: B (2, 88)', 'third: C (3, 87)', 'liked: A (1, 50)'],
    ],
    [
      'extra to the most liked who has none, where one is all that an entry wins',
      { prizes: [prize('first', 'first', 1), extra], prizeRules: { onePerEntry: true } },
      'A1 B2 C3',
      ['first: A (1, 89)', 'liked: B (2, 9.5)'],
    ],
    [
      'to nobody yet who may still win another',
      { prizes: [prize('first', 'first', 1), extra], prizeRules: { onePerEntry: true } },
      'A1 B1',
      ['shared: first for A B', 'waits: liked for A'],
    ],
    [
      'to nobody while the plan leaves open how many',
      { prizes: [prize('first', 'first', unknown)] },
      'A1',
      ['unknown: first for '],
    ],
    ['to nobody while the plan leaves all open', { prizes: unknown }, 'A1', ['unknown:  for ']],
    [
      'elsewhere where a quiz decides',
      { prizes: [prize('quiz', 'first', 1, 'quiz')] },
      'A1',
      ['elsewhere: quiz for '],
    ],
    [
      'elsewhere where a stage decides, and the final isn’t held there',
      { prizes: [prize('live', 'first', 1, 'live')] },
      'A1',
      ['elsewhere: live for '],
    ],
    [
      'by place where a stage decides and the final is held there',
      { ...onStage, prizes: [prize('live', 'first', 1, 'live'), prize('second', 'second', 1)] },
      'A1 B2',
      ['live: A (1, 89)', 'second: B (2, 88)'],
    ],
  ])('%s', (_, plan, places, expected) => {
    expect(told(plan, ranked(places))).toEqual(expected);
  });

  test('by the decided places where nothing but the jury counts', () => {
    const places = ranked('A1 B2').places.map((each) => ({ ...each, total: '80', jury: '80' }));
    expect(told({ prizes: [prize('jury', 'first', 1, 'jury')] }, { places, draws: [] })).toEqual([
      'jury: A (1, 80)',
    ]);
  });

  test('to nobody before lots are drawn that decide it', () => {
    const draws = [{ place: 1, codes: ['A', 'B'] }];
    expect(told({}, ranked('A1 B1', draws))).toEqual(['draw: first second for A B']);
  });

  test('to nobody for engagement where there was none', () => {
    expect(told({ prizes: [extra] }, ranked('A1'), [{ code: 'A', raw: '0' }])).toEqual([]);
  });
});

describe('a shared place over a border between prizes, as it was decided, gives', () => {
  const border = (to: Border['to'], prizes: string[], codes = ['A', 'B']): Border => ({
    ...{ codes, prizes, to, reason: 'r' },
  });
  test.each<[string, Partial<ToAward['plan']>, string, Border[], string[]]>([
    [
      'the higher prize to all of them',
      {},
      'A1 B1 C3',
      [border('higher', ['first', 'second'])],
      ['first: A (1, 89)', 'first: B (1, 89)', 'third: C (3, 87)'],
    ],
    [
      'the lower one to all of them',
      {},
      'A1 B1 C3',
      [border('lower', ['first', 'second'])],
      ['second: A (1, 89)', 'second: B (1, 89)', 'third: C (3, 87)'],
    ],
    [
      'nothing, where there are too few and the lower was decided; and who waited for that wins the other',
      { prizes: [prize('first', 'first', 1), extra], prizeRules: { onePerEntry: true } },
      'A1 B1',
      [border('lower', ['first'])],
      ['liked: A (1, 50)'],
    ],
    [
      'what the plan rules, whatever was decided',
      { prizeRules: { sharedBorder: 'lower' } },
      'A1 B1',
      [border('higher', ['first', 'second'])],
      ['second: A (1, 89)', 'second: B (1, 89)'],
    ],
    [
      'nothing yet, where it was decided about others or about other prizes',
      {},
      'A1 B1',
      [border('higher', ['first', 'third']), border('higher', ['first', 'second'], ['A', 'C'])],
      ['shared: first second for A B'],
    ],
  ])('%s', (_, plan, places, borders, expected) => {
    expect(told(plan, ranked(places), liked, borders)).toEqual(expected);
  });

  test('its reason to whoever reads the result', () => {
    const borders = [border('higher', ['first', 'second'])];
    const decided = awards({
      plan: { ...clips, prizes: main },
      ranking: ranked('A1 B1'),
      engagement: liked,
      borders,
    });
    expect(announced(decided)).toEqual({
      given: ['A', 'B'].map((code) => ({ code, prize: 'first', sum: 1_000_000 })),
      open: [],
      agreed: [{ prizes: ['first', 'second'], codes: ['A', 'B'], prize: 'first', reason: 'r' }],
    });
  });
});

describe('a choice by hand', () => {
  test.each([
    ['the best', [{ code: 'A' }, { code: 'B' }], []],
    ['both who share a place', [{ code: 'A' }, { code: 'B' }, { code: 'C' }], []],
    ['one of a shared place', [{ code: 'A' }, { code: 'C' }], []],
    [
      'one behind others, without a reason',
      [{ code: 'A' }, { code: 'D' }],
      [{ fault: 'needsReason', code: 'D', skipped: ['B', 'C'] }],
    ],
    ['one behind others, with a reason', [{ code: 'A' }, { code: 'D', reason: 'Có tính sân khấu' }], []],
    ['too many', ['A', 'B', 'C', 'D'].map((code) => ({ code })), [{ fault: 'tooMany', places: 3 }]],
    [
      'one twice, and one without a place',
      [{ code: 'A' }, { code: 'A' }, { code: 'X' }],
      [
        { fault: 'twice', code: 'A' },
        { fault: 'notRanked', code: 'X' },
      ],
    ],
  ])('%s', (_, picks, faults) => {
    expect(pickFaults(picks, ranked('A1 B2 C2 D4'), 3)).toEqual(faults);
  });
});
