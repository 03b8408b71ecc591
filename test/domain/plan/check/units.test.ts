import { describe, expect, test } from '@jest/globals';
import { type Change, check, clean, type Found, foundAfter } from '../../../support/brokenPlans.js';
import { planFrom } from '../../../support/plans.js';

describe('units and clusters: a plan that is wrong or silent', () => {
  test.each<[string, Change[], Found[]]>([
    ['is held in a unit there isn’t', [["root: '51'", "root: '52000'"]], [['no_such_unit', 'units.root']]],
    [
      'puts a unit of another province into a cluster',
      [["'21025' #", "'00004' #"]],
      [
        ['no_such_unit', 'units.clusters.quang_ngai.members.0'],
        ['unit_in_no_cluster', 'units.clusters'],
      ],
    ],
    [
      'puts a commune into two clusters',
      [["        - '21040' #", "        - '21025'\n        - '21040' #"]],
      [['unit_in_two_clusters', 'units.clusters.binh_son.members.0']],
    ],
    [
      'puts a commune twice into one cluster',
      [["        - '21040' #", "        - '21040'\n        - '21040' #"]],
      [['unit_twice_in_cluster', 'units.clusters.binh_son.members.1']],
    ],
    [
      'names a list there isn’t',
      [['list: vn-2025-two-tiers', 'list: vn-1975']],
      [['no_such_list', 'units.list']],
    ],
  ])('%s', (_, changes, findings) => {
    expect(foundAfter(clean, changes)).toEqual(findings);
  });

  test('has rounds of clusters and no clusters', () => {
    const plan = planFrom(clean);
    expect(check({ ...plan, units: { ...plan.units, clusters: [] } })).toEqual([
      ['clusters_missing', 'rounds.cluster.level'],
    ]);
  });
});
