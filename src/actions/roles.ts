import { Refusal } from '../domain/refusal.js';
import { jury, type RoleName } from '../domain/roles.js';
import type { PersonId, Role } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { claimHold, releaseHold } from './holds.js';
import { needRight } from './permissions.js';

/** The roles that are held now, in the order in which they were taken up. */
export const rolesIn = (work: Work, contest: Contest, roles: readonly RoleName[]): Promise<Role[]> =>
  work.store.roles
    .find({ contest: contest.id, role: { $in: roles }, endedAt: null })
    .sort({ since: 1, _id: 1 })
    .lean<Role[]>()
    .exec();

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

/** This person takes a role up. Refuses whom something else that he is in this contest keeps from it. */
export async function takeUpRole(
  turn: Turn,
  contest: Contest,
  { _id, role, unit, name, by }: Pick<Role, '_id' | 'role' | 'unit' | 'name' | 'by'>,
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
      },
    },
    { upsert: true },
  );
}

/** Refuses who may not end this role. Nobody ends his own: a contest always keeps an organizer. */
export async function mayEndRole(turn: Turn, contest: Contest, role: Role): Promise<void> {
  await needRight(turn, contest, `appoint:${role.role}`, role.unit ?? contest.plan.units.root);
  if (role.person === turn.person) throw new Refusal('roles.ownRole');
}

/**
 * Ends a role; that it was held, until when and why it ended is kept. A judge who has scored stays out of
 * everything else in this contest all the same.
 */
export async function endRole(turn: Turn, contest: Contest, role: Role, reason: string): Promise<void> {
  const { store } = turn;
  await mayEndRole(turn, contest, role);
  const ending = { endedAt: turn.now, endedBy: turn.person, endReason: reason };
  const { matchedCount } = await store.roles.updateOne(
    { _id: role._id, $or: [{ endedAt: null }, ending] },
    { $set: { ...ending, held: null } },
  );
  if (matchedCount === 0) throw new Refusal('roles.endedAlready', { name: role.name });
  const { person, name, role: as, unit } = role;
  if (jury.includes(as) && (await store.sheets.exists({ contest: contest.id, judge: person }))) return;
  await releaseHold(turn, { person, name }, { contest: contest.id, as, unit });
}

export const heldKey = ({
  contest,
  role,
  unit,
  person,
}: Pick<Role, 'contest' | 'role' | 'unit' | 'person'>) => `${contest}/${role}/${unit ?? ''}/${person}`;
