import type { PersonId, Registration, Relation, Role, StoredEntry } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';

/** What keeps somebody from deciding about an entry: it is his own, of his unit, or he said so himself. */
export type Conflict = 'author' | 'unit' | 'relation';

/** What keeps a person from deciding about each entry, `null` if nothing does. */
export type ConflictWith = (entry: Pick<StoredEntry, 'person' | 'unit' | 'code'>) => Conflict | null;

export const conflictsOf = async (turn: Turn, contest: Contest): Promise<ConflictWith> =>
  (await conflictsAmong(turn, contest, [turn.person]))(turn.person);

/** The same for each of several people, with as many questions to the database as for one. */
export async function conflictsAmong(
  { store }: Work,
  contest: Contest,
  people: readonly PersonId[],
): Promise<(person: PersonId) => ConflictWith> {
  const of = { contest: contest.id, person: { $in: [...people] } };
  const [duties, registrations, relations] = await Promise.all([
    // A judge of a unit isn't of that unit.
    store.roles.find({ ...of, role: 'unit_coordinator', endedAt: null }).lean<Role[]>(),
    store.registrations.find(of).lean<Registration[]>(),
    store.relations.find(of).lean<Relation[]>(),
  ]);
  return (person) => {
    const own = relations.filter((relation) => relation.person === person);
    const units = [
      ...duties.flatMap((duty) => (duty.person === person && duty.unit) || []),
      ...registrations.flatMap((team) => (team.person === person ? team.unit : [])),
      ...own.flatMap(({ to }) => ('unit' in to ? to.unit : [])),
    ];
    const codes = own.flatMap(({ to }) => ('entry' in to ? to.entry : []));
    return (entry) => {
      if (entry.person === person) return 'author';
      if (units.some((unit) => contest.units.isUnder(entry.unit, unit))) return 'unit';
      return codes.includes(entry.code) ? 'relation' : null;
    };
  };
}

/** Somebody says what ties him to an entry, or to all of its unit. */
export async function declareRelation(
  turn: Turn,
  contest: Contest,
  given: Pick<Relation, 'to' | 'words'>,
): Promise<void> {
  try {
    await turn.store.relations.create({
      _id: declaredIn(turn, contest),
      contest: contest.id,
      person: turn.person,
      at: turn.now,
      ...given,
    });
  } catch (error) {
    // The same turn once more.
    if (!isDuplicate(error)) throw error;
  }
}

/** The units that somebody has said, or was said to be, tied to. */
export async function unitsDeclared({ store }: Work, { id }: Contest, person: PersonId): Promise<string[]> {
  const declared = await store.relations
    .find({ contest: id, person })
    .sort({ at: 1, _id: 1 })
    .lean<Relation[]>();
  return [...new Set(declared.flatMap(({ to }) => ('unit' in to ? to.unit : [])))];
}

/** The relation that this turn declares, if it does. */
export const declaredIn = ({ id }: Turn, contest: Contest): string => `${contest.id}/${id}`;
