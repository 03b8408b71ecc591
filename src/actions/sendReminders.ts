import { type BotId, botOf, type ChatId } from '../chat.js';
import { dayOf } from '../domain/dates.js';
import { usualRemindersADay } from '../domain/plan/reminders.js';
import { running } from '../domain/roles.js';
import type { PersonId, ReminderItem, StoredReminder } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { claimOf, type Due, type Item } from './debts/claims.js';
import { grouped } from './debts/debt.js';
import { nameMissed } from './missed.js';
import { ownWays, type Room, standInsFor } from './reach.js';
import { refusingAmong } from './refuseReminders.js';
import { describeInGroup, describeReminder, offersOf } from './reminderWords.js';
import { rolesIn } from './roles.js';

/** Who reads it, and where: a person, or the group of a unit by its id. */
type Addressee = {
  id: string;
  chat: { chat: ChatId; contest: string | null } | null;
  isGroup: boolean;
  /** He wants none. */
  refuses: boolean;
  /** He gets one letter a day, since his bot has few messages left. */
  isMerged: boolean;
};

/** What of the month's messages the tick's letters may take, and the bots that save them. */
export type Means = { room: () => Promise<Room>; saving: ReadonlySet<BotId> };

/**
 * What is due now; what will be due before the next morning; and what nobody is reminded of any more, since nothing
 * ran when it was due.
 */
export type AllDue = { now: Due[]; ahead: Due[]; missed: Due[] };

/**
 * One letter for each person, with everything that is due to him now, on a bot that is `saving` with all of the day. Whom none reaches is written down, and
 * the group of his unit, or who answers for it, is asked to remind him.
 */
export async function sendReminders(work: Work, due: AllDue, { room, saving }: Means): Promise<void> {
  if (due.now.length + due.ahead.length + due.missed.length === 0) return;
  const his = (each: Due): Item => ({ ...each, insteadOf: null });
  for (const [person, items] of grouped(due.missed.map(his), ({ debt }) => debt.person))
    await keep(work, { person }, items, () => ({ how: 'stale', chat: null, text: null, offers: [] }));
  const { take } = await room();
  const addressees = await addressed(work, [...due.now, ...due.ahead].map(his), { take, saving });
  const ahead = due.ahead.map(his).filter(({ debt }) => addressees.get(debt.person)?.isMerged);
  // Of one thing he is asked at the later of two steps.
  const isAhead = new Set(ahead.map(({ debt }) => debt));
  const own = [...due.now.map(his).filter(({ debt }) => !isAhead.has(debt)), ...ahead];
  const isMissed = ({ debt }: Item) => addressees.get(debt.person)?.chat === null;
  const asked = await askInstead(
    work,
    { missed: own.filter(isMissed), ahead: due.ahead.map(his).filter(isMissed) },
    { take, saving, addressees },
  );
  const people = grouped(own, ({ debt }) => debt.person);
  for (const [id, items] of asked) {
    const his = people.get(id) ?? [];
    // What is his own to do as well he is asked for once.
    const others = items.filter((item) => !his.some((each) => isSame(each, item)));
    if (others.length > 0) people.set(id, [...his, ...others]);
  }
  for (const [id, items] of people) {
    const to = addressees.get(id);
    if (to) await remind(work, to, items);
  }
}

const isSame = (one: Item, other: Item): boolean =>
  one.contest.id === other.contest.id && one.chase === other.chase && one.debt.of === other.debt.of;

/** For these people, whom no letter reaches, others are asked to remind them. */
export async function askOthers(work: Work, missed: readonly Item[], { room, saving }: Means): Promise<void> {
  const { take } = await room();
  const addressees = new Map<string, Addressee>();
  const asked = await askInstead(work, { missed, ahead: [] }, { take, saving, addressees });
  for (const [id, items] of asked) {
    const to = addressees.get(id);
    if (to) await remind(work, to, items);
  }
}

