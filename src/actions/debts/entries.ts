import { partaking } from '../../domain/entryStates.js';
import { type Reminder, submissionQuota } from '../../domain/plan.js';
import type { PersonId, Registration } from '../../store/documents.js';
import type { Store } from '../../store/store.js';
import type { Work } from '../../turn.js';
import type { Contest } from '../contest.js';
import { isDeclined, unitName } from '../registrations.js';
import { byPerson, coordinatorsNear, holdersOrOrganizers } from './coordinators.js';
import {
  byDeadline,
  type Chase,
  type Debt,
  type Frame,
  frameOf,
  framesOf,
  lastDay,
  latest,
  named,
  ofPerson,
  stepsOf,
} from './debt.js';
import { halfFilled } from './forms.js';
import { sendersWithout } from './units.js';

/** Teams that are registered and have handed nothing in. */
export const entriesOwed = (reminder: Reminder): Chase => ({
  id: reminder.id,
  steps: (_work, contest) => stepsOf(contest, reminder),
  async debts(work, contest, only) {
    const { t } = work;
    const [owing, begun] = await Promise.all([
      teamsOwing(work, contest, reminder, only),
      halfFilled(work, contest, 'submit', { only }),
    ]);
    return owing.map(({ person, unit, team, at, frame }): Debt => {
      const about = { team, closes: t.moment(frame.deadline) };
      const isBegun = begun.has(person);
      return {
        ...frame,
        ...{ person, unit, of: '', what: [team] },
        since: latest(frame.since, at),
        says: isBegun ? t('remind.entryBegun', about) : t('remind.entry', about),
        offer: { label: t.plain(isBegun ? 'remind.goOn' : 'menu.submit'), says: '/nopbai' },
        inGroup: {
          team,
          says: (teams) =>
            teams.length === 1
              ? t('remind.entryInGroup', about)
              : t('remind.entriesInGroup', {
                  count: teams.length,
                  teams: teams.join(', '),
                  closes: about.closes,
                }),
        },
        instead: { says: t('remind.entryInstead', about) },
      };
    });
  },
});

/** A day before the end the coordinators read which of their teams still owe an entry. */
export const teamsBehind = (reminder: Reminder): Chase => {
  const last = { ...reminder, before: lastDay(reminder) };
  return {
    id: `${reminder.id}/coordinators`,
    steps: (_work, contest) => stepsOf(contest, last),
    async debts(work, contest, only) {
      const { t } = work;
      const near = await coordinatorsNear(work, contest);
      const owing = await allOwing(work, contest, last, only);
      return byDeadline(owing).flatMap(({ frame, owing: teams }) =>
        byPerson(teams, ({ unit }) => near(unit))
          .filter(({ who }) => only === undefined || who.person === only)
          .map(({ who, things }): Debt => {
            const names = things.map(({ team, unit }) => `${team} (${unitName(contest, unit)})`);
            const about = {
              count: things.length,
              teams: named(t, names),
              closes: t.moment(frame.deadline),
            };
            return {
              ...frame,
              ...{ person: who.person, unit: null, of: '', what: things.map(({ team }) => team) },
              since: latest(frame.since, who.since),
              says: t('remind.teamsBehind', about),
              offer: { label: t.plain('menu.situation'), says: '/tinhhinh' },
            };
          }),
      );
    },
  };
};

/** A day before the end the organizers read which units have sent nothing, or how many teams haven't. */
export const unitsBehind = (reminder: Reminder): Chase => {
  const last = { ...reminder, before: lastDay(reminder) };
  return {
    id: `${reminder.id}/organizers`,
    // Who was given longer is known to those who gave it.
    steps: async (_work, contest) => frameOf(contest, last)?.steps ?? [],
    async debts(work, contest, only) {
      const { t } = work;
      const frame = frameOf(contest, last);
      if (!frame) return [];
      const closes = t.moment(frame.deadline);
      const what =
        contest.plan.entries.sentBy === 'unit'
          ? (await sendersWithout(work, contest, 'entries')).map(({ name }) => name)
          : (await allOwing(work, contest, last, only)).map(({ team }) => team);
      if (what.length === 0) return [];
      const about = { count: what.length, names: named(t, what), closes };
      const says =
        contest.plan.entries.sentBy === 'unit'
          ? t('remind.unitsBehind', about)
          : t('remind.teamsOwing', about);
      return (await holdersOrOrganizers(work, contest, ['organizer']))
        .filter(({ person }) => only === undefined || person === only)
        .map(({ person, since }) => ({
          ...frame,
          ...{ person, unit: null, of: '', what, says },
          since: latest(frame.since, since),
          offer: { label: t.plain('menu.situation'), says: '/tinhhinh' },
        }));
    },
  };
};

