import type { RoleName } from '../domain/roles.js';
import type { PersonId, Role } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { claimHold } from './holds.js';

/** The roles that are held now, in the order in which they were taken up. */
export const rolesIn = (work: Work, contest: Contest, roles: readonly RoleName[]): Promise<Role[]> =>
  work.store.roles
    .find({ contest: contest.id, role: { $in: roles }, endedAt: null })
    .sort({ since: 1, _id: 1 })
    .lean<Role[]>()
    .exec();

/** In whose place somebody holds a role, `null` where it was nobody's before. */
export async function replacedBy({ store }: Work, { replaces }: Role): Promise<string | null> {
  const before = replaces ? await store.roles.findById(replaces).lean<Role>() : null;
  return before?.name ?? null;
}

/** The coordinators of this unit, and of what it lies in. */
export async function coordinatorsOf(work: Work, contest: Contest, unit: string): Promise<Role[]> {
  const coordinators = await rolesIn(work, contest, ['unit_coordinator']);
  return coordinators.filter((role) => role.unit !== null && contest.units.isUnder(unit, role.unit));
}

export async function roleById(work: Work, id: string): Promise<Role> {
  const role = await work.store.roles.findById(id).lean<Role>();
  if (!role) throw new Error(`there is no role ${id}`);
  return role;
}

/** Everybody who holds one of these roles now, each once. */
export async function holdersOf(
  work: Work,
  contest: Contest,
  roles: readonly RoleName[],
): Promise<{ person: PersonId; name: string }[]> {
  const found = await rolesIn(work, contest, roles);
  return [...new Map(found.map(({ person, name }) => [person, { person, name }])).values()];
}

/** What these people are called in this contest: as they were invited to it, whatever their phones say. */
export async function namesHeld(
  { store }: Work,
  { id }: Pick<Contest, 'id'>,
  people: readonly PersonId[],
): Promise<Map<PersonId, string>> {
  if (people.length === 0) return new Map();
  const [known, roles] = await Promise.all([
    store.people.find({ _id: { $in: people } }, { name: 1 }).lean(),
    store.roles
      .find({ contest: id, person: { $in: people } }, { person: 1, name: 1 })
      .sort({ since: 1, _id: 1 })
      .lean(),
  ]);
  return new Map([
    ...known.map(({ _id, name }) => [_id, name] as const),
    ...roles.map(({ person, name }) => [person, name] as const),
  ]);
}

/** What this person is called in this contest, for those who read who did something. */
export const nameOf = async (work: Work, contest: Pick<Contest, 'id'>, person: PersonId): Promise<string> =>
  (await namesHeld(work, contest, [person])).get(person) ?? person;

/** What who acts is called in this contest. */
export const ownName = async (turn: Turn, contest: Pick<Contest, 'id'>): Promise<string> =>
  (await namesHeld(turn, contest, [turn.person])).get(turn.person) ?? turn.personName;

/** This person takes a role up. Refuses whom something else that he is in this contest keeps from it. */
export async function takeUpRole(
  turn: Turn,
  contest: Contest,
  { _id, role, unit, name, by, replaces }: Pick<Role, '_id' | 'role' | 'unit' | 'name' | 'by' | 'replaces'>,
): Promise<void> {
  const { person } = turn;
  await claimHold(turn, contest, { person, name }, { as: role, unit });
  await turn.store.roles.updateOne(
    { _id },
    {
      $setOnInsert: {
        role,
        unit,
        name,
        by,
        contest: contest.id,
        person,
        since: turn.now,
        held: heldKey({ contest: contest.id, role, unit, person }),
        endedAt: null,
        endedBy: null,
        endReason: null,
        ...(replaces && { replaces }),
      },
    },
    { upsert: true },
  );
}

export const heldKey = ({
  contest,
  role,
  unit,
  person,
}: Pick<Role, 'contest' | 'role' | 'unit' | 'person'>) => `${contest}/${role}/${unit ?? ''}/${person}`;
