import mongoose from 'mongoose';
import type { Update } from '../../src/chat.js';
import { type Inbox, openInbox } from '../../src/handle.js';
import { runTick } from '../../src/jobs/schedule.js';
import { ticks } from '../../src/jobs/ticks.js';
import { openLog } from '../../src/log.js';
import type { StoredUpdate } from '../../src/store/documents.js';
import { openPost, type Post } from '../../src/store/post.js';
import { openStore, type Store } from '../../src/store/store.js';
import type { Tools } from '../../src/turn.js';
import { testDatabase } from './database.js';
import { letWallClockRun, passWallClock, stopWallClock } from './wallClock.js';

/** A story that was played: what reached the assistant, in order, and what it had begun with. */
export type Played = { store: Store; tools: Tools };

/** Collection by collection, without what no person ever sees: whose lease, which wall clock. */
type FinalState = Record<string, unknown[]>;

export type Swept = {
  updates: number;
  /** How often a process was killed. */
  crashes: number;
  undisturbed: FinalState;
  /** How passes ended that ended otherwise. */
  different: FinalState[];
};

export type Depth = 'every write' | 'every update';

/** In which writes of the update (or tick) with this number the processes die that work on it, one by one. */
type Deaths = { first: (index: number) => number; step: number };

const LANES = 2;
const nobodyDies: Deaths = { first: () => Number.POSITIVE_INFINITY, step: 0 };
const anywhere: Deaths = { first: (index) => index % 6, step: Number.POSITIVE_INFINITY };
const atEveryWrite = Array.from({ length: LANES }, (_, lane): Deaths => ({ first: () => lane, step: LANES }));

/**
 * Plays a story again, without messengers, in processes that die. A process that dies after its `k`-th write
 * has made it, but never gets the answer, and no later write of it is made. (A death *before* a write is
 * thus a death after the one before. Of a bulk of writes each counts, since the server may be cut off in the
 * middle of it.) Then another process starts, a while later, and the messenger delivers the update again.
 *
 * `every write`: the story is played several times. In pass `k` whoever works on an update, or on a tick
 * between them, dies after write `k`, the next one after write `k + 2`, and so on until one survives: so
 * there is no write after which nobody died. `every update`: one pass, with one death in each.
 *
 * Every pass has to end in the same state as the one in which nobody died.
 */
export async function sweep(played: Played, depth: Depth): Promise<Swept> {
  const passes = [nobodyDies, ...(depth === 'every write' ? atEveryWrite : [anywhere])];
  const moments = await momentsOf(played);
  const stores = await Promise.all(passes.map(async () => openStore(await testDatabase())));
  const restore = interceptWrites();
  stopWallClock();
  try {
    const [store, ...others] = stores;
    if (!store) throw new Error('nothing is played');
    const first = await play(played, moments, store, { deaths: nobodyDies, idle: new Set() });
    const ends = await Promise.all(
      others.map((other, pass) =>
        play(played, moments, other, { deaths: passes[pass + 1] ?? anywhere, idle: first.idle }),
      ),
    );
    const undisturbed = first.state;
    return {
      updates: moments.length,
      crashes: ends.reduce((sum, { crashes }) => sum + crashes, 0),
      undisturbed,
      different: ends
        .map(({ state }) => state)
        .filter((state) => JSON.stringify(state) !== JSON.stringify(undisturbed)),
    };
  } finally {
    letWallClockRun();
    restore();
    await Promise.all(stores.map((store) => store.close()));
  }
}

type Moment = { now: Date; update: Update };

async function momentsOf({ store }: Played): Promise<Moment[]> {
  const stored = await store.updates.find().sort({ order: 1 }).lean<StoredUpdate[]>();
  return stored.map(({ _id, chat, group, from, sentAt, event, receivedAt }) => ({
    now: receivedAt,
    update: { id: _id, chat, group, from, sentAt, event },
  }));
}

/**
 * `idle`: the ticks, by their numbers, that wrote nothing when nobody died. They have nothing to do here either,
 * since whatever was cut off has been done again before them.
 */
async function play(
  played: Played,
  moments: Moment[],
  store: Store,
  { deaths: { first, step }, idle }: { deaths: Deaths; idle: ReadonlySet<number> },
) {
  await beginAgain(played, store);
  const tools: Tools = { ...played.tools, store };
  const death = new Death();
  deaths.set(store.connection.name, death);
  let now = new Date(0);
  let process = startProcess(tools, () => now);
  let crashes = 0;
  let begun = 0;

  /** Does `work`; as often as the process dies, another one does it again, and then `afterwards`. */
  async function survive(work: () => Promise<unknown>, afterwards?: () => Promise<void>): Promise<void> {
    for (let writes = first(begun), again = false; ; writes += step, again = true) {
      death.comeAfter(writes);
      try {
        await work();
        if (again) await afterwards?.();
      } catch (error) {
        if (!death.happened) throw error;
      }
      await process.inbox.idle();
      if (!death.happened) break;
      await process.inbox.close();
      crashes += 1;
      // Long enough for the dead process's leases to run out.
      passWallClock(10_000);
      process = startProcess(tools, () => now);
    }
    death.stayAway();
    begun += 1;
  }

  const wroteNothing = new Set<number>();
  const runTicks = async () => {
    for (const tick of ticks) {
      const [number, before] = [begun, death.writes];
      if (idle.has(number)) begun += 1;
      else await survive(() => runTick(tick, { tools, post: process.post, now }));
      if (death.writes === before) wroteNothing.add(number);
    }
  };
  for (const moment of moments) {
    const isLater = moment.now.getTime() - now.getTime() > 60_000;
    now = moment.now;
    if (isLater) await runTicks();
    await survive(
      () => process.inbox.receive([moment.update]),
      () => process.inbox.resume(),
    );
  }
  await process.inbox.close();
  return { crashes, idle: wroteNothing, state: await finalState(store) };
}

