import { shortChecksum } from '../domain/locks.js';
import { seatsOf } from '../domain/selection.js';
import type { Lock, PersonId } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { capital, unitName } from './registrations.js';
import { rolesIn } from './roles.js';
import { nameOfFinal } from './seats.js';
import { tellPerson } from './tell.js';

/** What can be compared with the sheets later, and says nothing of what stands in them. */
export function describeLock(work: Work, contest: Contest, lock: Lock) {
  const { round, unit, number, count, sheets, at, checksum } = lock;
  const counted = sheets.filter(({ uncounted }) => uncounted === null).length;
  return work.t('lock.told', {
    contest: contest.plan.shortName,
    what:
      round === null
        ? nameOfFinal(work, contest)
        : work.t.plain('lock.selection', { unit: unitName(contest, unit) }),
    number,
    at: work.t.moment(at),
    count,
    counted,
    checksum: shortChecksum(checksum),
  });
}

/** Those who answer for the sheets: who heads the jury, and the secretaries and the chair, or the unit's coordinators. */
export async function tellLock(work: Work, contest: Contest, lock: Lock): Promise<void> {
  const { round, unit, _id } = lock;
  const heads = (await rolesIn(work, contest, ['head_judge'])).filter((role) =>
    seatsOf(contest, [role]).some((seat) => seat.round === round && seat.unit === unit),
  );
  const others =
    round === null
      ? await rolesIn(work, contest, ['secretary', 'chair'])
      : (await rolesIn(work, contest, ['unit_coordinator'])).filter((role) => role.unit === unit);
  const people = new Set<PersonId>([...heads, ...others].map(({ person }) => person));
  const text = describeLock(work, contest, lock);
  // Who has locked them himself has read it in the answer.
  for (const person of people)
    if (person !== lock.by) await tellPerson(work, person, text, `locked/${_id}/${person}`);
}

/** `Vòng chung kết`, `Vòng xét chọn của cụm Bình Sơn`. */
export const nameOfSeat = (work: Work, contest: Contest, { round, unit }: Pick<Lock, 'round' | 'unit'>) =>
  capital(
    round === null
      ? nameOfFinal(work, contest)
      : work.t.plain('lock.selection', { unit: unitName(contest, unit) }),
  );
