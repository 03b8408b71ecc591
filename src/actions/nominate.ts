import { beforeNomination, courseOf, nextStates } from '../domain/entryStates.js';
import { Refusal } from '../domain/refusal.js';
import { isByPoints } from '../domain/selection.js';
import type { Nomination, NominationWords, PassedOver, StoredEntry } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { enterAbove, leaveAbove, mayEnterAbove } from './enterAbove.js';
import { needPartaking } from './entries.js';
import { lockedAt } from './locks.js';
import { moveEntry } from './moveEntry.js';
import {
  describeNominations,
  needOpenNomination,
  needWayUp,
  nominationId,
  senderOfEntry,
  standingNominations,
  type WayUp,
} from './nominations.js';
import { needRight } from './permissions.js';
import { senderName } from './registrations.js';
import { windowOfSeat } from './seats.js';
import { selectionSeat } from './selecting.js';
import { takenIn } from './submitEntry.js';
import { tellNominated } from './tellNomination.js';
import { passedOver } from './toNominate.js';

/** Why an entry above goes out again that came in while its nomination ended, or was refused after all. */
const NOT_SENT = 'nomination_not_sent';

type Given = Pick<NominationWords, 'rank' | 'decision' | 'day' | 'passed'>;

type Way = { way: WayUp; sender: string };

export type Nominated = { nomination: Nomination; entry: StoredEntry; way: WayUp; sent: number };

/** Refuses early what `nominate` would refuse at the end; answers who sends, and by which way. */
export async function mayNominate(turn: Turn, contest: Contest, entry: StoredEntry): Promise<Way> {
  const begun = await mayBegin(turn, contest, entry);
  await mayClaim(turn, contest, entry, begun);
  return begun;
}

async function mayClaim(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  { way, sender }: Way,
): Promise<void> {
  const { code, state: from } = entry;
  const before = await turn.store.nominations.findById(nominationId(contest, way, code)).lean<Nomination>();
  // This very turn, cut off after it had claimed.
  if (before?.turn === turn.id) return;
  if (before && before.withdrawnAt === null) throw alreadySent(contest, before);
  needPartaking(entry);
  if (!nextStates(from, courseOf(contest.plan)).includes('nominated'))
    throw new Refusal('entry.noSuchMove', { code, from, to: 'nominated' });
  await freeSlot(turn, contest, way, sender);
  if (way.upper) await mayEnterAbove(turn, { contest, upper: way.upper, entry });
}

/** Who may, and when: whatever the entry. */
async function mayBegin(turn: Turn, contest: Contest, entry: StoredEntry): Promise<Way> {
  const way = await needWayUp(turn, contest);
  const sender = senderOfEntry(contest, way.selection, entry);
  await needRight(turn, contest, 'nominate', sender);
  needOpenNomination(turn, contest, way, sender);
  if (!isByPoints(contest.plan)) return { way, sender };
  const seat = selectionSeat(contest, sender);
  if (!(await lockedAt(turn, contest, seat)))
    throw new Refusal('nominate.judgingOpen', { closes: turn.t.moment(windowOfSeat(contest, seat).closes) });
  return { way, sender };
}

const alreadySent = (contest: Contest, { entry: code, rank, sender }: Nomination) =>
  new Refusal('nominate.already', { code, rank, sender: senderName(contest, sender) });

/**
 * Sends an entry up. What can be refused is claimed first: a slot of the sender's and the rank, unique keys of
 * one document; then, where another contest receives it, its entry there. Only then this entry moves.
 *
 * Somebody may take it back at any moment. He ends the nomination and looks then at what it has made; this
 * makes it and looks then whether the nomination still stands: so one of both sees the other.
 */
