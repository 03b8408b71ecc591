import { complaintsClose } from '../domain/complaints.js';
import type { Complaint, Result } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { isDone } from './once.js';

/** How a published result stands: it may still be complained about, or it is final. */
export type Standing =
  | { kind: 'provisional'; until: Date }
  | { kind: 'final' }
  /** The plan states no deadline for complaints. */
  | { kind: 'unlimited' };

export function standingOf(contest: Contest, version: number, publishedAt: Date): Standing {
  const until = complaintsClose(contest.plan, publishedAt);
  if (!until) return { kind: 'unlimited' };
  return isDone(contest, finalMark(version)) ? { kind: 'final' } : { kind: 'provisional', until };
}

/** May it still be complained about? */
export const takesComplaints = (standing: Standing, now: Date): boolean =>
  standing.kind === 'unlimited' || (standing.kind === 'provisional' && now <= standing.until);

/** Under which a contest keeps that this version became final. */
export const finalMark = (version: number): string => `result-final:${version}`;

/** Those that nobody has decided yet, the oldest first. */
export const openComplaints = ({ store }: Work, { id }: Contest): Promise<Complaint[]> =>
  store.complaints
    .find({ contest: id, state: { $ne: 'answered' } })
    .sort({ number: 1 })
    .lean<Complaint[]>()
    .exec();

export const complaintByNumber = (
  { store }: Work,
  { id }: Contest,
  number: number,
): Promise<Complaint | null> => store.complaints.findOne({ contest: id, number }).lean<Complaint>().exec();

/** Until when complaints about this result are taken, `null` where nothing limits them. */
export const closesFor = ({ plan }: Contest, result: Result | null): Date | null =>
  result && complaintsClose(plan, result.publishedAt);
