import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dropConnection, goneSignal, isObject, parseJson, readGiven } from '../requests.js';
import type { World } from '../world.js';
import type { FacebookFault, Fanpage } from './fanpage.js';

type Part = { code: number; body: string } | null;

const mostInBatch = 50;

/** Facebook's Graph API, as far as a reader of likes and shares sees it: batches of plain GETs. */
export function facebookRoutes(server: FastifyInstance, world: World, fanpage: Fanpage): void {
  server.post('/facebook/:version/', async (request: FastifyRequest, reply) => {
    fanpage.counts.calls += 1;
    if (request.headers.authorization !== `Bearer ${fanpage.token}`)
      return reply.code(400).send(fanpage.refuse(190));
    const batch = batchIn(request);
    if (!batch || batch.length > mostInBatch) return reply.code(400).send(fanpage.refuse(100));
    fanpage.counts.requests += batch.length;
    const fault = fanpage.takeFault();
    const answer = fault && (await befallen(fault, { world, fanpage, request, reply }));
    if (answer) return answer;
    const parts = batch.map((path): Part => answerTo(fanpage, path));
    if (fault === 'unfinished') parts[parts.length - 1] = null;
    if (fault === 'last-transient') parts[parts.length - 1] = refusal(fanpage, 2);
    if (fault === 'last-throttled') parts[parts.length - 1] = refusal(fanpage, 32);
    return reply.send(parts);
  });
  server.all('/facebook/*', (_request, reply) => reply.code(404).send(fanpage.refuse(2500)));
}

function batchIn(request: FastifyRequest): string[] | null {
  const batch = parseJson(String(readGiven(request)?.params.batch ?? ''));
  if (!Array.isArray(batch)) return null;
  const paths = batch.map((each) => (isObject(each) && each.method === 'GET' ? each.relative_url : null));
  return paths.every((path) => typeof path === 'string') ? paths : null;
}

function answerTo(fanpage: Fanpage, path: string): Part {
  const [node = '', query = ''] = path.split('?');
  const fields = new URLSearchParams(query).get('fields') ?? '';
  const sent = (body: unknown): Part => ({ code: 200, body: JSON.stringify(body) });
  if (node === 'me') return sent({ id: fanpage.page });
  const post = fanpage.posts.get(node);
  if (post) {
    const reactions = { data: [], summary: { total_count: post.likes } };
    return sent({
      id: node,
      ...(fields.includes('reactions.summary(total_count).limit(0)') && { reactions }),
      ...(fields.includes('shares') && post.shares > 0 && { shares: { count: post.shares } }),
    });
  }
  const shown = [...fanpage.posts].find(([, { video }]) => video === node);
  if (shown && fields === 'post_id') return sent({ id: node, post_id: shown[0].split('_')[1] });
  return refusal(fanpage, 100);
}

const refusal = (fanpage: Fanpage, code: number): Part => ({
  code: 400,
  body: JSON.stringify(fanpage.refuse(code)),
});

/** `null`: the call is answered nevertheless. */
async function befallen(
  fault: FacebookFault,
  {
    world,
    fanpage,
    request,
    reply,
  }: { world: World; fanpage: Fanpage; request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply | null> {
  switch (fault) {
    case 'throttled': {
      const uses = [{ type: 'pages', call_count: 100, estimated_time_to_regain_access: 12 }];
      reply.header('x-business-use-case-usage', JSON.stringify({ [fanpage.page]: uses }));
      return reply.code(400).send(fanpage.refuse(32));
    }
    case 'denied':
      return reply.code(400).send(fanpage.refuse(190));
    case '5xx':
      return reply.code(503).send(fanpage.refuse(2));
    case 'not-json':
      return reply.code(502).type('text/html').send('<html><body>Bad Gateway</body></html>');
    case 'hang': {
      const end = AbortSignal.any([world.closing.signal, goneSignal(reply)]);
      if (!end.aborted)
        await new Promise((resolve) => end.addEventListener('abort', resolve, { once: true }));
      return dropConnection(request, reply);
    }
    case 'lost-answer':
      return dropConnection(request, reply);
    case 'unfinished':
    case 'last-transient':
    case 'last-throttled':
      return null;
  }
}
