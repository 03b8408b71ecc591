import { morningOf } from '../../domain/reminders/steps.js';
import type { PersonId, StoredReminder } from '../../store/documents.js';
import type { Work } from '../../turn.js';
import { stack } from '../../words.js';
import type { Contest } from '../contest.js';
import { type Missed, nameMissed } from '../missed.js';
import { outOfReach } from '../reach.js';
import { refusingAmong } from '../refuseReminders.js';
import { claimOf, claimsInstead } from './claims.js';
import { holdersOrOrganizers } from './coordinators.js';
import { type Chase, type Debt, latest } from './debt.js';
import { findDebt } from './find.js';

const ID = 'unreached';

/** More lines than this nobody works through on a telephone; the rest is counted. */
const MOST_CALLED = 100;

/**
 * Once a day the secretary reads whom no reminder reached since his last list, to call them: of these chases, as
 * far as they still owe it, and nobody who answers for their unit was asked to remind them.
 */
export const unreached = (chases: readonly Chase[]): Chase => ({
  id: ID,
  steps: async (_work, _contest, { now }) => [{ name: 'day', at: morningOf(now) }],
  async debts(work, contest, only) {
    const { t, now } = work;
    const morning = morningOf(now);
    const missed = await toCall(work, contest, chases, morning);
    if (missed.length === 0) return [];
    const called = missed.slice(0, MOST_CALLED).map(({ who }) => t('told.line', { who }));
    const more = missed.length - called.length;
    const says = stack(
      [
        t('remind.unreached', { count: missed.length }),
        ...called,
        more > 0 && t('told.more', { count: more }),
        t('remind.unreachedSee'),
      ],
      '\n',
    );
    return (await holdersOrOrganizers(work, contest, ['secretary']))
      .filter(({ person }) => only === undefined || person === only)
      .map(
        ({ person, since }): Debt => ({
          ...{ person, unit: null, of: morning.toISOString(), what: missed.map(({ who }) => who), says },
          ...{ since: latest(since), deadline: null, steps: [{ name: 'day', at: morning }] },
          offer: { label: t.plain('menu.situation'), says: '/tinhhinh' },
        }),
      );
  },
});

async function toCall(
  work: Work,
  contest: Contest,
  chases: readonly Chase[],
  morning: Date,
): Promise<Missed[]> {
  const since = await lastList(work, contest, morning);
  const reminders = await work.store.reminders
    .find({ how: 'unreachable', 'items.contest': contest.id, ...lostBetween(since, morning) })
    .sort({ at: 1, _id: 1 })
    .lean<StoredReminder[]>();
  const owing = new Set<PersonId>();
  const parked = new Set<PersonId>();
  for (const { person, items, chat } of reminders)
    for (const item of items) {
      const chase = chases.find(({ id }) => id === item.chase);
      if (!chase || item.contest !== contest.id) continue;
      const debt = await findDebt(work, contest, chase, { person, item });
      if (!debt) continue;
      const whose = item.insteadOf ?? person;
      const claim = claimOf(whose, { contest, chase: chase.id, debt, step: item.step });
      if (await isAskedOfOthers(work, whose, claim)) continue;
      owing.add(debt.person);
      const isParked = item.insteadOf === null ? chat !== null : await wasParked(work, whose, claim);
      if (isParked) parked.add(debt.person);
    }
  const missed = await outOfReach(work, [...owing]);
  const refusing = await refusingAmong(work, [...owing]);
  return nameMissed(
    work,
    contest,
    [...owing].filter((person) => !refusing.has(person) && (missed.has(person) || parked.has(person))),
  );
}

/** A letter may fail long after it was written. */
const lostBetween = (since: Date, until: Date) => {
  const between = { $gt: since, $lte: until };
  return { $or: [{ lostAt: between }, { lostAt: { $exists: false }, at: between }] };
};

/** The morning of the last list that went out; before the first one, when the contest was set up. */
async function lastList({ store }: Work, contest: Contest, morning: Date): Promise<Date> {
  const claim = `${contest.id}/${ID}/`;
  const last = await store.reminders
    .findOne({
      claims: { $elemMatch: { $gte: claim, $lt: `${claim}${morning.toISOString()}` } },
      ...{ how: 'letter', withdrawnAt: null },
    })
    .sort({ at: -1 })
    .lean<StoredReminder>();
  const own = last?.items.find((item) => item.contest === contest.id && item.chase === ID);
  return own ? new Date(own.of) : contest.createdAt;
}

/** The letter that said it to himself stayed in a chat that looks open. */
const wasParked = async ({ store }: Work, person: PersonId, claim: string): Promise<boolean> =>
  (await store.reminders.exists({ person, how: 'unreachable', chat: { $ne: null }, claims: claim })) !== null;

async function isAskedOfOthers({ store }: Work, person: PersonId, claim: string): Promise<boolean> {
  const begins = claimsInstead(person, claim);
  const asked = await store.reminders.exists({
    claims: { $elemMatch: { $gte: begins, $lt: `${begins}\uffff` } },
    ...{ how: 'letter', withdrawnAt: null },
  });
  return asked !== null;
}
