import type { Styled } from '../chat.js';
import { hasClosed } from '../domain/dates.js';
import { type Decision, rankingWaitsFor, withDecisions } from '../domain/decisions.js';
import { openedAt } from '../domain/moves.js';
import {
  changeableUntil,
  idOf,
  type OpenPoint,
  openPoints,
  type PointAnswers,
  type PointKind,
  pointAt,
  settledBy,
  withoutDecisions,
} from '../domain/openPoints.js';
import { isUnknown, type Plan } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import { hasFinal, isByPoints, selectionOf, selectionWaitsFor } from '../domain/selection.js';
import { finalWindow, isJudgedOnStage, stageOf } from '../domain/stage.js';
import type { Turn } from '../turn.js';
import { type Contest, contestById } from './contest.js';
import { latestLock, lockedAt } from './locks.js';
import { needRight } from './permissions.js';
import { latestResult, rankNow } from './publishResults.js';
import { finalSeat, resultWindow } from './seats.js';
import { hallOf } from './stage.js';
import { tellGroups } from './tell.js';

/** Whether this may still be settled: refuses what stands, and what would bend a contest under way. */
export async function mayDecide(
  turn: Turn,
  contest: Contest,
  point: Pick<OpenPoint, 'kind' | 'item'>,
): Promise<OpenPoint> {
  await needRight(turn, contest, 'settlePlan');
  const open = openPoints(contest.plan).find((each) => idOf(each) === idOf(point));
  if (!open) return mayChange(turn, contest, point);
  await needInTime(turn, contest, open);
  return open;
}

async function needInTime(turn: Turn, contest: Contest, { kind }: OpenPoint): Promise<void> {
  const checks: Partial<Record<PointKind, (turn: Turn, contest: Contest) => Promise<void>>> = {
    rubric: nothingScored,
    criteria: nothingScored,
    conversion: beforeVoting,
    weights: beforeVoting,
    quorum: nobodyRanked,
    tieChain: nothingLocked,
    complaints: nothingPublished,
  };
  await checks[kind]?.(turn, contest);
}

/** What the plan leaves open and can't be settled any more. */
export type Late = { point: OpenPoint; why: Refusal };

/** What can be settled now, and for what it is too late. Days have a command of their own. */
export async function pointsNow(turn: Turn, contest: Contest): Promise<{ open: OpenPoint[]; late: Late[] }> {
  const open: OpenPoint[] = [];
  const late: Late[] = [];
  for (const point of openPoints(contest.plan)) {
    if (point.kind === 'window') continue;
    try {
      await needInTime(turn, contest, point);
      open.push(point);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      late.push({ point, why: error });
    }
  }
  return { open, late };
}

/** What was settled may be settled anew until the moment from which on somebody goes by it. */
async function mayChange(
  turn: Turn,
  contest: Contest,
  point: Pick<OpenPoint, 'kind' | 'item'>,
): Promise<OpenPoint> {
  const before = withoutDecisions(contest.plan, point, contest.decisions);
  const open = before && openPoints(before).find((each) => idOf(each) === idOf(point));
  if (!open || !(await isChangeable(turn, contest, point))) throw notOpen(contest, point);
  return { ...open, again: true };
}

/** The plan to settle this in: without what was settled about it before. */
export const planToSettle = ({ plan, decisions }: Contest, point: OpenPoint): Plan =>
  (point.again && withoutDecisions(plan, point, decisions)) || plan;

/** What was settled and may be settled anew, in the order in which it was settled. */
export async function changeablePoints(turn: Turn, contest: Contest): Promise<OpenPoint[]> {
  const settled = new Map(
    contest.decisions.flatMap(({ path }) => {
      const point = pointAt(path);
      return point ? [[idOf(point), point] as const] : [];
    }),
  );
  const points: OpenPoint[] = [];
  for (const [id, point] of settled) {
    const before = withoutDecisions(contest.plan, point, contest.decisions);
    const open = before && openPoints(before).find((each) => idOf(each) === id);
    if (open && (await isChangeable(turn, contest, point))) points.push({ ...open, again: true });
  }
  return points;
}

