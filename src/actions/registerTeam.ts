import { hasClosed, hasOpened } from '../domain/dates.js';
import { needHeadcount } from '../domain/participation.js';
import { Refusal } from '../domain/refusal.js';
import type { Confirmation, PersonId, Registration } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn } from '../turn.js';
import { agreement } from './acceptRules.js';
import { type Contest, needWindow, senderOf } from './contest.js';
import { hasConsented } from './giveConsent.js';
import { claimHold } from './holds.js';
import { may, needRight } from './permissions.js';
import { registrationOf, unitName } from './registrations.js';
import { nameOf } from './roles.js';

export type TeamDetails = {
  unit: string;
  hamlet?: string;
  team: string;
  contact: string;
  phone: string;
  components?: string[] | undefined;
  headcount?: number | undefined;
};

export function needOpenRegistration({ t, now }: Turn, contest: Contest): void {
  const window = needWindow(contest, 'registration');
  if (window.opens && !hasOpened(window, now))
    throw new Refusal('register.notYet', { opens: t.moment(window.opens) });
  if (hasClosed(window, now)) throw new Refusal('register.closed', { closes: t.moment(window.closes) });
}

/** Is it worth offering? Before it opens who asks is told when. */
export async function canRegister(turn: Turn, contest: Contest): Promise<boolean> {
  return !isRegistrationOver(turn, contest) && may(turn, contest, 'register');
}

export function isRegistrationOver({ now }: Turn, { windows: { registration } }: Contest): boolean {
  return registration !== undefined && hasClosed(registration, now);
}

/** Refuses early what `registerTeam` would refuse at the end. */
export async function mayRegister(turn: Turn, contest: Contest): Promise<void> {
  needOpenRegistration(turn, contest);
  await needRight(turn, contest, 'register');
  const before = await registrationOf(turn, contest);
  if (before && before.turn !== turn.id) throw registered(contest, before);
}

const registered = (contest: Contest, { team, unit }: Registration) =>
  new Refusal('register.already', { team, unit: unitName(contest, unit) });

/** Refuses the number of somebody for whom a coordinator has registered a team: it may be his already. */
export async function needOwnPhone(turn: Turn, contest: Contest, phone: string): Promise<void> {
  const team = await turn.store.registrations
    .findOne({ contest: contest.id, phone, by: { $ne: null }, person: { $ne: turn.person } })
    .lean<Registration>();
  if (!team?.by) return;
  throw new Refusal('register.forYou', {
    team: team.team,
    unit: unitName(contest, team.unit),
    by: await nameOf(turn, contest, team.by),
  });
}

/** One person registers one team. */
export async function registerTeam(
  turn: Turn,
  contest: Contest,
  details: TeamDetails,
): Promise<Registration> {
  await mayRegister(turn, contest);
  if (!(await hasConsented(turn, contest))) throw new Refusal('consent.needed');
  await needOwnPhone(turn, contest, details.phone);
  return keepRegistration(turn, contest, details, {
    person: turn.person,
    by: null,
    confirmation: null,
    already: (first) => registered(contest, first),
  });
}

/**
 * Somebody who is being joined to him at this moment brings his claim along before his team: the claim alone
 * doesn't tell a team of his own from one that is still on its way.
 */
async function registrationNowHis(
  { store, id }: Turn,
  contest: Contest,
  person: PersonId,
): Promise<Registration | null> {
  const known = await store.people.findById(person, { joined: 1 }).lean();
  const persons = [person, ...(known?.joined ?? [])];
  return store.registrations
    .findOne({ contest: contest.id, person: { $in: persons }, turn: { $ne: id } })
    .lean<Registration>();
}

/** Refuses more or fewer people than the forms that were chosen allow; all are where there is no choice. */
function needItsSize({ plan }: Contest, { components: chosen, headcount }: TeamDetails): void {
  if (headcount === undefined) return;
  const components = plan.components.filter(({ id }) => chosen?.includes(id) ?? true);
  needHeadcount(components, headcount);
}

/** Writes it down, unless the person has a team: `already` says so. */
export async function keepRegistration(
  turn: Turn,
  contest: Contest,
  details: TeamDetails,
  about: {
    person: PersonId;
    by: PersonId | null;
    confirmation: Confirmation | null;
    already(first: Registration): Refusal;
  },
): Promise<Registration> {
  const { person, by, confirmation, already } = about;
  needItsSize(contest, details);
  await claimHold(turn, contest, { person, name: details.contact }, { as: 'author', unit: null });
  const before = await registrationNowHis(turn, contest, person);
  if (before) throw already(before);
  const registration: Registration = {
    _id: `${contest.id}/${person}`,
    contest: contest.id,
    person,
    unit: details.unit,
    ...(details.hamlet && { hamlet: details.hamlet }),
    sender: senderOf(contest, details.unit),
    team: details.team,
    contact: details.contact,
    phone: details.phone,
    ...(details.components && { components: details.components }),
    ...(details.headcount !== undefined && { headcount: details.headcount }),
    rules: [agreement(turn, contest)],
    by,
    confirmation,
    told: confirmation !== null,
    at: turn.now,
    turn: turn.id,
  };
  try {
    await turn.store.registrations.create(registration);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    // The same turn once more, or his other chat was quicker.
    const first = await turn.store.registrations
      .findOne({ contest: contest.id, person })
      .lean<Registration>();
    if (first && first.turn !== turn.id) throw already(first);
  }
  await turn.store.people.updateOne(
    { _id: person },
    { $set: { name: details.contact, phone: details.phone }, $setOnInsert: { createdAt: turn.now } },
    { upsert: true },
  );
  return registration;
}
