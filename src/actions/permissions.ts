import { type Act, cellOf, incumbentsOf, type Right, rightTo, rolesFor } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import { jury, type RoleName, roleNames } from '../domain/roles.js';
import { isSameSeat, type Seat, seatsOf } from '../domain/selection.js';
import type { Turn, Work } from '../turn.js';
import type { Words } from '../words.js';
import { allContests, type Contest } from './contest.js';
import { registrationOf } from './registrations.js';
import { rolesIn } from './roles.js';

/** What the table of permissions gives this person here: all, nothing, or certain units. */
export async function rightOf(turn: Turn, contest: Contest, act: Act): Promise<Right> {
  const duties = await turn.duties(contest.id);
  const matters = cellOf(act, 'author') !== cellOf(act, 'anyone');
  const isAuthor = matters && (await registrationOf(turn, contest)) !== null;
  const standsIn =
    duties.some(({ role }) => cellOf(act, role) === 'vacant') && (await isVacant(turn, contest, act));
  return rightTo(act, contest.plan, { duties, isAuthor, standsIn });
}

/** The roles by which somebody may do it now: whose it is, or who stands in for them. */
export async function rolesThatMay(turn: Work, contest: Contest, act: Act): Promise<RoleName[]> {
  const standIn = incumbentsOf(act).length > 0 && (await isVacant(turn, contest, act));
  return roleNames.filter((role) => {
    const cell = cellOf(act, role);
    return standIn ? cell === 'vacant' : cell === 'yes' || cell === 'whole';
  });
}

/** Is nobody there whose the act is in the first place? */
async function isVacant(turn: Work, contest: Contest, act: Act): Promise<boolean> {
  const holders = await rolesIn(turn, contest, incumbentsOf(act));
  return holders.every(({ unit }) => unit !== null);
}

/**
 * May he? `unit`: about whom it is done; without one, whether he may at all, be it for some units only.
 */
export async function may(turn: Turn, contest: Contest, act: Act, unit?: string): Promise<boolean> {
  return covers(contest, await rightOf(turn, contest, act), unit);
}

/** Refuses who may not, and says who may. */
export async function needRight(turn: Turn, contest: Contest, act: Act, unit?: string): Promise<void> {
  const right = await rightOf(turn, contest, act);
  if (!covers(contest, right, unit)) throw await refusalOf(turn, contest, act, right);
}

/** The same where judges sit: who heads a jury acts for his own, and whoever else may for all. */
export async function needRightIn(turn: Turn, contest: Contest, act: Act, seat: Seat): Promise<void> {
  await needRight(turn, contest, act);
  const duties = await turn.duties(contest.id);
  if (duties.some(({ role }) => !jury.includes(role) && cellOf(act, role) === 'yes')) return;
  if (!seatsOf(contest, duties).some((own) => isSameSeat(own, seat)))
    throw new Refusal('permissions.otherJury');
}

/** Does this right reach so far? Without a unit: to any at all. */
export function covers({ units }: Contest, right: Right, unit?: string): boolean {
  if (right.kind !== 'units') return right.kind === 'yes';
  return unit === undefined || right.units.some((own) => units.isUnder(unit, own));
}

/** As a condition for what has a `unit`: how far this right reaches. */
export function reachOf({ units }: Contest, right: Right): { unit?: { $in: string[] } } {
  if (right.kind === 'yes') return {};
  const own = right.kind === 'units' ? right.units : [];
  return { unit: { $in: [...new Set(own.flatMap((code) => units.within(code)))] } };
}

async function refusalOf(turn: Turn, contest: Contest, act: Act, right: Right): Promise<Refusal> {
  if (act === 'register') return new Refusal('register.barred');
  if (act === 'enter' || act === 'keepList')
    return new Refusal((await may(turn, contest, 'register')) ? 'submit.notRegistered' : 'register.barred');
  if (act === 'complain') return new Refusal('complaint.notTakingPart');
  const { t } = turn;
  if (right.kind === 'units')
    return new Refusal('permissions.otherUnit', { units: unitNames(contest, right.units) });
  const roles = rolesFor(contest.plan, act);
  // What is one person's is said by his role: his body may be the one that asks.
  const who =
    incumbentsOf(act).length > 0
      ? roles.map((role) => t.plain(`role.${role}`)).join(', ')
      : bodiesOf(t, roles);
  for (const other of await allContests(turn)) {
    if (other.id === contest.id || !(await may(turn, other, act))) continue;
    return new Refusal('permissions.elsewhere', {
      who,
      here: contest.plan.shortName,
      there: other.plan.shortName,
    });
  }
  return new Refusal('permissions.only', { who });
}

const unitNames = ({ units }: Contest, codes: string[]): string =>
  codes
    .map((code) => {
      const unit = units.get(code);
      return unit ? units.fullName(unit) : code;
    })
    .join('; ');

/** "Ban Tổ chức, Tổ Thư ký": bodies rather than their members, each once; but who heads a jury is not all of it. */
export function bodiesOf(t: Words, roles: readonly RoleName[]): string {
  const isAlone = (role: RoleName) => role === 'head_judge' && !roles.includes('judge');
  return [...new Set(roles.map((role) => t.plain(isAlone(role) ? `role.${role}` : `body.${role}`)))].join(
    ', ',
  );
}
