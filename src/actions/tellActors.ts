import type { Styled } from '../chat.js';
import type { Act } from '../domain/permissions.js';
import type { PersonId } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { chatsOf } from './concerned.js';
import type { Contest } from './contest.js';
import { may, rolesThatMay } from './permissions.js';
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
  for (const person of await actorsBeside(turn, contest, act))
    await tellPerson(turn, person, text, `${key}/${person}`);
}

/** Does anybody hear of it whose turn it is now? Who acts himself needs nobody else. */
export async function actorsReached(turn: Turn, contest: Contest, act: Act): Promise<boolean> {
  if (await may(turn, contest, act)) return true;
  return (await chatsOf(turn, await actorsBeside(turn, contest, act))).size > 0;
}

async function actorsBeside(turn: Turn, contest: Contest, act: Act): Promise<PersonId[]> {
  const roles = await rolesIn(turn, contest, await rolesThatMay(turn, contest, act));
  const people = new Set(roles.filter(({ unit }) => unit === null).map(({ person }) => person));
  people.delete(turn.person);
  return [...people];
}
