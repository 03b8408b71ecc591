import { stepsBefore } from '../../domain/reminders/steps.js';
import { stack } from '../../words.js';
import type { Contest } from '../contest.js';
import { describeOpenDecisions, openDecisions } from '../openDecisions.js';
import { holdersOrOrganizers } from './coordinators.js';
import { type Chase, latest } from './debt.js';

const before = ['7d', '3d', '1d'];

/** What nobody settled before the vote opens can't be settled afterwards. */
export const decisionsOwed: Chase = {
  id: 'decisions',
  steps: async (_work, contest) => {
    const opens = opensAt(contest);
    return opens ? stepsBefore(opens, before) : [];
  },
  async debts(work, contest, only) {
    const { t, now } = work;
    const deadline = opensAt(contest);
    const open = openDecisions(contest, now);
    if (!deadline || deadline <= now || open.length === 0) return [];
    const says = stack([t('remind.decisions'), describeOpenDecisions(t, contest, now)], '\n');
    return (await holdersOrOrganizers(work, contest, ['organizer']))
      .filter(({ person }) => only === undefined || person === only)
      .map(({ person, since }) => ({
        ...{ person, unit: null, of: '', what: open.map(({ kind }) => kind), deadline, says },
        since: latest(since),
        steps: stepsBefore(deadline, before),
        offer: { label: t.plain('remind.settle'), says: '/quydinh' },
      }));
  },
};

const opensAt = ({ windows }: Contest): Date | null => windows.voting?.opens ?? null;
