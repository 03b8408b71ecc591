import { createHash } from 'node:crypto';
import { blockingUnknowns, freezeInstant, rankingRulesOf } from '../domain/decisions.js';
import { isSameSeal, type Seal } from '../domain/locks.js';
import { announced, type Outcome } from '../domain/outcome.js';
import { isUnknown } from '../domain/plan.js';
import { awards, type Border, type Undecided } from '../domain/prizes.js';
import { countedSnapshots } from '../domain/ranking/audience.js';
import { engagementOf, type Ranking, type RankingInput, rank } from '../domain/ranking.js';
import { Refusal } from '../domain/refusal.js';
import type { Proposal, Result } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn, Work } from '../turn.js';
import type { Label } from '../words.js';
import type { Contest } from './contest.js';
import { admittedEntries } from './entries.js';
import { judgingWindow, lockedAt } from './locks.js';
import { describeOpenDecisions } from './openDecisions.js';
import { needRight } from './permissions.js';
import { resultInput, untold, untoldIn } from './resultInput.js';
import { finalSeat } from './seats.js';

/**
 * What the sheets and snapshots give; `digest` is of all that it follows from, `lock` has the sheets. `borders`:
 * where a shared place reaches over a border between prizes, and nobody has said who gets which.
 */
export type RankedNow = Outcome & {
  digest: string;
  /** The same as it was before it was told who was absent. */
  digestUntold: string;
  lock: Seal | null;
  /** How many rulings about engagement are in it. */
  rulings: number;
  borders: Undecided[];
};

/** The ranking as the locked sheets and the snapshots give it at this moment; with these borders decided. */
export async function rankNow(
  work: Work,
  contest: Contest,
  borders: readonly Border[] = [],
): Promise<RankedNow> {
  const { input, seal, entries: admitted, rulings } = await resultInput(work, contest);
  const entries = [...admitted.values()].map(({ code, title, team, unit }) => ({ code, title, team, unit }));
  const { plan } = contest;
  const ranking = rank(input);
  const engagement = engagementOf(input);
  const awarded = awards({ plan, ranking, engagement, borders });
  // What people decide, and lots that are drawn once for good, make no other of what was seen before.
  const undrawn = ranking.draws.length > 0 ? rank({ ...input, draws: [] }) : ranking;
  const undecided = announced(awards({ plan, ranking: undrawn, engagement }));
  return {
    ...{ ranking, entries, prizes: announced(awarded) },
    digest: digestOf(input, { ranking: undrawn, entries, prizes: undecided }),
    digestUntold: digestOf(untold(input), { ranking: untoldIn(undrawn), entries, prizes: undecided }),
    lock: seal,
    rulings: rulings.at(-1)?.number ?? 0,
    borders: awarded.undecided.filter(({ reason }) => reason === 'shared'),
  };
}

/** What somebody wants to do, and can't before everything is decided and counted. */
type Wanted = 'publish' | 'propose' | 'pick';

const notYetIn = {
  publish: 'publish.notYet',
  propose: 'propose.notYet',
  pick: 'showcase.notYet',
} as const satisfies Record<Wanted, Label>;

/** Refuses while anything that decides rank is open: rules, votes, sheets. */
export async function needDecided(turn: Work, contest: Contest, what: Wanted = 'publish'): Promise<void> {
  const { t, now } = turn;
  const notYet = t.plain(notYetIn[what]);
  const waits = blockingUnknowns(contest.plan);
  if (waits.length > 0)
    throw new Refusal('publish.undecided', { notYet, what: describeOpenDecisions(t, contest, now).text });
  await needClosed(turn, contest, notYet);
  if ((await admittedEntries(turn, contest)).length === 0) throw new Refusal('publish.noEntries', { notYet });
  const { ranking } = await rankNow(turn, contest);
  if (ranking.noSnapshot.length > 0) {
    const freeze = freezeInstant(contest.plan);
    throw new Refusal('publish.noEngagement', {
      notYet,
      codes: ranking.noSnapshot.join(', '),
      freeze: freeze ? t.moment(freeze) : '',
    });
  }
  if (ranking.places.length > 0) return;
  const { quorum } = rankingRulesOf(contest.plan).jury;
  throw isUnknown(contest.plan.scoring.jury.quorum)
    ? new Refusal('publish.nobodyRanked', { notYet, quorum })
    : new Refusal('publish.nobodyRankedFinal', { notYet, quorum });
}

