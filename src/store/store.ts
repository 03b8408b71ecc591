import type { IndexDescription } from 'mongodb';
import mongoose, { type Connection, type Model } from 'mongoose';
import { partaking } from '../domain/entryStates.js';
import { type Collections, openCollections } from './collections.js';
import type * as documents from './documents.js';
import { gather } from './gather.js';
import { mendDriver } from './mendedDriver.js';

/**
 * The database as the program sees it. No sessions, no transactions, no TTL indexes: it must work on a
 * plain mongod, a replica set, a sharded cluster and the embedded engine.
 */
export type Store = Collections & {
  connection: Connection;
  /** What changes in a contest while it runs; `null`: there is no such contest. */
  contestMark(id: string): Promise<ContestMark | null>;
  /** How many entries of a sender take part. */
  partakingOf(sender: SenderKey): Promise<number>;
  close(): Promise<void>;
};

export async function openStore(uri: string): Promise<Store> {
  mendDriver();
  const connection = await mongoose
    .createConnection(uri, {
      maxPoolSize: 32,
      serverSelectionTimeoutMS: 5_000,
      heartbeatFrequencyMS: 2_000,
      // What is acknowledged to a platform must outlive a crash of the server.
      writeConcern: { w: 'majority', journal: true },
      autoIndex: false,
      autoCreate: false,
    })
    .asPromise();

  const collections = openCollections(connection);
  // It would refuse a judge's second sheet for an entry, from before there were several rounds.
  await dropOutgrownIndex(collections.sheets, 'sheet');
  // Nothing goes by it since some letters give way to others.
  await dropOutgrownIndex(collections.letters, 'waiting');
  // They were kept up with every turn, for what is asked of few letters and is few chats.
  await dropOutgrownIndex(collections.letters, 'bot_1_sentAt_1');
  await dropOutgrownIndex(collections.chats, 'person_1_heardAt_-1');
  await Promise.all(Object.values(connection.models).map(createIndexes));
  return {
    ...collections,
    connection,
    contestMark: gather((ids: string[]) => readMarks(collections.contests, ids)),
    partakingOf: gather((senders: SenderKey[]) => countPartaking(collections.entries, senders)),
    close: () => connection.close(),
  };
}

/** One command for each collection; those that are there already cost nothing. */
async function createIndexes(model: Model<unknown>): Promise<void> {
  const indexes = model.schema.indexes().map(([key, options]) => ({ ...options, key }) as IndexDescription);
  if (indexes.length > 0) await model.collection.createIndexes(indexes);
}

async function dropOutgrownIndex<Document>(model: Model<Document>, name: string): Promise<void> {
  try {
    await model.collection.dropIndex(name);
  } catch (error) {
    const { codeName } = error as { codeName?: unknown };
    if (codeName !== 'IndexNotFound' && codeName !== 'NamespaceNotFound') throw error;
  }
}

export type ContestMark = Pick<documents.StoredContest, '_id' | 'version' | 'done' | 'createdAt'>;

async function readMarks(
  contests: Model<documents.StoredContest>,
  ids: string[],
): Promise<PromiseSettledResult<ContestMark | null>[]> {
  const found = await contests.collection
    .find({ _id: { $in: [...new Set(ids)] } } as object, {
      projection: { version: 1, done: 1, createdAt: 1 },
    })
    .toArray();
  const marks = new Map(found.map((mark) => [String(mark._id), mark as unknown as ContestMark]));
  return ids.map((id) => ({ status: 'fulfilled', value: marks.get(id) ?? null }));
}

type SenderKey = Pick<documents.StoredEntry, 'contest' | 'sender'>;

async function countPartaking(
  entries: Model<documents.StoredEntry>,
  senders: SenderKey[],
): Promise<PromiseSettledResult<number>[]> {
  const found = await entries.collection
    .find<SenderKey>(
      {
        contest: { $in: [...new Set(senders.map(({ contest }) => contest))] },
        sender: { $in: [...new Set(senders.map(({ sender }) => sender))] },
        state: { $in: partaking },
      },
      { projection: { contest: 1, sender: 1 } },
    )
    .toArray();
  const counts = new Map<string, number>();
  for (const entry of found) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
  return senders.map((sender) => ({ status: 'fulfilled', value: counts.get(keyOf(sender)) ?? 0 }));
}

const keyOf = ({ contest, sender }: SenderKey): string => `${contest}/${sender}`;

/** A unique key that is taken already: the server's error 11000. `index` tells which, by its name. */
export function isDuplicate(error: unknown, index = ''): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === 11000 && String(message).includes(index);
}
