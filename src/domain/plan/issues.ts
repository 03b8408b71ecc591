import type { z } from 'zod';

export type Issue = z.core.$ZodIssue;

/**
 * What is wrong with a document, place by place. Where a value may be one of several things, zod only says
 * that it is none of them; here it is what keeps it from being the one it comes closest to.
 */
export const issuesOf = ({ issues }: z.ZodError): Issue[] => issues.flatMap(meant);

function meant(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const options = issue.errors.map((issues) => issues.flatMap(meant));
  const closest = options.reduce((best, option) => (distance(option) <= distance(best) ? option : best));
  return closest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** A value of quite another kind is farther off than one with many faults inside. */
const distance = (issues: Issue[]): number =>
  issues.length + (issues.some(({ path }) => path.length === 0) ? 100 : 0);
