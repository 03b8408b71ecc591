import type { ChatId } from '../chat.js';
import { dayOf } from '../domain/dates.js';
import { usualRemindersADay } from '../domain/plan/reminders.js';
import type { PersonId, ReminderItem, StoredReminder } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { claimOf, type Item } from './debts/claims.js';
import { describeInGroup, describeReminder, offersOf } from './reminderWords.js';

/* What one reader is reminded of: written down, with its claims and the daily limit, before it is said. */

/** Who reads it, and where: a person, or the group of a unit by its id. */
export type Addressee = {
  id: string;
  chat: { chat: ChatId; contest: string | null } | null;
  isGroup: boolean;
  /** He wants none. */
  refuses: boolean;
  /** He gets one letter a day, since his bot has few messages left. */
  isMerged: boolean;
};

/** Asks him for all of this in one letter, or writes down why he isn't asked. */
export async function remind(work: Work, to: Addressee, items: Item[]): Promise<void> {
  const kept = await keep(work, { person: to.id, isGroup: to.isGroup }, items, (fresh, ofDay) =>
    lettered(work, { to, fresh, ofDay }),
  );
  for (const { _id, how, chat, text, offers } of kept)
    if (how === 'letter' && chat && text) work.tell(chat, text, { key: _id, reminder: _id, choices: offers });
}

/** Nobody was asked for it in time, since nothing ran. */
export async function keepStale(work: Work, person: PersonId, items: Item[]): Promise<void> {
  await keep(work, { person }, items, () => ({ how: 'stale', chat: null, text: null, offers: [] }));
}

type Said = Pick<StoredReminder, 'how' | 'chat' | 'text' | 'offers' | 'merged'>;

/**
 * Writes down what this person is reminded of, before it is said: of two processes at once one does. Answers
 * what is to be said, also what was written down before and perhaps never said.
 */
async function keep(
  work: Work,
  { person, isGroup = false }: { person: string; isGroup?: boolean },
  items: Item[],
  saidOf: (fresh: Item[], ofDay: StoredReminder[]) => Said,
): Promise<StoredReminder[]> {
  const { reminders } = work.store;
  const day = dayOf(work.now);
  const claims = items.map((item) => itemOf(person, item).claim);
  for (;;) {
    const known = await reminders
      .find({ $or: [{ person, day }, { claims: { $in: claims } }] })
      .sort({ at: 1, _id: 1 })
      .lean<StoredReminder[]>();
    const again = known.filter((each) => each.claims.some((claim) => claims.includes(claim)));
    const done = new Set(again.flatMap((each) => each.claims));
    const fresh = items.filter((item) => !done.has(itemOf(person, item).claim));
    if (fresh.length === 0) return again;
    const ofDay = known.filter((each) => each.day === day);
    const reminder: StoredReminder = {
      _id: `reminder/${person}/${day}/${ofDay.length + 1}`,
      ...{ person, day, at: work.now, withdrawnAt: null },
      ...(isGroup && { group: true as const }),
      claims: fresh.map((item) => itemOf(person, item).claim),
      items: fresh.map((item) => itemOf(person, item)),
      ...saidOf(fresh, ofDay),
    };
    try {
      await reminders.create(reminder);
      return [...again, reminder];
    } catch (error) {
      // Another process was quicker, with this or with something else: look again.
      if (!isDuplicate(error)) throw error;
    }
  }
}

function lettered({ t, now }: Work, about: { to: Addressee; fresh: Item[]; ofDay: StoredReminder[] }): Said {
  const { to, fresh, ofDay } = about;
  const none = { chat: null, text: null, offers: [] };
  // First of all: who wants none is on nobody's list either.
  if (to.refuses) return { how: 'refused', ...none };
  if (!to.chat) return { how: 'unreachable', ...none };
  const { chat, contest } = to.chat;
  const said = ofDay.filter(({ how, withdrawnAt }) => how === 'letter' && withdrawnAt === null);
  // Tomorrow it would be too late.
  const isLastDay = fresh.some(({ debt: { deadline } }) => deadline && dayOf(deadline) === dayOf(now));
  if (to.isMerged && !isLastDay && said.some(({ merged }) => merged)) return { how: 'capped', ...none };
  // A bot that saves carries even what is due today no more often than this.
  const isCapped = to.isMerged === isLastDay && said.length >= mostADay(fresh.map(({ contest }) => contest));
  if (isCapped) return { how: 'capped', ...none };
  return {
    how: 'letter',
    chat,
    ...(to.isMerged && { merged: true as const }),
    text: to.isGroup ? describeInGroup(t, fresh) : describeReminder(t, fresh, contest),
    offers: to.isGroup ? [] : offersOf(t, fresh, chat, contest),
  };
}

const mostADay = (contests: readonly Contest[]): number =>
  Math.min(...contests.map(({ plan }) => plan.remindersADay ?? usualRemindersADay));

function itemOf(person: PersonId, item: Item): ReminderItem {
  const { contest, chase, debt, step } = item;
  const insteadOf = item.insteadOf?.person ?? null;
  return {
    claim: claimOf(person, item, insteadOf),
    ...{ contest: contest.id, chase, step, insteadOf },
    ...{ of: debt.of, deadline: debt.deadline, what: debt.what },
  };
}
