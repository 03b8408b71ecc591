import { platformOf } from '../chat.js';
import type { Group } from '../store/documents.js';
import type { Words } from '../words.js';
import type { Contest } from './contest.js';
import { unitName } from './registrations.js';

/** "nhóm của huyện Mộ Đức". */
export function describePurpose(
  t: Words,
  contest: Contest,
  { purpose = 'everyone', unit }: Pick<Group, 'purpose' | 'unit'>,
): string {
  return purpose === 'unit' && unit
    ? t.plain('group.ofUnit', { unit: unitName(contest, unit) })
    : t.plain(`groupPurpose.${purpose === 'unit' ? 'everyone' : purpose}`);
}

export const messengerOf = (t: Words, { chat }: Pick<Group, 'chat'>): string =>
  t.plain(`group.${platformOf(chat)}`);

/** When it was bound, by which groups without a title are told apart. */
export const sinceOf = (t: Words, { since }: Pick<Group, 'since'>): string => t.moment(since);

/** With its title; one messenger gives none, and then what the group is for, and since when. */
export function nameOfGroup(
  t: Words,
  contest: Contest,
  group: Pick<Group, 'title' | 'purpose' | 'unit' | 'chat' | 'since'>,
): string {
  const { title, purpose, unit, chat } = group;
  if (title.trim()) return t.plain('group.titled', { title });
  const messenger = messengerOf(t, { chat });
  const since = sinceOf(t, group);
  return purpose === 'unit' && unit
    ? t.plain('group.untitledOfUnit', { messenger, since, unit: unitName(contest, unit) })
    : t.plain('group.untitled', { messenger, since, purpose: describePurpose(t, contest, group) });
}
