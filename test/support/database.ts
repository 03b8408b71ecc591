import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';

/** The address of a database nobody has used yet, on the engine of this test run. One for each test file. */
export function testDatabase(): string {
  const server = process.env.TEST_SERVER_URI;
  if (!server) throw new Error('TEST_SERVER_URI is not set: test/support/globalSetup.mjs has not run');
  const uri = new URL(server);
  uri.pathname = `/test_${randomBytes(6).toString('hex')}`;
  return uri.href;
}

/**
 * A database that nobody needs any more. The engine keeps files of each collection and each index open, and a
 * whole run of stories would have more of them than a process may.
 */
export async function dropDatabase(uri: string): Promise<void> {
  const connection = await mongoose.createConnection(uri).asPromise();
  await connection.dropDatabase();
  await connection.close();
}
