import { courseOf, nextStates } from '../../domain/entryStates.js';
import { leastOf, type Reminder } from '../../domain/plan.js';
import { selectionOf } from '../../domain/selection.js';
import type { Work } from '../../turn.js';
import type { Contest } from '../contest.js';
import { liveEntries } from '../entries.js';
import { nominationsBySender, senderOfEntry } from '../nominations.js';
import { byPerson, coordinatorsNear, holdersOrOrganizers } from './coordinators.js';
import { type Chase, type Debt, frameOf, latest, named, stepsOf } from './debt.js';

/** Units that have something to send up and have sent less than the round above asks of them. */
export const nominationsOwed = (reminder: Reminder): Chase => ({
  id: reminder.id,
  steps: (_work, contest) => stepsOf(contest, reminder),
  async debts(work, contest, only) {
    const { t } = work;
    const frame = frameOf(contest, reminder);
    if (!frame || !selectionOf(contest.plan)?.receiver) return [];
    const owing = await sendersOwing(work, contest);
    const near = await coordinatorsNear(work, contest);
    const organizers = await holdersOrOrganizers(work, contest, ['organizer']);
    // Where nobody answers for a unit, the organizers do.
    const askedFor = ({ code }: { code: string }) => {
      const coordinators = reminder.who === 'unit_coordinator' ? near(code) : [];
      return coordinators.length > 0 ? coordinators : organizers;
    };
    return byPerson(owing, askedFor)
      .filter(({ who }) => only === undefined || who.person === only)
      .map(({ who, things }): Debt => {
        const names = things.map(({ name }) => name);
        const about = { count: names.length, names: named(t, names), closes: t.moment(frame.deadline) };
        return {
          ...frame,
          ...{ person: who.person, unit: null, of: '', what: names },
          since: latest(frame.since, who.since),
          says: t('remind.nominations', about),
          offer: { label: t.plain('remind.nominate'), says: '/cu' },
        };
      });
  },
});

async function sendersOwing(work: Work, contest: Contest): Promise<{ code: string; name: string }[]> {
  const { way, senders } = await nominationsBySender(work, contest);
  const course = courseOf(contest.plan);
  const waiting = new Set(
    (await liveEntries(work, contest))
      .filter(({ state }) => nextStates(state, course).includes('nominated'))
      .map((entry) => senderOfEntry(contest, way.selection, entry)),
  );
  const { units } = contest;
  const least = leastOf((way.upper ?? contest).plan, way.round)?.count ?? 1;
  return senders
    .filter(({ code, sent }) => waiting.has(code) && sent.length < least)
    .flatMap(({ code }) => {
      const unit = units.get(code);
      return unit ? [{ code, name: units.shortName(unit) }] : [];
    });
}
