import {
  type AnyBulkWriteOperation,
  type ClientInsertOneModel,
  type ClientUpdateOneModel,
  type Document,
  MongoBulkWriteError,
  MongoClientBulkWriteError,
} from 'mongodb';
import type { Connection } from 'mongoose';

/** One write to one document of `collection`. */
export type Write = { collection: string } & ({ insert: Document } | { filter: Document; update: Document });

/** `null`: all are made. Else which one failed, and why; those after it were not tried. */
export type Stopped = { index: number; reason: { code?: string | number | undefined } } | null;

/** Servers from 8.0 on take writes to several collections in one command. */
const WIRE_VERSION_OF_8 = 25;

/**
 * Makes writes to several collections in the given order, in one round trip where the server can, and stops
 * at the first that fails. A crash in the middle leaves the first few of them, as it would with one command
 * each: nothing more is promised, and repeatable writes need nothing more.
 */
export function openTogether(connection: Connection) {
  let known: Promise<boolean> | null = null;

  async function askServer(): Promise<boolean> {
    const hello = await connection.db?.admin().command({ hello: 1 });
    return Number(hello?.maxWireVersion) >= WIRE_VERSION_OF_8;
  }

  return async (writes: Write[]): Promise<Stopped> => {
    known ??= askServer().catch((error) => {
      known = null;
      throw error;
    });
    return (await known) ? inOneCommand(connection, writes) : oneByOne(connection, writes);
  };
}

export async function inOneCommand(connection: Connection, writes: Write[]): Promise<Stopped> {
  const models = writes.map(
    ({ collection, ...write }): ClientInsertOneModel<Document> | ClientUpdateOneModel<Document> => {
      const namespace = `${connection.name}.${collection}`;
      return 'insert' in write
        ? { namespace, name: 'insertOne', document: write.insert }
        : { namespace, name: 'updateOne', ...write };
    },
  );
  try {
    await connection.getClient().bulkWrite(models, { ordered: true });
    return null;
  } catch (error) {
    const [failed] = error instanceof MongoClientBulkWriteError ? error.writeErrors : [];
    if (!failed) throw error;
    return { index: failed[0], reason: failed[1] };
  }
}

/** For servers before 8.0: a command for each stretch of writes to the same collection. */
export async function oneByOne(connection: Connection, writes: Write[]): Promise<Stopped> {
  for (let from = 0; from < writes.length; ) {
    const name = writes[from]?.collection ?? '';
    const next = writes.findIndex(({ collection }, index) => index > from && collection !== name);
    const stretch = writes.slice(from, next < 0 ? undefined : next);
    const models = stretch.map(
      (write): AnyBulkWriteOperation<Document> =>
        'insert' in write
          ? { insertOne: { document: write.insert } }
          : { updateOne: { filter: write.filter, update: write.update } },
    );
    try {
      await connection.collection(name).bulkWrite(models, { ordered: true });
    } catch (error) {
      if (!(error instanceof MongoBulkWriteError)) throw error;
      const [failed] = [error.writeErrors].flat();
      if (!failed) throw error;
      return { index: from + failed.index, reason: failed };
    }
    from += stretch.length;
  }
  return null;
}
