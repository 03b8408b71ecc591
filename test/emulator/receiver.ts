import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EmulatedBot, Emulator } from '../../emulator/index.js';

export type Received = { headers: IncomingHttpHeaders; body: unknown };
type Answer = { status: number; headers?: Record<string, string> };

/** A webhook that answers as it is told, and remembers what it was sent. */
export class Receiver {
  readonly received: Received[] = [];
  answer: () => Answer | Promise<Answer> = () => ({ status: 200 });
  readonly #server: Server;
  #waiting: { count: number; resolve: () => void }[] = [];

  constructor() {
    this.#server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', async () => {
        this.received.push({ headers: request.headers, body: JSON.parse(Buffer.concat(pieces).toString()) });
        for (const { count, resolve } of this.#waiting) if (this.received.length >= count) resolve();
        const { status, headers } = await this.answer();
        response.writeHead(status, headers).end();
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  /** Resolves when so many requests have come in all. */
  async until(count: number): Promise<void> {
    if (this.received.length >= count) return;
    await new Promise<void>((resolve) => this.#waiting.push({ count, resolve }));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Resolves when the bot has made so many calls of this method, counted from the emulator's start. */
export async function called(
  emulator: Emulator,
  bot: EmulatedBot,
  method: string,
  times: number,
): Promise<void> {
  while ((emulator.counts().bots[bot.id]?.calls[method] ?? 0) < times) await settled(1);
}

/** Lets everything happen that needs no waiting. */
export const settled = (turns = 20) =>
  Array.from({ length: turns }).reduce<Promise<void>>(
    (before) => before.then(() => new Promise((resolve) => setImmediate(resolve))),
    Promise.resolve(),
  );
