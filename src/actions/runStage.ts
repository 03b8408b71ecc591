import { platformOf, type Styled } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import { mostPeople, openNow, type Performance, type StageEvent, type StagePart } from '../domain/stage.js';
import type { PersonId, Registration, StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Words } from '../words.js';
import type { Contest } from './contest.js';
import { entryByCode, nameForJudges } from './entries.js';
import { isAllHeard } from './lockEarly.js';
import { lockedAt, needOpenSeat } from './locks.js';
import { type Missed, missedAmong } from './missed.js';
import { may, needRight } from './permissions.js';
import { keepAsClosed } from './recordPart.js';
import { type Criterion, examplePoints, rubricOf } from './recordScore.js';
import { isReopener } from './reopenJudging.js';
import { holdersOf, ownName } from './roles.js';
import { finalSeat } from './seats.js';
import {
  addToStage,
  callKey,
  hallBefore,
  hallOf,
  needStage,
  owing,
  partOf,
  unconfirmedAmong,
} from './stage.js';
import { closingBy, howToReopen } from './stageClosings.js';
import { tellPerson } from './tell.js';

/** What the secretary does in the hall: a part of an entry is opened and closed, and perhaps opened once more. */

/** Who may run the stage, and when: where it is scored, while the final may be. */
export async function mayRun(turn: Turn, contest: Contest): Promise<void> {
  await needRight(turn, contest, 'runStage');
  if (!needStage(contest).isScored) return;
  rubricOf(contest);
  await needOpenSeat(turn, contest, finalSeat(contest));
}

/** The criteria of a part, in the order of the rubric. */
export const rubricOfPart = (contest: Contest, { criteria }: StagePart): Criterion[] =>
  rubricOf(contest).filter(({ id }) => criteria.includes(id));

/** The part of the entry that is open, and what is scored in it; refuses where none is. */
export async function openRubric(
  turn: Turn,
  contest: Contest,
  code: string,
): Promise<{ part: StagePart; rubric: Criterion[] }> {
  const { stage, events } = await hallOf(turn, contest);
  const open = openNow(events).find(({ entry }) => entry === code);
  if (!open) {
    const how = howToReopen(turn, code, await may(turn, contest, 'reopenStage'));
    throw new Refusal('stage.nothingToScore', { code, how });
  }
  const part = partOf(stage, open.part);
  return { part, rubric: rubricOfPart(contest, part) };
}

/** How many people of this team may come on stage for it; `null`: nobody limits that. */
export async function limitOf(
  turn: Turn,
  contest: Contest,
  { person }: Pick<StoredEntry, 'person'>,
  part: StagePart,
): Promise<number | null> {
  const team = await turn.store.registrations
    .findOne({ contest: contest.id, person }, { headcount: 1 })
    .lean<Pick<Registration, 'headcount'>>();
  return mostPeople(part, team?.headcount ?? null);
}

/** How many judges were told, and who has to be called, since no letter reaches him. */
type Called = { told: number; missed: Missed[] };

/** From now on it may be scored; every judge whose it is hears at once what is on stage, and how to score it. */
export async function openPart(
  turn: Turn,
  contest: Contest,
  { entry: code, part: id, people }: Performance & { people: number | null },
): Promise<Called & { isScored: boolean }> {
  await mayRun(turn, contest);
  const stage = needStage(contest);
  const { isScored } = stage;
  const part = partOf(stage, id);
  const entry = await entryByCode(turn, contest, code);
  const limit = await limitOf(turn, contest, entry, part);
  const act = { kind: 'opened', entry: code, part: id, people } as const;
  const { number } = await addToStage(turn, contest, () => act, limit);
  if (!isScored) return { told: 0, missed: [], isScored };
  const { judges } = await owing(turn, contest, act);
  return { ...(await callJudges(turn, contest, { entry, part, judges, number, again: null })), isScored };
}

/** May it still be said that this was opened by mistake? Not once somebody has given points for it. */
export async function mayTakeBack(turn: Turn, contest: Contest, performance: Performance): Promise<boolean> {
  if (!needStage(contest).isScored) return true;
  const { judges, scoring } = await owing(turn, contest, performance);
  return judges.length === scoring.length;
}

