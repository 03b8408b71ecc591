import { acceptanceOf, type Weighed, withAcceptances } from '../domain/plan/acceptance.js';
import { checkPlan, type Finding } from '../domain/plan/check.js';
import type { Plan } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn, Work } from '../turn.js';
import { allContests, type Contest, contestById } from './contest.js';
import { needRight } from './permissions.js';

/** What the checker finds in the plan as it stands now, or would find in `plan`. */
export async function findingsIn(
  work: Work,
  contest: Contest,
  plan: Plan = contest.plan,
): Promise<Finding[]> {
  const { units } = contest;
  if (!plan.feeds) return checkPlan(plan, { units });
  const upper = (await allContests(work)).find(({ id }) => id === plan.feeds?.contest);
  return checkPlan(plan, { units, upper: upper?.plan ?? null });
}

/** The same, each with the acceptance that covers it. */
export const weighedFindings = async (work: Work, contest: Contest): Promise<Weighed[]> =>
  withAcceptances(contest.plan, await findingsIn(work, contest), contest.acceptances);

/** Lets a finding stand, for a reason; who did it and when is kept. */
export async function acceptFinding(
  turn: Turn,
  contest: Contest,
  about: { code: string; path: string; reason: string },
): Promise<Contest> {
  // One turn may let several stand.
  const key = `${turn.id}/${about.path}`;
  if (contest.acceptances.some((acceptance) => acceptance.turn === key)) return contest;
  await needRight(turn, contest, 'acceptFinding');
  const { code, path, reason } = about;
  const finding = (await weighedFindings(turn, contest)).find(
    (each) => each.code === code && each.path === path && each.accepted === null,
  );
  if (!finding) throw new Refusal('findings.gone');
  const acceptance = acceptanceOf(contest.plan, finding, { reason, by: turn.person, at: turn.now });
  await turn.store.contests.updateOne(
    { _id: contest.id, 'acceptances.turn': { $ne: key } },
    { $push: { acceptances: { ...acceptance, turn: key } }, $inc: { version: 1 } },
  );
  return contestById(turn, contest.id);
}