/**
 * Refuses while people vote, and while judges may change their sheets: before the lock and while they were
 * given more time. Until then nobody learns anything of an aggregate, not even whether it has changed.
 */
async function needClosed(turn: Work, contest: Contest, notYet: string): Promise<void> {
  const { t, now } = turn;
  const freeze = freezeInstant(contest.plan);
  if (freeze && now <= freeze) throw new Refusal('publish.votesOpen', { notYet, closes: t.moment(freeze) });
  const final = finalSeat(contest);
  if (await lockedAt(turn, contest, final)) return;
  const { closes } = await judgingWindow(turn, contest, final);
  throw new Refusal('publish.judgingOpen', { notYet, closes: t.moment(closes) });
}

/** Refuses who may not, and what nobody has approved, or is not any more what was approved. */
export async function mayPublish(turn: Turn, contest: Contest): Promise<Proposal> {
  await needRight(turn, contest, 'publishResult');
  const proposal = await newestProposal(turn, contest);
  await needUnpublished(turn, contest, proposal);
  if (proposal?.state === 'proposed') throw new Refusal('publish.notApproved', { number: proposal.number });
  if (proposal?.state !== 'approved') {
    // What keeps it from being proposed is worth more than that it is not.
    await needDecided(turn, contest);
    throw new Refusal('publish.notProposed');
  }
  await needClosed(turn, contest, turn.t.plain(notYetIn.publish));
  if (await isOutOfDate(turn, contest, proposal)) {
    // By its own publication, a moment ago.
    await needUnpublished(turn, contest, proposal);
    throw outOfDate(proposal);
  }
  return proposal;
}

async function needUnpublished(turn: Turn, contest: Contest, proposal: Proposal | null): Promise<void> {
  const published = await latestResult(turn, contest);
  if (published && (proposal?.state === 'published' || published.proposal === proposal?.number))
    throw new Refusal('publish.already', { at: turn.t.moment(published.publishedAt) });
}

/** Refuses a proposal from which something that it follows from has changed since, or may change still. */
export async function needFresh(turn: Turn, contest: Contest, proposal: Proposal): Promise<void> {
  await needClosed(turn, contest, turn.t.plain(notYetIn.publish));
  if (await isOutOfDate(turn, contest, proposal)) throw outOfDate(proposal);
}

const outOfDate = ({ number }: Pick<Proposal, 'number'>): Refusal =>
  new Refusal('publish.outOfDate', { number });

/**
 * Is it about other sheets, snapshots or entries than there are now, or about another version? Also where the
 * judging was reopened since and came to the same: what was proposed is the end of one judging.
 */
export async function isOutOfDate(
  work: Work,
  contest: Contest,
  { digest, version, lock }: Proposal,
): Promise<boolean> {
  const published = await latestResult(work, contest);
  if (version !== (published?.version ?? 0) + 1) return true;
  const ranked = await rankNow(work, contest);
  return (
    ![ranked.digest, ranked.digestUntold].includes(digest) ||
    (lock !== undefined && !isSameSeal(lock, ranked.lock))
  );
}

/** Publishes what was approved, byte for byte: whoever comes second finds it published. */
export async function publishResults(turn: Turn, contest: Contest, seen: number): Promise<Result> {
  const own = await turn.store.results.findOne({ contest: contest.id, turn: turn.id }).lean<Result>();
  // This very turn, cut off after it had stored the result: nothing that happened since changes it.
  const result = own ?? (await claimOrLetGo(turn, contest, seen));
  await turn.store.proposals.updateOne(
    { _id: `${contest.id}/${result.proposal}`, state: 'approved' },
    { $set: { state: 'published' } },
  );
  return result;
}

/**
 * Whatever refuses it takes back that it is on its way, also what an earlier try of this turn has left behind. After
 * another failure it stays: the turn is repeated, and may have published already.
 */
