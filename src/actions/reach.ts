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

type Chats = Map<PersonId, { chat: ChatId; bot: BotId }[]>;

/**
 * The best way to each of these people, for what can wait: the chat that was heard last of a bot that has
 * messages left, on whichever messenger; else the group of the nearest unit; else its coordinator. Each in the
 * order given, each once, under the id by which he goes now. `messages`: how many each letter takes.
 */
export async function reach(
  work: Work,
  contest: Contest,
  people: readonly PersonId[],
  { messages = 1 } = {},
): Promise<Reached[]> {
  const now = await peopleNow(work, people);
  const all = [...new Set(people.map(now))];
  const [chats, room] = await Promise.all([reachableChats(work, all), roomOfBots(work)]);
  const take = (bot: BotId): boolean => {
    const left = room.get(bot) ?? Number.POSITIVE_INFINITY;
    if (left < messages) return false;
    room.set(bot, left - messages);
    return true;
  };
  const direct = all.map((person) => {
    const own = chats.get(person) ?? [];
    return { person, chat: own.find(({ bot }) => take(bot))?.chat ?? null, saved: own.length > 0 };
  });
  const missed = direct.filter(({ chat }) => chat === null).map(({ person }) => person);
  const others = missed.length > 0 ? await standIns(work, contest, missed, take) : new Map<PersonId, Way>();
  return direct.map(({ person, chat, saved }) =>
    chat
      ? { person, way: { kind: 'own', chat }, saved: false }
      : { person, way: others.get(person) ?? { kind: 'none' }, saved },
  );
}

/** Of each, the chats that can be written to, the one that was heard last first. */
async function reachableChats({ store }: Work, people: PersonId[]): Promise<Chats> {
  const found = await inParts(people, (some) =>
    store.chats
      .find({ person: { $in: some }, group: false, reachable: true }, { person: 1, bot: 1 })
      .sort({ heardAt: -1, _id: 1 })
      .lean(),
  );
  const chats: Chats = new Map();
  for (const { _id: chat, bot, person } of found)
    if (person) chats.set(person, [...(chats.get(person) ?? []), { chat, bot }]);
  return chats;
}

/** A letter to a stand-in is one, for however many he passes it on to. */
async function standIns(
  work: Work,
  contest: Contest,
  people: PersonId[],
  take: (bot: BotId) => boolean,
): Promise<Map<PersonId, Way>> {
  const [units, groups, coordinators] = await Promise.all([
    unitsOf(work, contest, people),
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
  const wayTo = (person: PersonId): Way => {
    const lineage = contest.units.lineage(units.get(person) ?? '').map(({ code }) => code);
    for (const code of lineage)
      for (const { group, bot } of groups.filter((each) => each.group.unit === code)) {
        const way = once(group._id, () => (take(bot) ? { kind: 'group', group } : null));
        if (way) return way;
      }
    for (const code of lineage)
      for (const role of coordinators.filter((each) => each.unit === code && each.person !== person)) {
        const way = once(role.person, () => {
          const chat = (chats.get(role.person) ?? []).find(({ bot }) => take(bot))?.chat;
          return chat ? { kind: 'coordinator', role, chat } : null;
        });
        if (way) return way;
      }
    return { kind: 'none' };
  };
  return new Map(people.map((person) => [person, wayTo(person)]));
}

/** A team's unit before that of a task. */
async function unitsOf({ store }: Work, { id }: Contest, people: PersonId[]): Promise<Map<PersonId, string>> {
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
  return new Map([...roles, ...teams].map(({ person, unit }) => [person, unit ?? '']));
}

/** The groups of units in which the assistant still is. */
async function unitGroups(work: Work, contest: Contest): Promise<{ group: Group; bot: BotId }[]> {
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
