import { createHash } from 'node:crypto';
import type { Plan } from './plan.js';

/** Rules that took the place of the earlier ones. `by` is a person's id; `document: null`: there is none. */
export type PublishedRules = {
  text: string;
  reason: string;
  document: string | null;
  by: string;
  at: Date;
  turn: string;
};

/** One version of the rules. `published: null`: the plan itself has it. */
export type RulesVersion = {
  version: number;
  text: string;
  /** SHA-256 of the text. */
  digest: string;
  published: PublishedRules | null;
};

/** That somebody has read a version and agrees to it, and who said so. */
export type Acknowledgement = Pick<RulesVersion, 'version' | 'digest'> & {
  by: string;
  at: Date;
  turn: string;
};

/** All versions, the plan's own first. They are numbered on from it, and none is ever edited. */
export function rulesVersions(
  { texts: { rules } }: Plan,
  published: readonly PublishedRules[],
): [RulesVersion, ...RulesVersion[]] {
  return [
    { version: rules.version, text: rules.text, digest: digestOf(rules.text), published: null },
    ...published.map((each, index) => ({
      version: rules.version + index + 1,
      text: each.text,
      digest: digestOf(each.text),
      published: each,
    })),
  ];
}

/** The plan with the rules that are in force. What the committee has published is nobody's sample. */
export function withRules(plan: Plan, published: readonly PublishedRules[]): Plan {
  if (published.length === 0) return plan;
  const { version, text } = inForce(rulesVersions(plan, published));
  return { ...plan, texts: { ...plan.texts, rules: { version, text, sample: false } } };
}

export const inForce = (versions: readonly [RulesVersion, ...RulesVersion[]]): RulesVersion =>
  versions.at(-1) ?? versions[0];

/** Is this very text of this version among those that were agreed to? */
export const isAcknowledged = (
  { version, digest }: RulesVersion,
  given: readonly Acknowledgement[] | undefined,
): boolean => given?.some((each) => each.version === version && each.digest === digest) ?? false;

/** Does a version lie between the newest and what was agreed to last? That one may be the one that was read. */
export const hasMissed = (newest: number, given: readonly Acknowledgement[] | undefined): boolean =>
  newest - Math.max(0, ...(given ?? []).map(({ version }) => version)) > 1;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
