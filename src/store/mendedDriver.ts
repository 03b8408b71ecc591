import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';

/** As much of the driver's own connection as is mended here. */
type DriverConnection = EventEmitter & {
  closed: boolean;
  error: Error | null;
  writeCommand(...args: unknown[]): Promise<void>;
};

/**
 * Mends the driver (7.8.0; 7.9.0 is the same): a command whose connection is lost while the command is put
 * into bytes waits for ever for the dead socket to drain. When the server is killed at the wrong moment,
 * that is the heartbeat, and the driver never sees that the server is back. Here such a command fails with
 * what the connection was lost to, as all others do.
 */
export function mendDriver(): void {
  const require = createRequire(import.meta.url);
  const { Connection } = require('mongodb/lib/cmap/connection.js') as {
    Connection: { prototype: DriverConnection };
  };
  const { prototype } = Connection;
  if (mended.has(prototype)) return;
  mended.add(prototype);
  const { writeCommand } = prototype;
  prototype.writeCommand = async function (...args) {
    let lose = () => {};
    const lost = new Promise<never>((_, reject) => {
      lose = () => reject(this.error ?? new Error('the connection to the database was lost'));
    });
    this.once('close', lose);
    try {
      await Promise.race([writeCommand.apply(this, args), lost]);
    } finally {
      this.off('close', lose);
    }
  };
}

const mended = new WeakSet<object>();
