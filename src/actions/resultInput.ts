import { rankingRulesOf } from '../domain/decisions.js';
import type { ToExplain } from '../domain/ranking/explain.js';
import type { Sheet, Snapshot, StoredEntry } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { admittedEntries } from './entries.js';
import { inRound } from './recordScore.js';
import { rolesIn } from './roles.js';
import { finalSeat, judgesAt } from './seats.js';

export type ResultInput = {
  input: ToExplain;
  entries: Map<string, StoredEntry>;
  /** Those who sit on the jury, in the order in which they came to it. */
  judges: { person: string; name: string }[];
};

/** All that the result of a contest follows from, as it lies in the database at this moment. */
export async function resultInput(work: Work, contest: Contest): Promise<ResultInput> {
  const seat = finalSeat(contest);
  const [entries, sheets, snapshots, judges, heads] = await Promise.all([
    admittedEntries(work, contest),
    work.store.sheets
      .find({ contest: contest.id, ...inRound(seat) })
      .sort({ _id: 1 })
      .lean<Sheet[]>(),
    work.store.snapshots.find({ contest: contest.id }).sort({ at: 1, _id: 1 }).lean<Snapshot[]>(),
    judgesAt(work, contest, seat),
    rolesIn(work, contest, ['head_judge']),
  ]);
  const live = new Set(entries.map(({ code }) => code));
  const sitting = new Set(judges.map(({ person }) => person));
  // Who heads a unit's jury only, heads nothing here.
  const head = heads.find(({ unit, person }) => unit === null && sitting.has(person));
  const input: ToExplain = {
    rules: rankingRulesOf(contest.plan),
    entries: entries.map(({ code, submittedAt }) => ({ code, submittedAt: submittedAt.toISOString() })),
    sheets: sheets
      .filter(({ entry, judge }) => live.has(entry) && sitting.has(judge))
      .map(({ judge, entry, points }) => ({ judge, entry, points })),
    snapshots: snapshots
      .filter(({ entry }) => live.has(entry))
      .map(({ entry, at, likes, shares }) => ({ entry, at: at.toISOString(), likes, shares })),
    headJudge: head?.person,
    judges: judges.map(({ person }) => person),
  };
  return { input, entries: new Map(entries.map((entry) => [entry.code, entry])), judges };
}
