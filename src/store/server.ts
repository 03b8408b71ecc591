import { CannotStart } from '../cannotStart.js';
import type { Log } from '../log.js';
import { prepareFolder } from './server/dataFolder.js';
import { startDownloaded } from './server/downloaded.js';
import { startEmbedded, wroteFolder } from './server/embedded.js';
import { checkGiven } from './server/given.js';

export type DatabaseServer = {
  /** How to reach it, the database's name included. May hold a password: never to be shown. */
  uri: string;
  kind: 'given' | 'embedded' | 'downloaded';
  /** The server's process if it is ours; another one after a crash, `null` while it is being started again. */
  readonly pid: number | null;
  /** Ends the server in order if it is ours. Clients should be closed before. */
  close(): Promise<void>;
};

/**
 * Finds or starts the MongoDB server: the one `uri` names, else MongoDB's engine as it ships in an
 * optional package, else a mongod that is downloaded once. The last two keep their data in
 * `<dataDir>/mongodb`, listen on this computer only, and are started again on the same port when they
 * die. Throws `CannotStart`.
 */
export async function startServer(options: {
  uri?: string | undefined;
  dataDir: string;
  database: string;
  log: Log;
  freeBytes?: (folder: string) => Promise<number>;
}): Promise<DatabaseServer> {
  const { uri, dataDir, database, log, freeBytes } = options;
  if (uri) return checkGiven(uri, database);

  const folder = await prepareFolder(dataDir, freeBytes);
  const embedded = await startEmbedded({ folder, database, log });
  if (embedded) return embedded;

  // A released mongod can't read what the engine has written, and must not try.
  if (await wroteFolder(folder)) throw new CannotStart('operator.databaseOfOtherEngine', { folder });
  return startDownloaded({ folder, database, log });
}
