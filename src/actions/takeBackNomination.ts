import { beforeNomination, courseOf, isEnded, mayBecome } from '../domain/entryStates.js';
import { Refusal } from '../domain/refusal.js';
import type { Nomination, StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { leaveAbove } from './enterAbove.js';
import { moveEntry } from './moveEntry.js';
import { needOpenNomination, needWayUp, nominationId, type WayUp } from './nominations.js';
import { needRight } from './permissions.js';
import { tellOutBelow, tellTakenBack } from './tellNomination.js';

/** Refuses who may not take this nomination back, and what comes too late for it. */
export async function mayTakeBack(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
): Promise<{ way: WayUp; nomination: Nomination }> {
  const way = await needWayUp(turn, contest);
  const nomination = await nominationOf(turn, contest, way, entry);
  if (!nomination) throw new Refusal('nominate.notNominated', { code: entry.code });
  await needRight(turn, contest, 'nominate', nomination.sender);
  needOpenNomination(turn, contest, way, nomination.sender);
  // Where the window was moved on after the round had opened, what is in the round stays there.
  const { code, state: from } = entry;
  const to = beforeNomination(courseOf(contest.plan));
  if (from !== to && !mayBecome(from, to, courseOf(contest.plan)) && !isEnded(from))
    throw new Refusal('entry.noSuchMove', { code, from, to });
  return { way, nomination };
}

/** The sender takes back what it sent up: its slot and its rank are free again, and the entry is as before. */
export async function takeBackNomination(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  reason: string,
): Promise<{ way: WayUp }> {
  const { way, nomination: found } = await mayTakeBack(turn, contest, entry);
  const nomination = await end(turn, found, reason);
  await withdrawAbove(turn, way, nomination, reason);
  const to = beforeNomination(courseOf(contest.plan));
  // As it is now that the nomination has ended: who sent it up may have moved it since it was read.
  for (let now = await again(turn, entry._id); now; now = await again(turn, entry._id)) {
    // Back already, or taken out of the contest a moment ago.
    if (now.state === to || isEnded(now.state)) break;
    if (await moveEntry(turn, contest, now, { to, by: turn.person, reason })) break;
  }
  await tellTakenBack(turn, contest, { way, nomination, entry, reason });
  return { way };
}

/**
 * An entry that is out of the contest frees what its nomination held, and leaves the contest above with it;
 * after the intake there has closed, those who hold that contest hear of it and decide.
 */
export async function endNomination(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  reason: string,
): Promise<void> {
  if (courseOf(contest.plan).nomination === 'none') return;
  const way = await needWayUp(turn, contest);
  const found = await nominationOf(turn, contest, way, entry);
  if (!found) return;
  const nomination = await end(turn, found, reason);
  if (!nomination.above) return;
  const isOpen = hasOpenIntake(turn, contest, way, nomination.sender);
  if (isOpen) await withdrawAbove(turn, way, nomination, reason);
  await tellOutBelow(turn, contest, { way, nomination, entry, reason, isOpen });
}

function hasOpenIntake(turn: Turn, contest: Contest, way: WayUp, sender: string): boolean {
  try {
    needOpenNomination(turn, contest, way, sender);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** The one that stands, or that this very turn has ended before it was cut off. */
const nominationOf = (turn: Turn, contest: Contest, way: WayUp, { code }: StoredEntry) =>
  turn.store.nominations
    .findOne({
      _id: nominationId(contest, way, code),
      $or: [{ withdrawnAt: null }, { withdrawnTurn: turn.id }],
    })
    .lean<Nomination>()
    .exec();

/** Answers it as it ended, with what it had come to by then. */
async function end({ store, id, now, person }: Turn, found: Nomination, reason: string): Promise<Nomination> {
  const { _id } = found;
  const ended = await store.nominations
    .findOneAndUpdate(
      { _id, withdrawnAt: null },
      {
        $set: {
          withdrawnAt: now,
          withdrawnBy: person,
          withdrawnTurn: id,
          reason,
          slot: null,
          rankSlot: null,
        },
      },
      { returnDocument: 'after' },
    )
    .lean<Nomination>();
  return ended ?? found;
}

async function withdrawAbove(
  turn: Turn,
  { upper }: WayUp,
  { above }: Nomination,
  reason: string,
): Promise<void> {
  if (upper && above) await leaveAbove(turn, above, { upper, reason });
}

const again = ({ store }: Turn, id: string): Promise<StoredEntry | null> =>
  store.entries.findById(id).lean<StoredEntry>().exec();
