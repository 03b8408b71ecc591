import type { Relation, StoredEntry } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { registrationOf } from './registrations.js';

/** What keeps somebody from deciding about an entry: it is his own, of his unit, or he said so himself. */
export type Conflict = 'author' | 'unit' | 'relation';

/** Answers for each entry what keeps this person from it, `null` if nothing does. */
export async function conflictsOf(
  turn: Turn,
  contest: Contest,
): Promise<(entry: Pick<StoredEntry, 'person' | 'unit' | 'code'>) => Conflict | null> {
  const [duties, registration, relations] = await Promise.all([
    turn.duties(contest.id),
    registrationOf(turn, contest),
    turn.store.relations.find({ contest: contest.id, person: turn.person }).lean<Relation[]>(),
  ]);
  const units = [
    // A judge of a unit isn't of that unit.
    ...duties.flatMap(({ role, unit }) => (role === 'unit_coordinator' && unit) || []),
    ...(registration ? [registration.unit] : []),
    ...relations.flatMap(({ to }) => ('unit' in to ? to.unit : [])),
  ];
  const codes = relations.flatMap(({ to }) => ('entry' in to ? to.entry : []));
  return ({ person, unit, code }) => {
    if (person === turn.person) return 'author';
    if (units.some((own) => contest.units.isUnder(unit, own))) return 'unit';
    return codes.includes(code) ? 'relation' : null;
  };
}

/** Somebody says what ties him to an entry, or to all of its unit. */
export async function declareRelation(
  turn: Turn,
  contest: Contest,
  given: Pick<Relation, 'to' | 'words'>,
): Promise<void> {
  const { id, person, now } = turn;
  try {
    await turn.store.relations.create({
      _id: `${contest.id}/${id}`,
      contest: contest.id,
      person,
      at: now,
      ...given,
    });
  } catch (error) {
    // The same turn once more.
    if (!isDuplicate(error)) throw error;
  }
}
