import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '../faults.js';
import { dropConnection, goneSignal, hang, notJson, readGiven } from '../requests.js';
import type { World } from '../world.js';
import { badRequest, internal, notFound, quotaExceeded, unauthorized, ZaloError } from './errors.js';
import type { Zalo } from './messenger.js';
import { methods } from './methods/index.js';

type MethodRequest = FastifyRequest<{ Params: { token: string; method: string } }>;
type FileRequest = FastifyRequest<{ Params: { name: string } }>;

/** The Zalo Bot Platform, as a client sees it from outside. */
export function zaloRoutes(server: FastifyInstance, zalo: Zalo): void {
  server.route({
    method: ['GET', 'POST'],
    url: '/zalo/bot:token/:method',
    handler: async (request: MethodRequest, reply) => {
      try {
        return await answer(zalo, request, reply);
      } catch (error) {
        return refuse(zalo, reply, asZaloError(zalo.world, error));
      }
    },
  });
  /** What people have sent: fetched by a plain GET, without a token. */
  server.get('/zalo/files/:name', async (request: FileRequest, reply) => {
    const file = zalo.world.files.get(request.params.name.split('.')[0] ?? '');
    if (!file) return reply.code(404).send('Not Found');
    const size = zalo.world.shelf.size(file);
    if (size !== null) reply.header('content-length', size);
    return reply.type(file.mime).send(zalo.world.shelf.read(file));
  });
  for (const url of ['/zalo', '/zalo/*'])
    server.all(url, (_request, reply) => refuse(zalo, reply, notFound()));
}

async function answer(zalo: Zalo, request: MethodRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { world, habits } = zalo;
  const bot = world.botByToken('zalo', request.params.token);
  if (!bot) throw unauthorized();
  const name = request.params.method;
  const run = methods.get(name);
  const given = readGiven(request);
  const chatId = given?.params.chat_id;
  const chat = (chatId !== undefined && world.chatByLocalId(bot, String(chatId))) || null;
  const where = { bot: bot.id, chat: chat?.id ?? null };
  world.counts.addNamed(where, 'calls', run ? name : 'unknown');
  try {
    if (!run) throw habits.unknownMethod === 404 ? notFound() : badRequest('no such method');
    if (!given) throw badRequest('the body can not be read');
    const fault = world.faults.forCall(bot, chat, name);
    if (fault) {
      world.counts.addNamed(where, 'faults', fault.kind);
      if (fault.kind === 'hang') {
        await hang(world, fault, reply);
        return dropConnection(request, reply);
      }
      if (fault.kind === 'not-json') return notJson(reply, fault);
      if (fault.kind !== 'lost-answer') throw ordered(fault);
    }
    const result = await run({ world, zalo, bot, params: given.params, gone: () => goneSignal(reply) });
    if (fault?.kind === 'lost-answer') return dropConnection(request, reply);
    return reply.send({ ok: true, ...(result !== undefined && { result }) });
  } catch (error) {
    const refused = asZaloError(world, error);
    world.counts.addNamed(where, 'refused', String(refused.code));
    return refuse(zalo, reply, refused);
  }
}

function ordered({ kind, code, description }: Fault): ZaloError {
  if (kind === '429') return description ? new ZaloError(429, description) : quotaExceeded();
  if (kind === '403') return description ? new ZaloError(403, description) : internal();
  if (kind === '400') return badRequest(description ?? 'chat_id is invalid');
  return new ZaloError(code ?? 500, description ?? 'Internal server error');
}

function asZaloError(world: World, error: unknown): ZaloError {
  if (error instanceof ZaloError) return error;
  world.failed(error);
  return new ZaloError(500, 'Internal server error');
}

function refuse({ habits }: Zalo, reply: FastifyReply, { code, description, key }: ZaloError): FastifyReply {
  const hidden = habits.errorStatus === '200' && code !== 404 && code !== 408;
  return reply.code(hidden ? 200 : code).send({ ok: false, [key]: code, description });
}
