import { describe, expect, test } from '@jest/globals';
import { type Change, clean, type Found, festival, foundAfter } from '../../../support/brokenPlans.js';

describe('what is simply not said: a plan that is wrong or silent', () => {
  test.each<[string, Change[], Found[]]>([
    [
      'wants clips that are longer than they may be',
      [['least: 180, most: 300', 'least: 301, most: 300']],
      [['shortest_over_longest', 'entries.demands.seconds']],
    ],
    [
      'wants teams that are larger than they may be',
      [['members: { least: 1, most: 10 }', 'members: { least: 11, most: 10 }']],
      [['smallest_team_over_largest', 'components.video.members']],
    ],
    [
      'how points are rounded',
      [['precision: 2', 'precision: unknown']],
      [['unknown_blocks', 'scoring.precision']],
    ],
    [
      'how judges’ points are put together',
      [['aggregate: mean', 'aggregate: unknown']],
      [['unknown_blocks', 'scoring.jury.aggregate']],
    ],
    [
      'how long a clip is',
      [['seconds: { least: 180, most: 300, tolerance: 10 }', 'seconds: unknown']],
      [['demands_unknown', 'entries.demands']],
    ],
    [
      'how exactly',
      [['tolerance: 10', 'tolerance: unknown']],
      [['tolerance_unknown', 'entries.demands.seconds.tolerance']],
    ],
  ])('%s', (_, changes, findings) => {
    expect(foundAfter(clean, changes)).toEqual(findings);
  });

  test.each<[string, Change[], Found[]]>([
    [
      'of whom those who take part in both would have to be more than they may be',
      [
        ['members: { least: unknown, most: unknown }', 'members: { least: 10, most: 20 }'],
        ['    kind: quiz\n', '    kind: quiz\n    members: { least: 3, most: 7 }\n'],
      ],
      [['teams_contradict', 'components.live.members']],
    ],
    [
      'of more people than anybody can register',
      [['members: { least: unknown, most: unknown }', 'members: { least: 201, most: unknown }']],
      [['team_over_any', 'components.live.members']],
    ],
    [
      'whose bounds overlap by one',
      [
        ['members: { least: unknown, most: unknown }', 'members: { least: 7, most: 20 }'],
        ['    kind: quiz\n', '    kind: quiz\n    members: { least: 3, most: 7 }\n'],
      ],
      [],
    ],
  ])('wants teams %s', (_, changes, findings) => {
    expect(foundAfter(festival, changes)).toEqual(findings);
  });

  test('lets more people answer than a team has', () => {
    const members: Change = ['members: { least: unknown, most: unknown }', 'members: { least: 1, most: 2 }'];
    expect(foundAfter(festival, [members])).toEqual([
      ['part_takes_more_than_team', 'components.live.parts.knowledge.people'],
    ]);
  });
});

describe('what is simply not said: what only looks wrong', () => {
  test.each<[string, Change[]]>([
    ['a clip of exactly one length', [['least: 180, most: 300', 'least: 300, most: 300']]],
    ['a tolerance of nothing', [['tolerance: 10', 'tolerance: 0']]],
    [
      'an unknown that nothing hangs on',
      [
        ['perAuthor: 2', 'perAuthor: unknown'],
        ['certificate: bang_khen', 'certificate: unknown'],
      ],
    ],
  ])('%s', (_, changes) => {
    expect(foundAfter(clean, changes)).toEqual([]);
  });
});
