import { describe, expect, test } from '@jest/globals';
import {
  type Act,
  acts,
  type Capacity,
  capacities,
  cellOf,
  incumbentsOf,
  rightTo,
  rolesFor,
} from '../../src/domain/permissions.js';
import type { Plan } from '../../src/domain/plan.js';
import { type RoleName, roleNames } from '../../src/domain/roles.js';
import { loadContest } from '../../src/store/contestFiles.js';

const quangNgai = await planOf('qn-2023');
const selecting = await planOf('qn-2026');
async function planOf(preset: string): Promise<Plan> {
  const read = await loadContest(`contests/${preset}.yaml`);
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  return read.plan;
}

/**
 * Written out once more, by hand: `x` yes, `u` for one's own unit, `s` the same where units pick what they send
 * up, `e` unless the plan bars the role, `w` for the whole contest only, `v` while nobody is there whose it is,
 * `.` no.
 */
const written = `
                           org cha age sec sup hju jud scr coo aut any
register                   e   e   e   e   e   e   e   e   e   x   x
enter                      .   .   .   .   .   .   .   .   .   x   .
confirmRegistration        x   .   x   x   .   .   .   .   u   .   .
actOnBehalf                .   .   .   .   .   .   .   .   u   .   .
nominate                   x   .   x   .   .   .   .   .   s   .   .
holdSelection              x   x   x   .   .   .   .   .   s   .   .
keepList                   .   .   .   .   .   .   .   .   u   x   .
closeList                  x   .   x   x   .   .   .   .   .   .   .
extendDeadline             x   x   x   .   .   .   .   .   .   .   .
seeSituation               x   x   x   x   x   .   .   .   u   .   .
screen                     x   .   x   x   .   .   .   x   .   .   .
disqualify                 x   x   x   .   .   .   .   .   .   .   .
score                      .   .   .   .   .   x   x   .   .   .   .
enterSheet                 x   .   x   x   .   .   .   .   .   .   .
seeProgress                x   x   x   x   .   x   .   .   .   .   .
setSheetAside              x   x   x   .   .   x   .   .   .   .   .
lockFinal                  x   x   x   .   .   x   .   .   .   .   .
reopenJudging              x   x   x   .   .   .   .   .   .   .   .
runStage                   x   .   x   x   .   .   .   .   .   .   .
reopenStage                v   x   v   .   .   w   .   .   .   .   .
postEntry                  x   x   x   x   x   .   .   .   .   .   .
recordEngagement           x   x   x   x   x   .   .   .   .   .   .
seeSuspicions              x   x   x   x   .   .   .   .   .   .   .
checkPlan                  x   x   x   x   .   .   .   .   .   .   .
acceptFinding              x   x   x   .   .   .   .   .   .   .   .
settlePlan                 x   x   x   .   .   .   .   .   .   .   .
moveDate                   x   x   x   .   .   .   .   .   .   .   .
setUpContest               x   x   x   .   .   .   .   .   .   .   .
publishRules               x   x   x   .   .   .   .   .   .   .   .
bindGroup                  x   x   x   x   x   .   .   .   .   .   .
announce                   x   x   x   x   .   .   .   .   .   .   .
previewResult              x   x   x   x   .   .   .   .   .   .   .
explainResult              x   x   x   x   .   x   .   .   u   .   .
makePapers                 x   x   x   x   .   w   .   .   .   .   .
proposeResult              v   .   v   v   .   w   .   .   .   .   .
approveResult              v   x   v   .   .   .   .   .   .   .   .
pickShowcase               x   x   x   .   .   .   .   .   .   .   .
publishResult              x   .   x   x   .   .   .   .   .   .   .
complain                   .   .   .   .   .   .   .   .   x   x   .
answerComplaint            x   x   x   x   .   .   .   .   .   .   .
decideComplaint            v   x   v   .   .   .   .   .   .   .   .
ruleEngagement             v   x   v   .   .   .   .   .   .   .   .
answerQuestion             x   x   x   x   .   .   .   .   .   .   .
seeRoles                   x   x   x   x   .   .   .   .   u   .   .
appoint:organizer          x   x   .   .   .   .   .   .   .   .   .
appoint:chair              x   x   .   .   .   .   .   .   .   .   .
appoint:standing_agency    x   x   x   .   .   .   .   .   .   .   .
appoint:secretary          x   x   x   .   .   .   .   .   .   .   .
appoint:support_staff      x   x   x   x   .   .   .   .   .   .   .
appoint:head_judge         x   x   x   .   .   .   .   .   s   .   .
appoint:judge              x   x   x   .   .   .   .   .   s   .   .
appoint:screener           x   x   x   .   .   .   .   .   .   .   .
appoint:unit_coordinator   x   x   x   x   .   .   .   .   u   .   .
`;
const inOrder: Capacity[] = [
  'organizer',
  'chair',
  'standing_agency',
  'secretary',
  'support_staff',
  'head_judge',
  'judge',
  'screener',
  'unit_coordinator',
  'author',
  'anyone',
];
const meaning: Record<string, string> = {
  x: 'yes',
  u: 'unit',
  s: 'selecting',
  e: 'eligible',
  w: 'whole',
  v: 'vacant',
  '.': 'no',
};
const rows = written
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/))
  .map(([act = '', ...signs]) => ({ act: act as Act, signs }));
