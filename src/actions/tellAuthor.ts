import type { Styled } from '../chat.js';
import type { StoredEntry } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { coordinatorsOf } from './roles.js';
import { tellPerson } from './tell.js';

/** To an entry's author, and to the coordinators of his unit: each once, whatever he is. */
export async function tellAuthor(
  work: Work,
  contest: Contest,
  entry: Pick<StoredEntry, 'person' | 'unit'>,
  text: Styled,
  key: string,
): Promise<void> {
  const coordinators = await coordinatorsOf(work, contest, entry.unit);
  const people = new Set([entry.person, ...coordinators.map(({ person }) => person)]);
  for (const person of people) await tellPerson(work, person, text, `${key}/${person}`);
}
