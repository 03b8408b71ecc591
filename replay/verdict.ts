import { type Company, leftOpen, stillIn } from './company.js';
import { hasVideo } from './contest.js';
import { type Finding, findingsIn } from './findings.js';
import { reckoned } from './reckoning.js';
import type { ContestRecord, Counts } from './record.js';

/** What of a contest was not played, and why. */
export type Left =
  /** There is no such part of the assistant yet. */
  | { kind: 'components'; titles: string[] }
  /** The assistant refuses to go on before somebody settles it. */
  | { kind: 'undecided'; paths: string[] };

export type Verdict = {
  contest: string;
  /** It came to a published result. */
  isRanked: boolean;
  findings: Finding[];
  left: Left[];
};

/** Whether a contest has ended as what people did in it lets expect. */
export function verdictOn(
  company: Company,
  recorded: ContestRecord,
  results: Record<string, string>,
  counts: Counts,
): Verdict {
  const { contest, done } = company;
  const isRanked = hasVideo(contest) && leftOpen(company).length === 0;
  const entries = stillIn(company).length;
  const sheets = [...done.sheets.values()].reduce((sum, own) => sum + own.size, 0);
  const people = [...done.lists.values()].reduce((sum, names) => sum + names, 0);
  const findings = findingsIn(recorded, results, counts, {
    registered: done.registered,
    entries,
    unscreened: 0,
    sheets,
    lists: done.lists.size,
    people,
    ranking: isRanked ? reckoned(company) : [],
  });
  return { contest: contest.plan.shortName, isRanked, findings, left: leftIn(company) };
}

function leftIn(company: Company): Left[] {
  const unplayed = company.contest.plan.components.filter(({ kind }) => kind !== 'video');
  const open = leftOpen(company);
  if (unplayed.length > 0) return [{ kind: 'components', titles: unplayed.map(({ title }) => title) }];
  return open.length > 0 ? [{ kind: 'undecided', paths: open }] : [];
}
