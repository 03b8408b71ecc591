import { createHash } from 'node:crypto';
import { leastOnList, missingFrom, writtenOut } from '../domain/memberLists.js';
import type { ListSnapshot, PersonId, StoredList } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { freezeOf, lastSnapshot, listNow } from './peopleLists.js';

/** What came of closing a list. `unchanged`: nothing is new on it since it was closed the last time. */
export type Closing =
  | { kind: 'closed' | 'unchanged'; list: StoredList; snapshot: ListSnapshot }
  | { kind: 'short'; list: StoredList; count: number; missing: number };

/** `cause` names this closing: the same one closes a list once, however often it is repeated. */
export type ClosingCause = { cause: string; by: PersonId | null; at: Date };

/**
 * Writes down who is on the list now, under the next number. With fewer names than the plan asks for it
 * stays open; that it did on the plan's day is kept, and a name that comes later doesn't mend it.
 */
export async function closeList(
  work: Work,
  contest: Contest,
  about: StoredList,
  { cause, by, at }: ClosingCause,
): Promise<Closing> {
  const { lists, listSnapshots } = work.store;
  const least = leastOnList(contest.plan, about.component);
  for (;;) {
    const done = await listSnapshots.findOne({ list: about._id, cause }).lean<ListSnapshot>();
    const list = await listNow(work, contest, about);
    if (done) return { kind: 'closed', list, snapshot: done };
    if (list.short?.cause === cause) return shortOf(list, list.short.count, least);
    const count = list.members.length;
    if (missingFrom(count, least) > 0) {
      // Only the plan's closing is over once and for all; by hand it may be tried again any time.
      if (by !== null) return shortOf(list, count, least);
      const { _id, version, short: _, ...fresh } = list;
      // Looked at again in any case: somebody may have changed the list meanwhile.
      await lists
        .updateOne(
          { _id, version },
          { $set: { short: { cause, count } }, $setOnInsert: fresh },
          { upsert: version === 0 },
        )
        .catch(unlessDuplicate);
      continue;
    }
    const last = await lastSnapshot(work, about._id);
    const digest = digestOf(list);
    // The plan's own closing always leaves its mark, so that what comes after it comes after it.
    if (by !== null && last?.digest === digest) return { kind: 'unchanged', list, snapshot: last };
    const number = (last?.number ?? 0) + 1;
    const { contest: id, component, unit, members } = list;
    const snapshot: ListSnapshot = {
      _id: `${list._id}/${number}`,
      list: list._id,
      contest: id,
      component,
      unit,
      number,
      members,
      digest,
      at,
      by,
      cause,
    };
    try {
      await listSnapshots.create(snapshot);
      return { kind: 'closed', list, snapshot };
    } catch (error) {
      // Another closing took this number, or the same one was made by somebody else.
      if (!isDuplicate(error)) throw error;
    }
  }
}

function unlessDuplicate(error: unknown): void {
  if (!isDuplicate(error)) throw error;
}

const shortOf = (list: StoredList, count: number, least: number | null): Closing => ({
  kind: 'short',
  list,
  count,
  missing: missingFrom(count, least),
});

const digestOf = ({ members }: StoredList): string =>
  createHash('sha256').update(writtenOut(members)).digest('hex');

/** The plan's own closing of a component's lists, `null` before its moment. */
export function closingDue(contest: Contest, component: string, now: Date): ClosingCause | null {
  const at = freezeOf(contest, component);
  return at && at < now ? { cause: `freeze/${at.toISOString()}`, by: null, at } : null;
}