/** It was opened by mistake, and waits again; the judges who were called are told. */
export async function takeBackOpening(turn: Turn, contest: Contest, performance: Performance): Promise<void> {
  await needRight(turn, contest, 'runStage');
  const stage = needStage(contest);
  const { entry: code } = performance;
  const part = partOf(stage, performance.part);
  const { number } = await addToStage(turn, contest, async () => {
    if (!(await mayTakeBack(turn, contest, performance)))
      throw new Refusal('stage.hasPoints', { code, part: part.title });
    return { kind: 'unopened', ...performance };
  });
  if (!stage.isScored) return;
  const about = { contest: contest.plan.shortName, code, part: part.title };
  for (const { person } of (await owing(turn, contest, performance)).scoring) {
    // What came at the same moment was for somebody who isn't on stage.
    await keepAsClosed(turn, contest, finalSeat(contest), { person, entry: { code } }, part);
    await tellPerson(
      turn,
      person,
      turn.t('stage.toJudgeTakenBack', about),
      `stage/${contest.id}/${number}/${person}`,
    );
  }
}

/** Buttons where there are some; on the other messenger the points are typed, as they may be on both. */
async function callJudges(
  turn: Turn,
  contest: Contest,
  about: {
    entry: StoredEntry;
    part: StagePart;
    judges: readonly { person: PersonId }[];
    number: number;
    /** Why it was opened once more; `null`: it is on stage. */
    again: string | null;
  },
): Promise<Called> {
  const { entry, part, judges, number, again } = about;
  const { t } = turn;
  const rubric = rubricOfPart(contest, part);
  const { code } = entry;
  const words = {
    contest: contest.plan.shortName,
    entry: nameForJudges(contest, entry),
    part: part.title,
    criteria: rubric.map(({ label, max }) => `${label} (0–${t.number(max)})`).join(', '),
    example: examplePoints(rubric),
    code,
  };
  const owed = again === null ? [] : (await owing(turn, contest, { entry: code, part: part.id })).judges;
  const textFor = (person: PersonId) => {
    if (again === null) return callOf(t, words, rubric);
    const hasPoints = owed.every((judge) => judge.person !== person);
    return t(hasPoints ? 'stage.toJudgeAgain' : 'stage.toJudgeAgainNone', { ...words, reason: again });
  };
  for (const { person } of judges) {
    const chat = await turn.chatOf(person);
    if (!chat) continue;
    const choices =
      platformOf(chat) === 'zalo' ? [] : [{ label: t.plain('stage.score', { code }), says: `/cham ${code}` }];
    turn.tell(chat, textFor(person), { key: callKey(contest, number, person), choices });
  }
  const missed = await missedAmong(
    turn,
    contest,
    judges.map(({ person }) => person),
  );
  return { told: judges.length - missed.length, missed };
}

function callOf(
  t: Words,
  words: Record<'contest' | 'entry' | 'part' | 'criteria' | 'example' | 'code', string>,
  [only, ...others]: Criterion[],
): Styled {
  if (!only || others.length > 0) return t('stage.toJudge', words);
  const { criteria: _, ...about } = words;
  return t('stage.toJudgeOne', { ...about, max: t.number(only.max) });
}

export type ToClose = Performance & {
  /** Whose points aren't in. */
  owing: string[];
  /** Who has typed points, or others than before, and not said yes to them. */
  unconfirmed: string[];
};

/** What is open and may be closed, and of whom something is missing. Nothing of any points. */
export async function mayClose(turn: Turn, contest: Contest): Promise<ToClose[]> {
  await needRight(turn, contest, 'runStage');
  const { stage, events } = await hallBefore(turn, contest);
  const open = openNow(events);
  if (open.length === 0) throw new Refusal('stage.nothingOpenToClose');
  // A turn that is repeated has closed it already, and asks nothing more.
  const isClosed = (await hallOf(turn, contest)).events.length > events.length;
  return Promise.all(
    open.map(async (performance) => {
      const { entry, part } = performance;
      if (!stage.isScored || isClosed) return { entry, part, owing: [], unconfirmed: [] };
      const { judges, scoring } = await owing(turn, contest, performance);
      const typing = await unconfirmedAmong(turn, contest, performance, scoring);
      const named = (jurors: typeof judges) => jurors.map(({ name }) => name);
      return { entry, part, owing: named(judges), unconfirmed: named(typing) };
    }),
  );
}

/** A hall can't wait for what the assistant fails at. */
const PATIENCE_MS = 60_000;

/**
 * From now on its points are as they are; who had typed some and not said yes to them is told so. Refuses while
 * something that a judge has just sent is not worked yet.
 */
