import { Refusal } from '../domain/refusal.js';
import { isByPoints, type Seat, type Selection, selectionOf } from '../domain/selection.js';
import type { Unit } from '../domain/units.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { rightOf } from './permissions.js';
import { unitName } from './registrations.js';

/** The selection of this contest; refuses where it holds none. */
export function needSelection({ plan }: Contest): Selection {
  const selection = selectionOf(plan);
  if (!selection) throw new Refusal('selection.none');
  return selection;
}

/** The units whose selection is this person's to hold, in the order of the list. */
export async function ownSelections(turn: Turn, contest: Contest): Promise<Unit[]> {
  const { units, plan } = contest;
  const { level } = needSelection(contest);
  const right = await rightOf(turn, contest, 'holdSelection');
  if (right.kind === 'no') return [];
  const within = right.kind === 'units' ? right.units : [plan.units.root];
  return [...new Set(within.flatMap((code) => units.under(code, level)))];
}

/** Where a unit's judges sit; refuses where there are no points to be given. */
export function selectionSeat(contest: Contest, unit: string): Seat {
  const { round } = needSelection(contest);
  if (!isByPoints(contest.plan)) throw new Refusal('selection.noPoints', { unit: unitName(contest, unit) });
  return { round: round.id, unit };
}
