import type { Contest } from '../actions/contest.js';
import { reachableGroups } from '../actions/tell.js';
import type { Turn } from '../turn.js';
import { choiceStep } from './steps.js';

/** What the plan left open and the contest can't do without: the organizer settles it, for all to see. */

/** Who has heard of it is said as it is. */
export async function settled(turn: Turn, contest: Contest) {
  const groups = await reachableGroups(turn, contest);
  return turn.t(groups.length > 0 ? 'settle.done' : 'settle.doneNoGroups');
}

export const sureStep = (ask: Parameters<typeof choiceStep>[0]['ask']) =>
  choiceStep({
    name: 'sure',
    label: 'form.confirm',
    ask,
    offers: { yes: (t) => t.plain('settle.yes'), no: (t) => t.plain('settle.no') },
  });
