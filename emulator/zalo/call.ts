import type { z } from 'zod';
import type { BotRecord, ChatRecord } from '../state.js';
import type { World } from '../world.js';
import { badRequest, internal } from './errors.js';
import type { Zalo } from './messenger.js';

/** One call of a method, and what it is about. */
export type Call = {
  world: World;
  zalo: Zalo;
  bot: BotRecord;
  params: Record<string, unknown>;
  /** A signal that is aborted when the caller has hung up. */
  gone: () => AbortSignal;
};

/** What it answers becomes `result`; `undefined` leaves it out. */
export type Method = (call: Call) => unknown;

export function method<Schema extends z.ZodType>(
  schema: Schema,
  run: (params: z.output<Schema>, call: Call) => unknown,
): Method {
  return (call) => {
    const params = schema.safeParse(call.params);
    if (!params.success) throw badRequest(`${params.error.issues[0]?.path.join('.')} is missing or wrong`);
    return run(params.data, call);
  };
}

/** The chat that a call names, if the bot may write there. */
export function writableChat({ world, bot }: Call, chatId: string): ChatRecord {
  const chat = world.chatByLocalId(bot, chatId);
  if (!chat || chat.bot !== bot.id) throw badRequest('chat_id is invalid');
  if (chat.kind === 'private' && !chat.started) throw badRequest('the user has not contacted the bot');
  if (chat.blocked || !chat.botPresent) throw internal();
  return chat;
}
