import { morningOf } from '../../domain/reminders/steps.js';
import type { StoredReminder } from '../../store/documents.js';
import { missedAmong } from '../missed.js';
import { holdersOrOrganizers } from './coordinators.js';
import { type Chase, latest, named } from './debt.js';

const DAY_MS = 24 * 3_600_000;

/** Once a day the secretary reads whom no reminder reached, to call them. Who can be reached by now is left out. */
export const unreached: Chase = {
  id: 'unreached',
  steps: async (_work, _contest, { now }) => [{ name: 'day', at: morningOf(now) }],
  async debts(work, contest, only) {
    const { t, store, now } = work;
    const lately = { $gt: new Date(now.getTime() - DAY_MS), $lte: now };
    const reminders = await store.reminders
      .find({ how: 'unreachable', at: lately, 'items.contest': contest.id }, { person: 1 })
      .sort({ at: 1, _id: 1 })
      .lean<Pick<StoredReminder, 'person'>[]>();
    const people = [...new Set(reminders.map(({ person }) => person))];
    const missed = people.length > 0 ? await missedAmong(work, contest, people) : [];
    if (missed.length === 0) return [];
    const morning = morningOf(now);
    const who = missed.map((each) => each.who);
    const says = t('remind.unreached', { count: missed.length, who: named(t, who, '; ') });
    return (await holdersOrOrganizers(work, contest, ['secretary']))
      .filter(({ person }) => only === undefined || person === only)
      .map(({ person, since }) => ({
        ...{ person, unit: null, of: morning.toISOString(), what: who, says },
        ...{ since: latest(since), deadline: null, steps: [{ name: 'day', at: morning }] },
        offer: { label: t.plain('menu.situation'), says: '/tinhhinh' },
      }));
  },
};
