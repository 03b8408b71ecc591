import type { Plan } from './plan.js';
import { Refusal } from './refusal.js';
import { selectionOf } from './selection.js';

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

/**
 * What a contest asks of an entry on its way; what it doesn't ask for is passed over. `nomination`: `within`
 * where a round takes what another one of this contest has selected, `above` where another contest does.
 */
export type Course = { screening: boolean; nomination: 'none' | 'within' | 'above' };

export const courseOf = (plan: Pick<Plan, 'screening' | 'rounds' | 'feeds'>): Course => ({
  screening: plan.screening !== undefined,
  nomination: selectionOf(plan)?.receiver?.kind ?? 'none',
});

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

/** The states in which an entry may be picked for what comes next: where there is screening, once it has passed. */
export const screened = ({ screening }: Pick<Course, 'screening'>): EntryState[] =>
  screening ? partaking.filter((state) => !unscreened.includes(state)) : partaking;

const inTheFinal: readonly EntryState[] = ['in_final', 'scored', 'awarded', 'not_awarded'];

/** The states in which an entry may be judged and ranked for the result: of what was selected, what came up. */
export const admitted = (course: Course): EntryState[] =>
  screened(course).filter((state) => course.nomination !== 'within' || inTheFinal.includes(state));

/** What an entry becomes again when its nomination is taken back. */
export const beforeNomination = ({ screening }: Pick<Course, 'screening'>): EntryState =>
  screening ? 'accepted' : 'submitted';

/** What may follow on a state in a contest of this course. */
export function nextStates(state: EntryState, course: Course): EntryState[] {
  if (isEnded(state)) return [];
  const next = onward[state].flatMap((to) => passedOver(to, course));
  if (state === 'nominated') next.push(beforeNomination(course));
  return [...next, 'withdrawn', 'disqualified'];
}

/** Where the contest has no such step, what comes after it. Without screening, an entry is accepted as it is. */
function passedOver(to: EntryState, course: Course): EntryState[] {
  if (to === 'screening' && !course.screening)
    return ['accepted', ...onward.accepted.flatMap((next) => passedOver(next, course))];
  if (to === 'nominated' && course.nomination === 'none') return ['in_final'];
  // The final of what went up to another contest is held there.
  if (to === 'in_final' && course.nomination === 'above') return [];
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
