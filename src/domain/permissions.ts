import type { Plan } from './plan.js';
import { barsAuthorship, type Duty, type RoleName, roleNames } from './roles.js';
import { selectionOf } from './selection.js';

/**
 * Who may do what. What isn't here is anybody's: to read rules and results, to give and take back his own
 * consent, to see his own status, to link his own chats.
 */

/**
 * `unit`: for one's own unit and all that lies in it; `selecting`: the same, where units of the contest pick
 * what they send up. `eligible`: unless the plan bars this role from entering. `whole`: for who holds the role
 * for the whole contest and not for a unit. `vacant`: as long as nobody is there whose it is.
 */
type Cell = 'yes' | 'no' | 'unit' | 'selecting' | 'eligible' | 'whole' | 'vacant';

/** `author`: who has registered a team; `anyone`: whoever holds nothing here. */
export const capacities = [...roleNames, 'author', 'anyone'] as const;
export type Capacity = (typeof capacities)[number];

type Row = [
  organizer: Cell,
  chair: Cell,
  standingAgency: Cell,
  secretary: Cell,
  supportStaff: Cell,
  headJudge: Cell,
  judge: Cell,
  screener: Cell,
  unitCoordinator: Cell,
  author: Cell,
  anyone: Cell,
];

const Y = 'yes';
const n = 'no';
const U = 'unit';
const S = 'selecting';
const E = 'eligible';
const W = 'whole';
const V = 'vacant';

const table = {
  // The columns: organizer, chair, standing agency, secretary, support staff; head judge, judge, screener;
  // unit coordinator; author, anyone.

  // Taking part. `enter`: hand in, replace and take back what is one's own.
  register: [E, E, E, E, E, E, E, E, E, Y, Y],
  enter: [n, n, n, n, n, n, n, n, n, Y, n],

  // Units: their coordinators, and those who keep the lists.
  confirmRegistration: [Y, n, Y, Y, n, n, n, n, U, n, n],
  actOnBehalf: [n, n, n, n, n, n, n, n, U, n, n],
  nominate: [Y, n, Y, n, n, n, n, n, S, n, n],
  // See what a unit's judges came to, once they are through; and say that they are.
  holdSelection: [Y, Y, Y, n, n, n, n, n, S, n, n],
  keepList: [n, n, n, n, n, n, n, n, U, Y, n],
  closeList: [Y, n, Y, Y, n, n, n, n, n, n, n],
  extendDeadline: [Y, Y, Y, n, n, n, n, n, n, n, n],
  seeSituation: [Y, Y, Y, Y, Y, n, n, n, U, n, n],

  // Entries.
  screen: [Y, n, Y, Y, n, n, n, Y, n, n, n],
  disqualify: [Y, Y, Y, n, n, n, n, n, n, n, n],
  score: [n, n, n, n, n, Y, Y, n, n, n, n],
  // Type a paper sheet for its judge; see how far the judges are; keep a sheet from counting.
  enterSheet: [Y, n, Y, Y, n, n, n, n, n, n, n],
  seeProgress: [Y, Y, Y, Y, n, Y, n, n, n, n, n],
  setSheetAside: [Y, Y, Y, n, n, Y, n, n, n, n, n],
  // End the judging of the final before its time; open it once more, which is the chair's where there is one.
  lockFinal: [Y, Y, Y, n, n, Y, n, n, n, n, n],
  reopenJudging: [Y, Y, Y, n, n, n, n, n, n, n, n],
  // In the hall: the running order, and who is on stage; open a part once more, by who answers for the jury.
  runStage: [Y, n, Y, Y, n, n, n, n, n, n, n],
  reopenStage: [V, Y, V, n, n, W, n, n, n, n, n],
  postEntry: [Y, Y, Y, Y, Y, n, n, n, n, n, n],
  recordEngagement: [Y, Y, Y, Y, Y, n, n, n, n, n, n],
  // Signs that something is wrong with an entry's numbers.
  seeSuspicions: [Y, Y, Y, Y, n, n, n, n, n, n, n],

  // The plan and the result.
  checkPlan: [Y, Y, Y, Y, n, n, n, n, n, n, n],
  acceptFinding: [Y, Y, Y, n, n, n, n, n, n, n, n],
  settlePlan: [Y, Y, Y, n, n, n, n, n, n, n, n],
  moveDate: [Y, Y, Y, n, n, n, n, n, n, n, n],
  // A new contest beside those one runs; its own rules in a new version.
  setUpContest: [Y, Y, Y, n, n, n, n, n, n, n, n],
  publishRules: [Y, Y, Y, n, n, n, n, n, n, n, n],
  bindGroup: [Y, Y, Y, Y, Y, n, n, n, n, n, n],
  // Write to many at once; let it go out where somebody else wrote it.
  announce: [Y, Y, Y, Y, n, n, n, n, n, n, n],
  previewResult: [Y, Y, Y, Y, n, n, n, n, n, n, n],
  // How a result came about: before it is published too; a coordinator for his unit, once it is.
  explainResult: [Y, Y, Y, Y, n, Y, n, n, U, n, n],
  // Of the final: who heads a unit's jury has no part in them.
  makePapers: [Y, Y, Y, Y, n, W, n, n, n, n, n],
  proposeResult: [V, n, V, V, n, W, n, n, n, n, n],
  approveResult: [V, Y, V, n, n, n, n, n, n, n, n],
  // Who of the best is on stage at the showcase.
  pickShowcase: [Y, Y, Y, n, n, n, n, n, n, n, n],
  publishResult: [Y, n, Y, Y, n, n, n, n, n, n, n],

  // Complaints: to make one; to write its answer, and to decide whether it is right.
  complain: [n, n, n, n, n, n, n, n, Y, Y, n],
  answerComplaint: [Y, Y, Y, Y, n, n, n, n, n, n, n],
  decideComplaint: [V, Y, V, n, n, n, n, n, n, n, n],
  // Say which numbers count where those at the freeze were wrong.
  ruleEngagement: [V, Y, V, n, n, n, n, n, n, n, n],

  // What people ask.
  answerQuestion: [Y, Y, Y, Y, n, n, n, n, n, n, n],

  // People: to see who holds what; to invite somebody to a role, and to end it.
  seeRoles: [Y, Y, Y, Y, n, n, n, n, U, n, n],
  'appoint:organizer': [Y, Y, n, n, n, n, n, n, n, n, n],
  'appoint:chair': [Y, Y, n, n, n, n, n, n, n, n, n],
  'appoint:standing_agency': [Y, Y, Y, n, n, n, n, n, n, n, n],
  'appoint:secretary': [Y, Y, Y, n, n, n, n, n, n, n, n],
  'appoint:support_staff': [Y, Y, Y, Y, n, n, n, n, n, n, n],
  // A coordinator appoints those who judge in his own unit's selection.
  'appoint:head_judge': [Y, Y, Y, n, n, n, n, n, S, n, n],
  'appoint:judge': [Y, Y, Y, n, n, n, n, n, S, n, n],
  'appoint:screener': [Y, Y, Y, n, n, n, n, n, n, n, n],
  'appoint:unit_coordinator': [Y, Y, Y, Y, n, n, n, n, U, n, n],
} satisfies Record<string, Row>;

