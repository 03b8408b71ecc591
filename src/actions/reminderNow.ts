import type { Reply } from '../chat.js';
import { isNight } from '../domain/dates.js';
import type { Letter, StoredReminder } from '../store/documents.js';
import type { Work } from '../turn.js';
import { contestById } from './contest.js';
import { chasesOf } from './debts/chases.js';
import type { Item } from './debts/claims.js';
import { findItem } from './debts/find.js';
import { describeInGroup, describeReminder, offersOf } from './reminderWords.js';

/**
 * A reminder that is about to be sent, as it has to be said now; `null`: it is withdrawn, since nothing of it is
 * owed any more, its person wants none, or it has become night while it waited.
 */
export async function reminderNow(work: Work, letter: Letter): Promise<Reply | null> {
  const { reminders, people, chats } = work.store;
  const stored = await reminders.findById(letter.reminder).lean<StoredReminder>();
  if (!stored) return letter.reply;
  const refuses = await people.exists({ _id: stored.person, remindersOff: { $ne: null } });
  const said = refuses || isNight(work.now) ? [] : await stillOwed(work, stored);
  if (said.length === 0) {
    await reminders.updateOne({ _id: stored._id }, { $set: { withdrawnAt: work.now } });
    return null;
  }
  if (letter.reply.kind !== 'text') return letter.reply;
  const here = (await chats.findById(letter.chat, { contest: 1 }).lean())?.contest ?? null;
  if (stored.group) return { kind: 'text', text: describeInGroup(work.t, said) };
  const offers = offersOf(work.t, said, letter.chat, here);
  return {
    kind: 'text',
    text: describeReminder(work.t, said, here),
    // Each is a command, which a button carries whole.
    ...(offers.length > 0 && { choices: offers.map(({ label, says }) => ({ label, data: says })) }),
  };
}

/** What of it is still to be done. */
export async function stillOwed(work: Work, { person, items, group }: StoredReminder): Promise<Item[]> {
  const owed: Item[] = [];
  for (const item of items) {
    const contest = await contestById(work, item.contest);
    const chase = chasesOf(contest).find(({ id }) => id === item.chase);
    const found = chase && (await findItem(work, contest, chase, { person, item, ...(group && { group }) }));
    if (found) owed.push(found);
  }
  return owed;
}
