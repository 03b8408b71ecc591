import { BSON, type Collection } from 'mongodb';
import { botOf, type ChatId } from '../chat.js';
import type { Chat, StoredUpdate } from './documents.js';
import { gather } from './gather.js';
import { isDuplicate } from './store.js';
import type { Together, Write } from './together.js';

/** A chat that is held for this process, and what it waits for. */
export type Held = { chat: Chat; waiting: StoredUpdate[] };

/** A lease outlives any turn; a crashed worker's chats are free again after it. */
const LEASE_MS = 5_000;

/** Updates of one chat that are read at once. So many may not be all. */
export const WAITING_AT_ONCE = 50;

/** Chats that this process remembers as it left them. */
const MOST_LEFT = 2_000;

export const leaseFor = (owner: string, now = new Date()): Chat['lease'] => ({
  owner,
  until: new Date(now.getTime() + LEASE_MS),
});

/** Was taken or lengthened a short while ago, so nobody else can have it for as long again. */
export const isFresh = (lease: Chat['lease']): boolean =>
  lease !== null && lease.until.getTime() - Date.now() > LEASE_MS / 2;

/** How updates come in, and how a process gets hold of the chats they wait in. */
export function openHolds(parts: {
  updates: Collection<StoredUpdate>;
  chats: Collection<Chat>;
  owner: string;
  write: (write: Write) => Promise<boolean>;
  together: () => Promise<Together>;
}) {
  const { updates, chats, owner, write, together } = parts;
  const left = new Map<ChatId, Uint8Array>();

  function holding(first: StoredUpdate, now: Date) {
    return {
      filter: {
        _id: first.chat,
        $or: [{ lease: null }, { 'lease.owner': owner }, { 'lease.until': { $lt: now } }],
      },
      update: { $set: { lease: leaseFor(owner, now) }, $setOnInsert: newChat(first) },
      upsert: true,
    };
  }

  async function holdAll(batch: StoredUpdate[]): Promise<PromiseSettledResult<Held | null>[]> {
    const now = new Date();
    for (const { chat } of batch) left.delete(chat);
    const [only] = batch;
    if (only && batch.length === 1) return [fulfilled(await holdOne(only, now))];
    const { each } = await together();
    const tried = await each(batch.map((first) => ({ collection: 'chats', ...holding(first, now) })));
    for (const one of tried) {
      // Those that another process holds: the upsert would be a second document of that id.
      if (one.status === 'rejected' && !isDuplicate(one.reason)) throw one.reason;
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

  /** `false`: it is there already. */
  async function store(update: StoredUpdate): Promise<boolean> {
    try {
      return await write({ collection: 'updates', insert: update });
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  /** Tells whoever remembers the chat that there is something new in it. */
  const announce = ({ _id: newest, chat }: StoredUpdate) =>
    write({ collection: 'chats', filter: { _id: chat }, update: { $set: { newest } } });

  /**
   * Finds the chat only as it was left: nobody holds it, nothing that a turn goes by was changed, nothing came. Where
   * it does, it announces the update, too.
   */
  function holdAsLeft(chat: Chat, lease: Chat['lease'], newest: string): Promise<boolean> {
    const { bot: _, group: __, person: ___, heardAt: ____, ...left } = chat;
    const filter = Object.fromEntries(Object.entries(left).map(([field, value]) => [field, { $eq: value }]));
    return write({ collection: 'chats', filter, update: { $set: { lease, newest } } });
  }

  function recall(chat: ChatId): Chat | null {
    const bytes = left.get(chat);
    left.delete(chat);
    return bytes ? (BSON.deserialize(bytes) as Chat) : null;
  }

  return {
    /**
     * Stores an update. `hold`: and takes hold of its chat in the same command, if the chat still is as this
     * process left it. Then neither the chat nor what waits in it needs to be read.
     */
    async takeIn(update: StoredUpdate, hold: boolean): Promise<TakenIn> {
      const chat = hold && (await together()).knowsFound ? recall(update.chat) : null;
      const lease = leaseFor(owner);
      const [isNew, isHeld] = await Promise.all([
        store(update),
        chat ? holdAsLeft(chat, lease, update._id) : announce(update).then(() => false),
      ]);
      if (chat && !isHeld) await announce(update);
      const held =
        chat && isHeld ? { chat: { ...chat, lease, newest: update._id }, waiting: [update] } : null;
      return { isNew, held };
    },

    hold: gather(holdAll),
    waitingIn,

    /** This is how the chat was left, by the end of the turn of `update` that gave it back. */
    remember(chat: Chat, update: string): void {
      left.delete(chat._id);
      // Something else had come before the chat was held, and may not have been seen.
      if (chat.newest !== update) return;
      // As the database has it: a turn must not find what only this process's memory could hold.
      left.set(chat._id, BSON.serialize({ ...chat, lease: null }, { ignoreUndefined: false }));
      const [oldest] = left.keys();
      if (left.size > MOST_LEFT && oldest) left.delete(oldest);
    },
  };
}

/** `isNew: false`: it had arrived before. */
export type TakenIn = { isNew: boolean; held: Held | null };

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
  newest: null,
});

const fulfilled = <Value>(value: Value) => ({ status: 'fulfilled' as const, value });
