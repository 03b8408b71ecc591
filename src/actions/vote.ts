import { hasOpened } from '../domain/dates.js';
import { freezeInstant } from '../domain/decisions.js';
import { countVotes, inBotOf, periodAt, type VoteGiven } from '../domain/inBotVotes.js';
import type { InBot } from '../domain/plan/scoring.js';
import { Refusal } from '../domain/refusal.js';
import type { StoredEntry } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn, Work } from '../turn.js';
import { isBehind } from './behind.js';
import { allContests, type Contest } from './contest.js';
import { countingOf } from './engagement.js';
import { admittedEntries, isAdmitted } from './entries.js';
import { isDone, once } from './once.js';
import { lookAtVotes } from './suspicions.js';

/** Refuses where nobody votes here, not now, or not who has a part in running the contest. */
export async function mayVote(turn: Turn, contest: Contest): Promise<InBot> {
  const { t, now } = turn;
  const rule = inBotOf(contest.plan);
  if (!rule) throw new Refusal('vote.notHere');
  const { voting } = contest.windows;
  const freeze = freezeInstant(contest.plan);
  if (!voting || !freeze) throw new Refusal('vote.noDays');
  if (voting.opens && !hasOpened(voting, now))
    throw new Refusal('vote.notYet', { opens: t.moment(voting.opens) });
  if (freeze < now) throw new Refusal('vote.over', { closed: t.moment(freeze) });
  if ((await turn.duties(contest.id)).length > 0) throw new Refusal('vote.barred');
  return rule;
}

/**
 * Takes one of this person's votes: a free number of his, which is a unique key. What is given stays given, and
 * nobody sees how many an entry has before the close. Answers how many he has left.
 */
export async function vote(turn: Turn, contest: Contest, entry: StoredEntry): Promise<number> {
  const rule = await mayVote(turn, contest);
  if (!isAdmitted(contest, entry)) throw new Refusal('vote.notAdmitted', { code: entry.code });
  const period = periodAt(rule, turn.now);
  const mine = await ownVotes(turn, contest, period);
  // This very turn, cut off after it had voted.
  if (mine.some(({ turn: id }) => id === turn.id)) return rule.votes - mine.length;
  if (mine.some((each) => each.entry === entry.code)) throw alreadyFor(rule, entry);
  if (mine.length >= rule.votes) throw noneLeft(rule);
  const about = { contest: contest.id, person: turn.person, entry: entry.code, period };
  for (let number = 1; number <= rule.votes; number += 1) {
    const slot = `${contest.id}/${turn.person}/${period}`;
    try {
      await turn.store.votes.create({
        _id: `${slot}/${number}`,
        ...about,
        once: `${slot}/${entry.code}`,
        at: turn.now,
        turn: turn.id,
      });
      return rule.votes - mine.length - 1;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      // His other chat was quicker: for this entry, or with this number.
      if (isDuplicate(error, 'votedFor')) throw alreadyFor(rule, entry);
    }
  }
  throw noneLeft(rule);
}

/** Also what he gave as somebody who has gone up in him since. */
async function ownVotes(turn: Turn, contest: Contest, period: string) {
  const known = await turn.store.people.findById(turn.person, { joined: 1 }).lean();
  const persons = [turn.person, ...(known?.joined ?? [])];
  return turn.store.votes.find({ contest: contest.id, person: { $in: persons }, period }).lean();
}

const alreadyFor = ({ per }: InBot, { code }: StoredEntry): Refusal =>
  per === 'day' ? new Refusal('vote.alreadyToday', { code }) : new Refusal('vote.already', { code });

const noneLeft = ({ per, votes }: InBot): Refusal =>
  per === 'day' ? new Refusal('vote.noneLeftToday', { votes }) : new Refusal('vote.noneLeft', { votes });

/** How many votes this person has left now. */
export async function votesLeft(turn: Turn, contest: Contest, rule: InBot): Promise<number> {
  return Math.max(0, rule.votes - (await ownVotes(turn, contest, periodAt(rule, turn.now))).length);
}

/** What arrived in time is stored by then. */
const PATIENCE_MS = 60_000;

/** After the close the votes become one snapshot of each entry, as of the freeze; what arrived in time is in it. */
export async function countVotesGiven(work: Work): Promise<void> {
  for (const contest of await allContests(work)) {
    const rule = inBotOf(contest.plan);
    const freeze = freezeInstant(contest.plan);
    if (!rule || !freeze || work.now.getTime() - freeze.getTime() < PATIENCE_MS) continue;
    if (isDone(contest, countingOf(freeze)) || (await isBehind(work, freeze))) continue;
    await once(work, contest, countingOf(freeze), () => keepCounts(work, contest, rule, freeze));
  }
}

async function keepCounts(work: Work, contest: Contest, rule: InBot, freeze: Date): Promise<void> {
  const { store } = work;
  const [given, merged, entries] = await Promise.all([
    store.votes.find({ contest: contest.id, at: { $lte: freeze } }).lean<VoteGiven[]>(),
    store.people.find({ mergedInto: { $ne: null } }, { mergedInto: 1 }).lean(),
    admittedEntries(work, contest),
  ]);
  const into = new Map(merged.map(({ _id, mergedInto }) => [_id, mergedInto]));
  const counted = countVotes(given, rule, (person) => into.get(person) ?? person);
  for (const { code } of entries)
    await store.snapshots.updateOne(
      { _id: `bot/${contest.id}/${code}/${freeze.toISOString()}` },
      {
        $setOnInsert: {
          contest: contest.id,
          entry: code,
          likes: 0,
          shares: 0,
          votes: counted.get(code)?.length ?? 0,
          at: freeze,
          enteredAt: freeze,
          source: 'bot',
          by: null,
        },
      },
      { upsert: true },
    );
  await lookAtVotes(work, contest, entries, counted);
}
