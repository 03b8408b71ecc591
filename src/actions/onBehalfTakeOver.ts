import { Refusal } from '../domain/refusal.js';
import type { Code, PersonId, Registration } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { claimCode, makeCode } from './codes.js';
import { type Contest, contestById } from './contest.js';
import { giveConsent, refuseConsent } from './giveConsent.js';
import { takeInPerson } from './linkChats.js';
import { isUnmet } from './onBehalf.js';
import { needRight } from './permissions.js';
import { unitName } from './registrations.js';
import { nameOf } from './roles.js';
import { tellPerson, tellRole } from './tell.js';

/**
 * The contact of a team that was registered for him takes it over, once he writes himself: with a code that
 * the coordinator has handed him, or with his own number where the messenger vouches for it. A number that
 * was merely typed opens nothing: those of contacts are known to many.
 */

export const CODE_DAYS = 14;

/** A one-time code for the contact of a team who has no chat yet. */
export async function makeTeamCode(
  turn: Turn,
  contest: Contest,
  team: string,
): Promise<{ code: string; registration: Registration }> {
  const registration = await registered(turn, contest, team);
  await needRight(turn, contest, 'actOnBehalf', registration.unit);
  if (!isUnmet(registration.person)) throw new Refusal('onBehalf.takenOver', { team: registration.team });
  const expiresAt = new Date(turn.now.getTime() + CODE_DAYS * 24 * 3_600_000);
  const about = { purpose: 'team', team, name: registration.contact, by: turn.person, expiresAt } as const;
  return { code: await makeCode(turn, contest.id, about), registration };
}

/** The team that is waiting for whoever owns this number. */
export const teamOfPhone = (turn: Turn, contest: Contest, phone: string): Promise<Registration | null> =>
  turn.store.registrations
    .findOne({ contest: contest.id, phone, person: { $regex: /^contact:/ } })
    .lean<Registration>()
    .exec();

/** Refuses what was used, is too old, or is for a team that is gone. */
export async function teamOfCode(
  turn: Turn,
  code: Code,
): Promise<{ contest: Contest; registration: Registration }> {
  if (code.purpose !== 'team' || !code.team || code.contest === null) throw new Refusal('codes.unknown');
  if (code.usedBy !== null && code.usedBy !== turn.chat._id) throw new Refusal('onBehalf.codeUsed');
  if (code.expiresAt && code.expiresAt <= turn.now)
    throw new Refusal('onBehalf.codeExpired', { days: CODE_DAYS });
  const contest = await contestById(turn, code.contest);
  const registration = await registered(turn, contest, code.team);
  needOpenTeam(turn, registration);
  return { contest, registration };
}

/** From here on the team is his: he has agreed himself, and does the rest by himself if he likes. */
export async function takeOver(
  turn: Turn,
  contest: Contest,
  { team, code, answer }: { team: string; code: Code | null; answer: string },
): Promise<Registration> {
  const registration = await registered(turn, contest, team);
  await claimTeam(turn, registration, code);
  // Also when the registration is his already: this very turn may have been cut off in the middle.
  const first = registeredFor(contest, registration);
  if (isUnmet(first)) await takeInPerson(turn, first);
  await turn.store.people.updateOne({ _id: turn.person }, { $set: { name: registration.contact } });
  await giveConsent(turn, contest, answer);
  turn.chat.contest = contest.id;
  if (registration.by)
    await tellPerson(
      turn,
      registration.by,
      turn.t('onBehalf.toldTakenOver', await aboutIt(turn, contest, registration)),
      `taken-over/${registration._id}/${registration.turn}`,
    );
  return registration;
}

/** He doesn't agree: what was stated for him doesn't stand, and those who answer for it are told. */
export async function disagree(
  turn: Turn,
  contest: Contest,
  { team, code }: { team: string; code: Code | null },
): Promise<void> {
  const registration = await registered(turn, contest, team);
  await claimTeam(turn, registration, code);
  const { _id, by, person } = registration;
  await refuseConsent(turn, contest, person);
  const text = turn.t('onBehalf.toldDisagreed', await aboutIt(turn, contest, registration));
  const key = `disagreed/${_id}/${registration.turn}`;
  if (by) await tellPerson(turn, by, text, `${key}/${by}`);
  await tellRole(turn, contest, 'organizer', text, `${key}/organizer`);
}

/** Whoever answers for a team, yes or no, uses up the code with which he came to it. */
async function claimTeam(turn: Turn, registration: Registration, code: Code | null): Promise<void> {
  needOpenTeam(turn, registration);
  if (code) await claimCode(turn, code);
}

/** Refuses a team that somebody else has taken over: its consent is his since. */
function needOpenTeam(turn: Turn, { person }: Registration): void {
  if (!isUnmet(person) && person !== turn.person) throw new Refusal('onBehalf.codeUsed');
}

async function registered(turn: Turn, contest: Contest, team: string): Promise<Registration> {
  const found = await turn.store.registrations
    .findOne({ _id: team, contest: contest.id })
    .lean<Registration>();
  if (!found) throw new Refusal('onBehalf.noTeam');
  return found;
}

/** For whom it was registered, whoever has taken it over since: its id says so. */
const registeredFor = ({ id }: Contest, { _id }: Registration): PersonId => _id.slice(`${id}/`.length);

const aboutIt = async (turn: Turn, contest: Contest, { by, contact, team, unit, phone }: Registration) => ({
  contest: contest.plan.shortName,
  by: by ? await nameOf(turn, contest, by) : contact,
  contact,
  team,
  phone,
  unit: unitName(contest, unit),
  at: turn.t.moment(turn.now),
});
