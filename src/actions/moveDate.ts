import {
  edgesOf,
  hasClosed,
  hasOpened,
  isKnownWindow,
  ownTitle,
  type Window,
  windowsOf,
} from '../domain/dates.js';
import { freezeInstant } from '../domain/decisions.js';
import { type Change, changesBetween, type Move, type NewDays, withMoves } from '../domain/moves.js';
import type { Finding } from '../domain/plan/check.js';
import type { ClosingEdge, OpeningEdge } from '../domain/plan/dateWords.js';
import { isKnown, isUnknown, type Plan, type Unknown, unknown } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import { isByPoints, selectionOf } from '../domain/selection.js';
import { finalWindow } from '../domain/stage.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { periodOf } from './checkContest.js';
import { type Concerned, concernedBy } from './concerned.js';
import { type Contest, contestById } from './contest.js';
import { findingsIn } from './findings.js';
import { lockInForce } from './lockSheets.js';
import { latestLock } from './locks.js';
import { needRight } from './permissions.js';
import { finalSeat, nameOfFinal } from './seats.js';

/** What a move would bring: to the windows, to people, and to the checker's findings. */
export type Foreseen = { changes: Change[]; concerned: Concerned; findings: Finding[] };

export type MovableEdge = 'opens' | 'closes' | 'both';

/** What can be moved of a window: an opening that has passed stays, and one that is awaited must be set. */
export function movableEdges({ windows, plan }: Contest, name: string, now: Date): MovableEdge[] {
  const window = windows[name];
  const words = plan.windows[name];
  if (!window && words && isKnown(words) && isUnknown(edgesOf(words).opens)) return ['both'];
  if (!window) return ['closes', 'both'];
  return window.opens && !hasOpened(window, now) ? ['opens', 'closes', 'both'] : ['closes'];
}

/** Refuses what can't be moved so, and tells what would follow. Nothing is changed. */
export async function foreseeMove(turn: Turn, contest: Contest, wanted: NewDays): Promise<Foreseen> {
  await needRight(turn, contest, 'moveDate');
  const { before, after } = plansOf(turn, contest, wanted);
  const changes = changesBetween(before, after);
  const window = windowsOf(after)[wanted.window];
  if (!window) throw notYet(turn, after, wanted);
  if (changes.length === 0) throw new Refusal('moveDate.same');
  needFuture(turn, windowsOf(before)[wanted.window], window, wanted);
  await needUnseen(turn, { ...contest, plan: before, windows: windowsOf(before) }, { changes, after });
  const known = new Set((await findingsIn(turn, contest, before)).map(keyOf));
  const found = await findingsIn(turn, contest, after);
  return {
    changes,
    concerned: await concernedBy(turn, contest, changes),
    findings: found.filter((finding) => !known.has(keyOf(finding))),
  };
}

/**
 * Moves a window and tells those whom it concerns. `seen`: how many moves there were when it was shown
 * what would follow; of two that were shown the same, one comes too late.
 */
export async function moveDate(
  turn: Turn,
  contest: Contest,
  wanted: NewDays,
  { reason, document, seen }: Pick<Move, 'reason' | 'document'> & { seen: number },
): Promise<{ contest: Contest; foreseen: Foreseen }> {
  const foreseen = await foreseeMove(turn, contest, wanted);
  if (!contest.moves.some((move) => move.turn === turn.id)) {
    const move = { ...wanted, reason, document, by: turn.person, at: turn.now, turn: turn.id };
    const { modifiedCount } = await turn.store.contests.updateOne(
      { _id: contest.id, [`moves.${seen}`]: { $exists: false } },
      { $push: { moves: move }, $inc: { version: 1 } },
    );
    if (modifiedCount === 0) throw new Refusal('moveDate.movedMeanwhile');
  }
  await tellConcerned(turn, contest, foreseen, { reason, document });
  return { contest: await contestById(turn, contest.id), foreseen };
}

/** With these days the window has none still: an end is missing, or it leans on one that has none itself. */
function notYet({ t }: Turn, after: Plan, { window }: NewDays): Refusal {
  const words = after.windows[window];
  const { opens, closes } = words && isKnown(words) ? edgesOf(words) : { closes: unknown };
  if (isUnknown(opens) || isUnknown(closes)) return new Refusal('moveDate.bothPlease');
  const other = [opens, closes].map(leanedOn).find((name) => name !== null && !windowsOf(after)[name]);
  return new Refusal('moveDate.otherFirst', { other: nameOfWindow(t, after, other ?? window) });
}

const leanedOn = (edge: OpeningEdge | ClosingEdge | Unknown | undefined): string | null => {
  if (!edge || !isKnown(edge)) return null;
  return 'with' in edge ? edge.with : 'after' in edge ? edge.after : null;
};

