import { describe, expect, test } from '@jest/globals';
import { componentChoices, countsPeople, needHeadcount, teamSize } from '../../src/domain/participation.js';
import { unknown } from '../../src/domain/plan/unknown.js';
import type { Component, Plan } from '../../src/domain/plan.js';
import { loadContest } from '../../src/store/contestFiles.js';

const plan = await shipped('dn-2023');
async function shipped(id: string): Promise<Plan> {
  const read = await loadContest(`contests/${id}.yaml`);
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  return read.plan;
}
const [live, online] = plan.components as [Component, Component];

describe('the forms of a contest', () => {
  test('are chosen one or several', () => {
    expect(componentChoices(plan)?.map((each) => each.map(({ id }) => id))).toEqual([
      ['live'],
      ['online'],
      ['live', 'online'],
    ]);
  });

  test('are no choice where there is only one, or only one is held', async () => {
    expect(componentChoices(await shipped('qn-2023'))).toBeNull();
    expect(componentChoices({ ...plan, componentChoice: 'only' })).toBeNull();
  });

  test('count people where a part is limited by the registration', () => {
    expect([countsPeople(live), countsPeople(online)]).toEqual([true, false]);
  });

  test.each<[string, boolean]>([
    ['qn-2023', false],
    ['sl-2024', false],
    ['binh-son-2023', false],
    ['qn-2026', true],
  ])('count the people of a clip’s team where the plan bounds them (%s)', async (id, counts) => {
    expect((await shipped(id)).components.map(countsPeople)).toEqual([counts]);
  });
});

describe('how many people are registered', () => {
  test.each([[1], [12], [200]])('may be %i', (headcount) => {
    expect(() => needHeadcount([live, online], headcount)).not.toThrow();
  });

  test.each([[0], [201]])('may not be %i', (headcount) => {
    expect(() => needHeadcount([live], headcount)).toThrow('register.headcountBad');
  });

  test.each<[string, Component['members'], ReturnType<typeof teamSize>]>([
    ['both ends', { least: 5, most: 10 }, { least: 5, most: 10 }],
    ['only how many at least', { least: 5, most: unknown }, { least: 5, most: null }],
    ['only how many at most', { least: unknown, most: 10 }, { least: 1, most: 10 }],
    ['nothing', { least: unknown, most: unknown }, null],
    ['not a word of it', undefined, null],
  ])('is bounded by what the plan states: %s', (_, members, size) => {
    const { members: _left, ...clip } = online;
    const bounded: Component = members ? { ...clip, members } : clip;
    expect(teamSize([bounded])).toEqual(size);
    expect(countsPeople(bounded)).toBe(size !== null);
  });

  test('keeps to the size of a team where the plan states one', () => {
    const team: Component = { ...live, members: { least: 5, most: 10 } };
    expect(() => needHeadcount([team], 5)).not.toThrow();
    expect(() => needHeadcount([team], 11)).toThrow('register.headcountBad');
  });
});
