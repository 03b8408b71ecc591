import type { Person, PersonId } from '../store/documents.js';
import type { Work } from '../turn.js';

/** What this person is called, for those who read who did something. */
export async function nameOf(work: Work, person: PersonId): Promise<string> {
  const known = await work.store.people.findById(person, { name: 1 }).lean<Person>();
  return known?.name ?? person;
}
