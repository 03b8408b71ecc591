import { describe, expect, test } from '@jest/globals';
import {
  asPrize,
  type Change,
  clean,
  type Found,
  festival,
  foundAfter,
  withoutVote,
} from '../../../support/brokenPlans.js';

const shares = 'points: { like: 1, share: 2 }';

describe('a final on a stage', () => {
  const skit = 'id: skit, title: Tiểu phẩm, people: registered';
  test.each<[string, Change[], Found[]]>([
    [
      'has a part without points, and points without a part',
      [[skit, 'id: drama, title: Tiểu phẩm, people: registered']],
      [
        ['part_without_points', 'components.live.parts.drama'],
        ['criterion_without_part', 'scoring.criteria.skit'],
      ],
    ],
    ['scores a part by a criterion of another name', [[skit, `${skit}, criteria: [skit]`]], []],
    [
      'scores a criterion twice',
      [[skit, `${skit}, criteria: [skit, knowledge]`]],
      [['criterion_in_two_parts', 'scoring.criteria.knowledge']],
    ],
  ])('%s', (_what, changes, findings) => {
    expect(foundAfter(festival, changes)).toEqual(findings);
  });
});

describe('points: a plan that is wrong or silent', () => {
  test.each<[string, Change[], Found[]]>([
    [
      'has weights that don’t make a hundred',
      [['weight: 70, judges', 'weight: 60, judges']],
      [['weights_not_hundred', 'scoring.jury.weight']],
    ],
    [
      'weighs the jury less than a hundred where likes only win a prize',
      [
        ...asPrize.slice(0, 2),
        [
          'id: consolation, title: Giải Khuyến khích, tier: consolation, scope: collective, basis: total',
          'id: consolation, title: Giải Khuyến khích, tier: consolation, scope: collective, basis: audience',
        ],
      ],
      [['weights_not_hundred', 'scoring.jury.weight']],
    ],
    [
      'has criteria that don’t make the scale',
      [['max: 40 }', 'max: 45 }']],
      [['criteria_not_scale', 'scoring.criteria']],
    ],
    [
      'has a maximum that no steps reach',
      [["label: 'Hình thức, kỹ thuật', max: 30 }", "label: 'Hình thức, kỹ thuật', max: 30, step: 4 }"]],
      [['max_not_in_steps', 'scoring.criteria.form.step']],
    ],
    [
      'needs more sheets than it has judges',
      [
        [
          'weight: 70, judges: 7, aggregate: mean, quorum: 5',
          'weight: 70, judges: 7, aggregate: mean, quorum: 8',
        ],
      ],
      [['quorum_over_judges', 'scoring.jury.quorum']],
    ],
    [
      'needs more sheets in a cluster than that has judges',
      [['judges: 3, quorum: 2', 'judges: 3, quorum: 4']],
      [['quorum_over_judges', 'rounds.cluster.jury.quorum']],
    ],
    [
      'needs more sheets than judges look at an entry',
      [['aggregate: mean, quorum: 5', 'aggregate: mean, quorum: 5, assignment: { views: 4 }']],
      [['quorum_over_views', 'scoring.jury.quorum']],
    ],
    [
      'wants more judges to look at an entry than there are',
      [['aggregate: mean, quorum: 5', 'aggregate: mean, quorum: 5, assignment: { views: 8 }']],
      [['views_over_judges', 'scoring.jury.assignment.views']],
    ],
    [
      'can leave a tie undecided',
      [["'criterion:content', draw]", "'criterion:content']"]],
      [['tie_chain_open', 'scoring.tieChain']],
    ],
    [
      'goes on after the lots are drawn',
      [["[audience, 'criterion:content', draw]", "[audience, draw, 'criterion:content']"]],
      [['tie_steps_unreached', 'scoring.tieChain.2']],
    ],
    [
      'decides ties by a vote there isn’t',
      withoutVote,
      [['tie_step_without_audience', 'scoring.tieChain.0']],
    ],
    [
      'how many points a criterion has',
      [['max: 40 }', 'max: unknown }']],
      [['points_unknown', 'scoring.criteria']],
    ],
    [
      'what a share is worth',
      [[shares, 'points: { like: 1, share: unknown }']],
      [['audience_without_conversion', 'scoring.audience.points']],
    ],
    [
      'how points become a part of the total',
      [['scale: { method: cap, cap: 500 }', 'scale: unknown']],
      [['audience_without_scaling', 'scoring.audience.scale']],
    ],
    [
      'what engagement is, where there is a prize for it',
      [
        ...asPrize,
        [shares, 'points: { like: unknown, share: unknown }'],
        ['tier: first, scope: collective, basis: total', 'tier: first, scope: collective, basis: audience'],
      ],
      [['engagement_undefined', 'scoring.audience.points']],
    ],
    [
      'has criteria that make no hundred, and no scale',
      [
        ['max: 40 }', 'max: 45 }'],
        ['  outOf: 100\n', ''],
      ],
      [['scale_not_named', 'scoring.criteria']],
    ],
  ])('%s', (_, changes, findings) => {
    expect(foundAfter(clean, changes)).toEqual(findings);
  });
});

describe('points: what only looks wrong', () => {
  test.each<[string, Change[]]>([
    [
      'weights with decimals',
      [
        ['weight: 70, judges', "weight: '66.7', judges"],
        ['weight: 30\n', "weight: '33.3'\n"],
      ],
    ],
    [
      'criteria with decimals',
      [
        ['max: 40 }', "max: '40.2', step: '0.1' }"],
        ["kỹ thuật', max: 30 }", "kỹ thuật', max: '29.8', step: '0.1' }"],
      ],
    ],
    ['criteria where no scale is named', [['  outOf: 100\n', '']]],
    [
      'an audience that counts for nothing',
      [
        ['weight: 30\n', 'weight: 0\n'],
        ['weight: 70, judges', 'weight: 100, judges'],
      ],
    ],
    ['a quorum of the whole jury', [['aggregate: mean, quorum: 5', 'aggregate: mean, quorum: 7']]],
    ['a tie that ends in a shared place', [["'criterion:content', draw]", 'shared]']]],
  ])('%s', (_, changes) => {
    expect(foundAfter(clean, changes)).toEqual([]);
  });
});
