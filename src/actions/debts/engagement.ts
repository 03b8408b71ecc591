import { freezeInstant } from '../../domain/decisions.js';
import type { Reminder } from '../../domain/plan.js';
import { stepsBefore } from '../../domain/reminders/steps.js';
import { withoutEngagement } from '../engagement.js';
import { holdersOrOrganizers } from './coordinators.js';
import { type Chase, frameOf, latest, named } from './debt.js';

/** Entries of which nobody has written down likes and shares, before they are frozen. */
export const engagementOwed = (reminder: Reminder): Chase => ({
  id: reminder.id,
  steps: async (_work, { plan }) => {
    const freeze = freezeInstant(plan);
    return freeze ? stepsBefore(freeze, reminder.before) : [];
  },
  async debts(work, contest, only) {
    const { t } = work;
    const freeze = freezeInstant(contest.plan);
    const frame = frameOf(contest, reminder);
    if (!freeze || !frame) return [];
    const missing = (await withoutEngagement(work, contest)).missing.map(({ code }) => code);
    const [example] = missing;
    if (example === undefined) return [];
    const about = { count: missing.length, codes: named(t, missing), closes: t.moment(freeze), example };
    const holders = await holdersOrOrganizers(
      work,
      contest,
      reminder.who === 'organizer' ? ['organizer'] : ['secretary'],
    );
    return holders
      .filter(({ person }) => only === undefined || person === only)
      .map(({ person, since }) => ({
        ...{ person, unit: null, of: '', what: missing, deadline: freeze },
        since: latest(frame.since, since),
        steps: stepsBefore(freeze, reminder.before),
        says: t('remind.engagement', about),
        offer: { label: t.plain('remind.engagementSeen'), says: '/tuongtac' },
      }));
  },
});
