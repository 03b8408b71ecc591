import { describe, expect, test } from '@jest/globals';
import { checkPlan } from '../../../../src/domain/plan/check.js';
import { type Change, clean, district, type Found, foundAfter } from '../../../support/brokenPlans.js';
import { planFrom } from '../../../support/plans.js';

const selection = 'selection: { title: Xét chọn ở cụm, between: [2026-09-08, 2026-09-20] }';
const nomination = 'between: [2026-09-21, 2026-09-25] }';

describe('levels: a plan that is wrong or silent', () => {
  test.each<[string, Change[], Found[]]>([
    [
      'takes nominations while the level below still selects',
      [[nomination, 'between: [2026-09-20, 2026-09-25] }']],
      [['opens_before_feeder_closes', 'windows.nomination']],
    ],
    [
      'lets the level below select after the level above has taken in',
      [[selection, 'selection: { title: Xét chọn ở cụm, between: [2026-09-08, 2026-09-26] }']],
      [['lower_later_than_intake', 'windows.selection']],
    ],
    [
      'asks more of a unit than it may send',
      [['least: { level: commune, count: 1 }', 'least: { level: commune, count: 3 }']],
      [['owes_more_than_allowed', 'rounds.cluster.intake.least']],
    ],
    [
      'takes entries nowhere',
      [
        ['    level: cluster\n', '    level: cluster\n    heldBy: units\n'],
        [
          '    level: province\n    window: judging\n',
          '    level: province\n    heldBy: units\n    window: judging\n',
        ],
      ],
      [['nothing_takes_entries', 'rounds']],
    ],
    [
      'lets a cluster send more than is taken from it',
      [['sends: { level: cluster, count: 3 }', 'sends: { level: cluster, count: 4 }']],
      [['sends_more_than_taken', 'rounds.cluster.sends']],
    ],
    [
      'lets a cluster send less than is taken from it',
      [['sends: { level: cluster, count: 3 }', 'sends: { level: cluster, count: 2 }']],
      [['sends_less_than_taken', 'rounds.cluster.sends']],
    ],
  ])('%s', (_, changes, findings) => {
    expect(foundAfter(clean, changes)).toEqual(findings);
  });
});

describe('levels: what only looks wrong', () => {
  test.each<[string, Change[]]>([
    [
      'owing all that may be sent',
      [['least: { level: commune, count: 1 }', 'least: { level: commune, count: 2 }']],
    ],
    ['not saying how many a cluster sends', [['sends: { level: cluster, count: 3 }', 'sends: unknown']]],
  ])('%s', (_, changes) => {
    expect(foundAfter(clean, changes)).toEqual([]);
  });
});

describe('a contest that feeds another', () => {
  const count = 'round: final, count: 2';
  const chosen = 'closes: { before: 2023-08-31 }';
  test.each<[string, Change[], Found[]]>([
    [
      'sends more than is taken',
      [[count, 'round: final, count: 3']],
      [['sends_more_than_taken', 'feeds.count']],
    ],
    [
      'sends less than is taken',
      [[count, 'round: final, count: 1']],
      [['sends_less_than_taken', 'feeds.count']],
    ],
    [
      'doesn’t say how many it sends',
      [[count, 'round: final, count: unknown']],
      [['sent_count_unknown', 'feeds.count']],
    ],
    [
      'chooses after the limit above',
      [[chosen, 'closes: { by: 2023-08-31 }']],
      [['lower_later_than_limit', 'windows.selection']],
    ],
    [
      'chooses after the intake above',
      [[chosen, 'closes: { by: 2023-09-02 }']],
      [['lower_later_than_intake', 'windows.selection']],
    ],
    [
      'names a round that takes nothing',
      [[count, 'round: showcase, count: 2']],
      [['upper_round_not_found', 'feeds.round']],
    ],
    [
      'is held by a commune where districts send',
      [["root: '524'", "root: '21046'"]],
      [['upper_takes_other_level', 'units.root']],
    ],
    [
      'launches in the same month',
      [['launch: { closes: { before: 2023-07-20 } }', 'launch: { month: 2023-07 }']],
      [],
    ],
  ])('%s', (_, changes, findings) => {
    expect(foundAfter(district, changes)).toEqual(findings);
  });

  test('whose plan isn’t there', () => {
    expect(foundAfter(district, [], null)).toEqual([['upper_not_found', 'feeds.contest']]);
  });

  test('isn’t compared where nobody looked for the other', () => {
    expect(checkPlan(planFrom(district)).filter(({ path }) => /^(feeds|windows)/.test(path))).toEqual([]);
  });
});
