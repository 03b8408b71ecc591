import { type ChatId, type Platform, platformOf } from '../chat.js';
import { concernOf } from '../domain/concerns.js';
import type { Topic } from '../domain/groups.js';
import type { Change } from '../domain/moves.js';
import { jury, type RoleName } from '../domain/roles.js';
import { seatsOf, selectionOf } from '../domain/selection.js';
import { finalWindow } from '../domain/stage.js';
import type { Group, PersonId, Registration, Role } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { liveEntries } from './entries.js';
import { inParts } from './inParts.js';
import { rolesIn } from './roles.js';
import { reachableGroups } from './tell.js';

export type Concerned = {
  /** Each once, with what concerns him. `as`: what he is told for. */
  people: { person: PersonId; as: RoleName | 'author'; changes: Change[]; chat: ChatId | null }[];
  groups: { group: Group; changes: Change[] }[];
};

/** Whom these changes of dates concern, but for the one who makes them. */
export async function concernedBy(
  turn: Turn,
  contest: Contest,
  changes: readonly Change[],
): Promise<Concerned> {
  const people = new Map<PersonId, Concerned['people'][number]>();
  for (const change of changes) {
    const concern = concernOf(change.window);
    const roles = (await rolesIn(turn, contest, concern.roles)).filter((role) =>
      sitsThen(contest, role, change.window),
    );
    const concerned = [
      ...roles.map(({ person, role }) => ({ person, as: role })),
      ...(await authors(turn, contest, concern.authors)).map((person) => ({ person, as: 'author' as const })),
    ];
    for (const { person, as } of concerned) {
      const known = people.get(person) ?? { person, as, changes: [], chat: null };
      if (!known.changes.includes(change)) known.changes.push(change);
      people.set(person, known);
    }
  }
  people.delete(turn.person);
  const all = [...people.values()];
  const chats = await chatsOf(turn, [...people.keys()]);
  const ofJudging = changes.filter(({ window }) => window === finalWindow(contest.plan));
  const isPublic = changes.some(({ window }) => concernOf(window).authors !== 'none');
  const groupsFor = async (topic: Topic, some: Change[]) =>
    some.length > 0
      ? (await reachableGroups(turn, contest, topic)).map((group) => ({ group, changes: some }))
      : [];
  const judging = await groupsFor('judging', ofJudging);
  const open = await groupsFor('announcements', isPublic ? [...changes] : []);
  return {
    people: all.map((each) => ({ ...each, chat: chats.get(each.person) ?? null })),
    // A group that hears of both reads all of it.
    groups: [...new Map([...judging, ...open].map((each) => [each.group._id, each])).values()],
  };
}

/** The days of the final are none of a cluster's judges' business, nor the other way round. */
export function sitsThen(contest: Contest, role: Pick<Role, 'role' | 'unit'>, window: string): boolean {
  if (!jury.includes(role.role)) return true;
  const seats = seatsOf(contest, [role]);
  if (window === finalWindow(contest.plan)) return seats.some(({ round }) => round === null);
  if (window === 'selection' || window === selectionOf(contest.plan)?.round.window)
    return seats.some(({ round }) => round !== null);
  return true;
}

async function authors(
  work: Work,
  contest: Contest,
  which: 'registered' | 'entered' | 'none',
): Promise<PersonId[]> {
  if (which === 'none') return [];
  if (which === 'entered')
    return [...new Set((await liveEntries(work, contest)).map(({ person }) => person))];
  return registeredPeople(work, contest);
}

/** Whoever speaks for a team, in the order in which they registered. */
export async function registeredPeople({ store }: Work, { id }: Contest): Promise<PersonId[]> {
  const registered = await store.registrations
    .find({ contest: id }, { person: 1, at: 1 })
    .lean<Pick<Registration, '_id' | 'person' | 'at'>[]>();
  // The embedded engine doesn't sort ten thousand.
  return registered
    .sort((one, other) => one.at.getTime() - other.at.getTime() || (one._id < other._id ? -1 : 1))
    .map(({ person }) => person);
}

/** Where each can be reached best: the chat that was heard last. */
export async function chatsOf({ store }: Work, people: PersonId[]): Promise<Map<PersonId, ChatId>> {
  const chats = await inParts(people, (some) =>
    store.chats
      .find({ person: { $in: some }, group: false, reachable: true }, { person: 1 })
      .sort({ heardAt: 1, _id: 1 })
      .lean(),
  );
  return new Map(chats.map(({ _id, person }) => [person ?? '', _id]));
}

/** How many can be reached on each messenger. */
export const reachedOn = ({ people }: Concerned, platform: Platform): number =>
  people.filter(({ chat }) => chat !== null && platformOf(chat) === platform).length;
