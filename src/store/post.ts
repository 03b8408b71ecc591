import type { AnyBulkWriteOperation, Collection } from 'mongodb';
import { type BotId, botOf, type ChatId } from '../chat.js';
import type { Chat, Letter, StoredUpdate } from './documents.js';
import { gather } from './gather.js';
import { isDuplicate, type Store } from './store.js';
import { openTogether, type Write } from './together.js';

/**
 * The post: updates in, letters out, and the chats between them. This is the path that every turn takes,
 * so it speaks to the driver directly and gathers what many chats write at the same moment.
 */
export type Post = ReturnType<typeof openPost>;

/** A lease outlives any turn; a crashed worker's chats are free again after it. */
const LEASE_MS = 5_000;

/** Updates of one chat that are read at once. So many may not be all. */
export const WAITING_AT_ONCE = 50;

type Op<Document extends { _id: string }> = AnyBulkWriteOperation<Document>;

export function openPost(store: Store, owner: string) {
  const updates = store.updates.collection as unknown as Collection<StoredUpdate>;
  const letters = store.letters.collection as unknown as Collection<Letter>;
  const chats = store.chats.collection as unknown as Collection<Chat>;

  const insertUpdate = gather((batch: StoredUpdate[]) => insertAll(updates, batch));
  const insertLetter = gather((batch: Letter[]) => insertAll(letters, batch));
  const takeHold = gather(holdAll);
  const writeEnding = gather(endAll);
  const writeChat = gather((batch: Op<Chat>[]) => writeAll(chats, batch));
  const writeUpdate = gather((batch: Op<StoredUpdate>[]) => writeAll(updates, batch));
  const writeLetter = gather((batch: Op<Letter>[]) => writeAll(letters, batch));
  const together = openTogether(store.connection);

  const leaseFrom = (now: Date) => ({ owner, until: new Date(now.getTime() + LEASE_MS) });

  function holding(first: StoredUpdate, now: Date) {
    return {
      filter: {
        _id: first.chat,
        $or: [{ lease: null }, { 'lease.owner': owner }, { 'lease.until': { $lt: now } }],
      },
      update: { $set: { lease: leaseFrom(now) }, $setOnInsert: newChat(first) },
      upsert: true,
    };
  }

  async function holdAll(batch: StoredUpdate[]): Promise<PromiseSettledResult<Held | null>[]> {
    const now = new Date();
    const [only] = batch;
    if (only && batch.length === 1) return [fulfilled(await holdOne(only, now))];
    try {
      await chats.bulkWrite(
        batch.map((first) => ({ updateOne: holding(first, now) })),
        { ordered: false },
      );
    } catch (error) {
      // Those that another process holds: the upsert would be a second document of that id.
      for (const failure of writeErrors(error)?.values() ?? [error]) if (!isDuplicate(failure)) throw error;
    }
    const ids = batch.map(({ chat }) => chat);
    const [held, waiting] = await Promise.all([
      chats.find({ _id: { $in: ids }, 'lease.owner': owner }).toArray(),
      waitingInAll(ids),
    ]);
    return ids.map((id, index) => {
      const chat = held.find(({ _id }) => _id === id);
      return fulfilled(chat ? { chat, waiting: waiting[index] ?? [] } : null);
    });
  }

  async function holdOne(first: StoredUpdate, now: Date): Promise<Held | null> {
    const { filter, update, upsert } = holding(first, now);
    try {
      const [chat, [early = []]] = await Promise.all([
        chats.findOneAndUpdate(filter, update, { upsert, returnDocument: 'after' }),
        waitingInAll([first.chat]),
      ]);
      if (!chat) return null;
      // What was read while the chat wasn't ours yet may have been worked since, but only by another process.
      const isSure = chat.worker === null || chat.worker === owner;
      return { chat, waiting: isSure ? early : await waitingIn(first.chat) };
    } catch (error) {
      if (isDuplicate(error)) return null;
      throw error;
    }
  }

  async function waitingInAll(batch: ChatId[]): Promise<StoredUpdate[][]> {
    const most = WAITING_AT_ONCE - 1 + batch.length;
    const found = await updates
      .find({ chat: { $in: batch }, state: 'waiting' })
      .sort({ chat: 1, order: 1 })
      .limit(most)
      .toArray();
    // Somebody has sent very much; nobody may be overlooked for that.
    if (found.length === most && batch.length > 1) return Promise.all(batch.map(waitingIn));
    return batch.map((id) => found.filter(({ chat }) => chat === id));
  }

  const waitingIn = async (chat: ChatId): Promise<StoredUpdate[]> => (await waitingInAll([chat]))[0] ?? [];

  /**
   * Of every turn first its letters, then what its chat remembers, last that it is done. A turn whose
   * letter can't be stored goes no further, and the others go on without it.
   */
  async function endAll(batch: Ending[]): Promise<PromiseSettledResult<void>[]> {
    const results = batch.map((): PromiseSettledResult<void> => fulfilled(undefined));
    let left: { of: number; write: Write }[] = [
      ...batch.flatMap((ending, of) =>
        ending.letters.map((letter) => ({ of, write: { collection: 'letters', insert: letter } })),
      ),
      ...batch.map(({ chat }, of) => ({ of, write: { collection: 'chats', ...chat } })),
      ...batch.map(({ update }, of) => ({
        of,
        write: { collection: 'updates', filter: { _id: update }, update: { $set: { state: 'done' } } },
      })),
    ];
    while (left.length > 0) {
      const stopped = await together(left.map(({ write }) => write));
      if (!stopped) break;
      const failed = left[stopped.index]?.of;
      left = left.slice(stopped.index + 1);
      // A letter that is there already: this turn was cut off behind it the last time.
      if (isDuplicate(stopped.reason)) continue;
      left = left.filter(({ of }) => of !== failed);
      if (failed !== undefined) results[failed] = { status: 'rejected', reason: stopped.reason };
    }
    return results;
  }

  return {
    owner,

    /** `false`: it had arrived before. */
    takeIn: (update: StoredUpdate): Promise<boolean> => insertUpdate(update),

    /** The chat, held for this process, and what it waits for; `null` while another process holds it. */
    hold: (first: StoredUpdate): Promise<Held | null> => takeHold(first),

    /** What a chat waits for, in order of arrival: the next `WAITING_AT_ONCE`, or all. */
    waitingIn,

    /** Chats with unfinished work, whoever took it in. `before`: taken in earlier than this (wall clock order). */
    async chatsWaiting(beforeOrder: number): Promise<ChatId[]> {
      const found = await updates
        .find({ state: 'waiting', order: { $lt: beforeOrder } }, { projection: { chat: 1 } })
        .sort({ chat: 1, order: 1 })
        .limit(5_000)
        .toArray();
      return [...new Set(found.map(({ chat }) => chat))];
    },

    addLetters: async (added: Letter[]): Promise<void> => {
      await Promise.all(added.map(insertLetter));
    },

    /**
     * The end of a turn, in this order: its letters, what the chat remembers, and that the update is done.
     * `release` lets other processes have the chat.
     */
    async endTurn(turn: { chat: Chat; letters: Letter[]; update: string; release: boolean }): Promise<void> {
      const { _id, lease: _, reachable: __, movedTo: ___, worker: ____, ...memory } = turn.chat;
      const lease = turn.release ? null : leaseFrom(new Date());
      await writeEnding({
        letters: turn.letters,
        // Whoever was away for longer than his lease must not write over what was remembered since.
        chat: {
          filter: { _id, 'lease.owner': owner },
          update: { $set: { ...memory, worker: owner, lease } },
        },
        update: turn.update,
      });
    },

    release: async (chat: ChatId): Promise<void> => {
      await writeChat({
        updateOne: { filter: { _id: chat, 'lease.owner': owner }, update: { $set: { lease: null } } },
      });
    },

    /** Deliver and the platforms' events say whether a chat can be reached; no turn overwrites it. */
    setReachable: async (chat: ChatId, reachable: boolean): Promise<void> => {
      await writeChat({ updateOne: { filter: { _id: chat }, update: { $set: { reachable } } } });
    },

    finish: async (id: string): Promise<void> => {
      await writeUpdate({ updateOne: { filter: { _id: id }, update: { $set: { state: 'done' } } } });
    },

    /** A turn that broke: another try at `retryAt`, or given up. */
    postpone: async (id: string, retryAt: Date | null, trouble: string): Promise<void> => {
      await writeUpdate({
        updateOne: {
          filter: { _id: id },
          update: {
            $set: retryAt ? { retryAt, trouble } : { state: 'failed', trouble },
            $inc: { tries: 1 },
          },
        },
      });
    },

    /** What this bot has to send, oldest first, in all chats but some. */
    waitingFor: (bot: BotId, most: number, except: ChatId[] = []): Promise<Letter[]> =>
      letters
        .find({ bot, state: 'waiting', ...(except.length > 0 && { chat: { $nin: except } }) })
        .sort({ order: 1, part: 1 })
        .limit(most)
        .toArray(),

    markLetter: async (id: string, change: Partial<Letter>): Promise<void> => {
      await writeLetter({
        updateOne: { filter: { _id: id, state: 'waiting' }, update: { $set: change } },
      });
    },

    /** A group goes on under another id. */
    move: async (from: ChatId, to: ChatId): Promise<void> => {
      await chats.updateOne({ _id: from }, { $set: { movedTo: to, reachable: false } });
      await store.groups.updateMany({ chat: from }, { $set: { chat: to } });
    },

    /** Everything that still waits for this chat goes where `change` says: unreachable, or another id. */
    changeAllFor: async (chat: ChatId, change: Partial<Letter>): Promise<void> => {
      await letters.updateMany({ chat, state: 'waiting' }, { $set: change });
    },
  };
}

