import { closingInstant, hasClosed } from '../domain/dates.js';
import type { ClosingEdge } from '../domain/plan/dateWords.js';
import type { Path } from '../domain/plan/paths.js';
import { isUnknown } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { needRight } from './permissions.js';

/** Where the plan says when the list of a component is closed. */
export const freezePathOf = (component: string): Path => `components.${component}.list.freeze`;

/** The moments that nobody has set at which likes and shares, or a list of people, are frozen. */
export function openFreezes({ plan }: Contest): Path[] {
  const { audience } = plan.scoring;
  const lists = plan.components.filter(({ list }) => list && isUnknown(list.freeze));
  return [
    ...(audience.mode !== 'none' && isUnknown(audience.freezeAt) ? ['scoring.audience.freezeAt'] : []),
    ...lists.map(({ id }) => freezePathOf(id)),
  ];
}

/** Refuses who may not, and where nothing is left to be set. */
export async function mayDecideFreeze(turn: Turn, contest: Contest): Promise<Path[]> {
  await needRight(turn, contest, 'settlePlan');
  const open = openFreezes(contest);
  if (open.length === 0) throw new Refusal('freeze.none');
  return open;
}

/** Nothing is frozen in the past. */
export function needFutureFreeze({ t, now }: Turn, { plan }: Contest, edge: ClosingEdge): void {
  const closes = closingInstant(plan.windows, edge);
  if (closes && hasClosed({ opens: null, closes }, now))
    throw new Refusal('moveDate.past', { at: t.moment(closes) });
}