type Owing = Registration & { frame: Frame & { deadline: Date } };

/** Letters that wait together are asked within moments, and each about all teams. */
const REMEMBERED_MS = 5_000;
const remembered = new WeakMap<Store, Map<string, { at: number; owing: Promise<Owing[]> }>>();

/** All who owe one, as it was moments ago where it is asked for somebody's letter (`only`). */
function allOwing(
  work: Work,
  contest: Contest,
  reminder: Reminder,
  only: PersonId | undefined,
): Promise<Owing[]> {
  const known = remembered.get(work.store) ?? new Map<string, { at: number; owing: Promise<Owing[]> }>();
  remembered.set(work.store, known);
  const key = `${contest.id}/${reminder.id}`;
  const at = work.now.getTime();
  const before = known.get(key);
  if (only !== undefined && before && at >= before.at && at - before.at < REMEMBERED_MS) return before.owing;
  const owing = teamsOwing(work, contest, reminder);
  known.set(key, { at, owing });
  // Who waits for it hears of the failure; the next one asks anew.
  owing.catch(() => known.delete(key));
  return owing;
}

async function teamsOwing(
  { store }: Work,
  contest: Contest,
  reminder: Reminder,
  only?: PersonId,
): Promise<Owing[]> {
  const teams = await teamsWithoutEntry({ store }, contest, only);
  const frames = framesOf(contest, reminder);
  return teams.flatMap((team) => {
    const frame = frames(team.unit);
    return frame ? [{ ...team, frame }] : [];
  });
}

/**
 * Who has never handed anything in, though he might have: the places of his unit are not all taken, and his consent
 * stands. What was taken back or rejected is nobody's to ask for again.
 */
export async function teamsWithoutEntry(
  { store }: Pick<Work, 'store'>,
  contest: Contest,
  only?: PersonId,
): Promise<Registration[]> {
  const which = { contest: contest.id, ...ofPerson(only) };
  const [registrations, entered, consenting] = await Promise.all([
    store.registrations.find(which).lean<Registration[]>(),
    store.entries.distinct('person', which),
    store.consents.distinct('person', { ...which, withdrawnAt: null }),
  ]);
  const senders = only === undefined ? undefined : registrations.map(({ sender }) => sender);
  const full = await sendersWithoutPlace({ store }, contest, senders);
  const [has, agrees] = [new Set<string>(entered), new Set<string>(consenting)];
  // Sorted here: there may be more than the embedded engine sorts.
  return registrations
    .sort(byTime)
    .filter(
      (team) =>
        !isDeclined(team) && !has.has(team.person) && agrees.has(team.person) && !full.has(team.sender),
    );
}

const byTime = (one: Registration, other: Registration): number =>
  one.at.getTime() - other.at.getTime() || one._id.localeCompare(other._id);

async function sendersWithoutPlace(
  { store }: Pick<Work, 'store'>,
  { plan, id }: Contest,
  among?: readonly string[],
): Promise<Set<string>> {
  const quota = submissionQuota(plan);
  if (!quota) return new Set();
  const counted = await store.entries.aggregate<{ _id: string; entries: number }>([
    { $match: { contest: id, state: { $in: partaking }, ...(among && { sender: { $in: among } }) } },
    { $group: { _id: '$sender', entries: { $sum: 1 } } },
  ]);
  return new Set(counted.filter(({ entries }) => entries >= quota.count).map(({ _id }) => _id));
}
