import { createHash } from 'node:crypto';
import type { Plan } from '../plan.js';
import type { Finding } from './check.js';
import { type Path, valueAt } from './paths.js';

/** An organizer knows of a finding and lets it stand, for a reason. `by` is his person's id. */
export type Acceptance = {
  code: string;
  path: Path;
  reason: string;
  by: string;
  at: Date;
  /** Of what the finding was about, as it was then. */
  digest: string;
};

/** To be kept: it counts as long as nothing changes in what it is about. */
export const acceptanceOf = (
  plan: Plan,
  finding: Finding,
  given: Pick<Acceptance, 'reason' | 'by' | 'at'>,
): Acceptance => ({ ...given, code: finding.code, path: finding.path, digest: digestOf(plan, finding) });

export type Weighed = Finding & { accepted: Acceptance | null };

/** Each finding with the acceptance that still covers it; of several the latest. */
export function withAcceptances(
  plan: Plan,
  findings: readonly Finding[],
  acceptances: readonly Acceptance[],
): Weighed[] {
  const latestFirst = [...acceptances].sort((a, b) => b.at.getTime() - a.at.getTime());
  return findings.map((finding) => {
    const digest = digestOf(plan, finding);
    const accepted = latestFirst.find(
      ({ code, path, ...then }) => code === finding.code && path === finding.path && then.digest === digest,
    );
    return { ...finding, accepted: accepted ?? null };
  });
}

/**
 * Of the value at the path and of what the sentence names: a window can be moved into another without
 * being touched itself, and the plan above lies elsewhere.
 */
const digestOf = (plan: Plan, { path, values }: Finding): string =>
  createHash('sha256')
    .update(inOrder([valueAt(plan, path) ?? null, values]))
    .digest('hex');

/** The same text for the same value, in whatever order a database returns its fields. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
