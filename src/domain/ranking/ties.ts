import type { TieStep } from '../plan/scoring.js';
import { compared, type Fraction } from '../scaled.js';
import { type Draw, type Drawn, inLots } from './draw.js';

/** What the steps of a tie chain compare. The greater value of a step is the better one. */
export type Contender = { code: string; valueFor(step: TieStep): Fraction | null };

/** Entries in one group share a place; `decidedBy` is the step that set the group apart, if one had to. */
export type Group<T> = { members: T[]; decidedBy: TieStep | null; draw?: Draw };

/**
 * Takes entries with the same total apart, step by step in the plan's order. A step on which one of them
 * has no value (no points from the head judge) separates nobody. Lots are drawn where a seed was kept;
 * without one those who have to draw share a group.
 */
export function untied<T extends Contender>(
  members: T[],
  chain: readonly TieStep[],
  lotsOf: (codes: readonly string[]) => Drawn | undefined = () => undefined,
  decidedBy: TieStep | null = null,
): Group<T>[] {
  const [step, ...rest] = chain;
  if (members.length === 1 || step === undefined) return [{ members, decidedBy }];
  if (step === 'shared') return [{ members, decidedBy: step }];
  if (step === 'draw') {
    const codes = members.map(({ code }) => code);
    const lots = lotsOf(codes);
    if (!lots) return [{ members, decidedBy, draw: { codes } }];
    const draw = { codes: [...lots.codes], seed: lots.seed };
    return inLots(members, lots).map((member) => ({ members: [member], decidedBy: step, draw }));
  }
  const groups = groupedBy(members, (member) => member.valueFor(step));
  return groups.flatMap((group) => untied(group, rest, lotsOf, groups.length > 1 ? step : decidedBy));
}

/** Groups of equal value, greatest first; a single group if one has no value. */
export function groupedBy<T>(members: readonly T[], measure: (member: T) => Fraction | null): T[][] {
  const valued = members.map((member) => ({ member, value: measure(member) }));
  const known = valued.filter((each): each is { member: T; value: Fraction } => each.value !== null);
  if (known.length < members.length) return [[...members]];
  known.sort((a, b) => compared(b.value, a.value));
  return alike(known, (a, b) => compared(a.value, b.value) === 0).map((group) =>
    group.map(({ member }) => member),
  );
}

/** Neighbours that are alike, together. */
export function alike<T>(sorted: readonly T[], areAlike: (a: T, b: T) => boolean): T[][] {
  const groups: T[][] = [];
  for (const each of sorted) {
    const last = groups.at(-1);
    const [first] = last ?? [];
    if (last && first !== undefined && areAlike(first, each)) last.push(each);
    else groups.push([each]);
  }
  return groups;
}
