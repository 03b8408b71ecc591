import { type Company, isRanked, stillIn } from './company.js';
import { differing, type Finding, findingsIn } from './findings.js';
import { reckoned, reckonedInUnits } from './reckoning.js';
import type { ContestRecord, Counts } from './record.js';

export type Verdict = {
  contest: string;
  /** It came to a published result. */
  isRanked: boolean;
  /** What the contest has, and the assistant doesn't run yet. */
  unplayed: string[];
  findings: Finding[];
};

/** Whether a contest has ended as what people did in it lets expect. */
export function verdictOn(
  company: Company,
  recorded: ContestRecord,
  results: Record<string, string>,
  counts: Counts,
): Verdict {
  const { contest, done } = company;
  const people = [...done.lists.values()].reduce((sum, names) => sum + names, 0);
  const findings = findingsIn(recorded, results, counts, {
    registered: done.registered,
    entries: stillIn(company).length,
    unscreened: 0,
    sheets: [...done.sheets.values(), ...done.selectionSheets.values()].reduce(
      (sum, own) => sum + own.size,
      0,
    ),
    nominations: done.nominated.length,
    lists: done.lists.size,
    people,
    ranking: isRanked(company) ? reckoned(company, recorded.draws) : [],
  });
  const elsewhere = differing(done.unitTotals, reckonedInUnits(company));
  if (elsewhere.length > 0) findings.push({ kind: 'reckonedOtherwise', codes: elsewhere });
  const unplayed = contest.plan.components.filter(({ kind }) => kind !== 'video').map(({ title }) => title);
  return { contest: contest.plan.shortName, isRanked: isRanked(company), unplayed, findings };
}
