import { allContests, type Contest } from '../src/actions/contest.js';
import { Refusal } from '../src/domain/refusal.js';
import type { Work } from '../src/turn.js';
import { words } from '../src/words.js';
import { withStore } from './database.js';
import { operatorsWork } from './operatorsWork.js';
import type { Terminal } from './terminal.js';
import { WrongUse } from './wrongUse.js';

const t = words.plain;

/** Looks at a contest in the database. What the contest's own rules refuse is said, and ends with status 1. */
export function withContest(
  id: string,
  terminal: Terminal,
  look: (work: Work, contest: Contest) => Promise<number>,
): Promise<number> {
  return withStore(terminal.env, async (store) => {
    const { work } = await operatorsWork(store, id);
    const contests = await allContests(work);
    const contest = contests.find((each) => each.id === id);
    if (!contest) {
      const all = contests.map((each) => each.id).join(', ');
      throw new WrongUse(t('setUp.noSuchContest', { id, all }));
    }
    try {
      return await look(work, contest);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      terminal.say(words.loose(error.key, error.values).text);
      return 1;
    }
  });
}
