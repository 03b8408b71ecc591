import { partaking } from '../../domain/entryStates.js';
import type { Reminder } from '../../domain/plan.js';
import type { Work } from '../../turn.js';
import type { Contest } from '../contest.js';
import { sendersWithin } from '../situation.js';
import { type Asked, byPerson, coordinatorsNear, holdersOrOrganizers } from './coordinators.js';
import { byDeadline, type Chase, type Debt, framesOf, lastDay, latest, named, stepsOf } from './debt.js';

type Missing = 'registrations' | 'entries';

/** Units in which nobody has registered, or that have sent nothing: whoever answers for them reads which. */
export const unitsOwe = (reminder: Reminder, missing: Missing): Chase => ({
  id: reminder.id,
  steps: (_work, contest) => stepsOf(contest, reminder),
  async debts(work, contest, only) {
    const { t } = work;
    // Where authors send, no unit owes anything.
    if (contest.plan.entries.sentBy !== 'unit') return [];
    const frames = framesOf(contest, reminder);
    const owing = (await sendersWithout(work, contest, missing)).flatMap((unit) => {
      const frame = frames(unit.code);
      return frame ? [{ ...unit, frame }] : [];
    });
    const askedFor = await whomToAsk(work, contest, reminder);
    return byDeadline(owing).flatMap(({ frame, owing: units }) =>
      byPerson(units, askedFor)
        .filter(({ who }) => only === undefined || who.person === only)
        .map(({ who, things }): Debt => {
          const names = things.map(({ name }) => name);
          const about = { count: names.length, names: named(t, names), closes: t.moment(frame.deadline) };
          return {
            ...frame,
            ...{ person: who.person, unit: null, of: '', what: names },
            since: latest(frame.since, who.since),
            ...wordsFor(work, reminder, missing, about),
          };
        }),
    );
  },
});

/**
 * A day before the end the organizers read in which units nobody has registered; but for where entries are due at the
 * same moment, since they read then which units have sent none.
 */
export function unitsUnregistered(reminder: Reminder): Chase {
  const last: Reminder = {
    ...reminder,
    id: `${reminder.id}/organizers`,
    who: 'organizer',
    before: lastDay(reminder),
  };
  const chase = unitsOwe(last, 'registrations');
  const isSaid = ({ windows: { registration, submission } }: Contest) =>
    registration?.closes.getTime() === submission?.closes.getTime();
  return {
    ...chase,
    steps: async (work, contest, look) => (isSaid(contest) ? [] : chase.steps(work, contest, look)),
    debts: async (work, contest, only) => (isSaid(contest) ? [] : chase.debts(work, contest, only)),
  };
}

function wordsFor(
  { t }: Work,
  { who }: Reminder,
  missing: Missing,
  about: { count: number; names: string; closes: string },
): Pick<Debt, 'says' | 'offer'> {
  const situation = { label: t.plain('menu.situation'), says: '/tinhhinh' };
  if (missing === 'entries')
    return who === 'unit_coordinator'
      ? {
          says: t('remind.unitEntries', about),
          offer: { label: t.plain('remind.submitFor'), says: '/guithay' },
        }
      : { says: t('remind.unitsBehind', about), offer: situation };
  return who === 'unit_coordinator'
    ? {
        says: t('remind.unitRegistrations', about),
        offer: { label: t.plain('remind.registerFor'), says: '/dangkythay' },
      }
    : { says: t('remind.unitsUnregistered', about), offer: situation };
}

async function whomToAsk(
  work: Work,
  contest: Contest,
  { who }: Reminder,
): Promise<(unit: { code: string }) => Asked[]> {
  if (who === 'unit_coordinator') {
    const near = await coordinatorsNear(work, contest);
    return ({ code }) => near(code);
  }
  const all = await holdersOrOrganizers(work, contest, who === 'secretary' ? ['secretary'] : ['organizer']);
  return () => all;
}

/** The units that send, in the order of the list, of which there is none yet. */
export async function sendersWithout(
  { store }: Work,
  contest: Contest,
  missing: Missing,
): Promise<{ code: string; name: string }[]> {
  const { id, units } = contest;
  const there: string[] =
    missing === 'entries'
      ? await store.entries.distinct('sender', { contest: id, state: { $in: partaking } })
      : await store.registrations.distinct('sender', { contest: id });
  const has = new Set(there);
  return sendersWithin(contest, null)
    .filter(({ code }) => !has.has(code))
    .map((unit) => ({ code: unit.code, name: units.shortName(unit) }));
}
