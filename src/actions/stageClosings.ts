import type { LockedSheet } from '../domain/locks.js';
import { Refusal } from '../domain/refusal.js';
import type { Seat } from '../domain/selection.js';
import {
  isJudgedOnStage,
  type Performance,
  partScored,
  type StageEvent,
  type StagePart,
  stateOf,
} from '../domain/stage.js';
import type { Sheet, StageClosing } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { asLocked } from './lockSheets.js';
import { may } from './permissions.js';
import { finalSeat, inRound } from './seats.js';
import { hallOf, needStage } from './stage.js';

/** Who may score what while it is on stage, and which sheets were there when it was closed. */

/** Do the sheets of this seat come in part by part? */
export const isOnStage = ({ plan }: Contest, { round }: Pick<Seat, 'round'>): boolean =>
  round === null && isJudgedOnStage(plan);

/** The part that these points are for. */
export function needPart(contest: Contest, code: string, points: Sheet['points']): StagePart {
  const part = partScored(needStage(contest), points);
  if (!part) throw new Refusal('stage.partAlone', { code });
  return part;
}

/** What whoever reads it does to have a closed part opened again. `heads`: answers he for the jury himself? */
export const howToReopen = ({ t }: Turn, code: string, heads: boolean): string =>
  t.plain(heads ? 'stage.howToReopenOwn' : 'stage.howToReopen', { code });

/** Nothing of this part changes any more. */
export async function closedNow(turn: Turn, contest: Contest, code: string, part: string): Promise<Refusal> {
  const how = howToReopen(turn, code, await may(turn, contest, 'reopenStage'));
  return new Refusal('stage.closedNow', { code, part, how });
}

/** Refuses before the part is open, and once it is closed. */
export async function needOpenPart(
  turn: Turn,
  contest: Contest,
  code: string,
  { id, title: part }: StagePart,
): Promise<void> {
  const { events } = await hallOf(turn, contest);
  const state = stateOf(events, { entry: code, part: id });
  if (state === 'waiting') throw new Refusal('stage.waiting', { code, part });
  if (state === 'closed') throw await closedNow(turn, contest, code, part);
}

/** Refuses what concerns an entry as a whole once a part of it was closed. */
export async function needNothingClosed(work: Work, contest: Contest, code: string): Promise<void> {
  const { events } = await hallOf(work, contest);
  if (events.some((event) => event.kind === 'closed' && event.entry === code))
    throw new Refusal('stage.closedInPart', { code });
}

/**
 * The sheets of what this event has closed. The event comes first, and keeps everybody from writing; then the
 * sheets are read, once, by whoever needs them. So who looks for a closing after he has written, and finds none,
 * is in the one that comes.
 */
export async function closingBy(
  { store }: Work,
  contest: Contest,
  number: number,
  { entry, part }: Extract<StageEvent, { kind: 'closed' }>,
): Promise<StageClosing> {
  const _id = `${contest.id}/${number}`;
  const there = await store.stageClosings.findById(_id).lean<StageClosing>();
  if (there) return there;
  const given = await store.sheets
    .find({ contest: contest.id, entry, ...inRound(finalSeat(contest)) })
    .sort({ _id: 1 })
    .lean<Sheet[]>();
  const sheets = given.map((sheet) => asLocked(sheet, null));
  const made: StageClosing = { _id, contest: contest.id, entry, part, sheets };
  try {
    await store.stageClosings.create(made);
    return made;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const first = await store.stageClosings.findById(_id).lean<StageClosing>();
    if (!first) throw new Error(`the closing ${_id} is gone`);
    return first;
  }
}

/** The newest closing of this part, where it is closed now. */
export async function closingOf(
  work: Work,
  contest: Contest,
  performance: Performance,
): Promise<StageClosing | null> {
  const { events } = await hallOf(work, contest);
  if (stateOf(events, performance) !== 'closed') return null;
  const { entry, part } = performance;
  const index = events.findLastIndex(
    (event) => event.kind === 'closed' && event.entry === entry && event.part === part,
  );
  const event = events[index];
  return event?.kind === 'closed' ? closingBy(work, contest, index + 1, event) : null;
}

/**
 * Asked after a sheet was written that is about the entry as a whole: refuses what came while a part of it was
 * being closed, and isn't among its sheets. `undo` puts back what is.
 */
export async function needBeforeClosing(
  turn: Turn,
  contest: Contest,
  { _id, entry, version }: Sheet,
  undo: (closed: LockedSheet | undefined) => Promise<unknown>,
): Promise<void> {
  for (const { id, title } of needStage(contest).parts) {
    const closing = await closingOf(turn, contest, { entry, part: id });
    if (!closing) continue;
    const closed = closing.sheets.find((sheet) => sheet._id === _id);
    if (closed && closed.version >= version) continue;
    await undo(closed);
    throw await closedNow(turn, contest, entry, title);
  }
}
