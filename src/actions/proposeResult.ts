import { Refusal } from '../domain/refusal.js';
import type { Proposal } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
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

/** What could be proposed now: as the first version, or as the correction of what was published. */
export type ToPropose = { ranked: RankedNow; number: number; version: number };

/** Refuses who may not, while anything is open, while another proposal waits, and what would change nothing. */
export async function mayPropose(turn: Turn, contest: Contest): Promise<ToPropose> {
  await needRight(turn, contest, 'proposeResult');
  await needDecided(turn, contest);
  const newest = await newestProposal(turn, contest);
  const waits = newest && (newest.state === 'proposed' || newest.state === 'approved');
  if (waits && !(await isOutOfDate(turn, contest, newest)))
    throw newest.state === 'proposed'
      ? new Refusal('propose.waits', { number: newest.number })
      : new Refusal('propose.approved', { number: newest.number });
  const ranked = await rankNow(turn, contest);
  const published = await latestResult(turn, contest);
  if (published && (await isUnchanged(turn, contest, published.proposal, ranked)))
    throw new Refusal('propose.unchanged', { version: published.version });
  return { ranked, number: (newest?.number ?? 0) + 1, version: (published?.version ?? 0) + 1 };
}

async function isUnchanged(
  { store }: Turn,
  contest: Contest,
  published: number,
  { digest }: RankedNow,
): Promise<boolean> {
  return (await store.proposals.exists({ _id: `${contest.id}/${published}`, digest })) !== null;
}

/**
 * Keeps the ranking as a proposal, with the lots that had still to be drawn, and tells who approves it. `changed`: it is no longer what was previewed
 * (`previewed` is the preview's digest). Of two at once one wins.
 */
export async function proposeResult(
  turn: Turn,
  contest: Contest,
  about: { previewed: string; remark: string | null; why: string | null },
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
  { previewed, remark, why }: { previewed: string; remark: string | null; why: string | null },
): Promise<Proposal | 'changed'> {
  const { ranked: seen, number, version } = await mayPropose(turn, contest);
  if (seen.digest !== previewed) return 'changed';
  await drawLots(turn, contest, seen.ranking);
  const ranked = await rankNow(turn, contest);
  const proposal: Proposal = {
    _id: `${contest.id}/${number}`,
    contest: contest.id,
    number,
    state: 'proposed',
    version,
    ranking: ranked.ranking,
    entries: [...ranked.entries],
    prizes: ranked.prizes,
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
