import type { FastifyReply } from 'fastify';
import type { World, WorldEvents } from './world.js';

const kinds: (keyof WorldEvents)[] = ['message', 'deleted', 'typing', 'state', 'clock', 'toast'];
const pingMs = 15_000;

/** Server-sent events, until the reader goes or the emulator closes. */
export function streamEvents(world: World, reply: FastifyReply): void {
  reply.hijack();
  const out = reply.raw;
  out.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  out.write('retry: 1000\n\n');
  const listeners = kinds.map((kind) => {
    const listener = (data: unknown = {}) => out.write(`event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`);
    world.events.on(kind, listener);
    return { kind, listener };
  });
  const pings = setInterval(() => out.write(': still here\n\n'), pingMs);
  const end = () => {
    clearInterval(pings);
    for (const { kind, listener } of listeners) world.events.off(kind, listener);
    world.closing.signal.removeEventListener('abort', end);
    out.end();
  };
  out.on('close', end);
  world.closing.signal.addEventListener('abort', end);
}
