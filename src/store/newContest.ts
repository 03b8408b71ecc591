import type { Plan } from '../domain/plan.js';
import type { StoredContest } from './documents.js';

/** A contest as it begins: its plan, and nothing decided, moved or done yet. `turn`: in which it was set up. */
export const newContest = (plan: Plan, { at, turn }: { at: Date; turn?: string }): StoredContest => ({
  _id: plan.id,
  version: 1,
  plan,
  decisions: [],
  moves: [],
  extensions: [],
  acceptances: [],
  rules: [],
  ...(turn !== undefined && { turn }),
  done: {},
  createdAt: at,
});
