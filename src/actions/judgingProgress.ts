import { hasOpened } from '../domain/dates.js';
import { differing, limitOf, usualDifference } from '../domain/differing.js';
import { Refusal } from '../domain/refusal.js';
import { isSameSeat, type Seat, seatsOf } from '../domain/selection.js';
import type { Sheet, StoredAssignment } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { assignmentNow, viewsAt } from './assignments.js';
import type { Contest } from './contest.js';
import { judgedSoFar, type SoFar } from './judgedSoFar.js';
import { sheetsThere } from './lockSheets.js';
import { lockedAt } from './locks.js';
import { needRight } from './permissions.js';
import { judgeProgress, rubricOf } from './recordScore.js';
import {
  allJudges,
  finalSeat,
  hasDays,
  inRound,
  judgedRounds,
  type SeatedJudge,
  seatsHeld,
} from './seats.js';

/** `hasOwn`: the asking judge's own sheets are among those compared. */
type Differing = { codes: string[]; isPlans: boolean; hasOwn: boolean };

export type JudgingProgress = {
  seat: Seat;
  /** `excluded`: what he doesn't score, being tied to it. */
  judges: { name: string; soFar: SoFar; last: Date | null; excluded: string[] }[];
  /** Where not everybody looks at everything: how it stands. `null` before there is one. */
  assignment: Pick<StoredAssignment, 'number' | 'views' | 'lacking'> | null;
  /** For who heads the jury: which entries' sheets are far apart; never by how much, nor whose they are. */
  differing: Differing | null;
};

/** How far the judges are. Nothing of what anybody gave follows from it. */
export async function judgingProgress(turn: Turn, contest: Contest): Promise<JudgingProgress[]> {
  await needRight(turn, contest, 'seeProgress');
  const heads = seatsOf(
    contest,
    (await turn.duties(contest.id)).filter(({ role }) => role === 'head_judge'),
  );
  const all = await allJudges(turn, contest);
  // Who heads a jury sees his own, the others those of the round that is on.
  const seats = heads.length > 0 ? heads : seatsNow(turn, contest, all);
  const found: JudgingProgress[] = [];
  for (const seat of seats) {
    const sitting = all.filter((judge) => judge.seats.some((each) => isSameSeat(each, seat)));
    const judges = await Promise.all(
      sitting.map(async ({ person, name }) => {
        const progress = await judgeProgress(turn, contest, { judge: person, seat });
        const last = await turn.store.sheets
          .findOne({ contest: contest.id, judge: person, ...inRound(seat) }, { at: 1 })
          .sort({ at: -1 })
          .lean<Pick<Sheet, 'at'>>();
        const soFar = await judgedSoFar(turn, contest, seat, progress);
        const excluded = progress.excluded.map(({ entry }) => entry.code);
        return { name, soFar, last: last?.at ?? null, excluded };
      }),
    );
    const assignment = viewsAt(contest, seat) === null ? null : await assignmentNow(turn, contest);
    const apart = heads.length > 0 ? await farApart(turn, contest, seat) : null;
    found.push({ seat, judges, assignment, differing: apart });
  }
  return found;
}

/** Of the round that opened last; before any has, of the first. */
function seatsNow({ now }: Turn, contest: Contest, judges: readonly SeatedJudge[]): Seat[] {
  const rounds = judgedRounds(contest);
  const on = rounds.findLast(({ window }) => hasOpened(window, now)) ?? rounds[0];
  const seats = seatsHeld(judges).filter(({ round }) => round === (on?.round ?? null));
  return seats.length > 0 ? seats : [finalSeat(contest)];
}

/**
 * Among the sheets that count. Before the lock the asking judge's own are left out: he could change his until he knew
 * what somebody gave. Setting others' aside one after the other tells no points, only whose are far apart, and each
 * time stands on the sheet with its reason, which its judge is told.
 */
async function farApart(turn: Turn, contest: Contest, seat: Seat): Promise<Differing | null> {
  const { differBy } = contest.plan.scoring.jury;
  const hasOwn = hasDays(contest, seat) && (await lockedAt(turn, contest, seat)) !== null;
  const sheets = (await sheetsThere(turn, contest, seat)).filter(
    ({ judge, uncounted }) => uncounted === null && (hasOwn || judge !== turn.person),
  );
  try {
    const limit = limitOf(rubricOf(contest), differBy ?? usualDifference);
    return { codes: differing(sheets, limit).sort(), isPlans: differBy !== undefined, hasOwn };
  } catch (error) {
    // Without a scale nobody has scored anything.
    if (error instanceof Refusal) return null;
    throw error;
  }
}