export async function nominate(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  given: Given,
): Promise<Nominated> {
  const { way, sender } = await mayBegin(turn, contest, entry);
  try {
    await mayClaim(turn, contest, entry, { way, sender });
    const claimed = await claim(turn, contest, { way, sender, entry, given });
    if (claimed.withdrawnAt !== null) throw takenBack(entry);
    const { upper } = way;
    const above = upper ? await enterAbove(turn, { contest, upper, entry }) : null;
    const nomination = { ...claimed, above };
    if (above) await keepAbove(turn, nomination);
    const moved = await bringUp(turn, contest, entry, nomination);
    await needStanding(turn, nomination);
    await tellNominated(turn, contest, { nomination, entry: moved, way });
    const { length: sent } = await standingNominations(turn, contest, sender);
    return { nomination, entry: moved, way, sent };
  } catch (error) {
    if (error instanceof Refusal) await undo(turn, contest, way, entry);
    throw error;
  }
}

const takenBack = ({ code }: Pick<StoredEntry, 'code'>) => new Refusal('nominate.takenBack', { code });

/** The next free slot of the sender's; refuses with what fills them when there is none. */
async function freeSlot(
  turn: Turn,
  contest: Contest,
  { quota, round }: WayUp,
  sender: string,
): Promise<string | null> {
  if (quota === null) return null;
  const sent = await standingNominations(turn, contest, sender);
  const taken = new Set(sent.map(({ slot }) => slot));
  const free = Array.from(
    { length: quota },
    (_, index) => `${contest.id}/${round}/${sender}/${index + 1}`,
  ).find((slot) => !taken.has(slot));
  if (free !== undefined) return free;
  throw new Refusal('nominate.full', {
    sender: senderName(contest, sender),
    quota,
    entries: await describeNominations(turn, contest, sent),
    command: `/rutcu ${sent.at(-1)?.entry ?? ''}`,
  });
}

/** Refuses a rank that another entry of this sender's has. */
export async function needFreeRank(
  turn: Turn,
  contest: Contest,
  { sender, code, rank }: { sender: string; code: string; rank: number },
): Promise<void> {
  const sent = await standingNominations(turn, contest, sender);
  const other = sent.find((each) => each.rank === rank && each.entry !== code);
  if (other) throw new Refusal('nominate.rankTaken', { rank, code: other.entry });
}

/**
 * What it passes over as things stand now, with the reason that was given. Refuses where other entries have
 * come to be passed over since: the reason was not given for them.
 */
async function needPassedKnown(
  turn: Turn,
  contest: Contest,
  { entry, given, ...begun }: Claim,
): Promise<PassedOver | null> {
  const { code } = entry;
  const { passed: entries, left } = await passedOver(turn, contest, entry, begun);
  if (entries.length === 0) return null;
  const known = given.passed?.entries ?? [];
  const isKnown = entries.length === known.length && entries.every((each) => known.includes(each));
  if (!given.passed || !isKnown) throw new Refusal('nominate.passedChanged', { code });
  return { entries, left, reason: given.passed.reason };
}

type Claim = Way & { entry: StoredEntry; given: Given };

async function claim(turn: Turn, contest: Contest, about: Claim): Promise<Nomination> {
  const { nominations } = turn.store;
  const { way, sender, entry, given } = about;
  const _id = nominationId(contest, way, entry.code);
  for (;;) {
    const before = await nominations.findById(_id).lean<Nomination>();
    if (before?.turn === turn.id) return before;
    if (before && before.withdrawnAt === null) throw alreadySent(contest, before);
    const slot = await freeSlot(turn, contest, way, sender);
    await needFreeRank(turn, contest, { sender, code: entry.code, rank: given.rank });
    const words = {
      ...given,
      passed: await needPassedKnown(turn, contest, { way, sender, entry, given }),
      by: turn.person,
      at: turn.now,
      turn: turn.id,
      above: null,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawnTurn: null,
      reason: null,
    };
    const rankSlot = `${contest.id}/${way.round}/${sender}/rank/${given.rank}`;
    try {
      if (before) {
        const again = await nominations
          .findOneAndUpdate(
            { _id, turn: before.turn, withdrawnAt: before.withdrawnAt },
            { $set: { ...words, slot, rankSlot }, $push: { earlier: wordsOf(before) } },
            { returnDocument: 'after' },
          )
          .lean<Nomination>();
        if (again) return again;
        continue;
      }
      const place = { contest: contest.id, round: way.round, entry: entry.code, sender };
      const made: Nomination = { _id, ...place, ...words, slot, rankSlot, earlier: [] };
      await nominations.create(made);
      return made;
    } catch (error) {
      // Somebody took the slot, the rank, or sent this very entry up a moment ago.
      if (!isDuplicate(error)) throw error;
    }
  }
}

