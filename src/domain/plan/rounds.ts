import { z } from 'zod';
import type { Plan } from '../plan.js';
import { type UnitLevel, unitLevel } from '../units/unit.js';
import { windowName } from './dateWords.js';
import { isKnown, orUnknown, unknown } from './unknown.js';
import { count, id, line, type PerUnit, perUnit } from './values.js';

const jury = z.union([
  line.transform((name) => ({ name, judges: unknown, quorum: unknown })),
  z.strictObject({ name: line, judges: orUnknown(count), quorum: orUnknown(count) }),
]);

/** Rounds stand in the order they are held, each at one level of units, with its own window and jury. */
export const round = z.strictObject({
  id,
  title: line,
  /** `selection`: a level picks what it sends up; `screening`: every entry is checked against the demands. */
  kind: z.enum(['selection', 'screening', 'final', 'showcase']),
  component: id,
  level: orUnknown(unitLevel),
  /** `units`: each unit of the level holds it by itself, in a contest of its own or on paper. */
  heldBy: z.enum(['contest', 'units']).default('contest'),
  window: windowName,
  /**
   * What comes in, from which level, during which window, at most and at least how many from each unit.
   * The first round of the contest with an intake takes entries from their makers; a later one takes what
   * the round below nominates.
   */
  intake: z
    .strictObject({
      from: orUnknown(unitLevel),
      window: windowName,
      quota: orUnknown(perUnit),
      least: orUnknown(perUnit),
    })
    .optional(),
  /** How many each unit of this level sends up, as the plan says it from below. */
  sends: orUnknown(perUnit).optional(),
  /** How many go on to this round in all; who is picked, and by what. */
  places: orUnknown(count).optional(),
  picked: line.optional(),
  jury: orUnknown(jury),
});
export type Round = z.output<typeof round>;

/** A contest above this one that takes what it selects: in which round, and how many. */
export const feeding = z.strictObject({ contest: id, round: id, count: orUnknown(count) });
export type Feeding = z.output<typeof feeding>;

type Rounds = Pick<Plan, 'rounds'>;

/** The rounds one after the other, of all components or of one. */
export const roundsInOrder = ({ rounds }: Rounds, component?: string): readonly Round[] =>
  component === undefined ? rounds : rounds.filter((round) => round.component === component);

/** The round in which entries come into existence, since it takes them from those who make them. */
export const entryRound = ({ rounds }: Rounds): Round | undefined =>
  rounds.find(({ heldBy, intake }) => heldBy === 'contest' && intake);

/** The round in which some of the best are on stage, `null` if the plan has none. */
export const showcaseRound = ({ rounds }: Rounds): Round | null =>
  rounds.find(({ kind }) => kind === 'showcase') ?? null;

/** The round that follows in the same component. */
export function nextRound(
  plan: Rounds,
  { id, component }: Pick<Round, 'id' | 'component'>,
): Round | undefined {
  const following = roundsInOrder(plan, component);
  const index = following.findIndex((round) => round.id === id);
  return index < 0 ? undefined : following[index + 1];
}

/** The level that picks what is sent up, `null` if there is none or nobody said. */
export function selectionLevel({ rounds }: Rounds): UnitLevel | null {
  const level = rounds.find(({ kind }) => kind === 'selection')?.level;
  return level && isKnown(level) ? level : null;
}

/** How many entries a round takes from each unit of a level, `null` if nobody said. */
export const quotaOf = (plan: Rounds, roundId: string): PerUnit | null => limitOf(plan, roundId, 'quota');

/** How many entries each unit of a level owes a round at least, `null` if nobody said. */
export const leastOf = (plan: Rounds, roundId: string): PerUnit | null => limitOf(plan, roundId, 'least');

function limitOf({ rounds }: Rounds, roundId: string, which: 'quota' | 'least'): PerUnit | null {
  const limit = rounds.find(({ id }) => id === roundId)?.intake?.[which];
  return limit && isKnown(limit) ? limit : null;
}

/** How many entries each unit may hand in, `null` if nobody said. */
export function submissionQuota(plan: Rounds): PerUnit | null {
  const taking = entryRound(plan);
  return taking ? quotaOf(plan, taking.id) : null;
}
