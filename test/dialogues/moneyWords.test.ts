import { expect, test } from '@jest/globals';
import type { Contest } from '../../src/actions/contest.js';
import { describeMoney } from '../../src/dialogues/moneyWords.js';
import { withValues } from '../../src/domain/decisions.js';
import type { Outcome } from '../../src/domain/outcome.js';
import { words } from '../../src/words.js';
import { preset } from '../support/plans.js';

const million = 1_000_000;
const plan = withValues(await preset('dn-2023'), [
  ...['team_first', 'team_second', 'team_third'].flatMap((id) => [
    { path: `prizes.${id}.sum`, value: 30 * million },
    { path: `prizes.${id}.basis`, value: 'live' },
  ]),
]);
const titles = ['Giải Nhất tập thể', 'Giải Nhì tập thể', 'Giải Ba tập thể'];
const outcome = {
  ranking: { places: [] },
  entries: [],
  prizes: {
    given: titles.map((prize, at) => ({ code: `DN-0${at + 1}`, prize, sum: 30 * million })),
    open: [],
  },
} as unknown as Outcome;
const said = (own: Contest['plan']) => describeMoney(words, { plan: own } as Contest, outcome).text;
const lines = titles.map((title) => `${title}: 1 × 30.000.000 = 30.000.000 đồng`).join('\n');
const people = 'Giải Nhất cá nhân, Giải Nhì cá nhân, Giải Ba cá nhân, Giải Khuyến khích cá nhân';

test('the prizes of a quiz have a line of their own, also while nobody knows what they cost', () => {
  const total =
    'Cộng: 90.000.000 đồng. Các giải do kết quả này trao, theo kế hoạch cộng lại: 90.000.000 đồng.';
  expect(said(plan)).toBe(
    `TIỀN THƯỞNG\n${lines}\n${total}\nCác giải trao riêng, không theo kết quả này (${people}): chưa quy định đủ số lượng và mức tiền.\n⚠️ Vượt kinh phí trong kế hoạch (80.000.000 đồng) là 10.000.000 đồng.`,
  );
});

test('one budget has to pay for those of the result and those of the quiz', () => {
  const settled = withValues(plan, [
    ...['first', 'second', 'third', 'consolation'].map((id) => ({
      path: `prizes.${id}.sum`,
      value: million,
    })),
    { path: 'budget', value: 95 * million },
  ]);
  expect(said(settled)).toContain(
    `(${people}): 7.000.000 đồng.\n⚠️ Cùng với các giải trao riêng, vượt kinh phí trong kế hoạch (95.000.000 đồng) là 2.000.000 đồng.`,
  );
});
