import { describe, expect, test } from '@jest/globals';
import { acceptanceOf, withAcceptances } from '../../../src/domain/plan/acceptance.js';
import { checkPlan } from '../../../src/domain/plan/check.js';
import { withValueAt } from '../../../src/domain/plan/paths.js';
import type { Plan } from '../../../src/domain/plan.js';
import { preset } from '../../support/plans.js';

const sonLa = await preset('sl-2024');
const quangNgai = await preset('qn-2023');

const given = {
  reason: 'Hai nơi cùng làm, đã thống nhất',
  by: 'telegram:1',
  at: new Date('2024-06-01T02:00:00Z'),
};

function one(plan: Plan, code: string, path: string) {
  const finding = checkPlan(plan).find((each) => each.code === code && each.path === path);
  if (!finding) throw new Error(`${code} was not found at ${path}`);
  return finding;
}

const twoBodies = ['two_bodies', 'responsible.screening'] as const;

/** The codes of what is accepted in a plan. */
const accepted = (plan: Plan, ...acceptances: ReturnType<typeof acceptanceOf>[]) =>
  withAcceptances(plan, checkPlan(plan), acceptances).flatMap(({ code, accepted }) =>
    accepted ? [code] : [],
  );

describe('a finding that was accepted', () => {
  const acceptance = acceptanceOf(sonLa, one(sonLa, ...twoBodies), given);

  test('keeps who accepted it, when and why', () => {
    expect(acceptance).toEqual({
      code: 'two_bodies',
      path: 'responsible.screening',
      ...given,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('is marked, and nothing else is', () => {
    const weighed = withAcceptances(sonLa, checkPlan(sonLa), [acceptance]);
    expect(weighed.filter(({ accepted }) => accepted)).toEqual([
      { ...one(sonLa, ...twoBodies), accepted: acceptance },
    ]);
    expect(weighed).toHaveLength(checkPlan(sonLa).length);
  });

  test('stays so after the database, and whatever else changes', () => {
    const stored = JSON.parse(JSON.stringify(sonLa)) as Plan;
    expect(accepted(stored, acceptance)).toEqual(['two_bodies']);
    expect(accepted(withValueAt(sonLa, 'scoring.precision', 3), acceptance)).toEqual(['two_bodies']);
  });

  test('is open again when what it is about has changed', () => {
    const bodies = ['standing_agency', 'secretariat'];
    expect(accepted(withValueAt(sonLa, 'responsible.screening.bodies', bodies), acceptance)).toEqual([]);
  });

  test('is open again when what it is compared with has changed', () => {
    const judged = acceptanceOf(
      quangNgai,
      one(quangNgai, 'judged_while_votes_open', 'otherwise.judging_held'),
      given,
    );
    expect(accepted(quangNgai, judged)).toEqual(['judged_while_votes_open']);
    const moved = withValueAt(quangNgai, 'windows.judging', { between: ['2023-09-20', '2023-09-23'] });
    expect(one(moved, 'judged_while_votes_open', 'otherwise.judging_held').path).toBe(judged.path);
    expect(accepted(moved, judged)).toEqual([]);
  });

  test('shows the latest of several reasons', () => {
    const later = { ...acceptance, reason: 'Đã có văn bản', at: new Date('2024-06-02T02:00:00Z') };
    const [first] = withAcceptances(sonLa, [one(sonLa, ...twoBodies)], [acceptance, later]);
    expect(first?.accepted?.reason).toBe('Đã có văn bản');
  });
});
