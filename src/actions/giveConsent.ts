import { Refusal } from '../domain/refusal.js';
import type { Consent, PersonId } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { registrationOf } from './registrations.js';
import { ownName } from './roles.js';
import { tellRole } from './tell.js';

/** Keeps the evidence: the words, their version, who said yes, when, and through which chat. */
export const giveConsent = (turn: Turn, contest: Contest, answer: string): Promise<void> =>
  keepConsent(turn, contest, { person: turn.person, by: null, answer });

/** That somebody else agrees is this coordinator's statement, and kept as such. */
export const stateConsent = (
  turn: Turn,
  contest: Contest,
  { person, answer }: { person: PersonId; answer: string },
): Promise<void> => keepConsent(turn, contest, { person, by: turn.person, answer });

async function keepConsent(
  turn: Turn,
  contest: Contest,
  { person, by, answer }: Pick<Consent, 'person' | 'answer'> & { by: PersonId | null },
): Promise<void> {
  const { consent } = contest.plan.texts;
  await turn.store.consents.updateOne(
    { _id: `${contest.id}/${turn.id}` },
    {
      $setOnInsert: {
        ...inForce(contest, person),
        by,
        chat: turn.chat._id,
        text: consent.text,
        answer,
        at: turn.now,
      },
    },
    { upsert: true },
  );
}

/** By himself: what a coordinator has stated for him lets nobody but coordinators act. */
export async function hasConsented(turn: Turn, contest: Contest, person = turn.person): Promise<boolean> {
  return (await turn.store.consents.exists({ ...inForce(contest, person), by: null })) !== null;
}

/** Has this person agreed, or has a coordinator stated it? */
export async function consentStands(work: Work, contest: Contest, person: PersonId): Promise<boolean> {
  return (await work.store.consents.exists(inForce(contest, person))) !== null;
}

/** He has said no, or has taken back what he had said: only he himself can change that. */
export async function hasTakenConsentBack(work: Work, contest: Contest, person: PersonId): Promise<boolean> {
  if (await consentStands(work, contest, person)) return false;
  const back = { contest: contest.id, person, withdrawnAt: { $ne: null } };
  return (await work.store.consents.exists(back)) !== null;
}

/** Somebody who says no after all, before anything was taken in: nothing of his stays in force. */
export async function refuseConsent(turn: Turn, contest: Contest, person = turn.person): Promise<void> {
  await turn.store.consents.updateMany(inForce(contest, person), {
    $set: { withdrawnAt: turn.now, withdrawnBy: turn.id },
  });
}

/** Refuses who has given none that could be taken back. */
export async function mayWithdrawConsent(turn: Turn, { id }: Contest): Promise<void> {
  const given = await turn.store.consents.exists({ contest: id, person: turn.person, withdrawnAt: null });
  if (!given) throw new Refusal('consent.none');
}

/**
 * Withdrawing is as easy as giving. From then on nothing new is taken in; what becomes of what is there
 * the committee settles, within the terms of Luật 91/2025/QH15: it is told at once.
 */
export async function withdrawConsent(turn: Turn, contest: Contest): Promise<void> {
  const { matchedCount } = await turn.store.consents.updateMany(
    { contest: contest.id, person: turn.person, $or: [{ withdrawnAt: null }, { withdrawnBy: turn.id }] },
    { $set: { withdrawnAt: turn.now, withdrawnBy: turn.id } },
  );
  if (matchedCount === 0) throw new Refusal('consent.none');
  const registration = await registrationOf(turn, contest);
  const { t } = turn;
  await tellRole(
    turn,
    contest,
    'organizer',
    registration
      ? t('consent.withdrawnTeam', {
          name: registration.contact,
          team: registration.team,
          phone: registration.phone,
          at: t.moment(turn.now),
        })
      : t('consent.withdrawnPerson', { name: await ownName(turn, contest), at: t.moment(turn.now) }),
    `consent-withdrawn/${contest.id}/${turn.id}`,
  );
}

/** The committee has heard of the withdrawal, so it hears of this too. */
export async function tellConsentGivenAgain(turn: Turn, contest: Contest): Promise<void> {
  const registration = await registrationOf(turn, contest);
  if (!registration) return;
  const { t } = turn;
  await tellRole(
    turn,
    contest,
    'organizer',
    t('consent.againTeam', {
      name: registration.contact,
      team: registration.team,
      at: t.moment(turn.now),
    }),
    `consent-again/${contest.id}/${turn.id}`,
  );
}

const inForce = ({ id, plan }: Contest, person: PersonId) => ({
  contest: id,
  person,
  version: String(plan.texts.consent.version),
  withdrawnAt: null,
});
