import type { PersonId, Role } from '../../store/documents.js';
import type { Work } from '../../turn.js';
import type { Contest } from '../contest.js';
import { rolesIn } from '../roles.js';
import { grouped, latest } from './debt.js';

export type Asked = { person: PersonId; since: Date };

/** Who answers for a unit: the coordinators of the nearest unit upward that has any. */
export async function coordinatorsNear(work: Work, contest: Contest): Promise<(unit: string) => Asked[]> {
  const roles = await rolesIn(work, contest, ['unit_coordinator']);
  const byUnit = grouped(roles, ({ unit }) => unit);
  return (unit) => {
    const near = contest.units.lineage(unit).find(({ code }) => byUnit.has(code));
    return asked((near && byUnit.get(near.code)) || []);
  };
}

/** Everybody who holds one of these roles for the whole contest; where nobody does, who organizes it. */
export async function holdersOrOrganizers(
  work: Work,
  contest: Contest,
  roles: Role['role'][],
): Promise<Asked[]> {
  const found = await rolesIn(work, contest, [...roles, 'organizer']);
  const meant = found.filter(({ role, unit }) => roles.includes(role) && unit === null);
  return asked(meant.length > 0 ? meant : found.filter(({ role }) => role === 'organizer'));
}

/** Each once, since he has held the first of his roles. */
export const asked = (roles: readonly Pick<Role, 'person' | 'since'>[]): Asked[] =>
  [...grouped(roles, ({ person }) => person)].map(([person, own]) => ({
    person,
    since: latest(own[0]?.since),
  }));

/** What lies with several people, for each of them by itself. */
export function byPerson<Thing>(
  things: readonly Thing[],
  askedFor: (thing: Thing) => readonly Asked[],
): { who: Asked; things: Thing[] }[] {
  const all = new Map<PersonId, { who: Asked; things: Thing[] }>();
  for (const thing of things)
    for (const who of askedFor(thing)) {
      const known = all.get(who.person) ?? { who, things: [] };
      known.things.push(thing);
      all.set(who.person, known);
    }
  return [...all.values()];
}
