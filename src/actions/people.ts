import type { Person, PersonId } from '../store/documents.js';
import type { Work } from '../turn.js';

/** What this person is called, for those who read who did something. */
export async function nameOf(work: Work, person: PersonId): Promise<string> {
  const known = await work.store.people.findById(person, { name: 1 }).lean<Person>();
  return known?.name ?? person;
}

/** In whom this person went up when his chats were linked, `null` if he is himself. */
export async function wentUpIn({ store }: Work, person: PersonId): Promise<PersonId | null> {
  const found = await store.people.findById(person, { mergedInto: 1 }).lean<Person>();
  return found?.mergedInto ?? null;
}

/** The id that stands for this person now. */
export async function personNow(work: Work, person: PersonId): Promise<PersonId> {
  let now = person;
  for (;;) {
    const next = await wentUpIn(work, now);
    if (next === null) return now;
    now = next;
  }
}
