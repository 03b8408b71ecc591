import { spanMs } from '../../domain/plan/reminders.js';
import type { Reminder } from '../../domain/plan.js';
import { stepsBefore } from '../../domain/reminders/steps.js';
import type { StoredEntry } from '../../store/documents.js';
import { entryName, isBlind } from '../entries.js';
import { type Chase, type Debt, type InGroup, ofPerson } from './debt.js';

/** By so much a night may put a step off, or bring it forward. */
const NIGHT_MS = 12 * 3_600_000;

/** Entries that were sent back, each with a deadline of its own. */
export const correctionsOwed = ({ id, before }: Reminder): Chase => ({
  id,
  async steps({ store }, contest, { after, now }) {
    const longest = Math.max(...before.map(spanMs)) + NIGHT_MS;
    const deadlines: Date[] = await store.entries.distinct('correction.until', {
      contest: contest.id,
      'correction.open': true,
      'correction.until': { $gt: after, $lte: new Date(now.getTime() + longest) },
    });
    return deadlines.flatMap((deadline) => stepsBefore(deadline, before));
  },
  async debts({ store, t, now }, contest, only) {
    const owed = await store.entries
      .find({
        contest: contest.id,
        ...ofPerson(only),
        state: 'needs_correction',
        'correction.open': true,
        'correction.until': { $gte: now },
      })
      .sort({ number: 1 })
      .lean<StoredEntry[]>();
    return owed.flatMap((entry): Debt[] => {
      const { person, unit, team, code, correction } = entry;
      if (!correction) return [];
      const { since, until: deadline } = correction;
      const says = t('remind.correction', { entry: entryName(entry), code, closes: t.moment(deadline) });
      const offer = { label: t.plain('menu.correct', { code }), says: `/thaybai ${code}` };
      const steps = stepsBefore(deadline, before);
      const inGroup: InGroup = {
        // Whose entry it is must not be read where judges may read it who are to know its code only.
        team: isBlind(contest) ? team : t.plain('remind.teamWithCode', { team, code }),
        says: (teams) =>
          t(teams.length === 1 ? 'remind.correctionInGroup' : 'remind.correctionsInGroup', {
            ...{ count: teams.length, teams: teams.join(', '), closes: t.moment(deadline) },
          }),
      };
      return [{ person, unit, of: code, what: [code], since, deadline, steps, says, offer, inGroup }];
    });
  },
});