/** The contests as the operator had set them up, and the codes that he had handed out. */
async function beginAgain({ store: before }: Played, store: Store): Promise<void> {
  const contests = await before.contests.find({ turn: null }).lean();
  const codes = await before.codes.find({ by: null }).lean();
  const untouched = {
    version: 1,
    decisions: [],
    moves: [],
    extensions: [],
    acceptances: [],
    rules: [],
    done: {},
  };
  await store.contests.insertMany(contests.map((each) => ({ ...each, ...untouched })));
  await store.codes.insertMany(codes.map((each) => ({ ...each, usedBy: null, usedAt: null })));
}

let started = 0;
function startProcess(tools: Tools, now: () => Date): { post: Post; inbox: Inbox } {
  started += 1;
  const post = openPost(tools.store, `process ${started}`);
  const unheard = async () => {};
  const outbox = {
    hand: () => {},
    start: () => {},
    idle: unheard,
    close: unheard,
    refused: () => [],
    counts: { sent: 0, refused: 0, parked: 0, gone: 0 },
  };
  const clock = { now, sleep: unheard, onMoved: () => {} };
  return { post, inbox: openInbox({ tools, post, outbox, clock, log: openLog('silent') }) };
}

async function finalState(store: Store): Promise<FinalState> {
  const collections = Object.entries(store.connection.models).filter(([name]) => name !== 'leases');
  const found = await Promise.all(
    collections.map(async ([name, model]) => [name, await model.find().sort({ _id: 1 }).lean()] as const),
  );
  const state = Object.fromEntries(found) as Record<string, Record<string, unknown>[]>;
  // When each came by the wall clock is no matter; in which order a chat hears them is.
  for (const name of ['updates', 'letters']) state[name] = inChatOrder(state[name] ?? []);
  for (const chat of state.chats ?? []) {
    delete chat.lease;
    delete chat.worker;
    delete chat.newest;
  }
  return state;
}

function inChatOrder(documents: Record<string, unknown>[]): Record<string, unknown>[] {
  const place = (document: Record<string, unknown>, field: string) => Number(document[field] ?? 0);
  return documents
    .sort(
      (a, b) =>
        String(a.chat).localeCompare(String(b.chat)) ||
        place(a, 'order') - place(b, 'order') ||
        place(a, 'part') - place(b, 'part'),
    )
    .map(({ order, ...rest }) => rest);
}

class Died extends Error {
  override name = 'Died';
}

/** Counts the writes of one process, and kills it. */
class Death {
  left = Number.POSITIVE_INFINITY;
  happened = false;
  /** How many writes have been tried in all. */
  writes = 0;

  comeAfter(writes: number): void {
    this.left = writes;
    this.happened = false;
  }

  stayAway(): void {
    this.comeAfter(Number.POSITIVE_INFINITY);
  }

  /** Writes that travel in one command: death may come between any two of them. */
  async befall<Each>(all: readonly Each[], write: (some: Each[]) => Promise<unknown>): Promise<unknown> {
    this.writes += all.length;
    if (this.happened || this.left === 0) {
      this.happened = true;
      throw new Died();
    }
    const some = all.slice(0, this.left);
    this.left -= some.length;
    const answer = await write(some);
    if (this.left > 0) return answer;
    this.happened = true;
    throw new Died();
  }
}

/** Whose writes a database gets. */
const deaths = new Map<string, Death>();

const singleWrites = [
  'insertOne',
  'updateOne',
  'updateMany',
  'replaceOne',
  'deleteOne',
  'deleteMany',
  'findOneAndUpdate',
  'findOneAndReplace',
  'findOneAndDelete',
];

/**
 * Stands between the driver and the database; answers how to stop. `insertMany` is a `bulkWrite` to the
 * driver, and mongoose writes through the driver too.
 */
function interceptWrites(): () => void {
  type Method = (this: unknown, ...args: unknown[]) => Promise<unknown>;
  const { Collection, MongoClient } = mongoose.mongo;
  const undo: (() => void)[] = [];

  function replace(owner: object, name: string, by: (original: Method) => Method): void {
    const methods = owner as Record<string, Method>;
    const original = methods[name] as Method;
    methods[name] = by(original);
    undo.push(() => {
      methods[name] = original;
    });
  }

  const single = (original: Method): Method =>
    function (...args) {
      const death = deaths.get(databaseOf(this));
      return death ? death.befall([0], () => original.apply(this, args)) : original.apply(this, args);
    };
  const bulk = (database: (owner: unknown, writes: unknown[]) => string) => (original: Method) =>
    function (this: unknown, ...[list, ...options]: unknown[]) {
      const writes = list as unknown[];
      const write = (some: unknown[]) => original.call(this, some, ...options);
      const death = deaths.get(database(this, writes));
      return death ? death.befall(writes, write) : write(writes);
    };

  for (const name of singleWrites) replace(Collection.prototype, name, single);
  replace(Collection.prototype, 'bulkWrite', bulk(databaseOf));
  replace(
    MongoClient.prototype,
    'bulkWrite',
    bulk((_client, [first]) => (first as { namespace: string }).namespace.split('.', 1)[0] ?? ''),
  );
  return () => {
    for (const step of undo) step();
    deaths.clear();
  };
}

const databaseOf = (collection: unknown): string => (collection as { dbName: string }).dbName;
