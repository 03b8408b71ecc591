import {
  type AnyBulkWriteOperation,
  type AnyClientBulkWriteModel,
  type Document,
  MongoBulkWriteError,
  MongoClientBulkWriteError,
} from 'mongodb';
import type { Connection } from 'mongoose';

/** One write to one document of `collection`. */
export type Write = { collection: string } & (
  | { insert: Document }
  | { filter: Document; update: Document; upsert?: boolean }
);

/** `null`: all are made. Else which one failed, and why; those after it were not tried. */
export type Stopped = { index: number; reason: { code?: string | number | undefined } } | null;

/** Of a change, whether it found its document. */
export type Written = PromiseSettledResult<boolean>;

/**
 * Makes writes to several collections in one round trip where the server can. A crash in the middle leaves
 * some of them: nothing more is promised, and repeatable writes need nothing more.
 */
export type Together = {
  /** In this order, up to the first that fails: a crash leaves the first few. */
  inOrder(writes: Write[]): Promise<Stopped>;
  /** Each for itself, whatever becomes of the others. */
  each(writes: Write[]): Promise<Written[]>;
  /** `each` really knows whether a change found its document. Else it says so of all that didn't fail. */
  knowsFound: boolean;
};

/** Servers from 8.0 on take writes to several collections in one command. */
const WIRE_VERSION_OF_8 = 25;

/** Asks the server once what it can. */
export function openTogether(connection: Connection): () => Promise<Together> {
  let known: Promise<Together> | null = null;

  async function askServer(): Promise<Together> {
    const hello = await connection.db?.admin().command({ hello: 1 });
    return Number(hello?.maxWireVersion) >= WIRE_VERSION_OF_8
      ? inOneCommand(connection)
      : oneByOne(connection);
  }

  return () => {
    known ??= askServer().catch((error) => {
      known = null;
      throw error;
    });
    return known;
  };
}

export function inOneCommand(connection: Connection): Together {
  const model = ({ collection, ...write }: Write): AnyClientBulkWriteModel<Document> => {
    const namespace = `${connection.name}.${collection}`;
    return 'insert' in write
      ? { namespace, name: 'insertOne', document: write.insert }
      : { namespace, name: 'updateOne', ...write };
  };
  return {
    async inOrder(writes) {
      try {
        await connection.getClient().bulkWrite(writes.map(model), { ordered: true });
        return null;
      } catch (error) {
        const [failed] = error instanceof MongoClientBulkWriteError ? error.writeErrors : [];
        if (!failed) throw error;
        return { index: failed[0], reason: failed[1] };
      }
    },
    knowsFound: true,
    async each(writes) {
      const client = connection.getClient();
      const options = { ordered: false, verboseResults: true };
      const rows = inRows(writes);
      const { made, failed } = await client
        .bulkWrite(
          rows.map(({ write }) => model(write)),
          options,
        )
        .then(
          (made) => ({ made, failed: null }),
          (error) => {
            if (!(error instanceof MongoClientBulkWriteError) || error.writeErrors.size === 0) throw error;
            return { made: error.partialResult, failed: error.writeErrors };
          },
        );
      const results: Written[] = [];
      for (const [place, { write, at }] of rows.entries()) {
        const reason = failed?.get(place);
        const isFound = 'insert' in write || (made?.updateResults?.get(place)?.matchedCount ?? 0) > 0;
        results[at] = reason ? { status: 'rejected', reason } : { status: 'fulfilled', value: isFound };
      }
      return results;
    },
  };
}

/**
 * The same kind of write to the same collection in a row, which a server makes faster; what is new comes first, since
 * a change may speak of it. `at`: its place before.
 */
function inRows(writes: Write[]): { write: Write; at: number }[] {
  const rows = new Map<string, { write: Write; at: number }[]>();
  for (const [at, write] of writes.entries()) {
    const kind = `${write.collection}/${'insert' in write}`;
    const row = rows.get(kind);
    if (row) row.push({ write, at });
    else rows.set(kind, [{ write, at }]);
  }
  const inKinds = [...rows.values()].flat();
  const isNew = ({ write }: { write: Write }) => 'insert' in write;
  return [...inKinds.filter(isNew), ...inKinds.filter((each) => !isNew(each))];
}

/** For servers before 8.0: one collection after another, or next to another where the order is no matter. */
export function oneByOne(connection: Connection): Together {
  const write = (name: string, writes: Write[], ordered: boolean) =>
    connection
      .collection(name)
      .bulkWrite(writes.map(operation), { ordered })
      .then(
        () => [],
        (error: unknown) => {
          const failures = error instanceof MongoBulkWriteError ? [error.writeErrors].flat() : [];
          if (failures.length === 0) throw error;
          return failures;
        },
      );
  return {
    knowsFound: false,
    async inOrder(writes) {
      for (let from = 0; from < writes.length; ) {
        const name = writes[from]?.collection ?? '';
        const next = writes.findIndex(({ collection }, index) => index > from && collection !== name);
        const stretch = writes.slice(from, next < 0 ? undefined : next);
        const [failed] = await write(name, stretch, true);
        if (failed) return { index: from + failed.index, reason: failed };
        from += stretch.length;
      }
      return null;
    },
    async each(writes) {
      const results = writes.map((): Written => ({ status: 'fulfilled', value: true }));
      const names = new Set(writes.map(({ collection }) => collection));
      await Promise.all(
        [...names].map(async (name) => {
          const places = [...writes.keys()].filter((at) => writes[at]?.collection === name);
          const own = places.flatMap((at) => writes[at] ?? []);
          for (const reason of await write(name, own, false))
            results[places[reason.index] ?? 0] = { status: 'rejected', reason };
        }),
      );
      return results;
    },
  };
}

function operation(write: Write): AnyBulkWriteOperation<Document> {
  if ('insert' in write) return { insertOne: { document: write.insert } };
  const { filter, update, upsert = false } = write;
  return { updateOne: { filter, update, upsert } };
}
