import { expect, test } from '@jest/globals';
import { type ClusterFault, clusterFaults } from '../../../src/domain/units.js';
import { loadUnits } from '../../../src/store/unitFiles.js';

const today = await loadUnits('contests/units/vn-2025-two-tiers.csv');
const clusters = [{ id: 'tu-nghia', name: 'Cụm Tư Nghĩa', members: ['21250', '21238'] }];

test('a cluster stands between its communes and the province', () => {
  const clustered = today.withClusters(clusters);
  const names = (code: string) => clustered.lineage(code).map((unit) => clustered.shortName(unit));
  expect(names('21250')).toEqual(['xã Nghĩa Giang', 'cụm Tư Nghĩa', 'tỉnh Quảng Ngãi']);
  expect(clustered.ancestor('21250', 'cluster')?.code).toBe('cum:tu-nghia');
  expect(clustered.ancestor('21250', 'province')?.code).toBe('51');
  expect(clustered.under('51', 'cluster').map(({ code }) => code)).toEqual(['cum:tu-nghia']);
  expect(clustered.under('cum:tu-nghia', 'commune').map(({ code }) => code)).toEqual(['21238', '21250']);
  // Nobody is lost by it, and the tree without clusters is as it was.
  expect(clustered.under('51', 'commune')).toHaveLength(96);
  expect(today.ancestor('21250', 'cluster')).toBeUndefined();
  expect(clustered.search('cum tu nghia').map(({ code }) => code)).toEqual(['cum:tu-nghia']);
  expect(today.withClusters([])).toBe(today);
});

test.each<[string, string[], ClusterFault['problem'], string]>([
  ['a unit there isn’t', ['21250', '1'], 'unknown', '1'],
  ['a province', ['51'], 'notCommune', '51'],
  ['a unit twice', ['21250', '21250'], 'twice', '21250'],
  ['communes of two provinces', ['21250', '00004'], 'apart', '00004'],
])('a cluster of %s is found wrong', (_, members, problem, unit) => {
  const wrong = [{ id: 'a', name: 'Cụm A', members }];
  expect(clusterFaults(today, wrong)).toEqual([{ cluster: 'a', unit, problem }]);
  expect(() => today.withClusters(wrong)).toThrow(problem);
});
