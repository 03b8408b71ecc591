import { leastOnList, missingFrom } from '../../domain/memberLists.js';
import type { Reminder } from '../../domain/plan.js';
import { type Step, stepsBefore } from '../../domain/reminders/steps.js';
import { keepersOf, listsOf } from '../closeLists.js';
import type { Contest } from '../contest.js';
import { componentTitle, freezeOf, listedComponents } from '../peopleLists.js';
import { unitName } from '../registrations.js';
import { type Chase, type Debt, frameOf, latest } from './debt.js';

/** Lists that would be too short at their closing: whoever keeps them reads how many names are missing. */
export const listsOwed = (reminder: Reminder): Chase => ({
  id: reminder.id,
  steps: async (_work, contest) =>
    closings(contest, reminder).flatMap(({ deadline }): Step[] => stepsBefore(deadline, reminder.before)),
  async debts(work, contest, only) {
    const { t } = work;
    const debts: Debt[] = [];
    for (const { component, deadline } of closings(contest, reminder)) {
      const least = leastOnList(contest.plan, component);
      for (const { unit, members } of await listsOf(work, contest, component)) {
        const missing = missingFrom(members.length, least);
        if (missing === 0) continue;
        const about = { component: componentTitle(contest, component), unit: unitName(contest, unit) };
        const says = t('remind.list', { ...about, missing, closes: t.moment(deadline) });
        for (const person of await keepersOf(work, contest, { component, unit }))
          if (only === undefined || person === only)
            debts.push({
              ...{ person, unit, of: `${component}/${unit}`, what: [unit], deadline, says },
              since: latest(frameOf(contest, reminder)?.since),
              steps: stepsBefore(deadline, reminder.before),
              offer: { label: t.plain('remind.sendList'), says: '/danhsach' },
            });
      }
    }
    return debts;
  },
});

/** When each list closes: on its own day, or with the window. */
const closings = (contest: Contest, { window }: Reminder): { component: string; deadline: Date }[] =>
  listedComponents(contest).flatMap(({ id }) => {
    const deadline = freezeOf(contest, id) ?? contest.windows[window]?.closes;
    return deadline ? [{ component: id, deadline }] : [];
  });