/** Is it before the moment from which on a decision about this stands? */
export async function isChangeable(
  turn: Turn,
  contest: Contest,
  point: Pick<OpenPoint, 'kind' | 'item'>,
): Promise<boolean> {
  const before = withoutDecisions(contest.plan, point, contest.decisions) ?? contest.plan;
  const until = changeableUntil(before, point);
  switch (until) {
    case 'judging':
      return !(await hasJudging(turn, contest));
    case 'voting':
      return !(await hasVoting(turn, contest));
    case 'quiz':
    case 'live':
      return !(await hasBeside(turn, contest, until));
    case 'either':
      return !(await hasJudging(turn, contest)) && !(await hasVoting(turn, contest));
    case 'any':
      for (const has of [hasJudging, hasVoting]) if (await has(turn, contest)) return false;
      for (const kind of ['quiz', 'live'] as const) if (await hasBeside(turn, contest, kind)) return false;
      return true;
    case 'publication':
      return (await latestResult(turn, contest)) === null;
    case null:
      return false;
  }
}

/** Has it opened, whatever was moved since; or is it over, where no plan says when it opens? */
function hasHeld({ planned, moves, windows }: Contest, name: string, now: Date): boolean {
  const days = windows[name];
  return openedAt(planned, moves, name, now) !== null || (days !== undefined && hasClosed(days, now));
}

/** Has the judging of any round begun, by its days, by a sheet, or on a stage? */
async function hasJudging(turn: Turn, contest: Contest): Promise<boolean> {
  const { plan, id } = contest;
  const selection = isByPoints(plan) ? selectionOf(plan) : null;
  const names = [finalWindow(plan), resultWindow(contest), ...(selection ? [selection.round.window] : [])];
  if (names.some((name) => hasHeld(contest, name, turn.now))) return true;
  if (isJudgedOnStage(plan) && (await hasComeOnStage(turn, contest))) return true;
  return (await turn.store.sheets.exists({ contest: id })) !== null;
}

async function hasVoting(turn: Turn, contest: Contest): Promise<boolean> {
  if (hasHeld(contest, 'voting', turn.now)) return true;
  return (await turn.store.snapshots.exists({ contest: contest.id })) !== null;
}

/** Has that begun by which a prize beside the result is won? */
async function hasBeside(turn: Turn, contest: Contest, by: 'quiz' | 'live'): Promise<boolean> {
  const { rounds, components } = contest.plan;
  const ids = components.filter(({ kind }) => kind === by).map(({ id }) => id);
  const held = rounds.filter(({ component }) => component !== undefined && ids.includes(component));
  if (held.some(({ window }) => hasHeld(contest, window, turn.now))) return true;
  return by === 'live' && hasComeOnStage(turn, contest);
}

async function hasComeOnStage(turn: Turn, contest: Contest): Promise<boolean> {
  if (!stageOf(contest.plan)) return false;
  const { events } = await hallOf(turn, contest);
  return events.some(({ kind }) => kind === 'opened');
}

/** Settled already, or not a matter of this contest. */
function notOpen({ plan }: Contest, { kind }: Pick<OpenPoint, 'kind'>): Refusal {
  if (kind === 'rubric')
    return new Refusal(isUnknown(plan.scoring.criteria) ? 'decide.noCriteria' : 'decide.rubricStands');
  if (kind === 'conversion')
    return new Refusal(
      plan.scoring.audience.mode === 'none' ? 'decide.noAudience' : 'decide.conversionStands',
    );
  if (kind === 'quorum') return new Refusal('decide.quorumStands');
  if (kind === 'screeners') return new Refusal(plan.screening ? 'screen.screenersStand' : 'screen.none');
  return new Refusal('decide.already');
}

/** Sheets were filled in by what was known then. */
async function nothingScored(turn: Turn, contest: Contest): Promise<void> {
  if (await turn.store.sheets.exists({ contest: contest.id })) throw new Refusal('decide.scored');
}

/** Whoever likes and shares has to know what it is worth. */
async function beforeVoting(turn: Turn, { id, planned, moves }: Contest): Promise<void> {
  const opened = openedAt(planned, moves, 'voting', turn.now);
  if (opened) throw new Refusal('decide.votingOpen', { opens: turn.t.moment(opened) });
  // A plan may say only until when people vote.
  if (await turn.store.snapshots.exists({ contest: id })) throw new Refusal('decide.votingCounted');
}

