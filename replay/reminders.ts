import { dayOf, isNight } from '../src/domain/dates.js';
import { usualRemindersADay } from '../src/domain/plan/reminders.js';
import type { Letter, StoredReminder } from '../src/store/documents.js';
import type { Store } from '../src/store/store.js';
import type { ContestRead } from './contest.js';
import { isNeedless, readDeeds } from './needless.js';

/** The reminders of a contest that went out, and what was wrong with any of them. */
export type RemindersRecord = {
  sent: number;
  /** Who was asked for what he had done already. */
  chased: string[];
  /** Who got more of them on one day than anybody is to get. */
  tooMany: string[];
  atNight: string[];
};

export async function readReminders(store: Store, contest: ContestRead): Promise<RemindersRecord> {
  const { id } = contest;
  const [reminders, letters, deeds] = await Promise.all([
    store.reminders.find({ 'items.contest': id, how: 'letter' }).lean<StoredReminder[]>(),
    store.letters.find({ reminder: { $exists: true }, state: 'sent' }).lean<Letter[]>(),
    readDeeds(store, id),
  ]);
  // Also that which went to its person's other chat, under a key of its own.
  const letterOf = new Map(letters.map((letter) => [letter.reminder, letter]));
  const sent = reminders.flatMap((reminder) => {
    const letter = letterOf.get(reminder._id);
    return letter?.sentAt ? [{ ...reminder, sentAt: letter.sentAt, said: saidIn(letter) }] : [];
  });

  const perDay = new Map<string, number>();
  // What is due on the very day is said however many there were.
  const isLastDay = ({ items, day }: StoredReminder) =>
    items.some(({ deadline }) => deadline !== null && dayOf(deadline) === day);
  for (const { person, day } of sent.filter((reminder) => !isLastDay(reminder)))
    perDay.set(`${person} ${day}`, (perDay.get(`${person} ${day}`) ?? 0) + 1);
  return {
    sent: sent.length,
    chased: sent
      .filter(({ person, items, said, sentAt: at }) =>
        items.some(
          (item) =>
            item.contest === id &&
            isNeedless(contest, deeds, { person: item.insteadOf ?? person, item, said, at }),
        ),
      )
      .map(({ _id }) => _id),
    tooMany: [...perDay]
      .filter(([, count]) => count > (contest.plan.remindersADay ?? usualRemindersADay))
      .map(([whose]) => whose),
    atNight: sent.filter(({ sentAt: at }) => isNight(at)).map(({ _id }) => _id),
  };
}

const saidIn = ({ reply }: Letter): string => (reply.kind === 'text' ? reply.text.text : '');
