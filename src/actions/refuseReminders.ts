import type { Turn } from '../turn.js';
import { personWithHolds } from './holds.js';

/** This person wants no more reminders, in any contest; or wants them again. */
export async function refuseReminders(turn: Turn, refuses: boolean): Promise<void> {
  const { _id } = await personWithHolds(turn, { person: turn.person, name: turn.personName });
  await turn.store.people.updateOne({ _id }, { $set: { remindersOff: refuses ? turn.now : null } });
}
