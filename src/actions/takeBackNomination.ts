import { beforeNomination, courseOf, isEnded, mayBecome } from '../domain/entryStates.js';
import { Refusal } from '../domain/refusal.js';
import type { Nomination, StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
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
): Promise<void> {
  const { way, nomination } = await mayTakeBack(turn, contest, entry);
  await end(turn, nomination, reason);
  await withdrawAbove(turn, way, nomination, reason);
  const to = beforeNomination(courseOf(contest.plan));
  for (let now: StoredEntry | null = entry; now; now = await again(turn, entry._id)) {
    // Back already, or taken out of the contest a moment ago.
    if (now.state === to || isEnded(now.state)) break;
    if (await moveEntry(turn, contest, now, { to, by: turn.person, reason })) break;
  }
  await tellTakenBack(turn, contest, { way, nomination, entry, reason });
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
  const nomination = await nominationOf(turn, contest, way, entry);
  if (!nomination) return;
  await end(turn, nomination, reason);
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

async function end({ store, id, now, person }: Turn, { _id }: Nomination, reason: string): Promise<void> {
  await store.nominations.updateOne(
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
  );
}

async function withdrawAbove(
  turn: Turn,
  { upper }: WayUp,
  { above }: Nomination,
  reason: string,
): Promise<void> {
  if (!upper || !above) return;
  const { entries } = turn.store;
  const there = { contest: upper.id, code: above.code };
  for (;;) {
    const entry = await entries.findOne(there).lean<StoredEntry>();
    if (!entry || isEnded(entry.state)) return;
    if (await moveEntry(turn, upper, entry, { to: 'withdrawn', by: turn.person, reason })) return;
  }
}

const again = ({ store }: Turn, id: string): Promise<StoredEntry | null> =>
  store.entries.findById(id).lean<StoredEntry>().exec();
