import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '../faults.js';
import { dropConnection, goneSignal, hang, notJson, readGiven } from '../requests.js';
import type { BotRecord, ChatRecord } from '../state.js';
import type { World } from '../world.js';
import { ApiError, bad, forbidden, tooManyRequests, unauthorized } from './errors.js';
import type { Telegram } from './messenger.js';
import { fileAt } from './methods/getFile.js';
import { methods } from './methods/index.js';

type MethodRequest = FastifyRequest<{ Params: { token: string; method: string } }>;
type FileRequest = FastifyRequest<{ Params: { token: string; '*': string } }>;

/** The Telegram Bot API, as a client sees it from outside. */
export function telegramRoutes(server: FastifyInstance, telegram: Telegram): void {
  server.route({
    method: ['GET', 'POST'],
    url: '/telegram/bot:token/:method',
    handler: async (request: MethodRequest, reply) => {
      try {
        return await answer(telegram, request, reply);
      } catch (error) {
        return refuse(reply, asApiError(telegram.world, error));
      }
    },
  });
  server.get('/telegram/file/bot:token/*', async (request: FileRequest, reply) => {
    const bot = telegram.world.botByToken('telegram', request.params.token);
    if (!bot) return refuse(reply, unauthorized());
    const file = fileAt(telegram.world, request.params['*']);
    if (!file) return refuse(reply, new ApiError(404, 'Not Found'));
    const size = telegram.world.shelf.size(file);
    if (size !== null) reply.header('content-length', size);
    return reply.type('application/octet-stream').send(telegram.world.shelf.read(file));
  });
  for (const url of ['/telegram', '/telegram/*']) {
    server.all(url, (_request, reply) => refuse(reply, new ApiError(404, 'Not Found')));
  }
}

async function answer(
  telegram: Telegram,
  request: MethodRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { world } = telegram;
  const { token } = request.params;
  if (!/^\d+:/.test(token)) throw new ApiError(404, 'Not Found');
  const bot = world.botByToken('telegram', token);
  if (!bot) throw unauthorized();
  const found = methods.get(request.params.method.toLowerCase());
  const given = readGiven(request);
  const chat = (given && namedChat(world, bot, given.params.chat_id)) ?? null;
  const where = { bot: bot.id, chat: chat?.id ?? null };
  world.counts.addNamed(where, 'calls', found?.name ?? 'unknown');
  try {
    if (!found) throw new ApiError(404, 'Not Found: method not found');
    if (!given) throw bad("can't parse request body");
    const fault = world.faults.forCall(bot, chat, found.name);
    if (fault) {
      world.counts.addNamed(where, 'faults', fault.kind);
      if (fault.kind === 'hang') {
        await hang(world, fault, reply);
        return dropConnection(request, reply);
      }
      if (fault.kind === 'not-json') return notJson(reply, fault);
      if (fault.kind !== 'lost-answer') throw ordered(fault, chat);
    }
    const result = await found.method({ world, telegram, bot, given, gone: () => goneSignal(reply) });
    if (fault?.kind === 'lost-answer') return dropConnection(request, reply);
    return reply.send({ ok: true, result });
  } catch (error) {
    const refused = asApiError(world, error);
    world.counts.addNamed(where, 'refused', String(refused.code));
    return refuse(reply, refused);
  }
}

function namedChat(world: World, bot: BotRecord, chatId: unknown): ChatRecord | undefined {
  return chatId === undefined ? undefined : world.chatByLocalId(bot, String(chatId));
}

function ordered(fault: Fault, chat: ChatRecord | null): ApiError {
  if (fault.kind === '429') return tooManyRequests(fault.retryAfterSeconds ?? 1);
  if (fault.kind === '400') return bad(fault.description ?? 'chat not found');
  if (fault.kind === '403') {
    return forbidden(
      fault.description ??
        (chat?.kind === 'group' ? 'bot was kicked from the group chat' : 'bot was blocked by the user'),
    );
  }
  return new ApiError(fault.code ?? 500, fault.description ?? 'Internal Server Error');
}

function asApiError(world: World, error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  world.failed(error);
  return new ApiError(500, 'Internal Server Error');
}

function refuse(reply: FastifyReply, { code, description, parameters }: ApiError): FastifyReply {
  if (parameters?.retry_after !== undefined) reply.header('retry-after', parameters.retry_after);
  return reply
    .code(code)
    .send({ ok: false, error_code: code, description, ...(parameters && { parameters }) });
}
