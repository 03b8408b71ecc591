import { courseOf, screened } from '../domain/entryStates.js';
import { Refusal } from '../domain/refusal.js';
import type { Confirmation, PersonId, Registration, StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { entryName } from './entries.js';
import { submissionCloses } from './extendUnit.js';
import { releaseHold } from './holds.js';
import { movedIn, moveEntry } from './moveEntry.js';
import { entriesOfTeam } from './onBehalf.js';
import { idsSince, personNow, wentUpIn } from './people.js';
import { needRight, reachOf, rightOf } from './permissions.js';
import { unitName } from './registrations.js';
import { nameOf } from './roles.js';
import { tellPerson } from './tell.js';

/**
 * Coordinators say of a registration whether the team is theirs. That is their word and no gate: a team about
 * which nothing was said takes part. One that they don't confirm is out, with what it has sent, and may
 * register anew.
 */

/** One registration, as it was shown: by its id, and by the turn that made it. */
export type Shown = { id: string; turn: string };

/** How many wait for a word of this person's, and as many of them as are asked for, the oldest first. */
export async function unconfirmedFor(
  turn: Turn,
  contest: Contest,
  most: number,
): Promise<{ count: number; first: Registration[] }> {
  await needRight(turn, contest, 'confirmRegistration');
  const right = await rightOf(turn, contest, 'confirmRegistration');
  const waiting = { contest: contest.id, confirmation: null, ...reachOf(contest, right) };
  const { registrations } = turn.store;
  const [count, first] = await Promise.all([
    registrations.countDocuments(waiting),
    registrations.find(waiting).sort({ at: 1, _id: 1 }).limit(most).lean<Registration[]>(),
  ]);
  return { count, first };
}

/** Refuses what somebody else has settled since it was shown. */
export async function stillUnconfirmed(turn: Turn, contest: Contest, shown: Shown): Promise<Registration> {
  const found = await turn.store.registrations
    .findOne({ _id: shown.id, contest: contest.id, turn: shown.turn, confirmation: null })
    .lean<Registration>();
  if (!found) throw new Refusal('confirm.gone');
  return found;
}

/** The contact is told. Refuses what somebody else has settled meanwhile. */
export async function confirmRegistration(turn: Turn, contest: Contest, shown: Shown): Promise<Registration> {
  const registration = await claim(turn, contest, shown, { kind: 'confirmed', reason: null });
  const { _id, person } = registration;
  const text = turn.t('confirm.toldConfirmed', await aboutIt(turn, contest, registration));
  if (person !== turn.person)
    await tellPerson(turn, person, text, `confirmed/${_id}/${registration.turn}/${person}`);
  return registration;
}

/** Refuses early what `declineRegistration` would refuse; answers with the entries that would go out. */
export async function mayDecline(
  turn: Turn,
  contest: Contest,
  registration: Registration,
): Promise<StoredEntry[]> {
  await needRight(turn, contest, 'confirmRegistration', registration.unit);
  const live = await entriesOfTeam(turn, registration);
  const { team } = registration;
  const further = screened({ screening: true });
  const taken = live.filter(({ state }) => further.includes(state));
  if (taken.length > 0)
    throw new Refusal('confirm.entriesTaken', { team, entries: taken.map(entryName).join('; ') });
  // Where nobody screens, an entry is taken over when the intake closes.
  const closes = submissionCloses(contest, registration.unit);
  if (live.length > 0 && !courseOf(contest.plan).screening && closes && turn.now > closes)
    throw new Refusal('confirm.entriesClosed', { team, closes: turn.t.moment(closes) });
  return live;
}

/**
 * The word is claimed first. From then on nothing more is taken in for the team, so what it has can be looked
 * at: where that forbids it, the word is taken back. Then its entries let go of their slots, the team of its
 * author, and last the registration is put away.
 */
export async function declineRegistration(
  turn: Turn,
  contest: Contest,
  shown: Shown,
  reason: string,
): Promise<{ registration: Registration; withdrawn: StoredEntry[] }> {
  const { registrations, declinedRegistrations } = turn.store;
  const _id = archiveId(turn, shown);
  const before = await declinedRegistrations.findById(_id).lean<Registration>();
  const found = before ?? (await claim(turn, contest, shown, { kind: 'declined', reason }));
  const registration = { ...found, _id: shown.id };
  // Once it is put away somebody may have registered anew under the same id: that is left alone.
  const { id, turn: made } = shown;
  if (!before || (await registrations.exists({ _id: id, turn: made })))
    await putAway(turn, contest, registration, reason);
  const withdrawn = await withdrawnHere(turn, registration);
  await tellDeclined(turn, contest, { registration, withdrawn, reason });
  return { registration, withdrawn };
}

const archiveId = ({ id }: Turn, shown: Shown): string => `${shown.id}/${id}`;

async function putAway(
  turn: Turn,
  contest: Contest,
  registration: Registration,
  reason: string,
): Promise<void> {
  const { registrations, declinedRegistrations } = turn.store;
  const { _id: id, ...fields } = registration;
  try {
    await withdrawAll(turn, contest, registration, reason);
  } catch (error) {
    const isOurs = { _id: id, 'confirmation.turn': turn.id };
    if (error instanceof Refusal) await registrations.updateOne(isOurs, { $set: { confirmation: null } });
    throw error;
  }
  await declinedRegistrations.updateOne(
    { _id: archiveId(turn, { id, turn: fields.turn }) },
    { $setOnInsert: fields },
    { upsert: true },
  );
  // While the registration is still there nobody can register anew, and be an author again.
  const who = { person: await personNow(turn, fields.person), name: fields.contact };
  await releaseHold(turn, who, { contest: contest.id, as: 'author', unit: null });
  await registrations.deleteOne({ _id: id, turn: fields.turn });
}

async function withdrawAll(
  turn: Turn,
  contest: Contest,
  registration: Registration,
  reason: string,
): Promise<void> {
  if ((await withdrawnHere(turn, registration)).length === 0) await mayDecline(turn, contest, registration);
  // From here on it is settled, however far one of them gets meanwhile, and whoever takes the team over.
  for (let owner: PersonId | null = registration.person; owner !== null; ) {
    const [next] = await entriesOfTeam(turn, { ...registration, person: owner });
    if (next) await moveEntry(turn, contest, next, { to: 'withdrawn', by: turn.person, reason });
    else owner = await wentUpIn(turn, owner);
  }
}

async function tellDeclined(
  turn: Turn,
  contest: Contest,
  {
    registration,
    withdrawn,
    reason,
  }: { registration: Registration; withdrawn: StoredEntry[]; reason: string },
): Promise<void> {
  const { _id } = registration;
  const person = await personNow(turn, registration.person);
  if (person === turn.person) return;
  const about = { ...(await aboutIt(turn, contest, registration)), reason };
  const entries = withdrawn.map(entryName).join('; ');
  const text = entries
    ? turn.t('confirm.toldDeclinedEntries', { ...about, entries })
    : turn.t('confirm.toldDeclined', about);
  await tellPerson(turn, person, text, `declined/${_id}/${registration.turn}/${person}`);
}

async function claim(
  turn: Turn,
  contest: Contest,
  shown: Shown,
  word: Pick<Confirmation, 'kind' | 'reason'>,
): Promise<Registration> {
  const { registrations } = turn.store;
  const which = { _id: shown.id, contest: contest.id, turn: shown.turn };
  const found = await registrations.findOne(which).lean<Registration>();
  if (!found) throw new Refusal('confirm.gone');
  await needRight(turn, contest, 'confirmRegistration', found.unit);
  const confirmation: Confirmation = { ...word, by: turn.person, at: turn.now, turn: turn.id };
  const claimed = await registrations
    .findOneAndUpdate(
      { ...which, $or: [{ confirmation: null }, { 'confirmation.turn': turn.id }] },
      { $set: { confirmation, told: true } },
      { returnDocument: 'after' },
    )
    .lean<Registration>();
  if (claimed) return claimed;
  const first = await registrations.findOne(which).lean<Registration>();
  if (first?.confirmation?.kind !== 'confirmed') throw new Refusal('confirm.gone');
  throw new Refusal('confirm.already', {
    team: first.team,
    by: await nameOf(turn, contest, first.confirmation.by),
  });
}

/** What this very turn has taken out, also when it is repeated. */
async function withdrawnHere(turn: Turn, { contest, person }: Registration): Promise<StoredEntry[]> {
  // Whoever takes the team over meanwhile takes its entries along.
  const owners = await idsSince(turn, person);
  const gone = await turn.store.entries
    .find({ contest, person: { $in: owners }, history: { $elemMatch: { turn: turn.id } } })
    .sort({ number: 1 })
    .lean<StoredEntry[]>();
  return gone.filter((entry) => movedIn(turn, entry, 'withdrawn'));
}

const aboutIt = async (
  turn: Turn,
  contest: Contest,
  { team, unit }: Pick<Registration, 'team' | 'unit'>,
) => ({
  contest: contest.plan.shortName,
  by: await nameOf(turn, contest, turn.person),
  team,
  unit: unitName(contest, unit),
});
