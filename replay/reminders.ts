import { dayOf, isNight } from '../src/domain/dates.js';
import { usualRemindersADay } from '../src/domain/plan/reminders.js';
import type { Letter, ReminderItem, Sheet, StoredEntry, StoredReminder } from '../src/store/documents.js';
import type { Store } from '../src/store/store.js';

/** The reminders of a contest that went out, and what was wrong with any of them. */
export type RemindersRecord = {
  sent: number;
  /** Who was asked for what he had done already. */
  chased: string[];
  /** Who got more of them on one day than anybody is to get. */
  tooMany: string[];
  atNight: string[];
};

/** Worked out from what people did and when, and not by what the assistant goes by. */
export async function readReminders(store: Store, contest: string): Promise<RemindersRecord> {
  const [reminders, letters, entries, sheets] = await Promise.all([
    store.reminders.find({ 'items.contest': contest, how: 'letter' }).lean<StoredReminder[]>(),
    store.letters.find({ reminder: { $exists: true }, state: 'sent' }).lean<Letter[]>(),
    store.entries.find({ contest }).lean<StoredEntry[]>(),
    store.sheets.find({ contest }).lean<Sheet[]>(),
  ]);
  const sentAt = new Map(letters.map(({ _id, sentAt }) => [_id, sentAt]));
  const sent = reminders.flatMap((reminder) => {
    const at = sentAt.get(reminder._id);
    return at ? [{ ...reminder, sentAt: at }] : [];
  });

  const isDone = (person: string, { chase, what, of }: ReminderItem, at: Date): boolean => {
    if (chase === 'entry') return entries.some((entry) => entry.person === person && entry.submittedAt < at);
    if (chase.includes('sheet'))
      return what.every((code) =>
        sheets.some(({ judge, entry, at: scored }) => judge === person && entry === code && scored < at),
      );
    if (chase === 'correction') return entries.some((entry) => entry.code === of && !isSentBack(entry, at));
    return false;
  };

  const perDay = new Map<string, number>();
  // What is due on the very day is said however many there were.
  const isLastDay = ({ items, day }: StoredReminder) =>
    items.some(({ deadline }) => deadline !== null && dayOf(deadline) === day);
  for (const { person, day } of sent.filter((reminder) => !isLastDay(reminder)))
    perDay.set(`${person} ${day}`, (perDay.get(`${person} ${day}`) ?? 0) + 1);
  return {
    sent: sent.length,
    chased: sent
      .filter(({ person, items, sentAt: at }) =>
        items.some((item) => item.contest === contest && isDone(item.insteadOf ?? person, item, at)),
      )
      .map(({ _id }) => _id),
    tooMany: [...perDay].filter(([, count]) => count > usualRemindersADay).map(([whose]) => whose),
    atNight: sent.filter(({ sentAt: at }) => isNight(at)).map(({ _id }) => _id),
  };
}

const isSentBack = ({ history }: StoredEntry, at: Date): boolean =>
  history.findLast((change) => change.at <= at)?.to === 'needs_correction';
