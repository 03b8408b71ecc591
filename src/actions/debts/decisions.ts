import { ahead, inOrder, type Step, stepsAfter, stepsBefore } from '../../domain/reminders/steps.js';
import type { Work } from '../../turn.js';
import { stack } from '../../words.js';
import type { Contest } from '../contest.js';
import { lockedAt } from '../locks.js';
import { describeOpenDecisions, openDecisions } from '../openDecisions.js';
import { finalSeat } from '../seats.js';
import { holdersOrOrganizers } from './coordinators.js';
import { type Chase, latest } from './debt.js';

const before = ['7d', '3d', '1d'];
const after = ['1d', '3d', '7d', '14d', '21d', '28d'];

/**
 * What has to be settled before the vote opens, or, without one, the judging; and what keeps the result from
 * being proposed, once the judging is over.
 */
export const decisionsOwed: Chase = {
  id: 'decisions',
  async steps(work, contest) {
    const { opens, locked } = await momentsOf(work, contest);
    return stepsOf(opens, locked);
  },
  async debts(work, contest, only) {
    const { t, now } = work;
    const { opens, locked } = await momentsOf(work, contest);
    const open = openDecisions(contest, now).filter(({ tooLate }) => !tooLate);
    const deadline = ahead(opens, now);
    if (open.length === 0 || (!deadline && !locked)) return [];
    const asks = locked
      ? t('remind.decisionsLocked', { since: t.moment(locked) })
      : contest.windows.voting
        ? t('remind.decisions', { opens: t.moment(deadline ?? now) })
        : t('remind.decisionsToJudge', { opens: t.moment(deadline ?? now) });
    const says = stack([asks, describeOpenDecisions(t, contest, now)], '\n');
    return (await holdersOrOrganizers(work, contest, ['organizer']))
      .filter(({ person }) => only === undefined || person === only)
      .map(({ person, since }) => ({
        ...{ person, unit: null, of: '', what: open.map(({ kind }) => kind), deadline, says },
        since: latest(since),
        steps: stepsOf(opens, locked),
        offer: { label: t.plain('remind.settle'), says: '/quydinh' },
      }));
  },
};

/** `locked`: since when the judging is over, as far as it is. */
async function momentsOf(work: Work, contest: Contest): Promise<{ opens: Date | null; locked: Date | null }> {
  const { voting, judging } = contest.windows;
  const locked = judging ? await lockedAt(work, contest, finalSeat(contest)) : null;
  return { opens: voting?.opens ?? judging?.opens ?? null, locked };
}

const stepsOf = (opens: Date | null, locked: Date | null): Step[] =>
  inOrder([...(opens ? stepsBefore(opens, before) : []), ...(locked ? stepsAfter(locked, after) : [])]);
