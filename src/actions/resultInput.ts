import { rankingRulesOf } from '../domain/decisions.js';
import type { ToExplain } from '../domain/ranking/explain.js';
import type { Ranking, RankingInput } from '../domain/ranking.js';
import { absenceOf, isJudgedOnStage, orderOf } from '../domain/stage.js';
import type { Lock, PersonId, Result, Ruling, StoredEntry, StoredStage } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { engagementToRank, rulingsIn } from './engagement.js';
import { admittedEntries } from './entries.js';
import { type SheetsToRank, sheetsIn, sheetsToRank } from './lockSheets.js';
import { drawnLots } from './lots.js';
import { namesHeld } from './roles.js';
import { finalSeat, judgesAt } from './seats.js';

export type Juror = { person: PersonId; name: string };

export type ResultInput = {
  input: ToExplain;
  /** Of the lock from which the sheets are. */
  seal: SheetsToRank['seal'];
  entries: Map<string, StoredEntry>;
  /** Those who sit on the jury, in the order in which they came to it; then whoever else has given sheets. */
  judges: Juror[];
  /** What was ruled about the entries' engagement. */
  rulings: Ruling[];
};

/**
 * All that the result of a contest follows from: the locked sheets, and the snapshots and lots as they lie there now.
 * `from`: the sheets of another lock than the one in force. `rulings`: only so many, as when a result was made.
 */
export async function resultInput(
  work: Work,
  contest: Contest,
  { from = null, rulings: ruled }: { from?: SheetsToRank | null; rulings?: number } = {},
): Promise<ResultInput> {
  const rulings = await rulingsIn(work, contest, ruled);
  const [entries, { sheets, leftOut, headJudge, seal, at }, snapshots, draws] = await Promise.all([
    admittedEntries(work, contest),
    from ?? sheetsToRank(work, contest, finalSeat(contest)),
    engagementToRank(work, contest, rulings),
    drawnLots(work, contest),
  ]);
  const live = new Set(entries.map(({ code }) => code));
  const judges = await jurorsOf(work, contest, [...sheets, ...leftOut]);
  const ranked = new Set(sheets.map(({ judge }) => judge));
  const left = new Set(leftOut.flatMap(({ judge, why }) => (why === 'notSitting' ? judge : [])));
  const absent = await absentFrom(work, contest, at);
  const input: ToExplain = {
    rules: rankingRulesOf(contest.plan),
    entries: entries.map(({ code, submittedAt }) => ({
      ...{ code, submittedAt: submittedAt.toISOString() },
      ...(absent.has(code) && { absent: true }),
    })),
    sheets: sheets.filter(({ entry }) => live.has(entry)),
    leftOut: leftOut.filter(({ entry }) => live.has(entry)),
    snapshots: snapshots.filter(({ entry }) => live.has(entry)),
    headJudge,
    // Who left the jury is named where he has a sheet, and missing nowhere.
    judges: judges.map(({ person }) => person).filter((person) => ranked.has(person) || !left.has(person)),
    draws,
  };
  return { input, seal, entries: new Map(entries.map((entry) => [entry.code, entry])), judges, rulings };
}

/** Who hadn't come to a final on a stage, as it stood when its sheets were locked. */
async function absentFrom({ store }: Work, { id, plan }: Contest, at: Date | null): Promise<Set<string>> {
  if (!isJudgedOnStage(plan)) return new Set();
  const stored = await store.stages.findById(id).lean<StoredStage>();
  const events = (stored?.events ?? []).filter((event) => at === null || event.at <= at);
  return new Set(orderOf(events).filter((code) => absenceOf(events, code) !== null));
}

/** The lock that a result was ranked from, as it lies there now; of an older result the last before it. */
export const lockBehind = (
  work: Work,
  contest: Contest,
  { lock, publishedAt }: Result,
): Promise<Lock | null> =>
  work.store.locks
    .findOne({
      contest: contest.id,
      ...finalSeat(contest),
      ...(lock ? { number: lock.number } : { at: { $lte: publishedAt } }),
    })
    .sort({ number: -1 })
    .lean<Lock>()
    .exec();

/** All that a published result follows from; `lock`: what it was ranked from, see `lockBehind`. */
export async function publishedInput(
  work: Work,
  contest: Contest,
  { rulings = 0, ranking }: Pick<Result, 'rulings' | 'ranking'>,
  lock: Lock | null,
): Promise<ResultInput> {
  const found = await resultInput(work, contest, {
    from: lock ? await sheetsIn(work, lock) : { sheets: [], leftOut: [], seal: null, at: null },
    rulings,
  });
  return tellsAbsence(ranking) ? found : { ...found, input: untold(found.input) };
}

/** Does it say of anybody that he was absent? Once no ranking did, and what was published then stays as it is. */
const tellsAbsence = (ranking: unknown): boolean =>
  (ranking as Ranking).unranked.some(({ reason }) => reason === 'absent');

/** A ranking of now in the words of one that was kept. */
export const asToldIn = (kept: unknown, ranking: Ranking): Ranking =>
  tellsAbsence(kept) ? ranking : untoldIn(ranking);

/** As it was ranked before it was told who was absent. */
export const untoldIn = (ranking: Ranking): Ranking => ({
  ...ranking,
  unranked: ranking.unranked.map((each) => ({ ...each, reason: 'belowQuorum' as const })),
});

/** What the same was ranked from before it was told who was absent. */
export const untold = <Input extends RankingInput>(input: Input): Input => ({
  ...input,
  entries: input.entries.map(({ absent: _, ...entry }) => entry),
});

/**
 * Who sits in the final, and after them whoever has given one of these sheets and sits no longer, by the name that
 * he had there.
 */
export async function jurorsOf(
  work: Work,
  contest: Contest,
  sheets: readonly { judge: PersonId }[],
): Promise<Juror[]> {
  const sitting = await judgesAt(work, contest, finalSeat(contest));
  const known = new Set(sitting.map(({ person }) => person));
  const others = [...new Set(sheets.map(({ judge }) => judge))].filter((judge) => !known.has(judge));
  const names = await namesHeld(work, contest, others);
  return [...sitting, ...others.map((person) => ({ person, name: names.get(person) ?? person }))];
}
