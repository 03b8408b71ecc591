import { type Window, type WindowName, type Windows, windowOf, windowsOf } from '../domain/dates.js';
import { type Decision, withDecisions } from '../domain/decisions.js';
import type { Extension } from '../domain/extensions.js';
import { type Move, withMoves } from '../domain/moves.js';
import type { Acceptance } from '../domain/plan/acceptance.js';
import { entryRound, isKnown, type Plan, planSchema, submissionQuota } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import { type RulesVersion, rulesVersions, withRules } from '../domain/rulesVersions.js';
import type { Unit, UnitLevel, Units } from '../domain/units.js';
import type { ContestId, StoredContest } from '../store/documents.js';
import type { Store } from '../store/store.js';
import type { Turn, Work } from '../turn.js';

/** A contest as it stands: its plan with what has been decided and moved since, and the instants that follow. */
export type Contest = {
  id: ContestId;
  plan: Plan;
  /** The plan with all its windows where they stood before anything was moved. */
  planned: Plan;
  windows: Windows;
  /** What was settled since the plan, in the order in which it was. */
  decisions: Decision[];
  /** The windows that were moved, in the order in which they were. */
  moves: (Move & { turn: string })[];
  /** Units that may hand in longer than the others. */
  extensions: Extension[];
  /** Findings of the checker that somebody lets stand. */
  acceptances: (Acceptance & { turn: string })[];
  /** Its rules in all their versions; the last is in force, and the plan has it. */
  rules: [RulesVersion, ...RulesVersion[]];
  units: Units;
  /** What was done once, and when: the announcements of openings and closings. */
  done: Record<string, Date>;
  /** When it was set up here. */
  createdAt: Date;
};

/** The contest that this chat is about: the one that was joined or chosen here, else the default. */
export async function contestOf(turn: Turn): Promise<Contest> {
  const before = ofTurn.get(turn);
  if (before && before.id === turn.chat.contest) return before;
  const contest = await read(turn, turn.chat.contest ?? turn.tools.defaultContest);
  turn.chat.contest = contest.id;
  ofTurn.set(turn, contest);
  return contest;
}

/** A turn that asks again gets what it got before, as long as it changes nothing itself. */
const ofTurn = new WeakMap<Turn, Contest>();

/** As it is now, whatever this work has read before. */
export const contestById = (work: Work, id: ContestId): Promise<Contest> => read(work, id);

/** The contest that this group is bound to, `null` if it isn't. */
export async function boundTo(turn: Turn): Promise<Contest | null> {
  const group = await turn.store.groups
    .findOne({ chat: turn.chat._id, endedAt: null }, { contest: 1 })
    .lean();
  return group && read(turn, group.contest);
}

/** The default first, then in the order in which they came. */
export async function allContests(work: Work): Promise<Contest[]> {
  const stored = await work.store.contests.find({}, { _id: 1 }).sort({ createdAt: 1, _id: 1 }).lean();
  stored.sort((one, other) => Number(isDefault(work, other._id)) - Number(isDefault(work, one._id)));
  return Promise.all(stored.map(({ _id }) => read(work, _id)));
}

/** Is there a choice of contests? */
export const severalContests = async (work: Work): Promise<boolean> =>
  (await work.store.contests.find({}, { _id: 1 }).limit(2).lean()).length > 1;

const isDefault = ({ tools }: Work, id: ContestId): boolean => tools.defaultContest === id;

type Known = Omit<Contest, 'id' | 'units' | 'done' | 'createdAt'>;

/** Plans as they were read last, by database: nearly every turn needs one, and reading it takes longest. */
const known = new WeakMap<Store, Map<ContestId, { version: number; contest: Known }>>();

async function read(work: Work, id: ContestId): Promise<Contest> {
  const mark = await work.store.contestMark(id);
  if (!mark) throw new Refusal('common.noContest');
  const contest = await readPlan(work.store, id, mark.version);
  const units = inClusters(await work.tools.units(contest.plan.units.list), contest.plan);
  return { id, ...contest, units, done: mark.done, createdAt: mark.createdAt };
}

/** Trees with clusters in them take a while to grow. A plan that was read anew has clusters of its own. */
const clustered = new WeakMap<Plan['units']['clusters'], { of: Units; tree: Units }>();