async function claimOrLetGo(turn: Turn, contest: Contest, seen: number): Promise<Result> {
  try {
    return await claimVersion(turn, contest, seen);
  } catch (error) {
    const marked = { contest: contest.id, publishing: turn.id };
    if (error instanceof Refusal)
      await turn.store.proposals.updateMany(marked, { $pull: { publishing: turn.id } });
    throw error;
  }
}

/**
 * The proposal is marked before it is looked at once more, and whoever brings numbers looks for the mark after he has
 * written them: so one of both sees the other.
 */
async function needStill(turn: Turn, contest: Contest, proposal: Proposal): Promise<void> {
  const { proposals } = turn.store;
  const { _id } = proposal;
  await proposals.updateOne({ _id, state: 'approved' }, { $addToSet: { publishing: turn.id } });
  try {
    await needFresh(turn, contest, proposal);
  } catch (error) {
    // By its own publication, a moment ago.
    await needUnpublished(turn, contest, proposal);
    throw error;
  }
}

/**
 * Of these readings those that came in behind a result that is out, or on its way out at this moment. A turn that is
 * repeated asks too: what it wrote before it was cut off may have been seen by the result, or not.
 */
export async function behindResult(
  { store }: Work,
  { id }: Contest,
  readings: readonly string[],
): Promise<string[]> {
  if (readings.length === 0) return [];
  const out = await store.results.distinct('proposal', { contest: id });
  const onItsWay = { state: 'approved' as const, publishing: { $exists: true, $ne: [] } };
  // What is out is marked as such a moment later.
  const isOut = [{ state: 'published' as const }, { number: { $in: out } }];
  const made = await store.proposals
    .find({ contest: id, $or: [onItsWay, ...isOut] }, { readings: 1 })
    .lean<Pick<Proposal, 'readings'>[]>();
  if (made.length === 0) return [];
  const seen = new Set(made.flatMap(({ readings: counted = [] }) => counted));
  return readings.filter((reading) => !seen.has(reading));
}

async function claimVersion(turn: Turn, contest: Contest, seen: number): Promise<Result> {
  const proposal = await mayPublish(turn, contest);
  const { number, version, ranking, entries, prizes, borders, rulings, lock = null, paper, why } = proposal;
  if (number !== seen || !paper) throw outOfDate({ number: seen });
  await needStill(turn, contest, proposal);
  const result: Result = {
    _id: `${contest.id}/${version}`,
    contest: contest.id,
    version,
    ranking,
    entries,
    prizes,
    ...(borders && { borders }),
    ...(rulings !== undefined && { rulings }),
    lock,
    proposal: number,
    paper,
    why,
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
  return result;
}

/** The proposal that counts: the newest one. */
export const newestProposal = (work: Work, contest: Contest): Promise<Proposal | null> =>
  work.store.proposals.findOne({ contest: contest.id }).sort({ number: -1 }).lean<Proposal>().exec();

/** The published result in its newest version, `null` before. */
export const latestResult = (work: Work, contest: Contest): Promise<Result | null> =>
  work.store.results.findOne({ contest: contest.id }).sort({ version: -1 }).lean<Result>().exec();

/** An earlier version of it. */
export const resultOfVersion = (work: Work, contest: Contest, version: number): Promise<Result | null> =>
  work.store.results.findById(`${contest.id}/${version}`).lean<Result>().exec();

export const outcomeOf = ({
  ranking,
  entries,
  prizes,
}: Pick<Result, 'ranking' | 'entries' | 'prizes'>): Outcome => ({
  ranking: ranking as Ranking,
  entries,
  prizes,
});

/** The same as long as nothing changes that counts. Whose chat a judge uses is nothing of that. */
function digestOf({ rules, entries, sheets, snapshots }: RankingInput, outcome: Outcome): string {
  const { audience } = rules;
  const counted = audience.mode === 'none' ? [] : countedSnapshots(snapshots, audience.freezeAt).values();
  const basis = {
    rules,
    entries,
    outcome,
    sheets: sheets.map(({ judge: _judge, ...sheet }) => JSON.stringify(sheet)).sort(),
    snapshots: [...counted].map((snapshot) => JSON.stringify(snapshot)).sort(),
  };
  return createHash('sha256').update(JSON.stringify(basis)).digest('hex');
}
