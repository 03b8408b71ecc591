import { Refusal } from '../domain/refusal.js';
import {
  hasPart,
  needFits,
  type Performance,
  type Stage,
  type StageAct,
  type StageEvent,
  type StagePart,
  stageOf,
} from '../domain/stage.js';
import type { Chat, PersonId, Progress, Sheet, StoredEntry, StoredStage } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { conflictsAmong } from './relations.js';
import { finalSeat, inRound, judgesAt } from './seats.js';
import { tellPerson } from './tell.js';

/** The hall of a contest as it stands: what is held there, and what was done. */
export type Hall = { stage: Stage; events: StageEvent[] };

/** Refuses where the plan has nothing on a stage. */
export function needStage({ plan }: Contest): Stage {
  const stage = stageOf(plan);
  if (!stage) throw new Refusal('stage.none');
  return stage;
}

export async function hallOf({ store }: Work, contest: Contest): Promise<Hall> {
  const stage = needStage(contest);
  const stored = await store.stages.findById(contest.id).lean<StoredStage>();
  return { stage, events: stored?.events ?? [] };
}

/** As it stood before this turn did anything there: a turn that is repeated decides as it did the first time. */
export async function hallBefore(turn: Turn, contest: Contest): Promise<Hall> {
  const { stage, events } = await hallOf(turn, contest);
  return { stage, events: events.filter((event) => event.turn !== turn.id) };
}

/**
 * Adds what was done, once for each turn: of two at the same moment one comes first, and the other is looked at
 * anew. `act` is asked for each time, since it may follow from how the hall stands. Answers its number too.
 */
export async function addToStage(
  turn: Turn,
  contest: Contest,
  act: (hall: Hall) => Promise<StageAct> | StageAct,
  limit: number | null = null,
): Promise<Hall & { number: number; event: StageEvent }> {
  const { stages } = turn.store;
  for (;;) {
    const { stage, events } = await hallOf(turn, contest);
    const done = events.findIndex((event) => event.turn === turn.id);
    const own = events[done];
    if (own) return { stage, events, number: done + 1, event: own };
    const made = await act({ stage, events });
    needFits(events, made, limit);
    const event: StageEvent = { ...made, at: turn.now, by: turn.person, turn: turn.id };
    const version = events.length + 1;
    if (version === 1) {
      try {
        await stages.create({ _id: contest.id, contest: contest.id, version, events: [event] });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    } else
      await stages.updateOne(
        { _id: contest.id, version: events.length },
        { $push: { events: event }, $set: { version } },
      );
  }
}

export function partOf({ parts }: Stage, id: string): StagePart {
  const part = parts.find((each) => each.id === id);
  if (!part) throw new Refusal('stage.noSuchPart', { parts: parts.map(({ title }) => title).join(', ') });
  return part;
}

/** The entries with these codes, also those that take no part any more. */
export async function entriesByCode(
  { store }: Work,
  contest: Contest,
  codes: readonly string[],
): Promise<Map<string, StoredEntry>> {
  const found = await store.entries
    .find({ contest: contest.id, code: { $in: [...codes] } })
    .lean<StoredEntry[]>();
  return new Map(found.map((entry) => [entry.code, entry]));
}

type Juror = { person: PersonId; name: string };

/** Who is to score this part of the entry, and of them who hasn't yet. Nothing of any points. */
export async function owing(
  work: Work,
  contest: Contest,
  { entry: code, part }: Performance,
): Promise<{ judges: Juror[]; scoring: Juror[] }> {
  const seat = finalSeat(contest);
  const stage = needStage(contest);
  const [sitting, sheets, entries] = await Promise.all([
    judgesAt(work, contest, seat),
    work.store.sheets.find({ contest: contest.id, entry: code, ...inRound(seat) }).lean<Sheet[]>(),
    entriesByCode(work, contest, [code]),
  ]);
  const entry = entries.get(code);
  if (!entry) return { judges: [], scoring: [] };
  const people = sitting.map(({ person }) => person);
  const conflictsWith = await conflictsAmong(work, contest, people);
  const own = new Map(sheets.map((sheet) => [sheet.judge, sheet]));
  const scoring = sitting.filter(
    ({ person }) => conflictsWith(person)(entry) === null && !own.get(person)?.abstained,
  );
  const wanted = partOf(stage, part);
  return {
    judges: scoring.filter(({ person }) => !hasPart(wanted, own.get(person)?.points ?? {})),
    scoring,
  };
}

/** The letter that calls a judge to what this event opened, counted from 1. */
export const callKey = ({ id }: Contest, number: number, person: PersonId): string =>
  `stage/${id}/${number}/${person}`;

/** The form in which a judge scores a part: what he has typed there and not confirmed yet is in his chat alone. */
export const PART_FORM = 'scorePart';

/** Which of these have typed points for this part and not said yes to them. Nothing of any points. */
export async function unconfirmedAmong<J extends Juror>(
  { store }: Work,
  contest: Contest,
  { entry, part }: Performance,
  jurors: readonly J[],
): Promise<J[]> {
  const { title } = partOf(needStage(contest), part);
  const chats = await store.chats
    .find(
      { person: { $in: jurors.map(({ person }) => person) }, group: false, progress: { $ne: null } },
      { person: 1, progress: 1 },
    )
    .lean<Pick<Chat, 'person' | 'progress'>[]>();
  const isTyped = (progress: Progress | null | undefined): boolean => {
    if (!progress) return false;
    const { form, answers, before } = progress;
    const isHere = form === PART_FORM && answers.code === entry && answers.part === title;
    return (isHere && Object.keys(answers).some((name) => /^points\d/.test(name))) || isTyped(before);
  };
  const typing = chats.filter((chat) => isTyped(chat.progress)).map(({ person }) => person);
  return jurors.filter(({ person }) => typing.includes(person));
}

/** Who opened it hears that the points of all are in, once; never what they are. */
export async function tellComplete(turn: Turn, contest: Contest, performance: Performance): Promise<void> {
  const { judges, scoring } = await owing(turn, contest, performance);
  if (judges.length > 0) return;
  const { stage, events } = await hallOf(turn, contest);
  const { entry: code, part } = performance;
  const index = events.findLastIndex(
    (event) =>
      (event.kind === 'opened' || event.kind === 'reopened') && event.entry === code && event.part === part,
  );
  const opened = events[index];
  if (!opened) return;
  const about = { code, part: partOf(stage, part).title, count: scoring.length };
  await tellPerson(
    turn,
    opened.by,
    turn.t('stage.complete', about),
    `stage/${contest.id}/${index + 1}/complete`,
  );
}
