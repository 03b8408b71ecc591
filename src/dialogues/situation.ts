import { contestOf, needRole } from '../actions/contest.js';
import { describeSituation } from '../actions/describeSituation.js';
import { situationOf } from '../actions/situation.js';
import type { Turn } from '../turn.js';

/** `/tinhhinh`: what an organizer wants to know before anything else. */
export async function showSituation(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  await needRole(turn, contest, 'organizer');
  turn.say(describeSituation(turn.t, contest, await situationOf(turn, contest), turn.now));
}