/** Where each of those who owe something reads it; nobody's last messages are taken but for who runs a contest. */
async function addressed(
  work: Work,
  items: readonly Item[],
  { take, saving }: { take: Room['take']; saving: ReadonlySet<BotId> },
): Promise<Map<string, Addressee>> {
  const people = [...new Set(items.map(({ debt }) => debt.person))];
  const refusing = await refusingAmong(work, people);
  const kept = await runningAny(work, items);
  const ways = await ownWays(work, people, {
    take: (bot, isKept) => take(bot, 1, isKept),
    kept,
  });
  return new Map(
    people.map((id) => {
      const chat = ways.get(id)?.chat ?? null;
      const isMerged = chat !== null && saving.has(chat.bot) && !kept.has(id);
      return [id, { id, chat, isGroup: false, refuses: refusing.has(id), isMerged }];
    }),
  );
}

/** Who runs one of the contests that this is about. */
export async function runningAny(work: Work, items: readonly Item[]): Promise<Set<PersonId>> {
  const contests = new Set(items.map(({ contest }) => contest));
  const roles = await Promise.all([...contests].map((contest) => rolesIn(work, contest, running)));
  return new Set(roles.flat().map(({ person }) => person));
}

/**
 * Who is asked to remind those whom no letter reaches, of what: the group of their unit, if everybody may read
 * it, else a coordinator. Whoever has not been written to before is added to `addressees`. `ahead`: what will be due
 * that day, for those who get one letter a day.
 */
async function askInstead(
  work: Work,
  { missed, ahead }: { missed: readonly Item[]; ahead: readonly Item[] },
  about: { take: Room['take']; saving: ReadonlySet<BotId>; addressees: Map<string, Addressee> },
): Promise<Map<string, Item[]>> {
  const { take, saving, addressees } = about;
  const all = [...missed, ...ahead];
  const refusing = await refusingAmong(
    work,
    all.map(({ debt }) => debt.person),
  );
  const kept = await runningAny(work, all);
  const isAhead = new Set(ahead);
  const debtsAhead = new Set(ahead.map(({ debt }) => debt));
  const asking = all.filter(({ debt }) => !refusing.has(debt.person));
  const asked: { id: string; item: Item }[] = [];
  for (const [contest, items] of grouped(asking, (item) => item.contest)) {
    const except = await refusingAmong(
      work,
      (await rolesIn(work, contest, ['unit_coordinator'])).map(({ person }) => person),
    );
    const ways = await standInsFor(
      work,
      contest,
      items.map(({ debt }) => ({
        person: debt.person,
        unit: debt.unit,
        inGroup: debt.inGroup !== undefined,
      })),
      { take, except },
    );
    const people = [...new Set(items.map(({ debt }) => debt.person))];
    const names = new Map((await nameMissed(work, contest, people)).map(({ person, who }) => [person, who]));
    for (const [index, item] of items.entries()) {
      const way = ways[index];
      if (way?.kind !== 'group' && way?.kind !== 'coordinator') continue;
      const { person } = item.debt;
      const isGroup = way.kind === 'group';
      const [id, chat] = isGroup ? [way.group._id, way.group.chat] : [way.role.person, way.chat];
      // Who owes something himself reads all of it where he was found for that.
      if (!addressees.get(id)?.chat)
        addressees.set(id, {
          id,
          chat: { chat, contest: await aboutIn(work, chat) },
          isGroup,
          refuses: false,
          isMerged: saving.has(botOf(chat)) && !kept.has(id),
        });
      // Of one thing one is asked at one step: the later one where all of the day is in one letter.
      const isMerged = addressees.get(id)?.isMerged ?? false;
      if (isMerged ? !isAhead.has(item) && debtsAhead.has(item.debt) : isAhead.has(item)) continue;
      asked.push({ id, item: { ...item, insteadOf: { person, who: names.get(person) ?? person } } });
    }
  }
  const byReader = grouped(asked, ({ id }) => id);
  return new Map([...byReader].map(([id, items]) => [id, items.map(({ item }) => item)]));
}

/** The contest that a chat is about. */
async function aboutIn({ store }: Work, chat: ChatId): Promise<string | null> {
  return (await store.chats.findById(chat, { contest: 1 }).lean())?.contest ?? null;
}

async function remind(work: Work, to: Addressee, items: Item[]): Promise<void> {
  const kept = await keep(work, { person: to.id, isGroup: to.isGroup }, items, (fresh, ofDay) =>
    lettered(work, { to, fresh, ofDay }),
  );
  for (const { _id, how, chat, text, offers } of kept)
    if (how === 'letter' && chat && text) work.tell(chat, text, { key: _id, reminder: _id, choices: offers });
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
