import { closingInstant } from './dates.js';
import { issuesOf } from './plan/issues.js';
import { leaves, type Path, pathOf, valueAt, withValueAt } from './plan/paths.js';
import { standsForSeveral } from './plan/prizes.js';
import { endOf, type RankingRules, rankingRules, type TieStep } from './plan/scoring.js';
import { isKnown, isUnknown, type Plan, type Prize, planSchema } from './plan.js';
import { Refusal } from './refusal.js';
import { isJudgedOnStage, type Staged } from './stage.js';

/** What an organizer settled that the plan had left open. `by` is his person's id, `note` says why. */
export type Decision = { path: Path; value: unknown; by: string; at: Date; note: string };

/**
 * The plan as it stands after the decisions; of two about one path the later counts. Only what the plan
 * left open can be decided, and only with a value that a contest document could have said.
 */
export function withDecisions(plan: Plan, decisions: readonly Decision[]): Plan {
  if (decisions.length === 0) return plan;
  const inOrder = [...decisions].sort((a, b) => a.at.getTime() - b.at.getTime());
  const undecided = inOrder.find(({ value }) => value === 'unknown' || isUnknown(value));
  if (undecided) throw new Refusal('decision.invalid', { path: undecided.path });
  const settled = new Set<Path>();
  // What one settles may be what the next one is about: prizes that nobody had named before.
  const laid = inOrder.reduce((document, { path, value }) => {
    if (!settled.has(path) && !isOpen(document, path)) throw new Refusal('decision.notOpen', { path });
    if (!goesOn(document, path, value)) throw new Refusal('decision.invalid', { path });
    settled.add(path);
    return laidOver(document, path, value);
  }, plan);
  return readAs(laid, inOrder);
}

/** May a decision be made here? Where nothing is stated, or less than is needed. */
export function isOpen(plan: Plan, path: Path): boolean {
  const value = valueAt(plan, path);
  return isUnknown(value) || severalAt(plan, path) !== null || openChainAt(plan, path) !== null;
}

/** The line at this path that stands for several prizes. */
const severalAt = ({ prizes }: Plan, path: Path): Prize | null =>
  (isKnown(prizes) && prizes.find((each) => path === `prizes.${each.id}` && standsForSeveral(each))) || null;

/** The steps for ties that the plan states at this path, if it doesn't say how they end. */
const openChainAt = ({ scoring: { tieChain } }: Plan, path: Path): TieStep[] | null =>
  path === TIE_CHAIN && isKnown(tieChain) && endOf(tieChain) < 0 ? tieChain : null;

const TIE_CHAIN = 'scoring.tieChain';

/** The steps that a plan states stand: a decision only goes on where they end. */
function goesOn(plan: Plan, path: Path, value: unknown): boolean {
  const stated = openChainAt(plan, path);
  return !stated || (Array.isArray(value) && stated.every((step, index) => value[index] === step));
}

function laidOver(plan: Plan, path: Path, value: unknown): Plan {
  const several = Array.isArray(value) && isKnown(plan.prizes) ? severalAt(plan, path) : null;
  if (!several || !isKnown(plan.prizes)) return withValueAt(plan, path, value);
  const prizes = plan.prizes.flatMap((each) => (each === several ? (value as Prize[]) : [each]));
  return { ...plan, prizes };
}

/** The plan with other values at these paths. Refuses what a contest document couldn't have said. */
export function withValues(plan: Plan, values: readonly { path: Path; value: unknown }[]): Plan {
  if (values.length === 0) return plan;
  return readAs(
    values.reduce((document, { path, value }) => laidOver(document, path, value), plan),
    values,
  );
}

/** What was laid over a plan may be of any shape until it is read. */
function readAs(changed: Plan, values: readonly { path: Path; value: unknown }[]): Plan {
  const read = planSchema.safeParse(changed);
  if (read.success) return read.data;
  const wrong = issuesOf(read.error).map(({ path }) => pathOf(changed, path));
  const invalid = values.find(({ path }) => wrong.some((each) => `${each}.`.startsWith(`${path}.`)));
  throw new Refusal('decision.invalid', { path: invalid?.path ?? wrong[0] ?? '' });
}

