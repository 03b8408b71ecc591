import { isUnknown, type Plan } from './plan.js';

/** The roles that act in chat. A coordinator's belongs to a unit, and a judge's may. */
export const roleNames = [
  'organizer',
  'chair',
  'standing_agency',
  'secretary',
  'support_staff',
  'head_judge',
  'judge',
  'screener',
  'unit_coordinator',
] as const;
export type RoleName = (typeof roleNames)[number];

/** Who fills in sheets. */
export const jury: readonly RoleName[] = ['head_judge', 'judge'];

/** Who runs a contest from day to day, and its chair. */
export const running: readonly RoleName[] = ['organizer', 'standing_agency', 'secretary', 'chair'];

/** A role that somebody holds, and the unit it is for, `null` where it is for the whole contest. */
export type Duty = { role: RoleName; unit: string | null };

/** What a person is in a contest, whatever else he is in it or in others. */
export type Hold = { contest: string; as: RoleName | 'author'; unit: string | null };

type Body = Exclude<Plan['eligibility']['barred'], { unknown: true }>[number];

/** Coordinators speak for their unit and its teams, so they are of none of the contest's own bodies. */
const bodyOf: Record<RoleName, Body | null> = {
  organizer: 'organizing_committee',
  chair: 'organizing_committee',
  standing_agency: 'organizing_committee',
  secretary: 'secretariat',
  support_staff: 'support_staff',
  head_judge: 'jury',
  judge: 'jury',
  screener: 'jury',
  unit_coordinator: null,
};

/** Does this role keep its holder from entering? A plan that doesn't say bars every body of the contest. */
export function barsAuthorship({ eligibility }: Plan, role: RoleName): boolean {
  const body = bodyOf[role];
  if (body === null) return false;
  return isUnknown(eligibility.barred) || eligibility.barred.includes(body);
}

/**
 * Of what somebody holds already, the first thing that keeps him from becoming `wanted` in the same contest.
 * Who judges is nothing but a judge: neither of those who see how the contest stands, nor of those who send.
 */
export function barrier(plan: Plan, held: readonly Hold[], wanted: Hold): Hold | null {
  const here = held.filter(({ contest }) => contest === wanted.contest);
  return here.find((hold) => exclude(plan, hold.as, wanted.as)) ?? null;
}

function exclude(plan: Plan, one: Hold['as'], other: Hold['as']): boolean {
  if (one === 'author' || other === 'author') {
    const role = one === 'author' ? other : one;
    return role !== 'author' && barsAuthorship(plan, role);
  }
  return (bodyOf[one] === 'jury') !== (bodyOf[other] === 'jury');
}

export const isSameHold = (one: Hold, other: Hold): boolean =>
  one.contest === other.contest && one.as === other.as && one.unit === other.unit;

/** Why two can't be one person: what each of them is in the same contest. `null`: nothing keeps them apart. */
export function keptApart(
  planOf: (contest: string) => Plan | undefined,
  one: readonly Hold[],
  other: readonly Hold[],
): { one: Hold; other: Hold } | null {
  for (const hold of other) {
    const plan = planOf(hold.contest);
    if (!plan) continue;
    // Two teams, and a person registers one.
    const twice = hold.as === 'author' && one.find((each) => isSameHold(each, hold));
    const found = twice || barrier(plan, one, hold);
    if (found) return { one: found, other: hold };
  }
  return null;
}