/** The plan as this turn found it, also when it is run again, and as it is to be. */
function plansOf(turn: Turn, { planned, moves }: Contest, wanted: NewDays): { before: Plan; after: Plan } {
  const own = moves.findIndex((move) => move.turn === turn.id);
  const before = withMoves(planned, own < 0 ? moves : moves.slice(0, own));
  return { before, after: withMoves(before, [wanted]) };
}

const DAY_MS = 24 * 3_600_000;

/** Nothing is closed or opened in the past; opening at the beginning of today is fine, and opens at once. */
function needFuture(
  { t, now }: Turn,
  before: Window | undefined,
  { opens, closes }: Window,
  wanted: NewDays,
): void {
  if (wanted.opens && before?.opens && hasOpened(before, now))
    throw new Refusal('moveDate.opened', { opens: t.moment(before.opens) });
  if (opens && opens >= closes)
    throw new Refusal('moveDate.backwards', { opens: t.moment(opens), closes: t.moment(closes) });
  if (wanted.closes && hasClosed({ opens: null, closes }, now))
    throw new Refusal('moveDate.past', { at: t.moment(closes) });
  if (wanted.opens && opens && opens.getTime() <= now.getTime() - DAY_MS)
    throw new Refusal('moveDate.past', { at: t.moment(opens) });
}

/** What the ranking is made of. */
const counted = ['submission', 'screening', 'posting', 'voting'];

/** Who could have seen points or a ranking can't give anybody more time to change it, or less. */
async function needUnseen(
  turn: Turn,
  before: Contest,
  { changes, after }: { changes: Change[]; after: Plan },
): Promise<void> {
  const selection = isByPoints(before.plan) ? selectionOf(before.plan) : null;
  const picking = selection && before.windows[selection.round.window];
  if (picking && hasClosed(picking, turn.now))
    if (changes.some(({ window }) => window === selection.round.window)) throw new Refusal('moveDate.ranked');
  // What has no days yet has to get some, or the contest never ends.
  const moved = changes.flatMap(({ window, before }) => (before ? [window] : []));
  const freeze = freezeInstant(before.plan);
  const isFreezeMoved = freeze !== null && freeze.getTime() !== freezeInstant(after)?.getTime();
  const judging = finalWindow(before.plan);
  const isCounted = (window: string) => window === judging || counted.includes(window);
  if (!before.windows[judging] || !(isFreezeMoved || moved.some(isCounted))) return;
  const seat = finalSeat(before);
  await lockInForce(turn, before, seat);
  if (!(await latestLock(turn, before, seat))) return;
  // Its judges get more time from who may reopen it, and not by another date.
  const final = nameOfFinal(turn, before);
  throw new Refusal(moved.includes(judging) ? 'moveDate.locked' : 'moveDate.counted', { final });
}

/** What a finding says, whatever the days in it: one that was there before is not of this move's making. */
const keyOf = ({ code, path, values }: Finding): string =>
  JSON.stringify([
    code,
    path,
    ...Object.values(values).filter((fact) => typeof fact === 'string' || 'term' in Object(fact)),
  ]);

async function tellConcerned(
  turn: Turn,
  contest: Contest,
  { concerned }: Foreseen,
  why: Pick<Move, 'reason' | 'document'>,
): Promise<void> {
  const key = `moved/${contest.id}/${turn.id}`;
  const text = (some: Change[]) =>
    stack(
      [
        turn.t('moveDate.told', { contest: contest.plan.shortName }),
        describeChanges(turn.t, contest.plan, some),
        describeWhy(turn.t, why),
      ],
      '\n',
    );
  for (const { person, chat, changes: own } of concerned.people)
    if (chat) turn.tell(chat, text(own), { key: `${key}/${person}` });
  for (const { group, changes: own } of concerned.groups)
    turn.tell(group.chat, text(own), { key: `${key}/${group._id}` });
}

/** Each on a line of its own: as it is now, and as it was. */
export const describeChanges = (t: Words, plan: Plan, changes: readonly Change[]) =>
  stack(
    changes.map(({ window: name, before, after }) => {
      const window = nameOfWindow(t, plan, name);
      const now = after ? periodOf(t, after) : t.plain('moveDate.noDays');
      return before
        ? t('moveDate.line', { window, after: now, before: periodOf(t, before) })
        : t('moveDate.lineNew', { window, after: now });
    }),
    '\n',
  );

export const describeWhy = (t: Words, { reason, document }: Pick<Move, 'reason' | 'document'>) =>
  document === null ? t('moveDate.why', { reason }) : t('moveDate.whyDocument', { reason, document });

/** The same before it is confirmed, where it is said as well that there is no document. */
export const previewWhy = (t: Words, { reason, document }: Pick<Move, 'reason' | 'document'>) =>
  document === null
    ? t('moveDate.whyNoDocument', { reason })
    : t('moveDate.whyDocument', { reason, document });

/** A window as people call it. */
export const nameOfWindow = (t: Words, plan: Pick<Plan, 'windows'>, name: string): string =>
  ownTitle(plan, name) ?? (isKnownWindow(name) ? t.loose(`window.${name}`, {}).text : name);
