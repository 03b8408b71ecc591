import { Refusal } from '../domain/refusal.js';
import type { DecisionPaper, Proposal } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { personNow } from './people.js';
import { needRight } from './permissions.js';
import { needFresh, newestProposal } from './publishResults.js';
import { tellPerson } from './tell.js';
import { tellActors } from './tellActors.js';

/** What the chair decides about: approved by a paper, or returned with a reason. */
export type Verdict = { kind: 'approved'; paper: DecisionPaper } | { kind: 'returned'; reason: string };

/** The proposal that waits for a decision. Refuses who may not decide, where none waits, and what is out of date. */
export async function mayApprove(turn: Turn, contest: Contest): Promise<Proposal> {
  await needRight(turn, contest, 'approveResult');
  const proposal = await newestProposal(turn, contest);
  if (proposal?.state !== 'proposed') throw alreadyDecided(turn, proposal);
  await needFresh(turn, contest, proposal);
  return proposal;
}

function alreadyDecided({ t }: Turn, proposal: Proposal | null): Refusal {
  if (!proposal) return new Refusal('approve.none');
  const at = t.moment(proposal.decidedAt ?? proposal.at);
  if (proposal.state === 'returned')
    return new Refusal('approve.returnedAlready', { number: proposal.number, at });
  return new Refusal('approve.already', { number: proposal.number, at, paper: proposal.paper?.number ?? '' });
}

/** Approves or returns the proposal with this number, and tells who comes next. Of two at once one wins. */
export async function decideProposal(
  turn: Turn,
  contest: Contest,
  number: number,
  verdict: Verdict,
): Promise<Proposal> {
  const _id = `${contest.id}/${number}`;
  const own = await turn.store.proposals.findOne({ _id, decidedTurn: turn.id }).lean<Proposal>();
  const proposal = own ?? (await claim(turn, contest, number, verdict));
  const about = { contest: contest.plan.shortName, number };
  const key = `proposal/${_id}/${verdict.kind}`;
  if (verdict.kind === 'returned') {
    const told = turn.t('approve.returnedTold', { ...about, reason: verdict.reason });
    // Under which id he is known by now, if he has linked his chats since.
    const by = await personNow(turn, proposal.by);
    if (by !== turn.person) await tellPerson(turn, by, told, `${key}/${by}`);
    return proposal;
  }
  const text = turn.t('approve.told', { ...about, paper: verdict.paper.number });
  await tellActors(turn, contest, 'publishResult', text, key);
  return proposal;
}

async function claim(turn: Turn, contest: Contest, number: number, verdict: Verdict): Promise<Proposal> {
  const waiting = await mayApprove(turn, contest);
  // Another one has taken its place since it was shown.
  if (waiting.number !== number) throw new Refusal('approve.newer', { number: waiting.number });
  const decided = await turn.store.proposals
    .findOneAndUpdate(
      { _id: waiting._id, state: 'proposed' },
      {
        $set: {
          state: verdict.kind,
          decidedAt: turn.now,
          decidedBy: turn.person,
          decidedTurn: turn.id,
          ...(verdict.kind === 'approved' ? { paper: verdict.paper } : { returnReason: verdict.reason }),
        },
      },
      { returnDocument: 'after' },
    )
    .lean<Proposal>();
  if (!decided) throw alreadyDecided(turn, await newestProposal(turn, contest));
  return decided;
}
