import type { Video } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { entryName } from './entries.js';
import { nameOf } from './people.js';
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
  if (entry.person === turn.person) return submitted;
  const text = turn.t('onBehalf.toldSubmitted', {
    contest: contest.plan.shortName,
    by: await nameOf(turn, turn.person),
    entry: entryName(entry),
    team: entry.team,
    at: turn.t.moment(entry.submittedAt),
  });
  await tellPerson(turn, entry.person, text, `submitted-for/${entry._id}/${entry.person}`);
  return submitted;
}
