import { isDeepStrictEqual } from 'node:util';
import { type Window, type Windows, windowsOf } from '../domain/dates.js';
import { type Decision, withDecisions } from '../domain/decisions.js';
import { isKnown, type Plan, planSchema, type Round } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import type { Unit, UnitLevel, Units } from '../domain/units.js';
import type { ContestId, RoleName, StoredContest } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';

/** A contest as it stands: its plan with what has been decided since, and the instants that follow. */
export type Contest = {
  id: ContestId;
  plan: Plan;
  windows: Windows;
  units: Units;
  /** What was done once, and when: the announcements of openings and closings. */
  done: Record<string, Date>;
};

/** The contest that this chat is about: the one it joined, else the newest. */
export async function contestOf(turn: Turn): Promise<Contest> {
  const { contest } = turn.chat;
  const stored = contest
    ? await turn.store.contests.findById(contest).lean()
    : await turn.store.contests.findOne().sort({ createdAt: -1 }).lean();
  if (!stored) throw new Refusal('common.noContest');
  turn.chat.contest = stored._id;
  return asContest(turn, stored);
}

export async function contestById(work: Work, id: ContestId): Promise<Contest> {
  const stored = await work.store.contests.findById(id).lean();
  if (!stored) throw new Refusal('common.noContest');
  return asContest(work, stored);
}

export async function allContests(work: Work): Promise<Contest[]> {
  const stored = await work.store.contests.find().lean();
  return stored.map((each) => asContest(work, each));
}

function asContest(work: Work, stored: StoredContest): Contest {
  const { plan, windows } = readAgain(stored);
  return { id: stored._id, plan, windows, units: work.tools.units(plan.units.list), done: stored.done };
}

type Read = Pick<Contest, 'plan' | 'windows'> & { from: Pick<StoredContest, 'plan' | 'decisions'> };

/** What was made of each contest's document the last time. */
const lastRead = new Map<ContestId, Read>();

/** Nearly every turn reads its contest, and reading a plan takes longer than all else in it. */
function readAgain({ _id, plan: document, decisions }: StoredContest): Read {
  const from = { plan: document, decisions };
  const before = lastRead.get(_id);
  if (before && isDeepStrictEqual(before.from, from)) return before;
  const plan = withDecisions(planSchema.parse(document), decisions as Decision[]);
  const read = { plan, windows: windowsOf(plan), from };
  lastRead.set(_id, read);
  return read;
}

/** The round that takes in entries, and what it takes. */
export function intakeOf({ plan }: Contest): { round: Round; level: UnitLevel; quota: number | null } {
  const round = plan.rounds.find(({ kind, intake }) => kind === 'final' && intake !== undefined);
  if (!round?.intake) throw new Refusal('plan.undated', { window: 'submission' });
  const { quota, from } = round.intake;
  if (isKnown(quota)) return { round, level: quota.level, quota: quota.count };
  return { round, level: isKnown(from) ? from : 'commune', quota: null };
}

/** The level whose teams make the entries. */
export const madeBy = ({ plan }: Contest): UnitLevel =>
  isKnown(plan.entries.madeBy) ? plan.entries.madeBy : 'commune';

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

export function needWindow(contest: Contest, name: keyof Windows): Window {
  const window = contest.windows[name];
  if (!window) throw new Refusal('plan.undated', { window: name });
  return window;
}

/** Refuses whoever doesn't hold the role. */
export async function needRole(turn: Turn, contest: Contest, role: RoleName): Promise<void> {
  const roles = await turn.roles(contest.id);
  if (!roles.includes(role))
    throw new Refusal(role === 'judge' ? 'common.judgesOnly' : 'common.organizersOnly');
}
