import type { ChatId } from '../chat.js';
import { dayOf } from '../domain/dates.js';
import { usualRemindersADay } from '../domain/plan/reminders.js';
import type { Chat, PersonId, ReminderItem, StoredReminder } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { claimOf, type Due, type Item } from './debts/claims.js';
import { coordinatorsNear } from './debts/coordinators.js';
import { grouped } from './debts/debt.js';
import { missedAmong } from './missed.js';
import { describeReminder, offersOf } from './reminderWords.js';

/** Where people can be reached, and who of them wants no reminders. */
type Reach = { chats: Map<PersonId, Pick<Chat, '_id' | 'contest'>>; refusing: Set<PersonId> };

/**
 * One letter for each person, with everything that is due to him now. Whom none reaches is written down, and
 * those who answer for his unit are asked to remind him.
 */
export async function sendReminders(work: Work, due: readonly Due[]): Promise<void> {
  if (due.length === 0) return;
  const own = due.map((each): Item => ({ ...each, insteadOf: null }));
  const reach = await reachOf(
    work,
    own.map(({ debt }) => debt.person),
  );
  const missed = own.filter(({ debt }) => !reach.chats.has(debt.person));
  const asked = await askInstead(work, missed);
  const further = await reachOf(work, [...asked.keys()]);
  for (const [person, chat] of further.chats) reach.chats.set(person, chat);
  for (const person of further.refusing) reach.refusing.add(person);

  const people = grouped(own, ({ debt }) => debt.person);
  for (const [person, items] of asked) {
    const his = people.get(person) ?? [];
    // What is his own to do as well he is asked for once.
    const others = items.filter((item) => !his.some((each) => isSame(each, item)));
    if (others.length > 0) people.set(person, [...his, ...others]);
  }
  for (const [person, items] of people) await remind(work, person, items, reach);
}

const isSame = (one: Item, other: Item): boolean =>
  one.contest.id === other.contest.id && one.chase === other.chase && one.debt.of === other.debt.of;

/** Those who answer for the units of these people, whom no letter reaches, are asked to remind them. */
export async function askOthers(work: Work, missed: readonly Item[]): Promise<void> {
  const asked = await askInstead(work, missed);
  const reach = await reachOf(work, [...asked.keys()]);
  for (const [person, items] of asked) await remind(work, person, items, reach);
}

/** Chunk by chunk: the embedded engine sorts only so much at once. */
const AT_ONCE = 1_000;

async function reachOf({ store }: Work, people: readonly PersonId[]): Promise<Reach> {
  const all = [...new Set(people)];
  const reach: Reach = { chats: new Map(), refusing: new Set() };
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const ids = all.slice(from, from + AT_ONCE);
    const [chats, refusing] = await Promise.all([
      store.chats
        .find({ person: { $in: ids }, group: false, reachable: true }, { person: 1, contest: 1 })
        .sort({ heardAt: 1, _id: 1 })
        .lean(),
      store.people.find({ _id: { $in: ids }, remindersOff: { $ne: null } }, { _id: 1 }).lean(),
    ]);
    // The chat that was heard last comes last, and stays.
    for (const { _id, person, contest } of chats) reach.chats.set(person ?? '', { _id, contest });
    for (const { _id } of refusing) reach.refusing.add(_id);
  }
  return reach;
}

/** The coordinators near those whom no letter reaches, with whom each of them is to remind of what. */
async function askInstead(work: Work, missed: readonly Item[]): Promise<Map<PersonId, Item[]>> {
  const asked: { asks: PersonId; item: Item }[] = [];
  for (const [contest, items] of grouped(missed, (item) => item.contest)) {
    const near = await coordinatorsNear(work, contest);
    const names = new Map(
      (await missedAmong(work, contest, [...new Set(items.map(({ debt }) => debt.person))])).map(
        ({ person, who }) => [person, who],
      ),
    );
    for (const item of items) {
      const { person, unit } = item.debt;
      const who = names.get(person);
      if (unit === null || who === undefined) continue;
      for (const coordinator of near(unit))
        if (coordinator.person !== person)
          asked.push({ asks: coordinator.person, item: { ...item, insteadOf: { person, who } } });
    }
  }
  const all = grouped(asked, ({ asks }) => asks);
  return new Map([...all].map(([person, items]) => [person, items.map(({ item }) => item)]));
}

async function remind(work: Work, person: PersonId, items: Item[], reach: Reach): Promise<void> {
  for (const { _id, how, chat, text, offers } of await keep(work, person, items, reach))
    if (how === 'letter' && chat && text) work.tell(chat, text, { key: _id, reminder: _id, choices: offers });
}

/**
 * Writes down what this person is reminded of, before it is said: of two processes at once one does. Answers
 * what is to be said, also what was written down before and perhaps never said.
 */
async function keep(work: Work, person: PersonId, items: Item[], reach: Reach): Promise<StoredReminder[]> {
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
      claims: fresh.map((item) => itemOf(person, item).claim),
      items: fresh.map((item) => itemOf(person, item)),
      ...lettered(work, { person, fresh, ofDay, reach }),
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

function lettered(
  { t, now }: Work,
  about: { person: PersonId; fresh: Item[]; ofDay: StoredReminder[]; reach: Reach },
): Pick<StoredReminder, 'how' | 'chat' | 'text' | 'offers'> {
  const { person, fresh, ofDay, reach } = about;
  const none = { chat: null, text: null, offers: [] };
  const chat = reach.chats.get(person);
  if (!chat) return { how: 'unreachable', ...none };
  if (reach.refusing.has(person)) return { how: 'refused', ...none };
  const letters = ofDay.filter(({ how, withdrawnAt }) => how === 'letter' && withdrawnAt === null).length;
  // Tomorrow it would be too late.
  const isLastDay = fresh.some(({ debt: { deadline } }) => deadline && dayOf(deadline) === dayOf(now));
  if (!isLastDay && letters >= mostADay(fresh.map(({ contest }) => contest)))
    return { how: 'capped', ...none };
  return {
    how: 'letter',
    chat: chat._id as ChatId,
    text: describeReminder(t, fresh, chat.contest),
    offers: offersOf(t, fresh, chat._id, chat.contest),
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
