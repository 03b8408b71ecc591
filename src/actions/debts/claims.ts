import type { PersonId } from '../../store/documents.js';
import type { Contest } from '../contest.js';
import type { Debt } from './debt.js';

/** Somebody's debt, and the step at which he is reminded of it. */
export type Due = { contest: Contest; chase: string; debt: Debt; step: string };

/** What somebody is told: his own debt, or (`insteadOf`) that of somebody whom no letter reaches. */
export type Item = Due & { insteadOf: { person: PersonId; who: string } | null };

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

/** How the claims begin of those who are asked to remind this person of it. */
export const claimsInstead = (person: PersonId, claim: string): string =>
  `${claim.slice(0, -person.length)}for ${person}/`;
