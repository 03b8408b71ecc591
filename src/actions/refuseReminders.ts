import type { PersonId } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import { personWithHolds } from './holds.js';
import { inParts } from './inParts.js';

/** This person wants no more reminders, in any contest; or wants them again. */
export async function refuseReminders(turn: Turn, refuses: boolean): Promise<void> {
  const { _id } = await personWithHolds(turn, { person: turn.person, name: turn.personName });
  await turn.store.people.updateOne({ _id }, { $set: { remindersOff: refuses ? turn.now : null } });
}

/** Of these people those who want no reminders: nobody else reads of what they owe either. */
export async function refusingAmong({ store }: Work, people: readonly PersonId[]): Promise<Set<PersonId>> {
  const found = await inParts(people, (some) =>
    store.people.find({ _id: { $in: some }, remindersOff: { $ne: null } }, { _id: 1 }).lean(),
  );
  return new Set(found.map(({ _id }) => _id));
}
