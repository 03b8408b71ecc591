import { hasOpened } from '../domain/dates.js';
import { Refusal } from '../domain/refusal.js';
import type { Seat } from '../domain/selection.js';
import { leftOver, orderOf, partsMissing } from '../domain/stage.js';
import type { Lock } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { admittedEntries } from './entries.js';
import { isAside, lockSheets, sheetsThere } from './lockSheets.js';
import { judgingWindow, lockedAt } from './locks.js';
import { needRight, needRightIn } from './permissions.js';
import { judgeProgress } from './recordScore.js';
import { comingOn, enterTeams } from './runningOrder.js';
import { entriesAt, finalSeat, judgesAt, nameOfFinal } from './seats.js';
import { type Short, shortAmong } from './shortOfSheets.js';
import { hallOf, needStage, partOf } from './stage.js';
import { isOnStage } from './stageClosings.js';
import { tellPerson } from './tell.js';
import { tellLock } from './tellLock.js';

export type ToLock = {
  judges: { person: string; name: string }[];
  entries: number;
  /** On a stage: whose sheet for which entry lacks which parts, and so won't count. */
  lacking: { name: string; code: string; parts: string[] }[];
  /** Which entries won't be ranked, since too few sheets count for them. */
  short: Short | null;
};

/**
 * Refuses to end the judging there before all its judges are through with everything, and once it is over. On a
 * stage what was missed can't be made up for by waiting: there it says what is lacking.
 */
export async function mayLock(turn: Turn, contest: Contest, seat: Seat): Promise<ToLock> {
  if (seat.round === null) await needRightIn(turn, contest, 'lockFinal', seat);
  else await needRight(turn, contest, 'holdSelection', seat.unit);
  const { t, now } = turn;
  const window = await judgingWindow(turn, contest, seat);
  if (window.opens && !hasOpened(window, now))
    throw new Refusal('score.notYet', { opens: t.moment(window.opens), closes: t.moment(window.closes) });
  const locked = await lockedAt(turn, contest, seat);
  if (locked) throw lockedAlready(turn, contest, seat, locked);
  const judges = await judgesAt(turn, contest, seat);
  if (judges.length === 0) throw new Refusal('selection.noJudges');
  if (isOnStage(contest, seat)) {
    const coming = await needStageOver(turn, contest);
    const lacking = await lackingOf(turn, contest, { judges, coming });
    return { judges, entries: coming.length, lacking, short: await shortAt(turn, contest, seat, coming) };
  }
  const owing: string[] = [];
  const codes = new Set<string>();
  for (const { person, name } of judges) {
    const { entries, scored } = await judgeProgress(turn, contest, { judge: person, seat });
    for (const { code } of entries) codes.add(code);
    const left = entries.length - scored.size;
    if (left > 0) owing.push(t.plain('selection.owes', { name, left }));
  }
  if (codes.size === 0) throw new Refusal('selection.noEntries');
  if (owing.length > 0)
    throw new Refusal('selection.sheetsMissing', {
      judges: owing.join('; '),
      closes: t.moment(window.closes),
    });
  const all = (await entriesAt(turn, contest, seat)).map(({ code }) => code);
  return { judges, entries: codes.size, lacking: [], short: await shortAt(turn, contest, seat, all) };
}

const shortAt = async (turn: Turn, contest: Contest, seat: Seat, codes: readonly string[]) =>
  shortAmong(contest, seat, codes, await sheetsThere(turn, contest, seat));

/** Of those who came on stage: the sheets that lack a part, or all of them. Who doesn't score an entry owes nothing. */
async function lackingOf(
  turn: Turn,
  contest: Contest,
  { judges, coming }: Pick<ToLock, 'judges'> & { coming: readonly string[] },
): Promise<ToLock['lacking']> {
  const { parts } = needStage(contest);
  const seat = finalSeat(contest);
  const lacking: ToLock['lacking'] = [];
  for (const { person, name } of judges) {
    const { entries, scored } = await judgeProgress(turn, contest, { judge: person, seat });
    for (const { code } of entries) {
      const sheet = scored.get(code);
      if (!coming.includes(code) || (sheet && (sheet.abstained || isAside(sheet)))) continue;
      const missing = partsMissing(parts, sheet?.points ?? {});
      if (missing.length > 0) lacking.push({ name, code, parts: missing });
    }
  }
  return lacking;
}

