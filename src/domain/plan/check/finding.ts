import type { Window, Windows } from '../../dates.js';
import type { DecimalText } from '../../decimals.js';
import type { Plan } from '../../plan.js';
import type { Units } from '../../units.js';
import type { Path } from '../paths.js';

/** `unknown`: nobody stated it, and somebody will need it. */
export type Severity = 'error' | 'warning' | 'unknown';

/** Everything that can be found in a plan, and how bad it is. */
export const severities = {
  zero_days: 'error',
  opens_before_feeder_closes: 'error',
  begins_too_early: 'error',
  registration_after_submission: 'warning',
  results_before_votes_close: 'error',
  results_before_scores_close: 'error',
  freeze_after_results: 'error',
  freeze_before_votes_close: 'warning',
  votes_after_freeze: 'warning',
  close_common_or_each: 'unknown',
  undated: 'unknown',
  list_freezes_too_late: 'error',
  documents_disagree: 'warning',
  judged_while_votes_open: 'warning',

  two_bodies: 'error',
  screening_not_described: 'unknown',
  majority_of_even: 'warning',
  controller_unknown: 'unknown',

  lower_later_than_intake: 'error',
  lower_later_than_limit: 'error',
  launch_differs_from_upper: 'warning',
  sends_more_than_taken: 'error',
  sends_less_than_taken: 'warning',
  owes_more_than_allowed: 'error',
  sent_count_unknown: 'unknown',
  upper_not_found: 'warning',
  upper_round_not_found: 'error',
  upper_takes_other_level: 'error',
  nothing_takes_entries: 'error',

  weights_not_hundred: 'error',
  criteria_not_scale: 'error',
  scale_not_named: 'warning',
  max_not_in_steps: 'warning',
  points_unknown: 'unknown',
  audience_without_conversion: 'unknown',
  audience_without_scaling: 'unknown',
  engagement_undefined: 'unknown',
  audience_prize_missing: 'warning',
  audience_prize_without_vote: 'error',
  quorum_over_judges: 'error',
  quorum_over_views: 'error',
  views_over_judges: 'error',
  tie_chain_open: 'warning',
  tie_steps_unreached: 'warning',
  tie_step_without_audience: 'error',

  part_without_points: 'error',
  criterion_without_part: 'error',
  criterion_in_two_parts: 'error',

  prizes_unknown: 'unknown',
  prize_incomplete: 'unknown',
  prizes_over_budget: 'error',
  lower_prize_is_worth_more: 'warning',

  unknown_blocks: 'unknown',
  demands_unknown: 'unknown',
  tolerance_unknown: 'unknown',
  quiz_unknown: 'unknown',
  part_takes_more_than_team: 'error',
  smallest_team_over_largest: 'error',
  team_over_any: 'error',
  teams_contradict: 'error',
  shortest_over_longest: 'error',

  no_such_list: 'error',
  no_such_unit: 'error',
  unit_in_two_clusters: 'error',
  unit_twice_in_cluster: 'error',
  unit_in_no_cluster: 'warning',
  clusters_missing: 'warning',
} as const satisfies Record<string, Severity>;
export type FindingCode = keyof typeof severities;

/** Something that has a name in people's language, by the key of its words. */
export type Term = { term: string };
/** What fills a sentence, before it is put into words: a name, a moment, a period, points, money. */
export type Fact =
  | string
  | number
  | Date
  | Window
  | Term
  | Term[]
  | { decimal: DecimalText }
  | { dong: number }
  | { seconds: number };

/** `values` are what the sentence of its code needs. */
export type Finding = {
  code: FindingCode;
  severity: Severity;
  path: Path;
  values: Record<string, Fact>;
};

export const found = (code: FindingCode, path: Path, values: Record<string, Fact> = {}): Finding => ({
  code,
  severity: severities[code],
  path,
  values,
});

/** `body`, `standing_agency`: the words under `check.bodyStandingAgency`. */
export const term = (kind: string, name: string): Term => ({ term: `check.${camel(`${kind}_${name}`)}` });

export const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What a plan is checked with: the plan it feeds and the list of units, `null` if looked for in vain. */
export type Checked = {
  plan: Plan;
  windows: Windows;
  upper?: { plan: Plan; windows: Windows } | null;
  units?: Units | null;
};

export type Rule = (checked: Checked) => Finding[];
