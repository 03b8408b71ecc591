import { windowsOf } from '../dates.js';
import type { Plan } from '../plan.js';
import type { Units } from '../units.js';
import { controllerUnknown, screeningGaps, twoBodies } from './check/bodies.js';
import * as dates from './check/dates.js';
import type { Checked, Finding, Rule, Severity } from './check/finding.js';
import * as levels from './check/levels.js';
import * as prizes from './check/prizes.js';
import * as scoring from './check/scoring.js';
import { liveParts } from './check/stage.js';
import { clustersMissing, unitsNamed } from './check/units.js';
import { blocking, demands, otherComponents, teamSizes } from './check/unknowns.js';

export type { Fact, Finding, FindingCode, Severity, Term } from './check/finding.js';

/** In the order in which a plan is read: bodies, units, dates, levels, demands, points, money, texts. */
const rules: Rule[] = [
  twoBodies,
  unitsNamed,
  clustersMissing,
  dates.undated,
  dates.zeroDays,
  dates.opensBeforeFeederCloses,
  dates.beginsTooEarly,
  dates.registrationAfterSubmission,
  dates.commonOrEach,
  dates.resultsTooEarly,
  dates.freezeOutOfPlace,
  dates.listFreezesTooLate,
  dates.otherDays,
  levels.laterThanIntake,
  levels.sendsOtherThanTaken,
  levels.owesTooMuch,
  levels.nothingTakesEntries,
  levels.againstUpper,
  screeningGaps,
  demands,
  teamSizes,
  otherComponents,
  scoring.weights,
  scoring.criteria,
  scoring.conversion,
  scoring.quorum,
  scoring.assignment,
  scoring.tieChain,
  liveParts,
  blocking,
  prizes.incompletePrizes,
  prizes.overBudget,
  prizes.prizeOrder,
  prizes.audiencePrize,
  controllerUnknown,
];

/** The plan that a plan feeds, and its list of units; `null` where one was looked for and isn't there. */
export type Around = { upper?: Plan | null; units?: Units | null };

const order: Severity[] = ['error', 'warning', 'unknown'];

/** What is contradictory, doubtful or missing in a plan: errors first. What nobody brought isn't compared. */
export function checkPlan(plan: Plan, around: Around = {}): Finding[] {
  const { upper, units } = around;
  const checked: Checked = {
    plan,
    windows: windowsOf(plan),
    ...(upper !== undefined && { upper: upper && { plan: upper, windows: windowsOf(upper) } }),
    ...(units !== undefined && { units }),
  };
  return rules
    .flatMap((rule) => rule(checked))
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
