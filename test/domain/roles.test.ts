import { describe, expect, test } from '@jest/globals';
import { type Plan, unknown } from '../../src/domain/plan.js';
import {
  barrier,
  barsAuthorship,
  type Hold,
  keptApart,
  type RoleName,
  roleNames,
} from '../../src/domain/roles.js';
import { loadContest } from '../../src/store/contestFiles.js';

const quangNgai = await plan();
async function plan(): Promise<Plan> {
  const read = await loadContest('contests/qn-2023.yaml');
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  return read.plan;
}
const barring = (barred: Plan['eligibility']['barred']): Plan => ({
  ...quangNgai,
  eligibility: { ...quangNgai.eligibility, barred },
});
const hold = (as: Hold['as'], contest = 'qn-2023', unit: string | null = null): Hold => ({
  contest,
  as,
  unit,
});

describe('roles and authorship', () => {
  const barredBy = (plan: Plan) => roleNames.filter((role) => barsAuthorship(plan, role));
  const everyBody: RoleName[] = roleNames.filter((role) => role !== 'unit_coordinator');

  test.each<[string, Plan, RoleName[]]>([
    ['qn-2023', quangNgai, everyBody],
    ['a plan that does not say', barring(unknown), everyBody],
    ['a plan that bars the jury', barring(['jury']), ['head_judge', 'judge', 'screener']],
    ['a plan that bars nobody', barring([]), []],
  ])('%s keeps out whom it names, and never a coordinator', (_plan, plan, roles) => {
    expect(barredBy(plan)).toEqual(roles);
  });

  test.each(everyBody)('%s and author exclude each other, both ways', (role) => {
    expect(barrier(quangNgai, [hold('author')], hold(role))).toEqual(hold('author'));
    expect(barrier(quangNgai, [hold(role)], hold('author'))).toEqual(hold(role));
  });

  test('in another contest nothing excludes anything', () => {
    expect(barrier(quangNgai, [hold('author', 'sl-2024')], hold('judge'))).toBeNull();
  });
});

describe('roles among each other', () => {
  const judging: RoleName[] = ['head_judge', 'judge', 'screener'];
  const pairs = roleNames.flatMap((one) => roleNames.map((other) => ({ one, other })));

  test.each(pairs)('$one and $other', ({ one, other }) => {
    const isExcluded = judging.includes(one) !== judging.includes(other);
    expect(barrier(quangNgai, [hold(one)], hold(other))).toEqual(isExcluded ? hold(one) : null);
  });
});

describe('two who are to be one person', () => {
  const apart = (one: Hold[], other: Hold[]) => keptApart(() => quangNgai, one, other);

  test('may be so while nothing excludes anything', () => {
    expect(apart([hold('author')], [hold('judge', 'sl-2024')])).toBeNull();
    expect(apart([hold('judge')], [hold('judge')])).toBeNull();
    expect(apart([hold('author')], [hold('unit_coordinator', 'qn-2023', '540')])).toBeNull();
  });

  test('are kept apart by two teams in one contest, and by what excludes each other', () => {
    expect(apart([hold('author')], [hold('author')])).toEqual({ one: hold('author'), other: hold('author') });
    expect(apart([hold('secretary')], [hold('author', 'sl-2024'), hold('judge')])).toEqual({
      one: hold('secretary'),
      other: hold('judge'),
    });
  });
});