const cells = rows.flatMap(({ act, signs }) =>
  signs.map((sign, index) => ({ act, capacity: inOrder[index] as Capacity, cell: meaning[sign] })),
);

test('the table written here has every act and every capacity', () => {
  expect(rows.map(({ act }) => act)).toEqual(acts);
  expect(inOrder).toEqual(capacities);
  expect(cells.length).toBe(acts.length * capacities.length);
});

test.each(cells)('$act, $capacity: $cell', ({ act, capacity, cell }) => {
  expect(cellOf(act, capacity)).toBe(cell);
});

const isRole = (capacity: Capacity): capacity is RoleName => roleNames.includes(capacity as RoleName);

/** What the cell comes to for somebody who is this and nothing else, the coordinator for unit 540. */
const expected = (plan: Plan, capacity: Capacity, cell: string | undefined) => {
  if (cell === 'unit' || (cell === 'selecting' && plan === selecting))
    return { kind: 'units', units: ['540'] };
  const isBarred = cell === 'eligible' && capacity !== 'unit_coordinator';
  return { kind: ['no', 'selecting', 'vacant'].includes(cell ?? '') || isBarred ? 'no' : 'yes' };
};

test.each(cells)(
  '$act is what the cell says for who is $capacity and nothing else',
  ({ act, capacity, cell }) => {
    const unit = capacity === 'unit_coordinator' ? '540' : null;
    const duties = isRole(capacity) ? [{ role: capacity, unit }] : [];
    for (const plan of [quangNgai, selecting])
      expect(rightTo(act, plan, { duties, isAuthor: capacity === 'author' })).toEqual(
        expected(plan, capacity, cell),
      );
  },
);

describe('somebody with several roles', () => {
  const coordinator = { role: 'unit_coordinator', unit: '540' } as const;
  const secretary = { role: 'secretary', unit: null } as const;

  test('has the best of them', () => {
    const duties = [coordinator, secretary];
    expect(rightTo('seeSituation', quangNgai, { duties, isAuthor: false })).toEqual({ kind: 'yes' });
    expect(rightTo('nominate', selecting, { duties, isAuthor: false })).toEqual({
      kind: 'units',
      units: ['540'],
    });
  });

  test('answers for all his units', () => {
    const duties = [coordinator, { ...coordinator, unit: '541' }];
    expect(rightTo('actOnBehalf', quangNgai, { duties, isAuthor: false })).toEqual({
      kind: 'units',
      units: ['540', '541'],
    });
  });

  test('does not take part when one of them bars him', () => {
    expect(rightTo('register', quangNgai, { duties: [coordinator, secretary], isAuthor: false })).toEqual({
      kind: 'no',
    });
  });
});

test('others stand in only while nobody is there whose an act is', () => {
  const right = (act: Act, role: RoleName, standsIn: boolean) =>
    rightTo(act, quangNgai, { duties: [{ role, unit: null }], isAuthor: false, standsIn }).kind;
  expect([
    right('proposeResult', 'secretary', true),
    right('proposeResult', 'secretary', false),
    right('approveResult', 'organizer', true),
    right('approveResult', 'organizer', false),
    right('approveResult', 'secretary', true),
  ]).toEqual(['yes', 'no', 'yes', 'no', 'no']);
  expect([
    incumbentsOf('proposeResult'),
    incumbentsOf('approveResult'),
    incumbentsOf('publishResult'),
  ]).toEqual([['head_judge'], ['chair'], []]);
});

test.each(['proposeResult', 'makePapers'] as const)(
  'who heads the jury of a unit has nothing to do with the final: %s',
  (act) => {
    const right = (unit: string | null) =>
      rightTo(act, selecting, { duties: [{ role: 'head_judge', unit }], isAuthor: false }).kind;
    expect([right(null), right('540')]).toEqual(['yes', 'no']);
  },
);

test('a plan that bars only the jury lets the secretariat enter', () => {
  const lenient: Plan = { ...quangNgai, eligibility: { ...quangNgai.eligibility, barred: ['jury'] } };
  const right = (role: RoleName) =>
    rightTo('register', lenient, { duties: [{ role, unit: null }], isAuthor: false }).kind;
  expect([right('secretary'), right('judge'), right('screener')]).toEqual(['yes', 'no', 'no']);
});

test('a refusal can name whose an act is', () => {
  expect(rolesFor(quangNgai, 'score')).toEqual(['head_judge', 'judge']);
  expect(rolesFor(quangNgai, 'nominate')).toEqual(['organizer', 'standing_agency']);
  expect(rolesFor(selecting, 'nominate')).toEqual(['organizer', 'standing_agency', 'unit_coordinator']);
});
