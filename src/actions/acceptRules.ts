import { Refusal } from '../domain/refusal.js';
import { type Acknowledgement, hasMissed, inForce, isAcknowledged } from '../domain/rulesVersions.js';
import type { PersonId, Registration } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { isUnmet } from './onBehalf.js';
import { covers, needRight, rightOf } from './permissions.js';

/** That who acts here agrees to the rules in force, now. */
export function agreement(turn: Turn, contest: Contest): Acknowledgement {
  const { version, digest } = inForce(contest.rules);
  return { version, digest, by: turn.person, at: turn.now, turn: turn.id };
}

/** Has nobody agreed for this team to the rules in force? */
export const owesAgreement = ({ rules }: Contest, registration: Pick<Registration, 'rules'>): boolean =>
  !isAcknowledged(inForce(rules), registration.rules);

/**
 * Who can agree for a team: whose it is; and until he speaks for himself, who has registered it for him and
 * may still act for its unit. That may have ended since: whoever asks looks at the roles.
 */
export function answerable({ person, by }: Registration): PersonId[] {
  return by && isUnmet(person) ? [person, by] : [person];
}

/** All teams, in the order in which they registered. */
export const teamsOf = (work: Work, contest: Contest): Promise<Registration[]> =>
  work.store.registrations
    .find({ contest: contest.id })
    .sort({ at: 1, _id: 1 })
    .lean<Registration[]>()
    .exec();

/**
 * Agrees to the rules in force, for all teams that this person answers for, or for `team`, for which he may
 * act; the earlier agreements stay. `read`: the version that was; `null`: nobody
 * said which. Answers the teams, and whether this very turn has agreed for any.
 */
export async function acceptRules(
  turn: Turn,
  contest: Contest,
  read: number | null,
  team: string | null = null,
): Promise<{ teams: Registration[]; isNew: boolean }> {
  const { version } = inForce(contest.rules);
  if (read !== null && read !== version) throw new Refusal('rulesVersion.newer');
  const own = team === null ? await ownTeams(turn, contest) : await thisTeam(turn, contest, team);
  if (read === null && own.some((each) => hasMissed(version, each.rules)))
    throw new Refusal('rulesVersion.which', { version });
  for (const each of own) {
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

/** The teams for which this person can agree. */
export async function ownTeams(turn: Turn, contest: Contest): Promise<Registration[]> {
  const { person } = turn;
  const found = await turn.store.registrations
    .find({ contest: contest.id, $or: [{ person }, { by: person }] })
    .sort({ at: 1, _id: 1 })
    .lean<Registration[]>();
  const right = await rightOf(turn, contest, 'actOnBehalf');
  return found.filter(
    (each) =>
      each.person === person || (answerable(each).includes(person) && covers(contest, right, each.unit)),
  );
}

async function thisTeam(turn: Turn, contest: Contest, team: string): Promise<Registration[]> {
  const found = await turn.store.registrations
    .findOne({ _id: team, contest: contest.id })
    .lean<Registration>();
  if (!found) return [];
  if (found.person !== turn.person) await needRight(turn, contest, 'actOnBehalf', found.unit);
  return [found];
}
