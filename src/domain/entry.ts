import { z } from 'zod';

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
export const entryState = z.enum(entryStates);
export type EntryState = (typeof entryStates)[number];

const anyTime: EntryState[] = ['withdrawn', 'disqualified'];

/** Where each state may lead. Withdrawing and disqualifying are possible from any state, and final. */
const next: Record<EntryState, readonly EntryState[]> = {
  draft: ['submitted', ...anyTime],
  submitted: ['screening', ...anyTime],
  screening: ['needs_correction', 'accepted', 'rejected', ...anyTime],
  needs_correction: ['submitted', ...anyTime],
  accepted: ['nominated', ...anyTime],
  rejected: anyTime,
  nominated: ['in_final', ...anyTime],
  in_final: ['scored', ...anyTime],
  scored: ['awarded', 'not_awarded', ...anyTime],
  awarded: anyTime,
  not_awarded: anyTime,
  withdrawn: [],
  disqualified: [],
};

export const mayBecome = (from: EntryState, to: EntryState): boolean => next[from].includes(to);

/** States in which an entry has left the contest for good. */
export const gone: readonly EntryState[] = ['rejected', 'withdrawn', 'disqualified'];

/** States in which an entry takes up one of its unit's places. */
export const takingPlace: readonly EntryState[] = entryStates.filter(
  (state) => state !== 'draft' && !gone.includes(state),
);

/** States in which its team may still replace or change it, while submission is open. */
export const changeable: readonly EntryState[] = ['draft', 'submitted', 'needs_correction'];
