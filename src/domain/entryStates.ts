import { type Plan, roundsInOrder } from './plan.js';
import { Refusal } from './refusal.js';

/**
 * What becomes of an entry, from the first answer in a form to the award. Nothing is erased on the way: a
 * state says where an entry stands, and its history says how it came there.
 */
export const entryStates = [
  'draft',
  'submitted',
  'screening',
  'needs_correction',
  'accepted',
  'rejected',
  'nominated',
  'in_final',
  'scored',
  'awarded',
  'not_awarded',
  'withdrawn',
  'disqualified',
] as const;
export type EntryState = (typeof entryStates)[number];

/** What a contest asks of an entry on its way; what it doesn't ask for is passed over. */
export type Course = { screening: boolean; nomination: boolean };

/** Nominations come in where a round takes what another one of this contest has selected. */
export function courseOf(plan: Pick<Plan, 'screening' | 'rounds'>): Course {
  const taking = roundsInOrder(plan).filter(({ heldBy, intake }) => heldBy === 'contest' && intake);
  return { screening: plan.screening !== undefined, nomination: taking.length > 1 };
}

const onward: Record<EntryState, readonly EntryState[]> = {
  draft: ['submitted'],
  submitted: ['screening'],
  screening: ['needs_correction', 'accepted', 'rejected'],
  // Rejected when its time for the correction is over.
  needs_correction: ['submitted', 'rejected'],
  accepted: ['nominated'],
  rejected: [],
  nominated: ['in_final'],
  in_final: ['scored'],
  scored: ['awarded', 'not_awarded'],
  awarded: [],
  not_awarded: [],
  withdrawn: [],
  disqualified: [],
};

/** Ended for good: nothing follows. */
export const isEnded = (state: EntryState): boolean => state === 'withdrawn' || state === 'disqualified';

/** Counts against quotas and limits, and may still win. */
export const takesPart = (state: EntryState): boolean =>
  !isEnded(state) && state !== 'rejected' && state !== 'draft';

/** The states in which an entry takes part. */
export const partaking: EntryState[] = entryStates.filter(takesPart);

const unscreened: readonly EntryState[] = ['submitted', 'screening', 'needs_correction'];

/** The states in which an entry may be judged and ranked: where there is screening, once it has passed. */
export const admitted = ({ screening }: Pick<Course, 'screening'>): EntryState[] =>
  screening ? partaking.filter((state) => !unscreened.includes(state)) : partaking;

/** What may follow on a state in a contest of this course. */
export function nextStates(state: EntryState, course: Course): EntryState[] {
  if (isEnded(state)) return [];
  const next = onward[state].flatMap((to) => passedOver(to, course));
  return [...next, 'withdrawn', 'disqualified'];
}

/** Where the contest has no such step, what comes after it. */
function passedOver(to: EntryState, course: Course): readonly EntryState[] {
  if (to === 'screening' && !course.screening) return ['accepted'];
  if (to === 'nominated' && !course.nomination) return ['in_final'];
  return [to];
}

export const mayBecome = (from: EntryState, to: EntryState, course: Course): boolean =>
  nextStates(from, course).includes(to);

/** Refuses a move that the course doesn't know. Whoever takes an entry out has to say why. */
export function needMove(about: {
  code: string;
  from: EntryState;
  to: EntryState;
  course: Course;
  reason?: string | null;
}): void {
  const { code, from, to, course, reason } = about;
  if (!mayBecome(from, to, course)) throw new Refusal('entry.noSuchMove', { code, from, to });
  if (isEnded(to) && !reason?.trim()) throw new Refusal('entry.reasonNeeded', { code, to });
}
