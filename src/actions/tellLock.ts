import type { Styled } from '../chat.js';
import { shortChecksum } from '../domain/locks.js';
import { seatsOf } from '../domain/selection.js';
import { absenceOf } from '../domain/stage.js';
import type { Lock, PersonId } from '../store/documents.js';
import type { Work } from '../turn.js';
import { stack } from '../words.js';
import type { Contest } from './contest.js';
import { judgeProgress } from './recordScore.js';
import { capital, unitName } from './registrations.js';
import { rolesIn } from './roles.js';
import { entriesAt, judgesAt, nameOfFinal } from './seats.js';
import { describeShort, shortAmong } from './shortOfSheets.js';
import { hallOf } from './stage.js';
import { isOnStage } from './stageClosings.js';
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

/**
 * Those who answer for the sheets: who heads the jury, and who runs the contest, or the unit's coordinators. They
 * read whose sheets are missing, and which entries have too few.
 */
export async function tellLock(work: Work, contest: Contest, lock: Lock): Promise<void> {
  const { round, unit, _id } = lock;
  const heads = (await rolesIn(work, contest, ['head_judge'])).filter((role) =>
    seatsOf(contest, [role]).some((seat) => seat.round === round && seat.unit === unit),
  );
  const others =
    round === null
      ? await rolesIn(work, contest, ['organizer', 'secretary', 'chair'])
      : (await rolesIn(work, contest, ['unit_coordinator'])).filter((role) => role.unit === unit);
  const people = new Set<PersonId>([...heads, ...others].map(({ person }) => person));
  const events = isOnStage(contest, lock) ? (await hallOf(work, contest)).events : [];
  const codes = (await entriesAt(work, contest, lock))
    .map(({ code }) => code)
    .filter((code) => absenceOf(events, code) === null);
  const short = shortAmong(contest, lock, codes, lock.sheets);
  const text = stack(
    [
      describeLock(work, contest, lock),
      await describeLeft(work, contest, lock),
      short && describeShort(work.t, short),
    ],
    '\n',
  );
  // Who has locked them himself has read it in the answer.
  for (const person of people)
    if (person !== lock.by) await tellPerson(work, person, text, `locked/${_id}/${person}`);
}

/** Whose sheets are missing, and of how many entries; `null`: nobody's. */
async function describeLeft(work: Work, contest: Contest, { round, unit }: Lock): Promise<Styled | null> {
  const { t } = work;
  const seat = { round, unit };
  const left: string[] = [];
  for (const { person, name } of await judgesAt(work, contest, seat)) {
    const { entries, scored } = await judgeProgress(work, contest, { judge: person, seat });
    const count = entries.filter(({ code }) => !scored.has(code)).length;
    if (count > 0) left.push(t.plain('lock.judgeLeft', { name, count }));
  }
  return left.length === 0 ? null : t('lock.left', { judges: left.join('; ') });
}

/** `Vòng chung kết`, `Vòng xét chọn của cụm Bình Sơn`. */
export const nameOfSeat = (work: Work, contest: Contest, { round, unit }: Pick<Lock, 'round' | 'unit'>) =>
  capital(
    round === null
      ? nameOfFinal(work, contest)
      : work.t.plain('lock.selection', { unit: unitName(contest, unit) }),
  );
