import { createRequire } from 'node:module';
import { Duplex } from 'node:stream';
import { expect, test } from '@jest/globals';
import { mendDriver } from '../../src/store/mendedDriver.js';

/** The driver's own parts, which have no types. */
type DriverParts = {
  Connection: new (
    stream: Duplex,
    options: object,
  ) => { command(namespace: unknown, command: object, options: object): Promise<object> };
  ns(name: string): unknown;
  HostAddress: new (address: string) => unknown;
};
const require = createRequire(import.meta.url);
const { Connection } = require('mongodb/lib/cmap/connection.js') as DriverParts;
const { ns, HostAddress } = require('mongodb/lib/utils.js') as DriverParts;

test('a command whose connection is lost before it is written fails, instead of waiting for ever', async () => {
  mendDriver();
  const socket = Object.assign(new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() }), {
    setTimeout: () => {},
  });
  const connection = new Connection(socket, { id: 1, hostAddress: new HostAddress('127.0.0.1:1') });
  const asked = connection.command(ns('admin.$cmd'), { hello: 1 }, {});
  socket.destroy();
  await expect(asked).rejects.toThrow('connection 1 to');
});