export async function closePart(
  turn: Turn,
  contest: Contest,
  performance: Performance,
): Promise<{ missing: number; unconfirmed: Unconfirmed | null; isScored: boolean }> {
  await needRight(turn, contest, 'runStage');
  const { isScored } = needStage(contest);
  const { events, number, event } = await addToStage(turn, contest, async () => {
    if (!isScored) return { kind: 'closed', ...performance, missing: [] };
    if (!(await isAllHeard(turn, contest, finalSeat(contest), PATIENCE_MS)))
      throw new Refusal('stage.unheard', { code: performance.entry });
    const { judges, scoring } = await owing(turn, contest, performance);
    const typing = await unconfirmedAmong(turn, contest, performance, scoring);
    const ids = (jurors: typeof judges) => jurors.map(({ person }) => person);
    return { kind: 'closed', ...performance, missing: ids(judges), unconfirmed: ids(typing) };
  });
  if (event.kind !== 'closed') throw new Error(`event ${number} of ${events.length} closes nothing`);
  if (!isScored) return { missing: 0, unconfirmed: null, isScored };
  await closingBy(turn, contest, number, event);
  const unconfirmed = await tellUnconfirmed(turn, contest, number, event);
  return { missing: event.missing.length, unconfirmed, isScored };
}

/** Whose points went unconfirmed, which of them were told so, and who has to be called. */
export type Unconfirmed = { names: string[]; told: string[]; missed: Missed[] };

async function tellUnconfirmed(
  turn: Turn,
  contest: Contest,
  number: number,
  { entry: code, part, missing, unconfirmed = [] }: Extract<StageEvent, { kind: 'closed' }>,
): Promise<Unconfirmed | null> {
  if (unconfirmed.length === 0) return null;
  const about = { contest: contest.plan.shortName, code, part: partOf(needStage(contest), part).title };
  const heads = (await holdersOf(turn, contest, ['head_judge'])).map(({ person }) => person);
  for (const person of unconfirmed) {
    const told = { ...about, how: howToReopen(turn, code, heads.includes(person)) };
    const text = missing.includes(person)
      ? turn.t('stage.toJudgeUnconfirmed', told)
      : turn.t('stage.toJudgeUnchanged', told);
    await tellPerson(turn, person, text, `stage/${contest.id}/${number}/${person}`);
  }
  const { scoring } = await owing(turn, contest, { entry: code, part });
  const missed = await missedAmong(turn, contest, unconfirmed);
  const meant = scoring.filter(({ person }) => unconfirmed.includes(person));
  const told = meant.filter(({ person }) => missed.every((each) => each.person !== person));
  return { names: meant.map(({ name }) => name), told: told.map(({ name }) => name), missed };
}

/** Refuses whose it isn't, and once all is locked, when the judging as a whole has to be opened again first. */
export async function mayReopenParts(turn: Turn, contest: Contest): Promise<void> {
  await needRight(turn, contest, 'reopenStage');
  if (!needStage(contest).isScored) throw new Refusal('stage.notScored');
  const seat = finalSeat(contest);
  const locked = await lockedAt(turn, contest, seat);
  if (!locked) return needOpenSeat(turn, contest, seat);
  const own = await isReopener(turn, contest);
  throw new Refusal(own ? 'stage.lockedOwn' : 'stage.locked', { at: turn.t.moment(locked) });
}

/** A part that was closed may be scored once more: by who answers for the jury, with a reason that is kept. */
export async function reopenPart(
  turn: Turn,
  contest: Contest,
  { reason, ...performance }: Performance & { reason: string },
): Promise<Called> {
  await mayReopenParts(turn, contest);
  const stage = needStage(contest);
  const part = partOf(stage, performance.part);
  const entry = await entryByCode(turn, contest, performance.entry);
  const { number } = await addToStage(turn, contest, () => ({ kind: 'reopened', ...performance, reason }));
  const key = `stage/${contest.id}/${number}`;
  const { judges, scoring } = await owing(turn, contest, performance);
  const called = await callJudges(turn, contest, { entry, part, judges: scoring, number, again: reason });
  const about = {
    code: entry.code,
    part: part.title,
    reason,
    by: await ownName(turn, contest),
    left: judges.length,
  };
  for (const { person } of await holdersOf(turn, contest, ['secretary']))
    if (person !== turn.person)
      await tellPerson(turn, person, turn.t('stage.reopenedTold', about), `${key}/${person}`);
  return called;
}