/** Whoever missed a part has missed it, as the secretary has confirmed; but everybody has been on stage. */
async function needStageOver(turn: Turn, contest: Contest): Promise<string[]> {
  const { stage, events } = await hallOf(turn, contest);
  const order = orderOf(events);
  if (order.length === 0) throw new Refusal('stage.noOrder');
  // A team that registered since the order was set is no entry yet.
  await enterTeams(turn, contest);
  const outside = (await admittedEntries(turn, contest)).filter(({ code }) => !order.includes(code));
  if (outside[0])
    throw new Refusal('stage.outsideOrder', {
      codes: outside.map(({ code }) => code).join(', '),
      code: outside[0].code,
    });
  const coming = (await comingOn(turn, contest, events)).map(({ code }) => code);
  const left = leftOver(stage, events).filter(({ entry }) => coming.includes(entry));
  if (left.length === 0) return coming;
  const names = left.map(({ entry, part }) => `${entry} ${partOf(stage, part).title}`);
  throw new Refusal('stage.notOver', { left: names.join('; ') });
}

const lockedAlready = (turn: Turn, contest: Contest, { round }: Seat, at: Date): Refusal =>
  round === null
    ? new Refusal('lock.already', { final: nameOfFinal(turn, contest), at: turn.t.moment(at) })
    : new Refusal('selection.lockedAlready', { at: turn.t.moment(at) });

const HOUR_MS = 3_600_000;

/** Is everything worked that a judge has sent before, but for what has failed for as long as `patienceMs`? */
export async function isAllHeard(
  turn: Turn,
  contest: Contest,
  seat: Seat,
  patienceMs: number,
): Promise<boolean> {
  const { store, now, chat } = turn;
  const judges = (await judgesAt(turn, contest, seat)).map(({ person }) => person);
  const chats = await store.chats.find({ person: { $in: judges }, group: false }, { _id: 1 }).lean();
  const waiting = await store.updates.exists({
    chat: { $in: chats.map(({ _id }) => _id).filter((id) => id !== chat._id) },
    state: 'waiting',
    receivedAt: { $lte: now, $gte: new Date(now.getTime() - patienceMs) },
  });
  return waiting === null;
}

/** Nothing is scored there any more, although there would be time; the judges are told. */
export async function lockEarly(turn: Turn, contest: Contest, seat: Seat): Promise<Lock> {
  const cause = `turn/${turn.id}`;
  const { round, unit } = seat;
  const again = await turn.store.locks.exists({ contest: contest.id, round, unit, cause });
  if (!again) {
    await mayLock(turn, contest, seat);
    if (!(await isAllHeard(turn, contest, seat, HOUR_MS))) throw new Refusal('lock.unheard');
  }
  const lock = await lockSheets(turn, contest, seat, { cause, by: turn.person, at: turn.now });
  // Somebody else's closing, or the days' own, at the same moment.
  if (lock.cause !== cause) throw lockedAlready(turn, contest, seat, lock.at);
  const about = { contest: contest.plan.shortName, at: turn.t.moment(turn.now) };
  const text =
    round === null
      ? turn.t('lock.toldJudge', { ...about, final: nameOfFinal(turn, contest) })
      : turn.t('selection.lockedTold', about);
  for (const { person } of await judgesAt(turn, contest, seat))
    if (person !== turn.person) await tellPerson(turn, person, text, `locked/${lock._id}/judge/${person}`);
  await tellLock(turn, contest, lock);
  return lock;
}
