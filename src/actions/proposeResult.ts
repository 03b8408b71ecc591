import { isSameSeal } from '../domain/locks.js';
import type { Border } from '../domain/prizes.js';
import { Refusal } from '../domain/refusal.js';
import type { Proposal, Result } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { countedEngagement } from './engagement.js';
import { drawLots } from './lots.js';
import { needRight } from './permissions.js';
import {
  isOutOfDate,
  latestResult,
  needDecided,
  newestProposal,
  type RankedNow,
  rankNow,
} from './publishResults.js';
import { tellActors } from './tellActors.js';

/**
 * What could be proposed now: as the first version, or as the correction of what was published, which begins with
 * the `borders` that were decided for it.
 */
export type ToPropose = {
  ranked: RankedNow;
  number: number;
  version: number;
  published: Result | null;
  borders: readonly Border[];
};

/** Refuses who may not, while anything is open, while another proposal waits, and what would change nothing. */
export async function mayPropose(turn: Turn, contest: Contest): Promise<ToPropose> {
  await needRight(turn, contest, 'proposeResult');
  await needDecided(turn, contest, 'propose');
  const newest = await newestProposal(turn, contest);
  const waits = newest && (newest.state === 'proposed' || newest.state === 'approved');
  if (waits && !(await isOutOfDate(turn, contest, newest)))
    throw newest.state === 'proposed'
      ? new Refusal('propose.waits', { number: newest.number })
      : new Refusal('propose.approved', { number: newest.number });
  const published = await latestResult(turn, contest);
  const { borders = [], version = 0 } = published ?? {};
  const ranked = await rankNow(turn, contest, borders);
  // What was left open when it was published may be decided by a correction, and what was decided otherwise.
  if (ranked.borders.length === 0 && !ranked.prizes.agreed)
    await needChanged(turn, contest, published, ranked);
  return { ranked, number: (newest?.number ?? 0) + 1, version: version + 1, published, borders };
}

/** Refuses a correction of what was published to the same. */
export async function needChanged(
  { store }: Turn,
  { id }: Contest,
  published: Result | null,
  { digest, digestUntold, lock, prizes }: Pick<RankedNow, 'digest' | 'digestUntold' | 'lock' | 'prizes'>,
): Promise<void> {
  if (!published || JSON.stringify(prizes) !== JSON.stringify(published.prizes)) return;
  const same = isSameSeal(published.lock ?? null, lock) ? [digest, digestUntold] : [digest];
  if (await store.proposals.exists({ _id: `${id}/${published.proposal}`, digest: { $in: same } }))
    throw new Refusal('propose.unchanged', { version: published.version });
}

/**
 * What a proposal brings beside the ranking. `previewed`: the digest of what was seen; `why`: of a correction; `anew`:
 * what was decided of borders for the published result counts no more.
 */
export type ToKeep = {
  previewed: string;
  remark: string | null;
  why: string | null;
  borders?: readonly Border[];
  anew?: boolean;
};

/**
 * Keeps the ranking as a proposal, with the lots that had still to be drawn, and tells who approves it. `changed`:
 * it is no longer what was previewed. Of two at once one wins.
 */
export async function proposeResult(
  turn: Turn,
  contest: Contest,
  about: ToKeep,
): Promise<Proposal | 'changed'> {
  const own = await turn.store.proposals.findOne({ contest: contest.id, turn: turn.id }).lean<Proposal>();
  const proposal = own ?? (await keep(turn, contest, about));
  if (proposal === 'changed') return proposal;
  const text = turn.t('propose.told', { contest: contest.plan.shortName, number: proposal.number });
  await tellActors(turn, contest, 'approveResult', text, `proposal/${proposal._id}/proposed`);
  return proposal;
}

async function keep(
  turn: Turn,
  contest: Contest,
  { previewed, remark, why, borders: own = [], anew = false }: ToKeep,
): Promise<Proposal | 'changed'> {
  const { ranked: seen, number, version, published, borders: before } = await mayPropose(turn, contest);
  if (seen.digest !== previewed) return 'changed';
  const decided = anew ? own : [...before, ...own];
  await drawLots(turn, contest, seen.ranking);
  // Between the two looks, so that it is what the ranking was made from.
  const readings = [...(await countedEngagement(turn, contest)).values()].map(({ _id }) => _id).sort();
  const ranked = await rankNow(turn, contest, decided);
  if (ranked.digest !== seen.digest) return 'changed';
  await needChanged(turn, contest, published, ranked);
  const agreed = ranked.prizes.agreed ?? [];
  const borders = decided.filter(({ codes }) => agreed.some((each) => each.codes.join() === codes.join()));
  const proposal: Proposal = {
    _id: `${contest.id}/${number}`,
    contest: contest.id,
    number,
    state: 'proposed',
    version,
    ranking: ranked.ranking,
    entries: [...ranked.entries],
    prizes: ranked.prizes,
    ...(borders.length > 0 && { borders }),
    ...(ranked.rulings > 0 && { rulings: ranked.rulings }),
    readings,
    digest: ranked.digest,
    lock: ranked.lock,
    remark,
    why,
    at: turn.now,
    by: turn.person,
    turn: turn.id,
    decidedAt: null,
    decidedBy: null,
    decidedTurn: null,
    returnReason: null,
    paper: null,
  };
  try {
    await turn.store.proposals.create(proposal);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new Refusal('propose.waits', { number });
  }
  return proposal;
}
