import { z } from 'zod';
import { complaintRules } from './plan/complaints.js';
import { component, entryDemands } from './plan/components.js';
import { type ClosingEdge, windowsByName } from './plan/dateWords.js';
import { fitTogether } from './plan/fitTogether.js';
import { cluster, organizing, responsible } from './plan/organizing.js';
import { prize, prizeRules } from './plan/prizes.js';
import { reminder } from './plan/reminders.js';
import { feeding, round } from './plan/rounds.js';
import { scoringPart } from './plan/scoring.js';
import { type Screening, screening } from './plan/screening.js';
import { citations, documents, otherwise } from './plan/sources.js';
import { isKnown, orUnknown, type Unknown } from './plan/unknown.js';
import { count, differByIds, dong, id, line, type PerUnit } from './plan/values.js';

export type { Component } from './plan/components.js';
export type { Prize } from './plan/prizes.js';
export { hoursBefore, type Reminder } from './plan/reminders.js';
export {
  entryRound,
  type Feeding,
  leastOf,
  nextRound,
  quotaOf,
  type Round,
  roundsInOrder,
  selectionLevel,
  showcaseRound,
  submissionQuota,
} from './plan/rounds.js';
export type { Screening } from './plan/screening.js';
export { type Citation, isSample, type Otherwise, sourceOf } from './plan/sources.js';
export { isKnown, isUnknown, type Unknown, unknown } from './plan/unknown.js';
export type { PerUnit } from './plan/values.js';

const versionedText = z.strictObject({
  version: count,
  /** Our wording, which the committee has to confirm or replace before the contest is real. */
  sample: z.boolean(),
  text: line,
});

/**
 * One contest as a document. A value that no source states is `unknown`. `documents` lists the sources,
 * and `sources` says for each path, and what lies under it, which of them it was taken from.
 */
export const planSchema = z
  .strictObject({
    id,
    kind: z.enum(['contest', 'live_contest']),
    name: line,
    shortName: line,
    theme: orUnknown(line),
    codePrefix: z.string().regex(/^[A-Z]{1,6}$/, 'not_a_prefix'),
    organizing,
    responsible: responsible.default({}),
    feeds: feeding.optional(),
    units: z.strictObject({
      list: id,
      root: z.string().regex(/^\d+$/, 'not_a_unit_code'),
      clusters: z.array(cluster).superRefine(differByIds).default([]),
    }),
    components: z.array(component).min(1).superRefine(differByIds),
    /** How many of the components a unit takes part in: one, or as many as it wants. */
    componentChoice: z.enum(['only', 'one_or_more']),
    eligibility: z.strictObject({
      who: orUnknown(line),
      /** Roles in this contest that bar from being an author in it. */
      barred: orUnknown(z.array(z.enum(['organizing_committee', 'jury', 'secretariat', 'support_staff']))),
      /** Who else may not take part, in words. */
      excluded: z.array(line).default([]),
    }),
    windows: windowsByName,
    rounds: z.array(round).min(1).superRefine(differByIds),
    entries: entryDemands,
    screening: screening.optional(),
    scoring: scoringPart,
    prizes: orUnknown(z.array(prize).superRefine(differByIds)),
    prizeRules: prizeRules.optional(),
    complaints: complaintRules,
    budget: orUnknown(dong).optional(),
    reminders: z.array(reminder).superRefine(differByIds).default([]),
    /** The most reminders that anybody gets on one day, over all contests. */
    remindersADay: count.optional(),
    /** `approval`: what is announced to many goes out when a second person has agreed to it. */
    announcements: z.strictObject({ approval: z.boolean() }).optional(),
    texts: z.strictObject({
      consent: versionedText.extend({ controller: orUnknown(line) }),
      rules: versionedText,
    }),
    otherwise: z.array(otherwise).superRefine(differByIds).default([]),
    documents,
    sources: citations,
  })
  .superRefine(fitTogether);

export type Plan = z.output<typeof planSchema>;

export const screeningOf = (plan: Pick<Plan, 'screening'>): Screening | null => plan.screening ?? null;

/** How many minutes after a deadline something is still taken; none where nobody promised any. */
export const graceOf = ({ entries }: Pick<Plan, 'entries'>): number =>
  isKnown(entries.graceMinutes) ? entries.graceMinutes : 0;

/** What the jury of the last judged round is called; `null`: the plan has no name for it. */
export function finalJuryName({ rounds }: Pick<Plan, 'rounds'>): string | null {
  const jury = rounds.find(({ kind }) => kind === 'final')?.jury;
  return jury && isKnown(jury) && isKnown(jury.name) ? jury.name : null;
}

export type PeopleList = { component: string; least: PerUnit | Unknown; freeze: ClosingEdge | Unknown };

/** The list of people that a component closes at a moment: of the one named, else of the first with a list. */
export function listOf({ components }: Pick<Plan, 'components'>, componentId?: string): PeopleList | null {
  const listed = components.find(({ id, list }) => list && (componentId === undefined || id === componentId));
  return listed?.list ? { component: listed.id, ...listed.list } : null;
}
