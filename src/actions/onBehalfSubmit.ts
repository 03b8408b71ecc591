import type { Styled } from '../chat.js';
import type { StoredEntry, Video } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { entryName } from './entries.js';
import { nameOf } from './roles.js';
import { type Submitted, submitEntry } from './submitEntry.js';
import { tellPerson } from './tell.js';

/** Through the same slots as an entry that the team hands in itself; its contact is told. */
export async function submitOnBehalf(
  turn: Turn,
  contest: Contest,
  team: string,
  given: { title: string; video: Video },
): Promise<Submitted> {
  const submitted = await submitEntry(turn, contest, given, team);
  const { entry } = submitted;
  const about = { ...(await aboutIt(turn, contest, entry)), at: turn.t.moment(entry.submittedAt) };
  await tellContact(turn, entry, turn.t('onBehalf.toldSubmitted', about), 'submitted-for');
  return submitted;
}

/** The contact hears of what was done in his place. Of what he has done himself he was told already. */
export async function tellReplaced(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  title: string,
): Promise<void> {
  const about = await aboutIt(turn, contest, { ...entry, title });
  await tellContact(turn, entry, turn.t('onBehalf.toldReplaced', about), 'replaced-for');
}

export async function tellWithdrawn(turn: Turn, contest: Contest, entry: StoredEntry): Promise<void> {
  const about = await aboutIt(turn, contest, entry);
  await tellContact(turn, entry, turn.t('onBehalf.toldWithdrawn', about), 'withdrawn-for');
}

const aboutIt = async (turn: Turn, contest: Contest, entry: StoredEntry) => ({
  contest: contest.plan.shortName,
  by: await nameOf(turn, contest, turn.person),
  entry: entryName(entry),
  team: entry.team,
});

async function tellContact(turn: Turn, { _id, person }: StoredEntry, text: Styled, what: string) {
  if (person !== turn.person) await tellPerson(turn, person, text, `${what}/${_id}/${turn.id}/${person}`);
}
