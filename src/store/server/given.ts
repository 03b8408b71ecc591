import { setTimeout } from 'node:timers/promises';
import { MongoClient, MongoServerError } from 'mongodb';
import { CannotStart } from '../../cannotStart.js';
import type { DatabaseServer } from '../server.js';

/** Unauthorized, AuthenticationFailed, and what Atlas says to a wrong password. */
const LOGIN_REFUSED = [13, 18, 8000];

/** The operator's own server: it answers, or he is told what to look at. */
export async function checkGiven(uri: string, database: string, patienceMs = 5_000): Promise<DatabaseServer> {
  const client = read(uri, patienceMs);
  const hosts = client.options.srvHost ?? client.options.hosts.join(', ');
  const answered = new AbortController();
  try {
    await Promise.race([
      client.db(database).command({ ping: 1 }),
      // The driver's own limit doesn't cover the name look-ups of mongodb+srv.
      setTimeout(patienceMs + 500, null, { signal: answered.signal }).then(() => {
        throw new Error(`no answer within ${patienceMs} ms`);
      }),
    ]);
  } catch (cause) {
    const refused = cause instanceof MongoServerError && LOGIN_REFUSED.includes(Number(cause.code));
    throw new CannotStart(
      refused ? 'operator.databaseLoginRefused' : 'operator.databaseUnreachable',
      { hosts },
      { cause },
    );
  } finally {
    answered.abort();
    await client.close();
  }
  return { uri: withDatabase(uri, database), kind: 'given', pid: null, close: async () => {} };
}

function read(uri: string, patienceMs: number): MongoClient {
  try {
    return new MongoClient(uri, { serverSelectionTimeoutMS: patienceMs, connectTimeoutMS: patienceMs });
  } catch {
    // Without the cause: the driver may quote the address, password and all.
    throw new CannotStart('operator.databaseAddressWrong');
  }
}

/** An address may leave the database open. To name one must not change where the login is looked up. */
export function withDatabase(uri: string, database: string): string {
  const [, servers, path, query] = /^(.+?:\/\/[^/?]+)\/?([^?]*)\??(.*)$/.exec(uri) ?? [];
  if (servers === undefined || path) return uri;
  const settings = new URLSearchParams(query);
  const login = new MongoClient(uri).options.credentials?.source;
  if (login && !settings.has('authSource')) settings.set('authSource', login);
  return `${servers}/${database}${settings.size > 0 ? `?${settings}` : ''}`;
}
