import type { Styled } from '../chat.js';
import { hears, type Topic } from '../domain/groups.js';
import type { RoleName } from '../domain/roles.js';
import type { Group } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { holdersOf } from './roles.js';

/** The groups of the contest that the assistant is still in, and that hear of such things. */
export async function reachableGroups(work: Work, contest: Contest, topic: Topic): Promise<Group[]> {
  const bound = await boundGroups(work, contest);
  const groups = bound.filter(({ purpose = 'everyone' }) => hears(purpose, topic));
  const chats = groups.map(({ chat }) => chat);
  const lost = await work.store.chats.find({ _id: { $in: chats }, reachable: false }, { _id: 1 }).lean();
  return groups.filter(({ chat }) => !lost.some(({ _id }) => _id === chat));
}

/** The groups that are bound to the contest, whether the assistant is still in them or not. */
export const boundGroups = ({ store }: Work, { id }: Contest): Promise<Group[]> =>
  store.groups.find({ contest: id, endedAt: null }).sort({ _id: 1 }).lean<Group[]>().exec();

/**
 * To all groups of the contest that hear of it, on both messengers. `key` says what the message means; a group keeps its
 * own id when it goes on under another chat.
 */
export async function tellGroups(
  work: Work,
  contest: Contest,
  topic: Topic,
  text: Styled,
  key: string,
): Promise<number> {
  const groups = await reachableGroups(work, contest, topic);
  for (const { _id, chat } of groups) work.tell(chat, text, { key: `${key}/${_id}` });
  return groups.length;
}

/** To everybody who holds one of the roles, each where he can be reached best. */
export async function tellRole(
  work: Work,
  contest: Contest,
  roles: RoleName | readonly RoleName[],
  text: Styled,
  key: string,
): Promise<void> {
  const holders = await holdersOf(work, contest, [roles].flat());
  for (const { person } of holders) await tellPerson(work, person, text, `${key}/${person}`);
}

export async function tellPerson(work: Work, person: string, text: Styled, key: string): Promise<void> {
  const chat = await work.chatOf(person);
  if (chat) work.tell(chat, text, { key });
}
