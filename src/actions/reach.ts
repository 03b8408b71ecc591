import type { BotId, ChatId } from '../chat.js';
import type { Group, PersonId, Role } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { inParts } from './inParts.js';
import { peopleNow } from './people.js';
import { rolesIn } from './roles.js';
import { boundGroups } from './tell.js';
import { roomOfBots } from './watchQuota.js';

/** How somebody can be reached: himself; by the group or a coordinator of his unit, who pass it on; or not at all. */
export type Way =
  | { kind: 'own'; chat: ChatId }
  | { kind: 'group'; group: Group }
  | { kind: 'coordinator'; role: Role; chat: ChatId }
  | { kind: 'none' };

/** `saved`: he has a chat, but what is left of its bot's messages of the month is kept for what can't wait. */
export type Reached = { person: PersonId; way: Way; saved: boolean };

/** A chat of somebody's own. `contest`: what it is about. */
export type OwnChat = { chat: ChatId; bot: BotId; contest: string | null };
export type Own = { chat: OwnChat | null; saved: boolean };

/**
 * The best way to each of these people, for what can wait: the chat that was heard last of a bot that has
 * messages left, on whichever messenger; else the group of the nearest unit; else its coordinator. Each in the
 * order given, each once, under the id by which he goes now. `messages`: how many each letter takes; `inGroups`:
 * whether a group may read who is meant. It reads of teams only.
 */
export async function reach(
  work: Work,
  contest: Contest,
  people: readonly PersonId[],
  { messages = 1, inGroups = true } = {},
): Promise<Reached[]> {
  const now = await peopleNow(work, people);
  const all = [...new Set(people.map(now))];
  const room = await openRoom(work);
  const own = await ownWays(work, all, { take: (bot) => room.take(bot, messages) });
  const missed = all.filter((person) => own.get(person)?.chat === null);
  const units = missed.length > 0 ? await unitsOf(work, contest, missed) : new Map<PersonId, Unit>();
  const others = await standInsFor(
    work,
    contest,
    missed.map((person) => {
      const { code = null, isTeams = false } = units.get(person) ?? {};
      return { person, unit: code, inGroup: inGroups && isTeams };
    }),
    { take: (bot) => room.take(bot, messages) },
  );
  const instead = new Map(missed.map((person, index) => [person, others[index]]));
  return all.map((person) => {
    const { chat, saved } = own.get(person) ?? { chat: null, saved: false };
    return {
      person,
      way: chat ? { kind: 'own', chat: chat.chat } : (instead.get(person) ?? { kind: 'none' }),
      saved,
    };
  });
}

/** Takes a bot's messages for one letter; `false`: there are none for it. */
export type Take = (bot: BotId) => boolean;

/** What is left of this month's messages. `kept`: also of those that are kept for who runs a contest. */
export type Room = {
  take(bot: BotId, messages?: number, kept?: boolean): boolean;
  has(bot: BotId): boolean;
};

/** One for all that a tick writes, since its letters aren't counted before they are stored; opened when first asked for. */
export function oneRoom(work: Work): () => Promise<Room> {
  let room: Promise<Room> | null = null;
  return () => {
    room ??= openRoom(work);
    return room;
  };
}

export async function openRoom(work: Work): Promise<Room> {
  const left = await roomOfBots(work);
  return {
    take(bot, messages = 1, kept = false) {
      const own = left.get(bot);
      if (!own) return true;
      if ((kept ? own.withKept : own.room) < messages) return false;
      left.set(bot, { room: own.room - messages, withKept: own.withKept - messages });
      return true;
    },
    has: (bot) => (left.get(bot)?.room ?? 1) > 0,
  };
}

/**
 * Of each of these people the chat that was heard last of a bot that has messages left. `kept`: who runs a contest,
 * for whom the last of them are; where even those are used up, he is written to all the same.
 */
export async function ownWays(
  work: Work,
  people: readonly PersonId[],
  { take, kept }: { take: (bot: BotId, kept: boolean) => boolean; kept?: ReadonlySet<PersonId> },
): Promise<Map<PersonId, Own>> {
  const chats = await reachableChats(work, [...new Set(people)]);
  return new Map(
    people.map((person) => {
      const own = chats.get(person) ?? [];
      const isKept = kept?.has(person) ?? false;
      const chat = own.find(({ bot }) => take(bot, isKept)) ?? (isKept ? own[0] : undefined) ?? null;
      return [person, { chat, saved: chat === null && own.length > 0 }];
    }),
  );
}

/** The same for those who run a contest, for whom the last messages of a month are kept. */
export async function chatsOfRunning(
  work: Work,
  people: readonly PersonId[],
): Promise<Map<PersonId, ChatId>> {
  const room = await openRoom(work);
  const take = (bot: BotId) => room.take(bot, 1, true);
  const own = await ownWays(work, people, { take, kept: new Set(people) });
  return new Map([...own].flatMap(([person, { chat }]) => (chat ? [[person, chat.chat]] : [])));
}

