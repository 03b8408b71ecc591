import { remindersOf } from '../../src/domain/reminders/list.js';
import { stepsBefore } from '../../src/domain/reminders/steps.js';
import type { Company } from '../company.js';
import { type Scene, scene } from '../scene.js';

const A_MINUTE_MS = 60_000;

/** The moments at which people are reminded: nobody does anything, and whoever owes something reads it. */
export function reminding({ contest }: Company): Scene[] {
  const moments = remindersOf(contest.plan).flatMap(({ window, before }) => {
    const closes = contest.windows[window]?.closes;
    return closes ? stepsBefore(closes, before).map((step) => step.at.getTime() + A_MINUTE_MS) : [];
  });
  return [...new Set(moments)].map((moment) => scene(new Date(moment), async () => {}));
}
