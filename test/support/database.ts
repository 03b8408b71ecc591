import mongoose from 'mongoose';

let taken = 0;

/**
 * The address of an empty database on the engine of this test run. Each worker has its own, which its test files
 * use one after another: the engine keeps the files of every collection and every index open, so that databases
 * of their own for all test files would be more than a process may, and indexes that are there need not be built.
 */
export async function testDatabase(): Promise<string> {
  const server = process.env.TEST_SERVER_URI;
  if (!server) throw new Error('TEST_SERVER_URI is not set: test/support/globalSetup.mjs has not run');
  const uri = new URL(server);
  taken += 1;
  uri.pathname = `/test_${process.env.JEST_WORKER_ID}_${taken}`;
  await empty(uri.href);
  return uri.href;
}

async function empty(uri: string): Promise<void> {
  const connection = await mongoose.createConnection(uri).asPromise();
  const collections = await connection.listCollections();
  await Promise.all(collections.map(({ name }) => connection.collection(name).deleteMany({})));
  await connection.close();
}
