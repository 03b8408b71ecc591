import { hasClosed, hasOpened } from '../domain/dates.js';
import { Refusal } from '../domain/refusal.js';
import type { Registration } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn } from '../turn.js';
import { type Contest, needWindow, senderOf } from './contest.js';
import { hasConsented } from './giveConsent.js';
import { registrationOf, unitName } from './registrations.js';

export type TeamDetails = { unit: string; hamlet?: string; team: string; contact: string; phone: string };

/** Refuses early what `registerTeam` would refuse at the end. */
export async function mayRegister(turn: Turn, contest: Contest): Promise<void> {
  const window = needWindow(contest, 'registration');
  const { t, now } = turn;
  if (window.opens && !hasOpened(window, now))
    throw new Refusal('register.notYet', { opens: t.moment(window.opens) });
  if (hasClosed(window, now)) throw new Refusal('register.closed', { closes: t.moment(window.closes) });
  const roles = await turn.roles(contest.id);
  if (roles.length > 0) throw new Refusal('register.barred');
  const before = await registrationOf(turn, contest);
  if (before && before.turn !== turn.id)
    throw new Refusal('register.already', { team: before.team, unit: unitName(contest, before.unit) });
}

/** One person registers one team. */
export async function registerTeam(
  turn: Turn,
  contest: Contest,
  details: TeamDetails,
): Promise<Registration> {
  await mayRegister(turn, contest);
  if (!(await hasConsented(turn, contest))) throw new Refusal('consent.needed');
  const registration: Registration = {
    _id: `${contest.id}/${turn.person}`,
    contest: contest.id,
    person: turn.person,
    unit: details.unit,
    ...(details.hamlet && { hamlet: details.hamlet }),
    sender: senderOf(contest, details.unit),
    team: details.team,
    contact: details.contact,
    phone: details.phone,
    at: turn.now,
    turn: turn.id,
  };
  try {
    await turn.store.registrations.create(registration);
  } catch (error) {
    // The same turn once more; `mayRegister` has refused every other.
    if (!isDuplicate(error)) throw error;
  }
  await turn.store.people.updateOne(
    { _id: turn.person },
    { $set: { name: details.contact, phone: details.phone }, $setOnInsert: { createdAt: turn.now } },
    { upsert: true },
  );
  return registration;
}
