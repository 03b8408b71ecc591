import type { Socket } from 'node:net';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { CannotStart } from '../cannotStart.js';
import type { Bot, Receive } from '../chat.js';
import type { Log } from '../log.js';
import { type Calendars, serveCalendars } from './calendars.js';
import { type Files, serveFiles } from './files.js';
import { headersOfAll, sayTrouble, troubleOnWire } from './page.js';
import { serveVideos, type Videos } from './videos.js';
import { serveWebhooks } from './webhooks.js';

/** Shown under `/health`, as it is. `ok: false` answers 503, for whoever watches the server. */
export type Health = { ok: boolean; [part: string]: unknown };

export type WebParts = {
  log: Log;
  bots: Bot[];
  /** Stores what the webhooks bring. */
  receive: Receive;
  files: Files;
  videos: Videos;
  calendars: Calendars;
  health: () => Promise<Health>;
};

export type Web = { url: string; close(): Promise<void> };

/** How long slow readers, and connections that browsers opened in advance, may hold up the end. */
const CLOSE_MS = 1_000;

/** Ids in links may be signed. */
const LONGEST_ID = 500;

/** Throws `CannotStart` when the port isn't to be had. `port: 0` takes any. */
export async function startWeb(options: WebParts & { port: number; host: string }): Promise<Web> {
  const { port, host } = options;
  const app = buildWeb(options);
  try {
    await app.listen({ port, host });
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new CannotStart('operator.portUsed', { port }, { cause: error });
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new CannotStart('operator.hostWrong', { host }, { cause: error });
    if (code === 'EACCES') throw new CannotStart('operator.portForbidden', { port }, { cause: error });
    throw error;
  }
  return {
    url: `http://${nameOf(host)}:${portOf(app) ?? port}`,
    async close() {
      const force = setTimeout(() => app.server.closeAllConnections(), CLOSE_MS);
      await app.close();
      clearTimeout(force);
    },
  };
}

export function buildWeb({
  log,
  bots,
  receive,
  files,
  videos,
  calendars,
  health,
}: WebParts): FastifyInstance {
  const app = fastify({
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: LONGEST_ID },
    // Addresses that lead nowhere because of how they are spelt.
    frameworkErrors: (error, request, reply) =>
      void sayTrouble(request, reply, error.statusCode ?? 400, 'refused'),
    clientErrorHandler: refuseOnWire,
  });

  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headersOfAll);
  });
  app.setNotFoundHandler((request, reply) => sayTrouble(request, reply, 404, 'notFound'));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return sayTrouble(request, reply, status, 'refused');
    log.error({ error }, 'a request failed');
    return sayTrouble(request, reply, 500, 'trouble');
  });

  serveWebhooks(app, { bots, receive, log });
  serveFiles(app, files);
  serveVideos(app, videos);
  serveCalendars(app, calendars);
  app.get('/health', async (_request, reply) => {
    const state = await health();
    return reply
      .code(state.ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(state);
  });
  return app;
}

/** What is no request, or has more before its body than a server reads: nothing is known of who asks. */
function refuseOnWire({ code }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed) return;
  const isLong = code === 'HPE_HEADER_OVERFLOW';
  if (socket.writable)
    socket.write(
      troubleOnWire(isLong ? '431 Request Header Fields Too Large' : '400 Bad Request', 'refused'),
    );
  socket.destroy();
}

function portOf(app: FastifyInstance): number | undefined {
  const address = app.server.address();
  return address && typeof address === 'object' ? address.port : undefined;
}

/** A server that listens everywhere is reached by this machine's own name. */
const nameOf = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
