import { z } from 'zod';
import { windowName, windowsByName } from './plan/dateWords.js';
import { scoringPart } from './plan/scoring.js';
import { isKnown, orUnknown } from './plan/unknown.js';
import { unitLevel } from './units/unit.js';

export { isKnown, isUnknown, type Unknown, unknown } from './plan/unknown.js';

const id = z.string().regex(/^[a-z][a-z0-9_-]*$/);
const line = z.string().trim().min(1);
const count = z.int().positive();
const dong = z.int().positive();

/** So many per unit of this level: `{ level: district, count: 2 }`. */
const perUnit = z.strictObject({ level: unitLevel, count });
export type PerUnit = z.output<typeof perUnit>;

const component = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('video'), title: line }),
  z.strictObject({
    id,
    kind: z.literal('live'),
    title: line,
    parts: z.array(
      z.strictObject({
        id,
        title: line,
        /** How many of the team may take part in this part at once. */
        people: orUnknown(z.union([z.strictObject({ most: count }), z.literal('registered')])),
      }),
    ),
  }),
  z.strictObject({
    id,
    kind: z.literal('quiz'),
    title: line,
    questions: orUnknown(count),
    minutes: orUnknown(count),
    attempts: orUnknown(count),
    leastPeople: orUnknown(perUnit),
  }),
]);

const round = z.strictObject({
  id,
  title: line,
  /** `selection`: a level picks what it sends up; `screening`: every entry is checked against the demands. */
  kind: z.enum(['selection', 'screening', 'final', 'showcase']),
  component: id,
  level: orUnknown(unitLevel),
  window: windowName,
  /** What comes in: from which level, during which window, at most how many from each unit. */
  intake: z
    .strictObject({
      from: orUnknown(unitLevel),
      window: windowName,
      quota: orUnknown(perUnit),
      least: orUnknown(perUnit),
    })
    .optional(),
  /** How many go on to this round in all; who is picked, and by what. */
  places: orUnknown(count).optional(),
  picked: line.optional(),
  jury: orUnknown(line),
});
export type Round = z.output<typeof round>;

const prize = z.strictObject({
  id,
  title: line,
  tier: orUnknown(z.enum(['first', 'second', 'third', 'consolation', 'extra'])),
  scope: orUnknown(z.enum(['collective', 'individual'])),
  basis: orUnknown(z.enum(['jury', 'total', 'audience', 'live'])),
  count: orUnknown(count),
  sum: orUnknown(dong),
  certificate: orUnknown(z.enum(['giay_khen', 'bang_khen', 'none'])),
});

const entryDemands = z.strictObject({
  /** Whose they are: a unit's, sent in for it, or the authors' own. */
  sentBy: z.enum(['unit', 'author']),
  /** The level of the units whose people make them. */
  madeBy: orUnknown(unitLevel),
  perAuthor: orUnknown(count),
  demands: z.strictObject({
    seconds: orUnknown(
      z.strictObject({ least: count, most: count, tolerance: orUnknown(z.int().nonnegative()) }),
    ),
    containers: orUnknown(z.array(line).min(1)),
    leastHeight: orUnknown(count),
    mostBytes: orUnknown(count),
    channels: orUnknown(z.array(z.enum(['chat_file', 'upload', 'link'])).min(1)),
    conditions: z.array(line),
  }),
});

const versionedText = z.strictObject({
  version: count,
  /** Our wording, which the committee has to confirm or replace before the contest is real. */
  sample: z.boolean(),
  text: z.string().trim().min(1),
});

const citation = z.strictObject({
  from: z.union([id.transform((only) => [only]), z.array(id).min(1)]),
  note: line.optional(),
});
export type Citation = z.output<typeof citation>;

/** Written by path; kept as a list, since paths have dots in them and the keys of a database may not. */
const citations = z.union([
  z.array(citation.extend({ path: z.string() })),
  z
    .record(z.string(), citation)
    .transform((byPath) => Object.entries(byPath).map(([path, cited]) => ({ path, ...cited }))),
]);

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
    codePrefix: z.string().regex(/^[A-Z]{1,6}$/),
    organizing: z.strictObject({
      committee: orUnknown(line),
      standingAgency: orUnknown(line),
      steeringCommittee: orUnknown(line).optional(),
    }),
    units: z.strictObject({ list: id, root: z.string().regex(/^\d+$/) }),
    components: z.array(component).min(1),
    /** How many of the components a unit takes part in: one, or as many as it wants. */
    componentChoice: z.enum(['only', 'one_or_more']),
    eligibility: z.strictObject({
      who: orUnknown(line),
      /** Roles in this contest that bar from being an author in it. */
      barred: orUnknown(z.array(z.enum(['organizing_committee', 'jury', 'secretariat', 'support_staff']))),
    }),
    windows: windowsByName,
    rounds: z.array(round).min(1),
    entries: entryDemands,
    scoring: scoringPart,
    prizes: orUnknown(z.array(prize)),
    budget: orUnknown(dong).optional(),
    texts: z.strictObject({
      consent: versionedText.extend({ controller: orUnknown(line) }),
      rules: versionedText,
    }),
    documents: z.record(id, z.strictObject({ title: line, number: line.optional(), date: line.optional() })),
    sources: citations,
  })
  .superRefine((plan, context) => {
    const refuse = (message: string, path: PropertyKey[], params: Record<string, string>) =>
      context.addIssue({ code: 'custom', message, path, params });
    plan.rounds.forEach((round, index) => {
      for (const [name, path] of [
        [round.window, ['window']],
        [round.intake?.window, ['intake', 'window']],
      ] as const) {
        if (name !== undefined && !(name in plan.windows)) {
          refuse('no_such_window', ['rounds', index, ...path], { other: name });
        }
      }
      if (!plan.components.some(({ id }) => id === round.component)) {
        refuse('no_such_component', ['rounds', index, 'component'], { other: round.component });
      }
    });
    for (const { path, from } of plan.sources) {
      for (const document of from) {
        if (!(document in plan.documents))
          refuse('no_such_document', ['sources', path, 'from'], { other: document });
      }
    }
  });

export type Plan = z.output<typeof planSchema>;

/** The round that takes entries in during `submission`. */
export const receivingRound = ({ rounds }: Plan): Round | undefined =>
  rounds.find(({ intake }) => intake?.window === 'submission');

/** How many entries that round takes from each unit of a level, `null` if nobody said. */
export function submissionQuota(plan: Plan): PerUnit | null {
  const quota = receivingRound(plan)?.intake?.quota;
  return quota && isKnown(quota) ? quota : null;
}

/** Where a value was taken from: the citation of the longest path that covers it. */
export function sourceOf({ sources }: Plan, path: string): Citation | undefined {
  return sources
    .filter((cited) => cited.path === path || path.startsWith(`${cited.path}.`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}
