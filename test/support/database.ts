import { randomBytes } from 'node:crypto';

/** The address of a database nobody has used yet, on the engine of this test run. One for each test file. */
export function testDatabase(): string {
  const server = process.env.TEST_SERVER_URI;
  if (!server) throw new Error('TEST_SERVER_URI is not set: test/support/globalSetup.mjs has not run');
  const uri = new URL(server);
  uri.pathname = `/test_${randomBytes(6).toString('hex')}`;
  return uri.href;
}
