import { hasOpened, type Window } from '../domain/dates.js';
import { type Ranking, rank } from '../domain/ranking.js';
import { Refusal } from '../domain/refusal.js';
import { selectionRulesOf } from '../domain/selection.js';
import type { StoredEntry } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { sheetsToRank } from './lockSheets.js';
import { lockedAt } from './locks.js';
import { needRight } from './permissions.js';
import { entriesAt, windowOfSeat } from './seats.js';
import { needSelection, selectionSeat } from './selecting.js';

export type UnitRanking = {
  ranking: Ranking;
  quorum: number;
  entries: Map<string, StoredEntry>;
  /** How many sheets count for each entry. */
  sheets: Map<string, number>;
};

/** What a unit's judges came to. Refuses whom it isn't for, and everybody while they may still score. */
export async function seeRanking(turn: Turn, contest: Contest, unit: string): Promise<UnitRanking> {
  await needRight(turn, contest, 'holdSelection', unit);
  const seat = selectionSeat(contest, unit);
  if (!(await lockedAt(turn, contest, seat))) throw notYet(turn, windowOfSeat(contest, seat));
  return rankUnit(turn, contest, unit);
}

function notYet({ t, now }: Turn, window: Window): Refusal {
  const closes = t.moment(window.closes);
  if (window.opens && !hasOpened(window, now))
    return new Refusal('selection.notOpen', { opens: t.moment(window.opens), closes });
  return new Refusal('selection.notYet', { closes });
}

/** From the sheets of this unit's selection alone: as they were locked, or as they are at this moment. */
export async function rankUnit(work: Work, contest: Contest, unit: string): Promise<UnitRanking> {
  const seat = selectionSeat(contest, unit);
  const rules = selectionRulesOf(contest.plan, needSelection(contest));
  const [entries, given] = await Promise.all([
    entriesAt(work, contest, seat),
    sheetsToRank(work, contest, seat),
  ]);
  const live = new Set(entries.map(({ code }) => code));
  const sheets = given.sheets.filter(({ entry }) => live.has(entry));
  const counted = sheets.filter((sheet) => !('abstained' in sheet));
  const counts = new Map(
    entries.map(({ code }) => [code, counted.filter(({ entry }) => entry === code).length]),
  );
  return {
    ranking: rank({
      rules,
      entries: entries.map(({ code, submittedAt }) => ({ code, submittedAt: submittedAt.toISOString() })),
      sheets,
      snapshots: [],
      headJudge: given.headJudge,
    }),
    quorum: rules.jury.quorum,
    entries: new Map(entries.map((entry) => [entry.code, entry])),
    sheets: counts,
  };
}