export type Act = keyof typeof table;
export const acts = Object.keys(table) as Act[];

export const cellOf = (act: Act, capacity: Capacity): Cell => {
  const row: Row = table[act];
  return row[capacities.indexOf(capacity)] ?? 'no';
};

/** Whose an act is in the first place: while one of them is there, nobody stands in. `[]`: nobody ever does. */
export function incumbentsOf(act: Act): RoleName[] {
  if (!roleNames.some((role) => cellOf(act, role) === 'vacant')) return [];
  return roleNames.filter((role) => ['yes', 'whole'].includes(cellOf(act, role)));
}

/** What a cell comes to under this plan. */
function cellUnder(plan: Plan, act: Act, capacity: Capacity): Exclude<Cell, 'selecting'> {
  const cell = cellOf(act, capacity);
  if (cell !== 'selecting') return cell;
  return selectionOf(plan) ? 'unit' : 'no';
}

/**
 * What somebody is in a contest. Everybody is `anyone` beside it. `standsIn`: nobody is there whose the act is
 * in the first place.
 */
export type Capacities = { duties: readonly Duty[]; isAuthor: boolean; standsIn?: boolean };

export type Right = { kind: 'yes' } | { kind: 'no' } | { kind: 'units'; units: string[] };

/** The best that any of his capacities gives him; but nobody takes part whom one of them bars. */
export function rightTo(act: Act, plan: Plan, { duties, isAuthor, standsIn = false }: Capacities): Right {
  const cells = duties.map(({ role, unit }) => ({ role, unit, cell: cellUnder(plan, act, role) }));
  if (cells.some(({ role, cell }) => cell === 'eligible' && barsAuthorship(plan, role)))
    return { kind: 'no' };
  const plain: Capacity[] = isAuthor ? ['author', 'anyone'] : ['anyone'];
  const isFree = [...cells.map(({ cell }) => cell), ...plain.map((each) => cellOf(act, each))].some(
    (cell) => cell === 'yes' || cell === 'eligible' || (cell === 'vacant' && standsIn),
  );
  if (isFree || cells.some(({ cell, unit }) => cell === 'whole' && unit === null)) return { kind: 'yes' };
  const units = cells.flatMap(({ unit, cell }) => (cell === 'unit' && unit !== null ? [unit] : []));
  return units.length > 0 ? { kind: 'units', units } : { kind: 'no' };
}

/** The roles that open this act, for its refusal: "this is for …". */
export const rolesFor = (plan: Plan, act: Act): RoleName[] =>
  roleNames.filter((role) => ['yes', 'unit', 'whole'].includes(cellUnder(plan, act, role)));
