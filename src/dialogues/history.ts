import { contestOf } from '../actions/contest.js';
import { describeChanges, describeWhy } from '../actions/moveDate.js';
import { nameOf } from '../actions/people.js';
import { needRight } from '../actions/permissions.js';
import type { Styled } from '../chat.js';
import { historyOf } from '../domain/moves.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';

/** `/lichsu`: which dates were moved, from what to what, why, by which document, by whom and when. */
export async function showHistory(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  const { t } = turn;
  await needRight(turn, contest, 'checkPlan');
  const moved: Styled[] = [];
  for (const { move, changes } of historyOf(contest.planned, contest.moves))
    moved.push(
      stack(
        [
          t('history.moved', { at: t.moment(move.at), by: await nameOf(turn, move.by) }),
          describeChanges(t, contest.plan, changes),
          describeWhy(t, move),
        ],
        '\n',
      ),
    );
  const title = t('history.title', { contest: contest.plan.shortName });
  turn.say(stack([title, ...(moved.length > 0 ? moved : [t('history.nothing')])]));
}
