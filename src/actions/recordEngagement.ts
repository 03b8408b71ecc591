import { freezeInstant } from '../domain/decisions.js';
import { isLower, type Standing, standingOf } from '../domain/engagement.js';
import { Refusal } from '../domain/refusal.js';
import type { EngagementSource, Proof, Snapshot } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { needVoting, readAtLast } from './engagement.js';
import { needRight } from './permissions.js';
import { behindResult } from './publishResults.js';
import { tellLate } from './tellLate.js';

/**
 * An entry's numbers as somebody has read them. `at`: when, `null`: as he entered them. `proof`: what shows these
 * alone, and not the others that came along.
 */
export type Reading = { entry: string; likes: number; shares: number; at: Date | null; proof?: Proof | null };

/** What was known of an entry until then; `null`: nothing. */
export type Known = Pick<Snapshot, 'likes' | 'shares'> | null;

/** How readings came to us, and when: who is asked back answers later, and has entered them before. */
export type Entered = { source: EngagementSource; enteredAt: Date; proof: Proof | null };

export type Recorded = Reading & { id: string; before: Known; standing: Standing };

/**
 * What each entry was last known to have at the moment of its reading. Refuses moments that can't be: before
 * the vote, in the future, and, once a result is out, such as would change it.
 */
export async function knownBefore(
  turn: Turn,
  contest: Contest,
  readings: readonly Reading[],
  enteredAt: Date,
): Promise<{ before: Known; lower: boolean }[]> {
  await needRight(turn, contest, 'recordEngagement');
  needVoting(turn, contest);
  const own = readings.map((_, index) => idOf(turn, contest, index));
  const kept = await turn.store.snapshots.find({ _id: { $in: own } }, { _id: 1 }).lean();
  const known: { before: Known; lower: boolean }[] = [];
  for (const [index, reading] of readings.entries()) {
    const at = momentOf(reading, enteredAt);
    await needPossible(turn, contest, at);
    // What this very turn has written before it was cut off may be in a result by now.
    if (!kept.some(({ _id }) => _id === own[index])) await needUnpublished(turn, contest, at, turn.now);
    const before = await turn.store.snapshots
      // Not what this very turn has written before it was cut off.
      .findOne({
        contest: contest.id,
        entry: reading.entry,
        at: { $lte: at },
        _id: { $nin: own },
      })
      .sort({ at: -1, enteredAt: -1, _id: -1 })
      .lean<Snapshot>();
    known.push({ before, lower: before !== null && isLower(reading, before) });
  }
  return known;
}

/** Keeps all of them under the turn's id. What was read after the freeze is kept, but never counted. */
export async function recordEngagement(
  turn: Turn,
  contest: Contest,
  readings: readonly Reading[],
  { source, enteredAt, proof: proofOfAll }: Entered,
): Promise<Recorded[]> {
  const known = await knownBefore(turn, contest, readings, enteredAt);
  const freeze = freezeInstant(contest.plan);
  const atLast = freeze && enteredAt > freeze ? await readAtLast(turn, contest, freeze) : [];
  const recorded: Recorded[] = [];
  const late: string[] = [];
  for (const [index, reading] of readings.entries()) {
    const { entry, likes, shares } = reading;
    const proof = reading.proof ?? proofOfAll;
    const id = idOf(turn, contest, index);
    const dated = { at: momentOf(reading, enteredAt), enteredAt, ...(proof && { proof }) };
    await turn.store.snapshots.updateOne(
      { _id: id },
      { $setOnInsert: { contest: contest.id, entry, likes, shares, source, by: turn.person, ...dated } },
      { upsert: true },
    );
    if (comesBehind(contest, dated.at, turn.now)) late.push(id);
    const before = known[index]?.before ?? null;
    recorded.push({
      ...reading,
      proof,
      id,
      before,
      standing: standingOf(dated, freeze, atLast.includes(entry)),
    });
  }
  const behind = await behindResult(turn, contest, late);
  if (behind.length > 0) {
    await turn.store.snapshots.deleteMany({ _id: { $in: behind } });
    throw new Refusal('engagement.published');
  }
  if (freeze && enteredAt > freeze) {
    const told = recorded.map((each) => ({ ...each, at: momentOf(each, enteredAt) }));
    await tellLate(turn, contest, told, 'entered');
  }
  return recorded;
}

/** Puts a proof to readings that have none. What was entered after the freeze counts from then on. */
export async function proveEngagement(
  turn: Turn,
  contest: Contest,
  ids: readonly string[],
  proof: Proof,
): Promise<Snapshot[]> {
  await needRight(turn, contest, 'recordEngagement');
  const meant = { _id: { $in: ids }, contest: contest.id };
  const readings = await turn.store.snapshots.find(meant).sort({ _id: 1 }).lean<Snapshot[]>();
  const unproven = readings.filter((reading) => !reading.proof);
  for (const { at, enteredAt = at } of unproven) await needUnpublished(turn, contest, at, enteredAt);
  await turn.store.snapshots.updateMany({ ...meant, proof: { $exists: false } }, { $set: { proof } });
  const own = { ...meant, 'proof.by': proof.by, 'proof.at': proof.at };
  const proved = await turn.store.snapshots.find(own).lean<Snapshot[]>();
  const inTime = proved.filter(({ at, enteredAt = at }) => comesBehind(contest, at, enteredAt));
  const behind = await behindResult(
    turn,
    contest,
    inTime.map(({ _id }) => _id),
  );
  if (behind.length > 0) {
    await turn.store.snapshots.updateMany({ ...own, _id: { $in: behind } }, { $unset: { proof: 1 } });
    throw new Refusal('engagement.published');
  }
  const proven = readings.map((reading) => ({ proof, ...reading }));
  const freeze = freezeInstant(contest.plan);
  const late = freeze ? proven.filter(({ at, enteredAt = at }) => enteredAt > freeze) : [];
  if (freeze && late.length > 0) {
    const atLast = await readAtLast(turn, contest, freeze);
    const standing = (each: Snapshot) => standingOf(each, freeze, atLast.includes(each.entry));
    await tellLate(
      turn,
      contest,
      late.map((each) => ({ ...each, standing: standing(each) })),
      'proven',
    );
  }
  return proven;
}

const idOf = (turn: Turn, { id }: Contest, index: number): string =>
  index === 0 ? `${id}/${turn.id}` : `${id}/${turn.id}/${index}`;

const momentOf = ({ at }: Reading, enteredAt: Date): Date => at ?? enteredAt;

async function needPossible(turn: Turn, contest: Contest, at: Date): Promise<void> {
  const { t, now } = turn;
  const { voting } = contest.windows;
  if (at > now) throw new Refusal('engagement.inFuture', { at: t.moment(at), now: t.moment(now) });
  if (voting?.opens && at < voting.opens)
    throw new Refusal('engagement.beforeVote', { at: t.moment(at), opens: t.moment(voting.opens) });
}

/** A published result must follow from what is kept: nothing that would have counted comes in behind it. */
async function needUnpublished(turn: Turn, contest: Contest, at: Date, enteredAt: Date): Promise<void> {
  if (!comesBehind(contest, at, enteredAt)) return;
  if (await turn.store.results.exists({ contest: contest.id })) throw new Refusal('engagement.published');
}

/** Was it read in time, and brought when a result may have been made without it? */
function comesBehind({ plan }: Contest, at: Date, enteredAt: Date): boolean {
  const freeze = freezeInstant(plan);
  return freeze !== null && at <= freeze && enteredAt > freeze;
}