/** Of these people those to whom nothing can be written now that can wait. */
export async function outOfReach(work: Work, people: readonly PersonId[]): Promise<Set<PersonId>> {
  const room = await openRoom(work);
  const own = await ownWays(work, people, { take: room.has });
  return new Set(people.filter((person) => own.get(person)?.chat === null));
}

/** Of each, the chats that can be written to, the one that was heard last first. */
export async function reachableChats(
  { store }: Work,
  people: readonly PersonId[],
): Promise<Map<PersonId, OwnChat[]>> {
  const found = await inParts(people, (some) =>
    store.chats
      .find({ person: { $in: some }, group: false, reachable: true }, { person: 1, bot: 1, contest: 1 })
      .sort({ heardAt: -1, _id: 1 })
      .lean(),
  );
  const chats = new Map<PersonId, OwnChat[]>();
  for (const { _id: chat, bot, contest, person } of found)
    if (person) chats.set(person, [...(chats.get(person) ?? []), { chat, bot, contest }]);
  return chats;
}

/** Somebody who can't be written to. `inGroup`: what he is told may be read by all of his unit's group. */
export type Missing = { person: PersonId; unit: string | null; inGroup: boolean };

/**
 * Who passes it on to each of these: the group of the nearest unit, else its coordinator, but for those whom
 * nobody asks (`except`). A letter to a stand-in is one, for however many he passes it on to.
 */
export async function standInsFor(
  work: Work,
  contest: Contest,
  missing: readonly Missing[],
  { take, except }: { take: Take; except?: ReadonlySet<PersonId> },
): Promise<Way[]> {
  if (missing.every(({ unit }) => unit === null)) return missing.map(() => ({ kind: 'none' }));
  const [groups, coordinators] = await Promise.all([
    unitGroups(work, contest),
    rolesIn(work, contest, ['unit_coordinator']),
  ]);
  const chats = await reachableChats(
    work,
    coordinators.map(({ person }) => person),
  );
  const asked = new Map<string, Way | null>();
  const once = (id: string, way: () => Way | null): Way | null => {
    const known = asked.get(id);
    if (known !== undefined) return known;
    const made = way();
    asked.set(id, made);
    return made;
  };
  return missing.map(({ person, unit, inGroup }): Way => {
    const lineage = contest.units.lineage(unit ?? '').map(({ code }) => code);
    for (const code of inGroup ? lineage : [])
      for (const { group, bot } of groups.filter((each) => each.group.unit === code)) {
        const way = once(group._id, () => (take(bot) ? { kind: 'group', group } : null));
        if (way) return way;
      }
    for (const code of lineage)
      for (const role of coordinators.filter((each) => each.unit === code && each.person !== person)) {
        if (except?.has(role.person)) continue;
        const way = once(role.person, () => {
          const chat = (chats.get(role.person) ?? []).find(({ bot }) => take(bot))?.chat;
          return chat ? { kind: 'coordinator', role, chat } : null;
        });
        if (way) return way;
      }
    return { kind: 'none' };
  });
}

type Unit = { code: string; isTeams: boolean };

/** A team's unit before that of a task. */
async function unitsOf({ store }: Work, { id }: Contest, people: PersonId[]): Promise<Map<PersonId, Unit>> {
  const [roles, teams] = await Promise.all([
    inParts(people, (some) =>
      store.roles
        .find(
          { contest: id, person: { $in: some }, endedAt: null, unit: { $ne: null } },
          { person: 1, unit: 1 },
        )
        .lean(),
    ),
    inParts(people, (some) =>
      store.registrations.find({ contest: id, person: { $in: some } }, { person: 1, unit: 1 }).lean(),
    ),
  ]);
  return new Map([
    ...roles.map(({ person, unit }): [PersonId, Unit] => [person, { code: unit ?? '', isTeams: false }]),
    ...teams.map(({ person, unit }): [PersonId, Unit] => [person, { code: unit, isTeams: true }]),
  ]);
}

/** The groups of units in which the assistant still is. */
export async function unitGroups(work: Work, contest: Contest): Promise<{ group: Group; bot: BotId }[]> {
  const groups = (await boundGroups(work, contest)).filter(({ purpose }) => purpose === 'unit');
  const chats = await work.store.chats
    .find({ _id: { $in: groups.map(({ chat }) => chat) }, reachable: true }, { bot: 1 })
    .lean();
  const bots = new Map(chats.map(({ _id, bot }) => [_id, bot]));
  return groups.flatMap((group) => {
    const bot = bots.get(group.chat);
    return bot ? [{ group, bot }] : [];
  });
}
