import type { Audience } from '../../domain/announcements.js';
import { partaking } from '../../domain/entryStates.js';
import type { OwedThing } from '../../domain/plan/reminders.js';
import { roleNames } from '../../domain/roles.js';
import type { PersonId, Registration, Role, StoredEntry } from '../../store/documents.js';
import type { Work } from '../../turn.js';
import type { Contest } from '../contest.js';
import { ownChasesFor } from '../debts/chases.js';
import { refusingAmong } from '../refuseReminders.js';
import { rolesIn } from '../roles.js';
import { reachableGroups } from '../tell.js';

/** Whom this audience is now, each once, but for `except`: people, or the ids of groups. */
export async function recipientsOf(
  work: Work,
  contest: Contest,
  audience: Audience,
  except: PersonId,
): Promise<string[]> {
  if (audience.kind === 'groups')
    return (await reachableGroups(work, contest, 'announcements')).map(({ _id }) => _id);
  const people = new Set(await peopleIn(work, contest, audience));
  people.delete(except);
  return [...people];
}

async function peopleIn(
  work: Work,
  contest: Contest,
  audience: Exclude<Audience, { kind: 'groups' }>,
): Promise<PersonId[]> {
  const { units } = contest;
  switch (audience.kind) {
    case 'everybody':
      return [...(await teams(work, contest)), ...(await tasks(work, contest))].map(({ person }) => person);
    case 'teams':
      return (await teams(work, contest)).map(({ person }) => person);
    case 'teamsWithoutEntry': {
      const entered = new Set(await authorsOf(work, contest, partaking));
      return (await teams(work, contest)).map(({ person }) => person).filter((each) => !entered.has(each));
    }
    case 'entries':
      return authorsOf(work, contest, [audience.state]);
    case 'owing':
      return owing(work, contest, audience.owes);
    case 'role':
      return (await rolesIn(work, contest, [audience.role])).map(({ person }) => person);
    case 'level':
      return inUnits(work, contest, (unit) => units.get(unit)?.level === audience.level);
    case 'unit': {
      const within = new Set(units.within(audience.unit));
      return inUnits(work, contest, (unit) => within.has(unit));
    }
  }
}

async function inUnits(
  work: Work,
  contest: Contest,
  isMeant: (unit: string) => boolean,
): Promise<PersonId[]> {
  const all = [...(await teams(work, contest)), ...(await tasks(work, contest))];
  return all.filter(({ unit }) => unit != null && isMeant(unit)).map(({ person }) => person);
}

/**
 * Who owes it while it still can be done: the very debts of which people are reminded, and as there nobody who wants
 * no reminders. `only`: whether this person does.
 */
export async function owing(
  work: Work,
  contest: Contest,
  owes: OwedThing,
  only?: PersonId,
): Promise<PersonId[]> {
  const debts = await Promise.all(
    ownChasesFor(contest, owes).map((chase) => chase.debts(work, contest, only)),
  );
  const people = debts
    .flat()
    .filter(({ since, deadline }) => since <= work.now && (deadline === null || deadline > work.now))
    .map(({ person }) => person);
  const refusing = await refusingAmong(work, people);
  return people.filter((person) => !refusing.has(person));
}

/** In no order: to sort ten thousand is more than the embedded engine does, and nothing hangs on it. */
const teams = ({ store }: Work, { id }: Contest): Promise<Pick<Registration, 'person' | 'unit'>[]> =>
  store.registrations
    .find({ contest: id }, { person: 1, unit: 1 })
    .lean<Pick<Registration, 'person' | 'unit'>[]>()
    .exec();

const tasks = (work: Work, contest: Contest): Promise<Role[]> => rolesIn(work, contest, roleNames);

const authorsOf = (
  { store }: Work,
  { id }: Contest,
  states: readonly StoredEntry['state'][],
): Promise<PersonId[]> => store.entries.distinct('person', { contest: id, state: { $in: states } }).exec();