const wordsOf = ({ rank, decision, day, passed = null, by, at, turn, above, ...ended }: Nomination) => {
  const { withdrawnAt, withdrawnBy, withdrawnTurn, reason } = ended;
  return {
    rank,
    decision,
    day,
    passed,
    by,
    at,
    turn,
    above,
    withdrawnAt,
    withdrawnBy,
    withdrawnTurn,
    reason,
  };
};

/** Nothing came of it. The claim goes last, so that a turn that is cut off before comes here again. */
async function undo(turn: Turn, contest: Contest, way: WayUp, entry: StoredEntry): Promise<void> {
  const { upper } = way;
  const above = upper && (await takenIn(turn, upper));
  if (above) await leaveAbove(turn, { contest: upper.id, code: above.code }, { upper, reason: NOT_SENT });
  await bringBack(turn, contest, entry);
  await unclaim(turn, nominationId(contest, way, entry.code));
}

/** As if it had never been claimed. What somebody has taken back stays as he left it. */
async function unclaim({ store, id }: Turn, _id: string): Promise<void> {
  const own = { _id, turn: id, withdrawnAt: null };
  const claimed = await store.nominations.findOne(own).lean<Nomination>();
  const before = claimed?.earlier.at(-1);
  if (!before) {
    await store.nominations.deleteOne(own);
    return;
  }
  await store.nominations.updateOne(own, {
    $set: { ...before, slot: null, rankSlot: null },
    $pop: { earlier: 1 },
  });
}

/** Whoever takes the nomination back withdraws above what he reads here: so not after he has. */
async function keepAbove({ store, id }: Turn, { _id, entry: code, above }: Nomination): Promise<void> {
  const standing = { _id, turn: id, withdrawnAt: null };
  const { matchedCount } = await store.nominations.updateOne(standing, { $set: { above } });
  if (matchedCount === 0) throw takenBack({ code });
}

async function needStanding({ store, id }: Turn, { _id, entry: code }: Nomination): Promise<void> {
  if (!(await store.nominations.exists({ _id, turn: id, withdrawnAt: null }))) throw takenBack({ code });
}

async function bringUp(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  { decision }: Nomination,
): Promise<StoredEntry> {
  for (let now = entry; ; now = await again(turn, entry)) {
    const moved = await moveEntry(turn, contest, now, { to: 'nominated', by: turn.person, reason: decision });
    if (moved) return moved;
  }
}

/** Only from where this very turn has brought it, and as long as nothing has happened to it since. */
async function bringBack(turn: Turn, contest: Contest, entry: StoredEntry): Promise<void> {
  const now = await again(turn, entry);
  const { state, history } = now;
  if (state !== 'nominated' || history.at(-1)?.turn !== turn.id) return;
  await moveEntry(turn, contest, now, {
    to: beforeNomination(courseOf(contest.plan)),
    by: turn.person,
    reason: NOT_SENT,
    where: { history: { $size: history.length } },
  });
}

async function again({ store }: Turn, { _id }: StoredEntry): Promise<StoredEntry> {
  const entry = await store.entries.findById(_id).lean<StoredEntry>();
  if (!entry) throw new Error(`the entry ${_id} is gone`);
  return entry;
}
