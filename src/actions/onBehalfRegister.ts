import { Refusal } from '../domain/refusal.js';
import type { PersonId, Registration } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { type Contest, severalContests } from './contest.js';
import { hasConsented, hasTakenConsentBack, stateConsent } from './giveConsent.js';
import { contactMeant } from './onBehalf.js';
import { needRight } from './permissions.js';
import { keepRegistration, needOpenRegistration, type TeamDetails } from './registerTeam.js';
import { unitName } from './registrations.js';
import { nameOf } from './roles.js';
import { tellPerson } from './tell.js';

/** Refuses early what `registerOnBehalf` would refuse at the end. */
export async function mayRegisterOnBehalf(turn: Turn, contest: Contest): Promise<void> {
  await needRight(turn, contest, 'actOnBehalf');
  needOpenRegistration(turn, contest);
}

/** Refuses a number with which a team is registered already: whoever it is, he has one. */
export async function needFreePhone(turn: Turn, contest: Contest, phone: string): Promise<void> {
  const taken = await turn.store.registrations.exists({
    contest: contest.id,
    phone,
    turn: { $ne: turn.id },
  });
  if (taken) throw new Refusal('onBehalf.phoneTaken');
}

/**
 * The coordinator states that the contact agrees; that is kept as his word, and the contact is asked himself
 * as soon as he writes. That the team is of his unit he has said by registering it.
 */
export async function registerOnBehalf(
  turn: Turn,
  contest: Contest,
  details: TeamDetails & { agreed: string },
): Promise<Registration> {
  await mayRegisterOnBehalf(turn, contest);
  await needRight(turn, contest, 'actOnBehalf', details.unit);
  await needFreePhone(turn, contest, details.phone);
  const { contact } = details;
  const person = (await keptFor(turn, contest, details)) ?? (await contactMeant(turn, details));
  if (await hasTakenConsentBack(turn, contest, person)) throw new Refusal('onBehalf.takenBack', { contact });
  await stateConsent(turn, contest, { person, answer: details.agreed });
  const { person: by, now: at, id } = turn;
  const registration = await keep(turn, contest, details, {
    person,
    by,
    confirmation: { kind: 'confirmed', by, at, reason: null, turn: id },
    already: () => new Refusal('onBehalf.phoneTaken'),
  });
  await tellContact(turn, contest, registration);
  return registration;
}

/** For whom this very turn has registered the team already, before it was cut off: he may have taken it over since. */
async function keptFor(
  turn: Turn,
  { id: contest }: Contest,
  { phone }: TeamDetails,
): Promise<PersonId | null> {
  const kept = await turn.store.registrations
    .findOne({ contest, phone, turn: turn.id }, { person: 1 })
    .lean<Pick<Registration, 'person'>>();
  return kept?.person ?? null;
}

/** What keeps the contact from taking part is said to somebody else than him. */
async function keep(...args: Parameters<typeof keepRegistration>): Promise<Registration> {
  try {
    return await keepRegistration(...args);
  } catch (error) {
    if (!(error instanceof Refusal) || error.key !== 'register.barred') throw error;
    throw new Refusal('onBehalf.barred', { contact: args[2].contact });
  }
}

async function tellContact(turn: Turn, contest: Contest, registration: Registration): Promise<void> {
  const { t } = turn;
  const { _id, person, team, unit } = registration;
  if (person === turn.person) return;
  const { shortName } = contest.plan;
  const by = await nameOf(turn, contest, turn.person);
  const text = stack([
    t('onBehalf.toldRegistered', { contest: shortName, by, team, unit: unitName(contest, unit) }),
    (await hasConsented(turn, contest, person))
      ? t('onBehalf.toldAgreedBefore')
      : (await severalContests(turn))
        ? t('onBehalf.toldAgreeThere', { contest: shortName })
        : t('onBehalf.toldAgree'),
  ]);
  await tellPerson(turn, person, text, `registered-for/${_id}/${registration.turn}/${person}`);
}
