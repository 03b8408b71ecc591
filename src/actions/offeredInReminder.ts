import { fold } from '../domain/text.js';
import type { StoredReminder } from '../store/documents.js';
import type { Turn } from '../turn.js';

/** What a button of this person's newest reminder stands for, where its label was typed; `null`: none is called so. */
export async function offeredInReminder({ store, person }: Turn, typed: string): Promise<string | null> {
  const newest = await store.reminders
    .findOne({ person, how: 'letter' }, { offers: 1 })
    .sort({ day: -1, _id: -1 })
    .lean<Pick<StoredReminder, 'offers'>>();
  return newest?.offers.find(({ label }) => fold(label) === fold(typed))?.says ?? null;
}
