import { hasOpened } from '../domain/dates.js';
import { Refusal } from '../domain/refusal.js';
import type { Lock } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { needRight } from './permissions.js';
import { judgeProgress } from './recordScore.js';
import { judgesAt, lockedAt, lockId, windowOfSeat } from './seats.js';
import { selectionSeat } from './selecting.js';
import { tellPerson } from './tell.js';

export type ToLock = { judges: { person: string; name: string }[]; entries: number };

/** Refuses to end a unit's judging before all its judges have scored everything, and once it is over. */
export async function mayLock(turn: Turn, contest: Contest, unit: string): Promise<ToLock> {
  await needRight(turn, contest, 'holdSelection', unit);
  const seat = selectionSeat(contest, unit);
  const { t, now } = turn;
  const window = windowOfSeat(contest, seat);
  if (window.opens && !hasOpened(window, now))
    throw new Refusal('score.notYet', { opens: t.moment(window.opens), closes: t.moment(window.closes) });
  const locked = await lockedAt(turn, contest, seat);
  if (locked) throw new Refusal('selection.lockedAlready', { at: t.moment(locked) });
  const judges = await judgesAt(turn, contest, seat);
  if (judges.length === 0) throw new Refusal('selection.noJudges');
  const owing: string[] = [];
  let count = 0;
  for (const { person, name } of judges) {
    const { entries, scored } = await judgeProgress(turn, contest, { judge: person, seat });
    count = entries.length;
    const left = entries.length - scored.size;
    if (left > 0) owing.push(t.plain('selection.owes', { name, left }));
  }
  if (count === 0) throw new Refusal('selection.noEntries');
  if (owing.length > 0)
    throw new Refusal('selection.sheetsMissing', {
      judges: owing.join('; '),
      closes: t.moment(window.closes),
    });
  return { judges, entries: count };
}

/** Nothing is scored there any more, although the window is open; the judges are told. */
export async function lockSelection(turn: Turn, contest: Contest, unit: string): Promise<void> {
  const { locks } = turn.store;
  const seat = selectionSeat(contest, unit);
  const _id = lockId(contest, seat);
  const own = await locks.findOne({ _id, by: turn.person, at: turn.now }).lean<Lock>();
  if (!own) await mayLock(turn, contest, unit);
  await locks.updateOne(
    { _id },
    { $setOnInsert: { contest: contest.id, round: seat.round, unit, at: turn.now, by: turn.person } },
    { upsert: true },
  );
  const text = turn.t('selection.lockedTold', {
    contest: contest.plan.shortName,
    at: turn.t.moment(turn.now),
  });
  for (const { person } of await judgesAt(turn, contest, seat))
    await tellPerson(turn, person, text, `locked/${_id}/${person}`);
}
