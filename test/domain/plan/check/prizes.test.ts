import { describe, expect, test } from '@jest/globals';
import {
  asPrize,
  type Change,
  clean,
  type Found,
  foundAfter,
  withoutVote,
} from '../../../support/brokenPlans.js';

describe('prizes: a plan that is wrong or silent', () => {
  test.each<[string, Change[], Found[]]>([
    [
      'gives a prize by a vote there isn’t',
      [
        ...withoutVote,
        ["tieChain: [audience, 'criterion", "tieChain: ['criterion"],
        ['tier: first, scope: collective, basis: total', 'tier: first, scope: collective, basis: audience'],
      ],
      [['audience_prize_without_vote', 'prizes.first.basis']],
    ],
    ['votes for a prize there isn’t', asPrize, [['audience_prize_missing', 'scoring.audience.mode']]],
    [
      'gives more than it has',
      [['budget: 60000000', 'budget: 31999999']],
      [['prizes_over_budget', 'budget']],
    ],
    [
      'gives the third more than the second',
      [['count: 3, sum: 3000000', 'count: 3, sum: 5000001']],
      [['lower_prize_is_worth_more', 'prizes.third.sum']],
    ],
    [
      'which prizes there are',
      [[/prizes:\n(?: {2}- .*\n)+/.exec(clean)?.[0] ?? '', 'prizes: unknown\n']],
      [['prizes_unknown', 'prizes']],
    ],
    [
      'how many seconds',
      [['count: 2, sum: 5000000', 'count: unknown, sum: 5000000']],
      [['prize_incomplete', 'prizes.second']],
    ],
    ['how much the first is', [['sum: 8000000', 'sum: unknown']], [['prize_incomplete', 'prizes.first']]],
  ])('%s', (_, changes, findings) => {
    expect(foundAfter(clean, changes)).toEqual(findings);
  });
});

describe('prizes: what only looks wrong', () => {
  test.each<[string, Change[]]>([
    ['prizes that cost all there is', [['budget: 60000000', 'budget: 32000000']]],
    ['prizes of two tiers with one sum', [['count: 3, sum: 3000000', 'count: 3, sum: 5000000']]],
    [
      'an extra prize above the others',
      [
        [
          'tier: third, scope: collective, basis: total, count: 3, sum: 3000000',
          'tier: extra, scope: collective, basis: total, count: 3, sum: 9000000',
        ],
        ['budget: 60000000', 'budget: unknown'],
      ],
    ],
  ])('%s', (_, changes) => {
    expect(foundAfter(clean, changes)).toEqual([]);
  });
});