/** The paths of everything the plan leaves open, under `prefix` or in all of it. */
export function unknownPaths(plan: Plan, prefix: Path = ''): Path[] {
  const part = prefix ? valueAt(plan, prefix) : plan;
  return [...leaves(part, isUnknown, prefix)].filter(([, value]) => isUnknown(value)).map(([path]) => path);
}

const quorum = 'scoring.jury.quorum';
/** Said for people: no ranking is computed from them. */
const forInformation = ['scoring.jury.judges', 'scoring.outOf'];

/** What has to be decided before anything can be ranked. */
export function rankingWaitsFor(plan: Plan): Path[] {
  const open = unknownPaths(plan, 'scoring').filter((path) => !forInformation.includes(path));
  return open.filter((path) => path !== quorum || quorumOf(plan) === null);
}

/**
 * Everything unknown that a result's ranks or its money hang on: nothing is published before it is settled. What is
 * won by another part of the contest keeps nothing back.
 */
export function blockingUnknowns(plan: Plan): Path[] {
  const beside = isKnown(plan.prizes) ? plan.prizes.filter((each) => isWonElsewhere(plan, each)) : [];
  const prizes = unknownPaths(plan, 'prizes')
    .filter((path) => /^prizes(\.[^.]+\.(count|sum|basis))?$/.test(path))
    .filter((path) => !beside.some(({ id }) => path.startsWith(`prizes.${id}.`)));
  return [...rankingWaitsFor(plan), ...freezeWaitsFor(plan), ...prizes, ...quizzesWaitFor(plan)];
}

/**
 * Is this prize another component's, and not the result's? Where teams are judged on a stage, what one person wins
 * alone is won in the quiz, whether or not the plan says so.
 */
export function isWonElsewhere(plan: Staged, { basis, scope }: Prize): boolean {
  if (isKnown(basis)) return basis === 'quiz' || (basis === 'live' && !isJudgedOnStage(plan));
  const hasQuiz = plan.components.some(({ kind }) => kind === 'quiz');
  return hasQuiz && isJudgedOnStage(plan) && scope === 'individual';
}

/** A quiz beside what is judged is held and won by itself. */
function quizzesWaitFor(plan: Plan): Path[] {
  if (plan.components.some(({ kind }) => kind !== 'quiz')) return [];
  return unknownPaths(plan, 'components').filter((path) => isQuizRule.test(path));
}

export const isQuizRule = /^components\.[^.]+\.(questions|minutes|attempts)$/;

/** The window that the freeze leans on has to have days, and be the same for all or each its own. */
function freezeWaitsFor(plan: Plan): Path[] {
  const { audience } = plan.scoring;
  if (audience.mode === 'none' || isUnknown(audience.freezeAt)) return [];
  const { freezeAt } = audience;
  const name = 'with' in freezeAt ? freezeAt.with : 'after' in freezeAt ? freezeAt.after : null;
  const open = name === null ? [] : unknownPaths(plan, `windows.${name}`);
  return open.length === 0 && freezeInstant(plan) === null ? [`windows.${name}`] : open;
}

/**
 * How many sheets an entry needs: where nobody stated a quorum those of all who look at it, which is the whole
 * jury or those it is assigned to; `null` if that is unknown too.
 */
export function quorumOf({ scoring }: Plan): number | null {
  const { quorum, judges, assignment } = scoring.jury;
  if (!isUnknown(quorum)) return quorum;
  if (assignment) return assignment.views;
  return isUnknown(judges) ? null : judges;
}

/**
 * The rules to rank by. A quorum that nobody stated is all who look at an entry: an entry with every sheet would
 * be ranked under any quorum, and one without waits for the decision.
 */
export function rankingRulesOf(plan: Plan): RankingRules {
  const [first, ...others] = rankingWaitsFor(plan);
  if (first) throw new Refusal('plan.undecided', { path: first, count: others.length + 1 });
  const { criteria, jury, audience, tieChain, precision } = plan.scoring;
  return rankingRules.parse({
    criteria,
    jury: { ...jury, quorum: quorumOf(plan) },
    audience:
      audience.mode === 'none' ? audience : { ...audience, freezeAt: freezeInstant(plan)?.toISOString() },
    tieChain,
    precision,
  });
}

/** The last instant whose likes and shares count, `null` while no day is set. */
export function freezeInstant({ scoring, windows }: Plan): Date | null {
  return scoring.audience.mode === 'none' ? null : closingInstant(windows, scoring.audience.freezeAt);
}
