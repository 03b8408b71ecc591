import { hasClosed, hasOpened } from '../domain/dates.js';
import { Refusal } from '../domain/refusal.js';
import type { Registration } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn } from '../turn.js';
import { type Contest, needWindow, senderOf } from './contest.js';
import { hasConsented } from './giveConsent.js';
import { claimHold } from './holds.js';
import { needRight } from './permissions.js';
import { registrationOf, unitName } from './registrations.js';

export type TeamDetails = {
  unit: string;
  hamlet?: string;
  team: string;
  contact: string;
  phone: string;
  components?: string[] | undefined;
  headcount?: number | undefined;
};

/** Refuses early what `registerTeam` would refuse at the end. */
export async function mayRegister(turn: Turn, contest: Contest): Promise<void> {
  const window = needWindow(contest, 'registration');
  const { t, now } = turn;
  if (window.opens && !hasOpened(window, now))
    throw new Refusal('register.notYet', { opens: t.moment(window.opens) });
  if (hasClosed(window, now)) throw new Refusal('register.closed', { closes: t.moment(window.closes) });
  await needRight(turn, contest, 'register');
  const before = await registrationOf(turn, contest);
  if (before && before.turn !== turn.id) throw registered(contest, before);
}

const registered = (contest: Contest, { team, unit }: Registration) =>
  new Refusal('register.already', { team, unit: unitName(contest, unit) });

/** One person registers one team. */
export async function registerTeam(
  turn: Turn,
  contest: Contest,
  details: TeamDetails,
): Promise<Registration> {
  await mayRegister(turn, contest);
  if (!(await hasConsented(turn, contest))) throw new Refusal('consent.needed');
  const who = { person: turn.person, name: details.contact };
  await claimHold(turn, contest, who, { as: 'author', unit: null });
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
    ...(details.components && { components: details.components }),
    ...(details.headcount !== undefined && { headcount: details.headcount }),
    confirmation: null,
    told: false,
    at: turn.now,
    turn: turn.id,
  };
  try {
    await turn.store.registrations.create(registration);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    // The same turn once more, or his other chat was quicker.
    const first = await registrationOf(turn, contest);
    if (first && first.turn !== turn.id) throw registered(contest, first);
  }
  await turn.store.people.updateOne(
    { _id: turn.person },
    { $set: { name: details.contact, phone: details.phone }, $setOnInsert: { createdAt: turn.now } },
    { upsert: true },
  );
  return registration;
}
