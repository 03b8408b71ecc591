import { freezeInstant } from '../domain/decisions.js';
import { finalWindow } from '../domain/stage.js';
import type { Complaint, Proposal, Result } from '../store/documents.js';
import type { Work } from '../turn.js';
import { openComplaints, type Standing, standingOf } from './complaints.js';
import type { Contest } from './contest.js';
import { latestLock, lockedAt } from './locks.js';
import { finalSeat } from './seats.js';

/** Where a contest stands on the way from the last sheet to the final result. */
export type ResultCourse = {
  /** The final's sheets; `number`: of their lock, `null` where it is still to be written down. */
  locked: { at: Date; number: number | null } | null;
  /** Until when likes and shares still count, `null`: no longer. */
  votesUntil: Date | null;
  /** The newest that was proposed, unless it is published. */
  proposal: Pick<Proposal, 'number' | 'state'> | null;
  published: (Pick<Result, 'version' | 'publishedAt'> & { standing: Standing }) | null;
  /** Complaints that wait for an answer. */
  complaints: Complaint[];
};

export async function resultCourse(work: Work, contest: Contest): Promise<ResultCourse> {
  const { store, now } = work;
  const seat = finalSeat(contest);
  const isJudged = contest.windows[finalWindow(contest.plan)] !== undefined;
  const [at, lock, proposal, result, complaints] = await Promise.all([
    isJudged ? lockedAt(work, contest, seat) : null,
    isJudged ? latestLock(work, contest, seat) : null,
    store.proposals
      .findOne({ contest: contest.id }, { number: 1, state: 1 })
      .sort({ number: -1 })
      .lean<Pick<Proposal, 'number' | 'state'>>(),
    store.results
      .findOne({ contest: contest.id }, { version: 1, publishedAt: 1, proposal: 1 })
      .sort({ version: -1 })
      .lean<Pick<Result, 'version' | 'publishedAt' | 'proposal'>>(),
    openComplaints(work, contest),
  ]);
  const freeze = freezeInstant(contest.plan);
  const isOut = proposal?.state === 'published' || (proposal && proposal.number === result?.proposal);
  return {
    locked: at && { at, number: lock && !lock.reopened ? lock.number : null },
    votesUntil: freeze && freeze >= now ? freeze : null,
    proposal: isOut ? null : proposal,
    published: result && {
      version: result.version,
      publishedAt: result.publishedAt,
      standing: standingOf(contest, result.version, result.publishedAt),
    },
    complaints,
  };
}
