import type { PersonId } from '../../store/documents.js';
import type { Contest } from '../contest.js';
import type { Debt } from './debt.js';

/** Somebody's debt, and the step at which he is reminded of it. */
export type Due = { contest: Contest; chase: string; debt: Debt; step: string };

/** What a reminder is about, apart from its words: the same until the thing is done or its deadline moved. */
export const claimOf = (
  person: PersonId,
  { contest, chase, debt, step }: Due,
  insteadOf: PersonId | null = null,
): string =>
  [
    contest.id,
    chase,
    debt.of,
    debt.deadline?.toISOString() ?? '',
    step,
    ...(insteadOf === null ? [] : [`for ${insteadOf}`]),
    person,
  ].join('/');
