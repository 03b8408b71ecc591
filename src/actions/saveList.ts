import {
  addMembers,
  type Member,
  mostMembers,
  removeMembers,
  withoutPrivateNumbers,
} from '../domain/memberLists.js';
import { Refusal } from '../domain/refusal.js';
import type { ListChangeKind, StoredList } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn } from '../turn.js';
import { closeList, closingDue } from './closeList.js';
import type { Contest } from './contest.js';
import { type ListKey, listId, listNow, listsToKeep } from './peopleLists.js';

export type ListChange = { kind: ListChangeKind; members: readonly Member[] };

/** How many names this change added or took away, and how many there are since. */
export type ListChanged = { count: number; total: number };

/**
 * Changes a list. After the plan's day it still may be changed, for another closing; but first it is
 * closed as it was on that day, whoever comes first.
 */
export async function saveList(
  turn: Turn,
  contest: Contest,
  key: ListKey,
  change: ListChange,
): Promise<ListChanged> {
  const keeps = await listsToKeep(turn, contest);
  if (!keeps.some((each) => listId(contest, each) === listId(contest, key)))
    throw new Refusal('list.notYours');
  for (;;) {
    const before = await listNow(turn, contest, key);
    const done = before.changes.find((each) => each.turn === turn.id);
    if (done) return done;
    const due = closingDue(contest, key.component, turn.now);
    if (due) await closeList(turn, contest, before, due);
    const list = due ? await listNow(turn, contest, key) : before;
    const members = changed(list, change);
    if (members.length > mostMembers) throw new Refusal('list.tooMany', { most: mostMembers });
    const count = change.kind === 'replace' ? members.length : Math.abs(members.length - list.members.length);
    const total = members.length;
    if (await write(turn, list, members, { kind: change.kind, count, total })) return { count, total };
  }
}

function changed({ members }: StoredList, change: ListChange): Member[] {
  if (change.kind === 'replace') return [...change.members];
  return change.kind === 'add' ? addMembers(members, change.members) : removeMembers(members, change.members);
}

/** `false`: somebody else was quicker. */
async function write(
  { store, id, person, now }: Turn,
  { _id, version, contest, component, unit }: StoredList,
  members: Member[],
  { kind, count, total }: ListChanged & { kind: ListChangeKind },
): Promise<boolean> {
  try {
    const { matchedCount, upsertedCount } = await store.lists.updateOne(
      { _id, version },
      {
        $set: { members, version: version + 1 },
        $push: { changes: { turn: id, by: person, at: now, kind, count, total } },
        $setOnInsert: { contest, component, unit, short: null },
      },
      { upsert: version === 0 },
    );
    return matchedCount + upsertedCount === 1;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return false;
  }
}

/** What came with numbers that aren't kept stays in the files without them. */
export async function forgetPrivateNumbers({ store, update }: Turn): Promise<void> {
  if (update.event.kind !== 'text') return;
  await store.updates.updateOne(
    { _id: update._id },
    { $set: { 'event.text': withoutPrivateNumbers(update.event.text) } },
  );
}
