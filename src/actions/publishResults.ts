import { createHash } from 'node:crypto';
import { hasClosed } from '../domain/dates.js';
import { blockingUnknowns, freezeInstant, rankingRulesOf } from '../domain/decisions.js';
import { isUnknown } from '../domain/plan.js';
import { type Ranking, rank } from '../domain/ranking.js';
import { Refusal } from '../domain/refusal.js';
import type { Result, Sheet, StoredEntry } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn, Work } from '../turn.js';
import { type Contest, needWindow } from './contest.js';
import { engagementToRank } from './engagement.js';
import { admittedEntries } from './entries.js';
import { describeOpenDecisions } from './openDecisions.js';
import { needRight } from './permissions.js';
import { inRound } from './recordScore.js';
import { finalSeat, judgesAt } from './seats.js';

export type RankedResult = { ranking: Ranking; entries: Map<string, StoredEntry> };

/** The ranking as the sheets and snapshots give it at this moment. */
export async function rankNow(work: Work, contest: Contest): Promise<RankedResult> {
  const [entries, sheets, snapshots, judges] = await Promise.all([
    admittedEntries(work, contest),
    work.store.sheets
      .find({ contest: contest.id, ...inRound(finalSeat(contest)) })
      .sort({ _id: 1 })
      .lean<Sheet[]>(),
    engagementToRank(work, contest),
    judgesAt(work, contest, finalSeat(contest)),
  ]);
  const live = new Set(entries.map(({ code }) => code));
  const sitting = new Set(judges.map(({ person }) => person));
  const ranking = rank({
    rules: rankingRulesOf(contest.plan),
    entries: entries.map(({ code, submittedAt }) => ({ code, submittedAt: submittedAt.toISOString() })),
    sheets: sheets
      .filter(({ entry, judge }) => live.has(entry) && sitting.has(judge))
      .map(({ judge, entry, points }) => ({ judge, entry, points })),
    snapshots: snapshots.filter(({ entry }) => live.has(entry)),
  });
  return { ranking, entries: new Map(entries.map((entry) => [entry.code, entry])) };
}

/** Refuses while anything that decides rank is open: rules, votes, sheets. */
export async function mayPublish(turn: Turn, contest: Contest): Promise<void> {
  await needRight(turn, contest, 'publishResult');
  const { t, now } = turn;
  const published = await latestResult(turn, contest);
  if (published && published.turn !== turn.id)
    throw new Refusal('publish.already', { at: t.moment(published.publishedAt) });
  const waits = blockingUnknowns(contest.plan);
  if (waits.length > 0)
    throw new Refusal('publish.undecided', { what: describeOpenDecisions(t, contest, now).text });
  const freeze = freezeInstant(contest.plan);
  if (freeze && now <= freeze) throw new Refusal('publish.votesOpen', { closes: t.moment(freeze) });
  const judging = needWindow(contest, 'judging');
  // Until the lock a judge may change his sheets; nobody sees an aggregate before it.
  if (!hasClosed(judging, now))
    throw new Refusal('publish.judgingOpen', { closes: t.moment(judging.closes) });
  if ((await admittedEntries(turn, contest)).length === 0) throw new Refusal('publish.noEntries');
  const { ranking } = await rankNow(turn, contest);
  if (ranking.noSnapshot.length > 0)
    throw new Refusal('publish.noEngagement', {
      codes: ranking.noSnapshot.join(', '),
      freeze: freeze ? t.moment(freeze) : '',
    });
  if (ranking.places.length > 0) return;
  const { quorum } = rankingRulesOf(contest.plan).jury;
  throw isUnknown(contest.plan.scoring.jury.quorum)
    ? new Refusal('publish.nobodyRanked', { quorum })
    : new Refusal('publish.nobodyRankedFinal', { quorum });
}

/**
 * Keeps the result under its version: whoever comes second finds it published. `changed`: it is no longer
 * what was previewed (`previewed` is the preview's digest).
 */
export async function publishResults(
  turn: Turn,
  contest: Contest,
  previewed: string,
): Promise<RankedResult | 'changed'> {
  const before = await latestResult(turn, contest);
  // This very turn, cut off after it had stored the result: nothing that happened since changes it.
  if (before?.turn === turn.id) return withEntries(turn, contest, before);
  await mayPublish(turn, contest);
  const ranked = await rankNow(turn, contest);
  if (digestOf(ranked) !== previewed) return 'changed';
  const result: Result = {
    _id: `${contest.id}/1`,
    contest: contest.id,
    version: 1,
    ranking: ranked.ranking,
    publishedAt: turn.now,
    by: turn.person,
    turn: turn.id,
  };
  try {
    await turn.store.results.create(result);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const first = await latestResult(turn, contest);
    throw new Refusal('publish.already', { at: turn.t.moment(first?.publishedAt ?? turn.now) });
  }
  return ranked;
}

async function withEntries(work: Work, contest: Contest, { ranking }: Result): Promise<RankedResult> {
  // Also what has left the contest since: it stands in the ranking that was published.
  const entries = await work.store.entries.find({ contest: contest.id }).lean<StoredEntry[]>();
  return { ranking: ranking as Ranking, entries: new Map(entries.map((entry) => [entry.code, entry])) };
}

/** The published result, `null` before. */
export async function publishedResult(work: Work, contest: Contest): Promise<RankedResult | null> {
  const result = await latestResult(work, contest);
  return result && withEntries(work, contest, result);
}

/** Tells whether two rankings are the same, to the last digit. */
export const digestOf = ({ ranking }: RankedResult): string =>
  createHash('sha256').update(JSON.stringify(ranking)).digest('hex');

const latestResult = (work: Work, contest: Contest): Promise<Result | null> =>
  work.store.results.findOne({ contest: contest.id }).sort({ version: -1 }).lean<Result>().exec();
