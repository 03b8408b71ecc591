import { Refusal } from '../domain/refusal.js';
import type { RoleName } from '../domain/roles.js';
import type { Lock, PersonId, Reopening } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { lockInForce } from './lockSheets.js';
import { latestLock } from './locks.js';
import { may, needRight } from './permissions.js';
import { holdersOf } from './roles.js';
import { finalSeat, judgesAt, nameOfFinal } from './seats.js';
import { isOnStage } from './stageClosings.js';
import { tellPerson } from './tell.js';

/** Whoever waits for the result. */
const committee: RoleName[] = ['organizer', 'chair', 'standing_agency', 'secretary'];

/** The lock of the final that may be opened. It is the chair's to do, and others' only where nobody is chair. */
export async function mayReopen(turn: Turn, contest: Contest): Promise<Pick<Lock, '_id' | 'number' | 'at'>> {
  await needRight(turn, contest, 'reopenJudging');
  const chairs = await chairsInstead(turn, contest);
  if (chairs.length > 0)
    throw new Refusal('reopen.chairOnly', { who: chairs.map(({ name }) => name).join(', ') });
  const lock = await lockInForce(turn, contest, finalSeat(contest));
  if (!lock) throw new Refusal('reopen.notLocked', { final: nameOfFinal(turn, contest) });
  return lock;
}

/** Is it his to open it, as things are? */
export const isReopener = async (turn: Turn, contest: Contest): Promise<boolean> =>
  (await may(turn, contest, 'reopenJudging')) && (await chairsInstead(turn, contest)).length === 0;

/** Whose it is instead of somebody who is no chair. */
async function chairsInstead(turn: Turn, contest: Contest): Promise<{ name: string }[]> {
  const isChair = (await turn.duties(contest.id)).some(({ role }) => role === 'chair');
  return isChair ? [] : holdersOf(turn, contest, ['chair']);
}

/**
 * The judges of the final may score again until then, also after a publication: a correction follows. The lock
 * stays as it is; at the end comes the next one. Answers whom of the judges it is about.
 */
export async function reopenJudging(
  turn: Turn,
  contest: Contest,
  given: Pick<Reopening, 'until' | 'reason' | 'document'>,
): Promise<{ number: number; judges: PersonId[] }> {
  const seat = finalSeat(contest);
  if (given.until <= turn.now) throw new Refusal('reopen.past', { at: turn.t.moment(given.until) });
  const last = await latestLock(turn, contest, seat);
  // This very turn, cut off after it had opened it.
  const own = last?.reopened?.turn === turn.id ? last : null;
  const { _id, number } = own ?? (await mayReopen(turn, contest));
  if (!own) {
    const reopened: Reopening = { ...given, by: turn.person, at: turn.now, turn: turn.id };
    const { modifiedCount } = await turn.store.locks.updateOne(
      { _id, reopened: null },
      { $set: { reopened } },
    );
    if (modifiedCount === 0) throw new Refusal('reopen.notLocked', { final: nameOfFinal(turn, contest) });
  }
  const { t } = turn;
  const about = {
    contest: contest.plan.shortName,
    final: nameOfFinal(turn, contest),
    until: t.moment(given.until),
    reason: given.reason,
    document: given.document,
  };
  const key = `reopened/${_id}`;
  const judges = await judgesAt(turn, contest, seat);
  const heads = (await holdersOf(turn, contest, ['head_judge'])).map(({ person }) => person);
  // On a stage nothing can be scored before a part is opened once more.
  const wordsFor = (person: PersonId) => {
    if (!isOnStage(contest, seat)) return t('reopen.toldJudge', about);
    return t(heads.includes(person) ? 'reopen.toldHeadOnStage' : 'reopen.toldJudgeOnStage', about);
  };
  for (const { person } of judges) await tellPerson(turn, person, wordsFor(person), `${key}/${person}`);
  for (const { person } of await holdersOf(turn, contest, committee))
    if (person !== turn.person) await tellPerson(turn, person, t('reopen.told', about), `${key}/${person}`);
  return { number, judges: judges.map(({ person }) => person) };
}
