import type { Decimal } from '../decimals.js';
import type { TieStep } from '../plan/scoring.js';

/** What the steps of a tie chain compare. The greater value of a step is the better one. */
export type Contender = { code: string; valueFor(step: TieStep): Decimal | null };

/** Entries in one group share a place; `decidedBy` is the step that set the group apart, if one had to. */
export type Group<T> = { members: T[]; decidedBy: TieStep | null; toDraw: boolean };

/**
 * Takes entries with the same total apart, step by step in the plan's order. A step on which one of them
 * has no value (no points from the head judge) separates nobody.
 */
export function untied<T extends Contender>(
  members: T[],
  chain: readonly TieStep[],
  decidedBy: TieStep | null = null,
): Group<T>[] {
  const [step, ...rest] = chain;
  if (members.length === 1 || step === undefined) return [{ members, decidedBy, toDraw: false }];
  if (step === 'shared') return [{ members, decidedBy: step, toDraw: false }];
  if (step === 'draw') return [{ members, decidedBy, toDraw: true }];
  const groups = groupedBy(members, (member) => member.valueFor(step));
  return groups.flatMap((group) => untied(group, rest, groups.length > 1 ? step : decidedBy));
}

/** Groups of equal value, greatest first; a single group if one has no value. */
export function groupedBy<T>(members: readonly T[], measure: (member: T) => Decimal | null): T[][] {
  const valued = members.map((member) => ({ member, value: measure(member) }));
  const known = valued.filter((each): each is { member: T; value: Decimal } => each.value !== null);
  if (known.length < members.length) return [[...members]];
  known.sort((a, b) => b.value.comparedTo(a.value));
  const groups: { value: Decimal; members: T[] }[] = [];
  for (const { member, value } of known) {
    const last = groups.at(-1);
    if (last?.value.equals(value)) last.members.push(member);
    else groups.push({ value, members: [member] });
  }
  return groups.map(({ members }) => members);
}
