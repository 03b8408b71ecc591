import type { Collection, Filter } from 'mongodb';
import type { BotId, ChatId } from '../chat.js';
import type { Chat, Letter, StoredUpdate } from './documents.js';
import { type Ending, endAll } from './endings.js';
import { gather } from './gather.js';
import { type Held, isFresh, leaseFor, openHolds, type TakenIn } from './holds.js';
import { isDuplicate, type Store } from './store.js';
import { openTogether, type Write } from './together.js';

/**
 * The post: updates in, letters out, and the chats between them. This is the path that every turn takes,
 * so it speaks to the driver directly and gathers what many chats write at the same moment.
 */
export type Post = ReturnType<typeof openPost>;

export function openPost(store: Store, owner: string) {
  const updates = store.updates.collection as unknown as Collection<StoredUpdate>;
  const letters = store.letters.collection as unknown as Collection<Letter>;
  const chats = store.chats.collection as unknown as Collection<Chat>;

  const together = openTogether(store.connection);
  const writeAll = async (batch: Write[]) => (await together()).each(batch);
  const write = gather(writeAll);
  // A chat's updates are stored in the order in which they came.
  const writeIntake = gather(writeAll, { atOnce: 1 });
  const writeEnding = gather(async (batch: Ending[]) => endAll(await together(), batch));
  const holds = openHolds({ updates, chats, owner, write: writeIntake, together });

  const change = async (collection: string, filter: object, $set: object): Promise<void> => {
    await write({ collection, filter, update: { $set } });
  };
  const addLetter = async (letter: Letter): Promise<void> => {
    await write({ collection: 'letters', insert: letter }).catch((error: unknown) => {
      if (!isDuplicate(error)) throw error;
    });
  };

  return {
    owner,

    /** Stores an update. `hold`: and takes hold of its chat, if that costs nothing. */
    takeIn: (update: StoredUpdate, hold = false): Promise<TakenIn> => holds.takeIn(update, hold),

    /** The chat, held for this process, and what it waits for; `null` while another process holds it. */
    hold: (first: StoredUpdate): Promise<Held | null> => holds.hold(first),

    /** What a chat waits for, in order of arrival: the next `WAITING_AT_ONCE`, or all. */
    waitingIn: (chat: ChatId): Promise<StoredUpdate[]> => holds.waitingIn(chat),

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
      await Promise.all(added.map(addLetter));
    },

    /**
     * The end of a turn, in this order: its letters, what the chat remembers, and that the update is done.
     * `release` lets other processes have the chat. `false`: another process has it already, and nothing
     * was written that counts.
     */
    async endTurn(turn: {
      chat: Chat;
      letters: Letter[];
      update: string;
      release: boolean;
    }): Promise<boolean> {
      const { _id, lease: _, reachable: __, worker: ___, newest: ____, ...memory } = turn.chat;
      const filter = { _id, 'lease.owner': owner };
      const lease = leaseFor(owner);
      const isOurs = await writeEnding({
        fence: isFresh(turn.chat.lease) ? null : { filter, update: { $set: { lease } } },
        letters: turn.letters,
        chat: { filter, update: { $set: { ...memory, worker: owner, lease: turn.release ? null : lease } } },
        update: turn.update,
      });
      if (isOurs) turn.chat.lease = turn.release ? null : lease;
      if (isOurs && turn.release) holds.remember({ ...turn.chat, worker: owner }, turn.update);
      return isOurs;
    },

    release: (chat: ChatId): Promise<void> =>
      change('chats', { _id: chat, 'lease.owner': owner }, { lease: null }),

    /** Deliver and the platforms' events say whether a chat can be reached; no turn overwrites it. */
    setReachable: (chat: ChatId, reachable: boolean): Promise<void> =>
      change('chats', { _id: chat }, { reachable }),

    finish: (id: string): Promise<void> => change('updates', { _id: id }, { state: 'done' }),

    /** A turn that broke: another try at `retryAt`, or given up. */
    postpone: async (id: string, retryAt: Date | null, trouble: string): Promise<void> => {
      const $set = retryAt ? { retryAt, trouble } : { state: 'failed', trouble };
      await write({ collection: 'updates', filter: { _id: id }, update: { $set, $inc: { tries: 1 } } });
    },

    /** What this bot has to send, oldest first, in all chats but some. `patient`: of what gives way to the rest. */
    waitingFor: (bot: BotId, most: number, except: ChatId[] = [], patient = false): Promise<Letter[]> =>
      letters
        .find({
          bot,
          state: 'waiting',
          patient: patient || null,
          ...(except.length > 0 && { chat: { $nin: except } }),
        } as Filter<Letter>)
        .sort({ order: 1, part: 1 })
        .limit(most)
        .toArray(),

    /** What was sent is sent, whatever was thought of it meanwhile; else what is settled stays so. */
    markLetter: (id: string, mark: Partial<Letter>): Promise<void> =>
      change('letters', mark.state === 'sent' ? { _id: id } : { _id: id, state: 'waiting' }, mark),

    /** A group goes on under another id. */
    move: async (from: ChatId, to: ChatId): Promise<void> => {
      await chats.updateOne({ _id: from }, { $set: { reachable: false } });
      await store.groups.updateMany({ chat: from }, { $set: { chat: to } });
    },

    /** Everything that still waits for this chat goes where `change` says: unreachable, or another id. */
    changeAllFor: async (chat: ChatId, change: Partial<Letter>): Promise<void> => {
      await letters.updateMany({ chat, state: 'waiting' }, { $set: change });
    },
  };
}
