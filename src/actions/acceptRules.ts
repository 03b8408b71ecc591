import { Refusal } from '../domain/refusal.js';
import { type Acknowledgement, inForce, isAcknowledged } from '../domain/rulesVersions.js';
import type { PersonId, Registration } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { needRight } from './permissions.js';

/** That who acts here agrees to the rules in force, now. */
export function agreement(turn: Turn, contest: Contest): Acknowledgement {
  const { version, digest } = inForce(contest.rules);
  return { version, digest, by: turn.person, at: turn.now, turn: turn.id };
}

/** Has nobody agreed for this team to the rules in force? */
export const owesAgreement = ({ rules }: Contest, registration: Pick<Registration, 'rules'>): boolean =>
  !isAcknowledged(inForce(rules), registration.rules);

/** Who can agree for a team: whose it is, and who has registered it for him. */
export function answerable(registration: Registration): PersonId[] {
  const { person, by } = registration;
  return [...new Set([person, ...(by ? [by] : [])])];
}

/** The teams for which nobody has agreed to the rules in force, in the order in which they registered. */
export async function owingTeams(work: Work, contest: Contest): Promise<Registration[]> {
  return (await teamsOf(work, contest)).filter((registration) => owesAgreement(contest, registration));
}

export const teamsOf = (work: Work, contest: Contest): Promise<Registration[]> =>
  work.store.registrations
    .find({ contest: contest.id })
    .sort({ at: 1, _id: 1 })
    .lean<Registration[]>()
    .exec();

/**
 * Agrees to the rules in force, for all teams that this person answers for, or for `team`, for which he may
 * act; the earlier agreements stay. `version`: the one that was read. Answers the teams, and whether this very turn has agreed for any.
 */
export async function acceptRules(
  turn: Turn,
  contest: Contest,
  version: number,
  team: string | null = null,
): Promise<{ teams: Registration[]; isNew: boolean }> {
  if (inForce(contest.rules).version !== version) throw new Refusal('rulesVersion.newer');
  const own = (await teamsOf(turn, contest)).filter((each) =>
    team === null ? answerable(each).includes(turn.person) : each._id === team,
  );
  for (const each of own) {
    if (!answerable(each).includes(turn.person)) await needRight(turn, contest, 'actOnBehalf', each.unit);
    if (owesAgreement(contest, each))
      await turn.store.registrations.updateOne(
        { _id: each._id, rules: { $not: { $elemMatch: { version } } } },
        { $push: { rules: agreement(turn, contest) } },
      );
  }
  const isNew = own.some(
    (each) => owesAgreement(contest, each) || each.rules?.some(({ turn: id }) => id === turn.id),
  );
  return { teams: own, isNew };
}