/**
 * A quorum that nobody stated is the whole jury, so there may be a ranking before it is settled. While
 * nothing can be ranked nobody has seen an aggregate, and nobody can bend the result by it.
 */
async function nobodyRanked(turn: Turn, contest: Contest): Promise<void> {
  await noUnitRanked(turn, contest);
  if (!contest.windows[finalWindow(contest.plan)] || rankingWaitsFor(contest.plan).length > 0) return;
  const seat = finalSeat(contest);
  // It may be locked early, and what was reopened has been seen.
  const closed = (await latestLock(turn, contest, seat))?.at ?? (await lockedAt(turn, contest, seat));
  if (!closed) return;
  const { ranking } = await rankNow(turn, contest);
  if (ranking.places.length > 0) throw new Refusal('decide.judgingClosed', { closes: turn.t.moment(closed) });
}

/** Steps that go on where a plan's own end: whoever knows the points could choose them for somebody. */
async function nothingLocked(turn: Turn, contest: Contest): Promise<void> {
  if (isUnknown(contest.plan.scoring.tieChain)) return;
  const first = await turn.store.locks.findOne({ contest: contest.id }).sort({ at: 1 }).lean();
  const days = contest.windows[resultWindow(contest)];
  const closed = first?.at ?? (days && hasClosed(days, turn.now) ? days.closes : null);
  if (closed) throw new Refusal('decide.tieChainLate', { closes: turn.t.moment(closed) });
}

/** Whoever was told of a result knows by what rule he may complain about it. */
async function nothingPublished(turn: Turn, contest: Contest): Promise<void> {
  const result = await latestResult(turn, contest);
  if (result) throw new Refusal('decide.published', { at: turn.t.moment(result.publishedAt) });
}

/** Where units select and there is no final, theirs are the rankings that go by this quorum. */
async function noUnitRanked(turn: Turn, contest: Contest): Promise<void> {
  const { plan, windows, id } = contest;
  const selection = selectionOf(plan);
  if (!selection || hasFinal(plan) || selectionWaitsFor(plan, selection).length > 0) return;
  const { id: round, window: name } = selection.round;
  const window = windows[name];
  const isOver = window !== undefined && hasClosed(window, turn.now);
  const lock = await turn.store.locks.findOne({ contest: id, round }).sort({ at: 1 }).lean();
  if (!isOver && !lock) return;
  const closes = lock?.at ?? window?.closes ?? turn.now;
  throw new Refusal('decide.judgingClosed', { closes: turn.t.moment(closes) });
}

/** By what judges go as they score. */
const ofJudging: readonly PointKind[] = ['rubric', 'criteria', 'quorum'];

/** Settles what the plan left open, and tells the groups, since everyone is judged by it. */
export async function decide(
  turn: Turn,
  contest: Contest,
  point: OpenPoint,
  answers: PointAnswers,
  said: { note: string; announcement: Styled },
): Promise<Contest> {
  const repeated = await turn.store.contests.exists({ _id: contest.id, 'decisions.turn': turn.id });
  if (!repeated) {
    // Asked again now, since the question may have waited for days.
    const open = await mayDecide(turn, contest, point);
    // Somebody else has settled it while the question waited.
    if (open.again !== point.again) throw new Refusal('decide.already');
    const plan = planToSettle(contest, open);
    const decisions: (Decision & { turn: string })[] = settledBy(plan, open, answers).map(
      ({ path, value }) => ({ path, value, by: turn.person, at: turn.now, note: said.note, turn: turn.id }),
    );
    withDecisions(plan, decisions);
    const unchanged = open.again
      ? { decisions: { $size: contest.decisions.length } }
      : { 'decisions.path': { $nin: decisions.map(({ path }) => path) } };
    const { modifiedCount } = await turn.store.contests.updateOne(
      { _id: contest.id, ...unchanged },
      { $push: { decisions: { $each: decisions } }, $inc: { version: 1 } },
    );
    if (modifiedCount === 0) throw new Refusal('decide.already');
  }
  const key = `decided/${contest.id}/${turn.id}`;
  await tellGroups(turn, contest, 'announcements', said.announcement, key);
  // A group hears of the one or of the other.
  if (ofJudging.includes(point.kind)) await tellGroups(turn, contest, 'judging', said.announcement, key);
  return contestById(turn, contest.id);
}
