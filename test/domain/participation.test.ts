import { describe, expect, test } from '@jest/globals';
import {
  componentChoices,
  countsPeople,
  mostInPart,
  needFits,
  needHeadcount,
} from '../../src/domain/participation.js';
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
});

describe('how many people are registered', () => {
  test.each([[1], [12], [200]])('may be %i', (headcount) => {
    expect(() => needHeadcount([live, online], headcount)).not.toThrow();
  });

  test.each([[0], [201]])('may not be %i', (headcount) => {
    expect(() => needHeadcount([live], headcount)).toThrow('register.headcountBad');
  });

  test('keeps to the size of a team where the plan states one', () => {
    const team: Component = { ...live, members: { least: 5, most: 10 } };
    expect(() => needHeadcount([team], 5)).not.toThrow();
    expect(() => needHeadcount([team], 11)).toThrow('register.headcountBad');
  });
});

describe('people in a part', () => {
  test('are three who answer, no more on stage than registered, and else any number', () => {
    expect(['introduction', 'knowledge', 'skit'].map((part) => mostInPart(live, part, 12))).toEqual([
      null,
      3,
      12,
    ]);
  });

  test.each([
    ['knowledge', 3, 12, null],
    ['knowledge', 4, 12, 'register.tooManyInPart'],
    ['skit', 12, 12, null],
    ['skit', 13, 12, 'register.overRegistered'],
    ['skit', 13, null, null],
    ['introduction', 99, 12, null],
  ] as const)('in %s: %i with %p registered', (part, count, registered, refused) => {
    const check = () => needFits(live, part, { registered, count });
    if (refused) expect(check).toThrow(refused);
    else expect(check).not.toThrow();
  });
});
