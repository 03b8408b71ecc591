import { createHmac } from 'node:crypto';
import { partaking } from '../domain/entryStates.js';
import { fold } from '../domain/text.js';
import type { Person, PersonId, Registration, StoredEntry } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { wentUpIn } from './people.js';
import { needRight, reachOf, rightOf } from './permissions.js';
import { isDeclined } from './registrations.js';

/**
 * A coordinator registers and hands in for teams of his units. What is written down is the contact's
 * (`person`) and says who did it (`by`); so all limits and exclusions are the contact's, on whichever
 * messenger anybody writes.
 */

const WITHOUT_CHAT = 'contact:';

/** One who was never met, and is known by this only. */
const unmet = ({ tools }: Work, knownBy: string): PersonId =>
  `${WITHOUT_CHAT}${createHmac('sha256', tools.secret).update(`contact/${knownBy}`).digest('hex').slice(0, 24)}`;

/**
 * The same number is the same person, until somebody has taken him in. What is registered with this number
 * afterwards is another one's, by his name as well, who can be taken in in his turn.
 */
async function unmetNow(
  work: Work,
  { contact, phone }: { contact: string; phone: string },
): Promise<PersonId> {
  for (let knownBy = phone; ; knownBy = `${knownBy}/${fold(contact)}`) {
    const person = unmet(work, knownBy);
    if ((await wentUpIn(work, person)) === null) return person;
  }
}

/** Nobody speaks for him in a chat of his own. */
export const isUnmet = (person: PersonId): boolean => person.startsWith(WITHOUT_CHAT);

/**
 * Whom this name and number belong to. A number alone is nobody's proof: families share one, and a wrong
 * figure would give a team to a stranger.
 */
export async function contactMeant(work: Work, given: { contact: string; phone: string }): Promise<PersonId> {
  const { contact, phone } = given;
  const known = await work.store.people
    // The index holds nothing but strings, and is used only where the question says so too.
    .find({ phone: { $eq: phone, $type: 'string' }, mergedInto: null }, { name: 1 })
    .sort({ createdAt: 1, _id: 1 })
    .lean<Pick<Person, '_id' | 'name'>[]>();
  return known.find(({ name }) => fold(name) === fold(contact))?._id ?? unmetNow(work, given);
}

/** The teams of the units that this person answers for, by unit. */
export async function teamsToActFor(turn: Turn, contest: Contest): Promise<Registration[]> {
  await needRight(turn, contest, 'actOnBehalf');
  const right = await rightOf(turn, contest, 'actOnBehalf');
  const all = await turn.store.registrations
    .find({ contest: contest.id, ...reachOf(contest, right) })
    .sort({ unit: 1, at: 1, _id: 1 })
    .lean<Registration[]>();
  return all.filter((each) => !isDeclined(each));
}

/** What was handed in for a team and takes part. */
export const entriesOfTeam = (work: Work, { contest, person }: Registration): Promise<StoredEntry[]> =>
  work.store.entries
    .find({ contest, person, state: { $in: partaking } })
    .sort({ number: 1 })
    .lean<StoredEntry[]>()
    .exec();

/** What those are called who acted for others, and those for whom they did. */
export async function namesBehind(
  work: Work,
  documents: readonly Pick<StoredEntry, 'person' | 'by'>[],
): Promise<Map<PersonId, string>> {
  const ids = documents.flatMap(({ person, by }) => (by ? [person, by] : []));
  if (ids.length === 0) return new Map();
  const people = await work.store.people
    .find({ _id: { $in: [...new Set(ids)] } }, { name: 1 })
    .lean<Pick<Person, '_id' | 'name'>[]>();
  return new Map(people.map(({ _id, name }) => [_id, name]));
}
