import { freezeInstant } from '../domain/decisions.js';
import type { Complaint, Proposal, Result } from '../store/documents.js';
import type { Work } from '../turn.js';
import { openComplaints, type Standing, standingOf } from './complaints.js';
import type { Contest } from './contest.js';
import { type LockMark, latestLock, lockedAt } from './locks.js';
import { finalSeat, resultWindow } from './seats.js';

/** `isOvertaken`: its judging was reopened since, and the sheets locked then are others. */
type Published = Pick<Result, 'version' | 'publishedAt'> & { standing: Standing; isOvertaken: boolean };

/** Where a contest stands on the way from the last sheet to the final result. */
export type ResultCourse = {
  /** The sheets that the result follows from; `number`: of their lock, `null` where it is still to be written down. */
  locked: { at: Date; number: number | null } | null;
  /** Until when likes and shares still count, `null`: no longer. */
  votesUntil: Date | null;
  /** The newest that was proposed, unless it is published, or overtaken by a later lock. */
  proposal: Pick<Proposal, 'number' | 'state'> | null;
  published: Published | null;
  /** Complaints that wait for an answer. */
  complaints: Complaint[];
};

export async function resultCourse(work: Work, contest: Contest): Promise<ResultCourse> {
  const { store, now } = work;
  const seat = finalSeat(contest);
  const isJudged = contest.windows[resultWindow(contest)] !== undefined;
  const [at, lock, proposal, result, complaints] = await Promise.all([
    isJudged ? lockedAt(work, contest, seat) : null,
    isJudged ? latestLock(work, contest, seat) : null,
    store.proposals
      .findOne({ contest: contest.id }, { number: 1, state: 1, lock: 1 })
      .sort({ number: -1 })
      .lean<Pick<Proposal, 'number' | 'state' | 'lock'>>(),
    store.results
      .findOne({ contest: contest.id }, { version: 1, publishedAt: 1, proposal: 1, lock: 1 })
      .sort({ version: -1 })
      .lean<Pick<Result, 'version' | 'publishedAt' | 'proposal' | 'lock'>>(),
    openComplaints(work, contest),
  ]);
  const freeze = freezeInstant(contest.plan);
  const isOut = proposal?.state === 'published' || (proposal && proposal.number === result?.proposal);
  return {
    locked: at && { at, number: lock && !lock.reopened ? lock.number : null },
    votesUntil: freeze && freeze >= now ? freeze : null,
    proposal:
      !proposal || isOut || isOvertaken(proposal, lock)
        ? null
        : { number: proposal.number, state: proposal.state },
    published: result && {
      version: result.version,
      publishedAt: result.publishedAt,
      standing: standingOf(contest, result.version, result.publishedAt),
      isOvertaken: isOvertaken(result, lock),
    },
    complaints,
  };
}

const isOvertaken = ({ lock: own }: Pick<Proposal, 'lock'>, now: LockMark | null): boolean =>
  Boolean(own && now?.sealed && !now.reopened) && own?.checksum !== now?.checksum;
