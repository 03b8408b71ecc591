import { contestOf } from '../actions/contest.js';
import { describeSent } from '../actions/describeSent.js';
import { describeSituation } from '../actions/describeSituation.js';
import { needRight, rightOf } from '../actions/permissions.js';
import { situationOf } from '../actions/situation.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';

/** `/tinhhinh`: what an organizer wants to know before anything else; a coordinator, of his own units. */
export async function showSituation(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'seeSituation');
  const right = await rightOf(turn, contest, 'seeSituation');
  const within = right.kind === 'units' ? right.units : null;
  turn.say(
    stack([
      describeSituation(turn.t, contest, await situationOf(turn, contest, within), turn.now),
      await describeSent(turn, contest, within),
    ]),
  );
}
