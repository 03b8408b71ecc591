import type { Styled } from '../chat.js';
import type { Act } from '../domain/permissions.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { rolesThatMay } from './permissions.js';
import { rolesIn } from './roles.js';
import { tellPerson } from './tell.js';

/** To everybody whose turn it is now, but for who acts: what comes next, he reads in his answer. */
export async function tellActors(
  turn: Turn,
  contest: Contest,
  act: Act,
  text: Styled,
  key: string,
): Promise<void> {
  const roles = await rolesIn(turn, contest, await rolesThatMay(turn, contest, act));
  const people = new Set(roles.filter(({ unit }) => unit === null).map(({ person }) => person));
  people.delete(turn.person);
  for (const person of people) await tellPerson(turn, person, text, `${key}/${person}`);
}