type Held = { chat: Chat; waiting: StoredUpdate[] };

type Ending = { letters: Letter[]; chat: { filter: object; update: object }; update: string };

/** A chat that nobody has spoken in before. */
const newChat = ({ chat, group, from }: StoredUpdate) => ({
  bot: botOf(chat),
  group,
  person: group ? null : chat,
  name: group ? '' : (from?.name ?? ''),
  reachable: true,
  contest: null,
  progress: null,
  menu: null,
  turn: null,
  heardAt: null,
  worker: null,
  movedTo: null,
});

const fulfilled = <Value>(value: Value) => ({ status: 'fulfilled' as const, value });

/** Inserts each that isn't there yet; answers per document whether it was new. */
async function insertAll<Document extends { _id: string }>(
  collection: Collection<Document>,
  batch: Document[],
) {
  try {
    await collection.insertMany(batch as never, { ordered: false });
    return batch.map(() => ({ status: 'fulfilled' as const, value: true }));
  } catch (error) {
    const failures = writeErrors(error);
    if (!failures) throw error;
    return batch.map((_, index) => {
      const failure = failures.get(index);
      if (!failure) return { status: 'fulfilled' as const, value: true };
      return failure.code === 11000
        ? { status: 'fulfilled' as const, value: false }
        : { status: 'rejected' as const, reason: failure };
    });
  }
}

/** Each write stands for itself: no two in one batch change the same field of one document. */
async function writeAll<Document extends { _id: string }>(
  collection: Collection<Document>,
  batch: Op<Document>[],
) {
  await collection.bulkWrite(batch, { ordered: false });
  return batch.map(() => ({ status: 'fulfilled' as const, value: undefined }));
}

function writeErrors(error: unknown): Map<number, { code: number }> | null {
  const { writeErrors: failures } = error as { writeErrors?: unknown };
  if (!failures) return null;
  const list = (Array.isArray(failures) ? failures : [failures]) as { index: number; code: number }[];
  return new Map(list.map((failure) => [failure.index, failure]));
}
