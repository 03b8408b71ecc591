import type { Person, PersonId } from '../store/documents.js';
import type { Work } from '../turn.js';
import { inParts } from './inParts.js';

/** In whom this person went up when his chats were linked, `null` if he is himself. */
export async function wentUpIn({ store }: Work, person: PersonId): Promise<PersonId | null> {
  const found = await store.people.findById(person, { mergedInto: 1 }).lean<Person>();
  return found?.mergedInto ?? null;
}

/** The id that stands for this person now. */
export const personNow = async (work: Work, person: PersonId): Promise<PersonId> =>
  (await idsSince(work, person)).at(-1) ?? person;

/** This id, and those that have come to stand for the person since. */
export async function idsSince(work: Work, person: PersonId): Promise<PersonId[]> {
  const ids: PersonId[] = [];
  for (let now: PersonId | null = person; now !== null; now = await wentUpIn(work, now)) ids.push(now);
  return ids;
}

/** The same for several at once. Nobody in whom somebody went up goes up in a third, so one step is all. */
export async function peopleNow(
  { store }: Work,
  ids: readonly PersonId[],
): Promise<(id: PersonId) => PersonId> {
  const gone = await inParts([...new Set(ids)], (some) =>
    store.people
      .find({ _id: { $in: some }, mergedInto: { $ne: null } }, { mergedInto: 1 })
      .lean<Person[]>()
      .exec(),
  );
  const since = new Map(gone.map(({ _id, mergedInto }) => [_id, mergedInto]));
  return (id) => since.get(id) ?? id;
}
