import { jury } from '../domain/roles.js';
import { isSameSeat, seatsOf } from '../domain/selection.js';
import type { PersonId, Role } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { finalSeat } from './seats.js';

export type JuryChanges = {
  /** Who sat there and had left it by then, the earliest first. */
  left: { id: PersonId; name: string; until: Date; reason: string | null }[];
  /** In whose place somebody sits there, and since when. */
  instead: Map<PersonId, { of: string; since: Date }>;
};

/** What became of the jury of the final until `at`. */
export async function juryChanges({ store }: Work, contest: Contest, at: Date): Promise<JuryChanges> {
  const all = await store.roles
    .find({ contest: contest.id, role: { $in: jury } })
    .sort({ endedAt: 1, _id: 1 })
    .lean<Role[]>();
  const seat = finalSeat(contest);
  const held = all.filter(
    (role) => role.since <= at && seatsOf(contest, [role]).some((each) => isSameSeat(each, seat)),
  );
  const endedBy = ({ endedAt }: Role): Date | null => (endedAt && endedAt <= at ? endedAt : null);
  const sitting = held.filter((role) => endedBy(role) === null);
  const isSitting = new Set(sitting.map(({ person }) => person));
  // Who held two roles there left with the last of them.
  const last = new Map(
    held.filter(({ person }) => !isSitting.has(person)).map((role) => [role.person, role]),
  );
  const names = new Map(all.map(({ _id, name }) => [_id, name]));
  return {
    left: [...last.values()].flatMap((role) => {
      const until = endedBy(role);
      return until ? [{ id: role.person, name: role.name, until, reason: role.endReason }] : [];
    }),
    instead: new Map(
      sitting.flatMap(({ person, replaces, since }) => {
        const of = replaces ? names.get(replaces) : undefined;
        return of === undefined ? [] : [[person, { of, since }] as const];
      }),
    ),
  };
}