function inClusters(units: Units, { units: { clusters } }: Plan): Units {
  const grown = clustered.get(clusters);
  if (grown?.of === units) return grown.tree;
  const tree = units.withClusters(clusters);
  clustered.set(clusters, { of: units, tree });
  return tree;
}

async function readPlan(store: Store, id: ContestId, version: number): Promise<Known> {
  const plans = known.get(store) ?? new Map<ContestId, { version: number; contest: Known }>();
  known.set(store, plans);
  const before = plans.get(id);
  if (before?.version === version) return before.contest;
  const stored = await store.contests.findById(id).lean<StoredContest>();
  if (!stored) throw new Refusal('common.noContest');
  const { decisions, moves = [], extensions = [], acceptances = [], rules = [] } = stored;
  const written = planSchema.parse(stored.plan);
  const planned = withRules(withDecisions(written, decisions), rules);
  const plan = withMoves(planned, moves);
  const contest: Known = {
    plan,
    planned,
    windows: windowsOf(plan),
    decisions,
    moves,
    extensions,
    acceptances,
    rules: rulesVersions(written, rules),
  };
  plans.set(id, { version: stored.version, contest });
  return contest;
}

/** The level whose units send entries, and how many each may send; `null`: nobody has said. */
export function intakeOf(contest: Contest): { level: UnitLevel; quota: number | null } {
  const { plan } = contest;
  const quota = submissionQuota(plan);
  if (quota) return { level: quota.level, quota: quota.count };
  const from = entryRound(plan)?.intake?.from;
  return { level: from && isKnown(from) ? from : madeBy(contest), quota: null };
}

/** The level whose teams make the entries. */
export const madeBy = ({ plan }: Contest): UnitLevel =>
  isKnown(plan.entries.madeBy) ? plan.entries.madeBy : 'commune';

/**
 * What the units of a level are called here, the most frequent first: "xã, phường, thị trấn". A list of two
 * tiers has no towns and no districts, so nobody is asked for one.
 */
export const kindsOf = ({ units, plan }: Contest, level: UnitLevel): string =>
  kindsAmong(units.under(plan.units.root, level)).join(', ');

/** What most makers of entries lie in: `huyện`, `cụm`; `null`: right in what the whole contest is for. */
export function kindAbove(contest: Contest): string | null {
  const { units, plan } = contest;
  const above = units
    .under(plan.units.root, madeBy(contest))
    .map(({ code }) => units.parent(code))
    .filter((unit) => unit !== undefined && unit.code !== plan.units.root);
  return kindsAmong(above)[0] ?? null;
}

function kindsAmong(units: readonly (Unit | undefined)[]): string[] {
  const counts = new Map<string, number>();
  for (const unit of units) if (unit) counts.set(unit.kind, (counts.get(unit.kind) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([kind]) => kind);
}

/** The units that a team can belong to: of the right level, and whatever has nothing of that level in it. */
export function isPickable({ units, plan, ...contest }: Contest, unit: Unit): boolean {
  const level = madeBy({ ...contest, units, plan });
  if (!units.isUnder(unit.code, plan.units.root)) return false;
  if (unit.level === level) return true;
  return unit.level === 'district' && level === 'commune' && units.under(unit.code, 'commune').length === 0;
}

/** The unit whose quota a team counts against. */
export function senderOf(contest: Contest, unit: string): string {
  return contest.units.ancestor(unit, intakeOf(contest).level)?.code ?? unit;
}

/** The name of a sending unit of this very contest, for examples of what to type; of those within these units. */
export function exampleUnit(contest: Contest, within: readonly string[] = [contest.plan.units.root]): string {
  const shown = firstUnder(contest, within, intakeOf(contest).level);
  return shown ? contest.units.shortName(shown) : '';
}

/** The name of a unit whose teams make entries here, likewise. */
export const exampleMaker = (contest: Contest): string =>
  firstUnder(contest, [contest.plan.units.root], madeBy(contest))?.name ?? '';

const firstUnder = ({ units }: Contest, within: readonly string[], level: UnitLevel): Unit | undefined =>
  within.flatMap((code) => units.under(code, level))[0] ?? units.get(within[0] ?? '');

/** A window that what is being done can't do without. */
export const needWindow = ({ plan }: Contest, name: WindowName): Window => windowOf(plan, name);
