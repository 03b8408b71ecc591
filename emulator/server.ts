import { type FastifyError, type FastifyInstance, fastify } from 'fastify';
import { ZodError } from 'zod';
import type { Fanpage } from './facebook/fanpage.js';
import { facebookRoutes } from './facebook/routes.js';
import { notFound } from './notFound.js';
import { pageRoutes } from './pages.js';
import { peopleRoutes } from './peopleRoutes.js';
import { acceptAnyBody } from './requests.js';
import type { Telegram } from './telegram/messenger.js';
import { telegramRoutes } from './telegram/routes.js';
import { NotPossible, words } from './words.js';
import type { World } from './world.js';
import type { Zalo } from './zalo/messenger.js';
import { zaloRoutes } from './zalo/routes.js';

/** How long a reader of the clock is kept waiting for news. */
const clockPollMs = 25_000;
/** What Telegram takes at most, and something for the form around it. */
const mostBytes = 51 * 1024 * 1024;

export function buildServer(
  world: World,
  { telegram, zalo, fanpage }: { telegram: Telegram; zalo: Zalo; fanpage: Fanpage },
): FastifyInstance {
  const server = fastify({
    logger: false,
    bodyLimit: mostBytes,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
  });
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    if (error instanceof NotPossible) return reply.code(error.status).send({ error: error.message });
    if (error instanceof ZodError)
      return reply.code(400).send({ error: `${words.badRequest} ${whatFailed(error)}` });
    if (error.statusCode && error.statusCode < 500) {
      return reply.code(error.statusCode).send({ error: words.badRequest });
    }
    world.failed(error);
    return reply.code(500).send({ error: words.badRequest });
  });
  server.setNotFoundHandler(notFound);

  pageRoutes(server);
  peopleRoutes(server, world);
  clockRoute(server, world);
  server.register(async (platform) => {
    acceptAnyBody(platform);
    telegramRoutes(platform, telegram);
    zaloRoutes(platform, zalo);
    facebookRoutes(platform, world, fanpage);
  });
  return server;
}

function clockRoute(server: FastifyInstance, world: World): void {
  server.get<{ Querystring: { after?: string } }>('/clock', async (request) => {
    const { after } = request.query;
    if (after === undefined) return world.clock.state();
    world.clock.seen(Number(after));
    return world.clock.newerThan(Number(after), clockPollMs, world.closing.signal);
  });
}

const whatFailed = (error: ZodError) =>
  error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
