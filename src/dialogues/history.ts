import { contestOf } from '../actions/contest.js';
import { describeChanges, describeWhy } from '../actions/moveDate.js';
import { needRight } from '../actions/permissions.js';
import { unitName } from '../actions/registrations.js';
import { nameOf } from '../actions/roles.js';
import type { Styled } from '../chat.js';
import { historyOf } from '../domain/moves.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';

/** `/lichsu`: which dates were moved and extended, from what to what, and which rules were published: why, by which document, by whom and when. */
export async function showHistory(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  const { t } = turn;
  await needRight(turn, contest, 'checkPlan');
  const said: Styled[] = [];
  for (const { move, changes } of historyOf(contest.planned, contest.moves))
    said.push(
      stack(
        [
          t('history.moved', { at: t.moment(move.at), by: await nameOf(turn, contest, move.by) }),
          describeChanges(t, contest.plan, changes),
          describeWhy(t, move),
        ],
        '\n',
      ),
    );
  for (const { unit, until, reason, by, at } of contest.extensions)
    said.push(
      t('history.extended', {
        at: t.moment(at),
        by: await nameOf(turn, contest, by),
        unit: unitName(contest, unit),
        until: t.moment(until),
        reason,
      }),
    );
  for (const { version, published } of contest.rules)
    if (published)
      said.push(
        stack(
          [
            t('rulesVersion.history', {
              at: t.moment(published.at),
              by: await nameOf(turn, contest, published.by),
              version,
            }),
            describeWhy(t, published),
          ],
          '\n',
        ),
      );
  const title = t('history.title', { contest: contest.plan.shortName });
  turn.say(stack([title, ...(said.length > 0 ? said : [t('history.nothing')])]));
}
