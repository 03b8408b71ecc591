import type { AnyBulkWriteOperation, Collection } from 'mongodb';
import type { BotId, ChatId } from '../chat.js';
import type { Chat, Letter, StoredUpdate } from './documents.js';
import { gather } from './gather.js';
import { isDuplicate, type Store } from './store.js';

/**
 * The post: updates in, letters out, and the chats between them. This is the path that every turn takes,
 * so it speaks to the driver directly and gathers what many chats write at the same moment.
 */
export type Post = ReturnType<typeof openPost>;

/** A lease outlives any turn; a crashed worker's chats are free again after it. */
const LEASE_MS = 5_000;

type Op<Document extends { _id: string }> = AnyBulkWriteOperation<Document>;

export function openPost(store: Store, owner: string) {
  const updates = store.updates.collection as unknown as Collection<StoredUpdate>;
  const letters = store.letters.collection as unknown as Collection<Letter>;
  const chats = store.chats.collection as unknown as Collection<Chat>;

  const insertUpdate = gather((batch: StoredUpdate[]) => insertAll(updates, batch));
  const insertLetter = gather((batch: Letter[]) => insertAll(letters, batch));
  const writeChat = gather((batch: Op<Chat>[]) => writeAll(chats, batch));
  const writeUpdate = gather((batch: Op<StoredUpdate>[]) => writeAll(updates, batch));
  const writeLetter = gather((batch: Op<Letter>[]) => writeAll(letters, batch));

  return {
    owner,

    /** `false`: it had arrived before. */
    takeIn: (update: StoredUpdate): Promise<boolean> => insertUpdate(update),

    /** The chat, held for this process; `null` while another process holds it. */
    async hold(first: StoredUpdate): Promise<Chat | null> {
      const now = new Date();
      try {
        return await chats.findOneAndUpdate(
          {
            _id: first.chat,
            $or: [{ lease: null }, { 'lease.owner': owner }, { 'lease.until': { $lt: now } }],
          },
          {
            $set: { lease: { owner, until: new Date(now.getTime() + LEASE_MS) } },
            $setOnInsert: {
              bot: first.chat.split(':', 2).join(':') as BotId,
              group: first.group,
              person: first.group ? null : first.chat,
              name: first.group ? '' : (first.from?.name ?? ''),
              reachable: true,
              contest: null,
              progress: null,
              menu: null,
              turn: null,
              heardAt: null,
              worker: null,
              movedTo: null,
            },
          },
          { upsert: true, returnDocument: 'after' },
        );
      } catch (error) {
        if (isDuplicate(error)) return null;
        throw error;
      }
    },

    /** What this chat still waits for, in order of arrival. */
    waitingIn: (chat: ChatId): Promise<StoredUpdate[]> =>
      updates.find({ chat, state: 'waiting' }).sort({ order: 1 }).limit(50).toArray(),

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

    /** The end of a turn: what the chat remembers. `release` lets other processes have it. */
    async saveChat(chat: Chat, release: boolean): Promise<void> {
      const { _id, lease: _, reachable: __, movedTo: ___, worker: ____, ...memory } = chat;
      const lease = release ? null : { owner, until: new Date(Date.now() + LEASE_MS) };
      await writeChat({
        updateOne: { filter: { _id }, update: { $set: { ...memory, worker: owner, lease } } },
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

    /** What this bot has to send, oldest first. */
    waitingFor: (bot: BotId, most: number): Promise<Letter[]> =>
      letters.find({ bot, state: 'waiting' }).sort({ order: 1, part: 1 }).limit(most).toArray(),

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
