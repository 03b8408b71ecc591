import { Decimal, sum } from './decimals.js';
import { unknownPaths } from './decisions.js';
import { type RankingRules, rankingRules } from './plan/scoring.js';
import { entryRound, type Feeding, isKnown, type PerUnit, type Plan, quotaOf, type Round } from './plan.js';
import { Refusal } from './refusal.js';
import { type Duty, jury } from './roles.js';
import type { UnitLevel, Units } from './units.js';

/*
 * A level of units picks from what was handed in below it, and sends what it picked up: into a later round
 * of the same contest, or into a contest of its own.
 */

export type Selection = { round: Round; level: UnitLevel; receiver: Receiver | null };

/** `above`: another contest, which this one feeds. */
export type Receiver = { kind: 'within'; round: Round } | { kind: 'above'; feeding: Feeding };

type Rounds = Pick<Plan, 'rounds' | 'feeds'>;

/** The selection that this contest holds itself, `null` if it takes entries straight into what it judges. */
export function selectionOf(plan: Rounds): Selection | null {
  const round = entryRound(plan);
  if (round?.kind !== 'selection' || !isKnown(round.level)) return null;
  return { round, level: round.level, receiver: receiverOf(plan, round) };
}

function receiverOf({ rounds, feeds }: Rounds, { id, component }: Round): Receiver | null {
  const later = rounds.slice(rounds.findIndex((round) => round.id === id) + 1);
  const round = later.find(
    ({ heldBy, intake, ...each }) => heldBy === 'contest' && intake && each.component === component,
  );
  if (round) return { kind: 'within', round };
  return feeds ? { kind: 'above', feeding: feeds } : null;
}

/** The round that takes what is picked, by its name there. */
export const receivingRound = (receiver: Receiver): string =>
  receiver.kind === 'within' ? receiver.round.id : receiver.feeding.round;

/**
 * How many each unit of the level may send up: what the sending and the receiving side say, and of
 * different numbers the smaller. `upper`: the contest above, where there is one at hand. `null`: nobody
 * has said.
 */
export function nominationQuota(
  plan: Plan,
  { round, level, receiver }: Selection,
  upper: Plan | null = null,
) {
  const own = (limit: PerUnit | null) => (limit && limit.level === level ? [limit.count] : []);
  const counts = round.sends && isKnown(round.sends) ? own(round.sends) : [];
  if (receiver?.kind === 'within') counts.push(...own(quotaOf(plan, receiver.round.id)));
  if (receiver?.kind === 'above') {
    const { count, round: id } = receiver.feeding;
    if (isKnown(count)) counts.push(count);
    if (upper) counts.push(...own(quotaOf(upper, id)));
  }
  return counts.length > 0 ? Math.min(...counts) : null;
}

/** Are there sheets in the selection? Where nobody stated criteria, the unit picks as it sees fit. */
export const isByPoints = (plan: Plan): boolean => isKnown(plan.scoring.criteria);

/** What has to be decided before a unit's entries can be ranked. */
export function selectionWaitsFor(plan: Plan, selection: Selection): string[] {
  const { criteria, jury } = plan.scoring;
  const open = isKnown(criteria)
    ? unknownPaths(plan, 'scoring.criteria').filter((path) => !path.endsWith('.label'))
    : ['scoring.criteria'];
  if (!isKnown(jury.aggregate)) open.push('scoring.jury.aggregate');
  if (quorumIn(plan, selection) === null)
    open.push(hasFinal(plan) ? `rounds.${selection.round.id}.jury.quorum` : 'scoring.jury.quorum');
  return open;
}

/** How many sheets an entry needs to be ranked in the selection; `null`: nobody has said, or there are no sheets. */
export function selectionQuorum(plan: Plan): number | null {
  const selection = isByPoints(plan) ? selectionOf(plan) : null;
  return selection && quorumIn(plan, selection);
}

/**
 * How many sheets an entry of the round needs: all of its jury's where nobody stated a quorum. What the plan
 * says of its jury as a whole is about the final, where there is one.
 */
function quorumIn(plan: Plan, { round }: Selection): number | null {
  const juries = hasFinal(plan) ? [round.jury] : [round.jury, plan.scoring.jury];
  const stated = juries.flatMap((each) => (isKnown(each) ? [each.quorum, each.judges] : []));
  return stated.find((each) => isKnown(each)) ?? null;
}

/** The round that the contest judges at the end; `undefined` where there is none, or several that could be it. */
export function finalRound({ rounds }: Rounds): Round | undefined {
  const finals = rounds.filter(({ kind }) => kind === 'final');
  return finals.length === 1 ? finals[0] : finals.find(({ window }) => window === 'judging');
}

export const hasFinal = ({ rounds }: Rounds): boolean => rounds.some(({ kind }) => kind === 'final');

/** What a unit's entries are ranked by: the judges' sums alone, since nobody has voted yet. */
export function selectionRulesOf(plan: Plan, selection: Selection): RankingRules {
  const [first, ...others] = selectionWaitsFor(plan, selection);
  if (first) throw new Refusal('plan.undecided', { path: first, count: others.length + 1 });
  const { criteria, jury, tieChain, precision } = plan.scoring;
  return rankingRules.parse({
    criteria,
    jury: { aggregate: jury.aggregate, quorum: quorumIn(plan, selection), weight: fullMarks(plan) },
    audience: { mode: 'none' },
    tieChain: isKnown(tieChain) ? tieChain.filter((step) => step !== 'audience') : [],
    ...(isKnown(precision) && { precision }),
  });
}

/** The weight under which a result is the average of the judges' sums. */
function fullMarks({ scoring: { criteria } }: Plan): string {
  const known = isKnown(criteria) ? criteria : [];
  return sum(known.flatMap(({ max }) => (isKnown(max) ? [new Decimal(max)] : []))).toFixed();
}

/** Where somebody fills in sheets: in the selection of one unit; `round` is `null` for the final. */
export type Seat = { round: string | null; unit: string };

export const isSameSeat = (one: Seat, other: Seat): boolean =>
  one.round === other.round && one.unit === other.unit;

/**
 * A judge for a unit sits in its selection, one for the whole contest in the final; and in the selection
 * of the unit that the whole contest is for, where that is its level.
 */
export function seatsOf({ plan, units }: { plan: Plan; units: Units }, duties: readonly Duty[]): Seat[] {
  const { root } = plan.units;
  const selection = isByPoints(plan) ? selectionOf(plan) : null;
  const isFinalHere = !selection || hasFinal(plan);
  const seats = duties
    .filter(({ role }) => jury.includes(role))
    .flatMap(({ unit }): Seat[] => {
      const own = unit ?? root;
      const picks = selection && units.get(own)?.level === selection.level;
      return [
        ...(picks ? [{ round: selection.round.id, unit: own }] : []),
        ...(unit === null && isFinalHere ? [{ round: null, unit: root }] : []),
      ];
    });
  return seats.filter((seat, index) => seats.findIndex((each) => isSameSeat(each, seat)) === index);
}
