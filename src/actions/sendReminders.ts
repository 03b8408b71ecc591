import { type BotId, botOf, type ChatId } from '../chat.js';
import { running } from '../domain/roles.js';
import type { PersonId } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Due, Item } from './debts/claims.js';
import { grouped } from './debts/debt.js';
import { type Addressee, keepStale, remind } from './keepReminder.js';
import { nameMissed } from './missed.js';
import { ownWays, type Room, standInsFor } from './reach.js';
import { refusingAmong } from './refuseReminders.js';
import { rolesIn } from './roles.js';

/** What of the month's messages the tick's letters may take, and the bots that save them. */
export type Means = { room: () => Promise<Room>; saving: ReadonlySet<BotId> };

/**
 * What is due now; what will be due before the next morning; and what nobody is reminded of any more, since nothing
 * ran when it was due.
 */
export type AllDue = { now: Due[]; ahead: Due[]; missed: Due[] };

/**
 * One letter for each person, with everything that is due to him now, on a bot that is `saving` with all of the day.
 * Whom none reaches is written down, and the group of his unit, or who answers for it, is asked to remind him.
 */
export async function sendReminders(work: Work, due: AllDue, { room, saving }: Means): Promise<void> {
  if (due.now.length + due.ahead.length + due.missed.length === 0) return;
  const ownItem = (each: Due): Item => ({ ...each, insteadOf: null });
  for (const [person, items] of grouped(due.missed.map(ownItem), ({ debt }) => debt.person))
    await keepStale(work, person, items);
  const { take } = await room();
  const addressees = await addressed(work, [...due.now, ...due.ahead].map(ownItem), { take, saving });
  const ahead = due.ahead.map(ownItem).filter(({ debt }) => addressees.get(debt.person)?.isMerged);
  // Of one thing he is asked at the later of two steps.
  const isAhead = new Set(ahead.map(({ debt }) => debt));
  const own = [...due.now.map(ownItem).filter(({ debt }) => !isAhead.has(debt)), ...ahead];
  const isMissed = ({ debt }: Item) => addressees.get(debt.person)?.chat === null;
  const asked = await askInstead(
    work,
    { missed: own.filter(isMissed), ahead: due.ahead.map(ownItem).filter(isMissed) },
    { take, saving, addressees },
  );
  const people = grouped(own, ({ debt }) => debt.person);
  for (const [id, items] of asked) {
    const todo = people.get(id) ?? [];
    // What is his own to do as well he is asked for once.
    const others = items.filter((item) => !todo.some((each) => isSame(each, item)));
    if (others.length > 0) people.set(id, [...todo, ...others]);
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
