import type { Claim } from '../limits.js';
import type { ChatRecord, MessageRecord } from '../state.js';
import type { Call } from './call.js';
import { ApiError, bad, forbidden, tooManyRequests } from './errors.js';

/** The chat that a call names; refused as Telegram does if the bot doesn't know it or it has moved. */
export function knownChat({ world, bot }: Call, chatId: string): ChatRecord {
  if (chatId === '') throw bad('chat_id is empty');
  const chat = world.chatByLocalId(bot, chatId);
  if (!chat || chat.bot !== bot.id || !chat.botKnown) throw bad('chat not found');
  if (chat.localId !== chatId) {
    const migrate_to_chat_id = Number(chat.localId);
    throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id,
    });
  }
  return chat;
}

/** As `knownChat`, and the bot may write there. */
export function writableChat(call: Call, chatId: string): ChatRecord {
  const chat = knownChat(call, chatId);
  if (chat.kind === 'private') {
    if (chat.blocked) throw forbidden('bot was blocked by the user');
    if (!chat.started)
      throw metInGroup(call, chat)
        ? forbidden("bot can't initiate conversation with a user")
        : bad('chat not found');
  } else if (!chat.botPresent) {
    const kind = chat.supergroup ? 'supergroup chat' : 'group chat';
    throw forbidden(chat.botLeft ? `bot is not a member of the ${kind}` : `bot was kicked from the ${kind}`);
  }
  return chat;
}

function metInGroup({ world, bot }: Call, { phones: [phone] }: ChatRecord): boolean {
  if (phone === undefined) return false;
  return [...world.chats.values()].some(
    (chat) => chat.kind === 'group' && chat.bot === bot.id && chat.phones.includes(phone),
  );
}

export type Pace = { kind: 'send' | 'edit'; messages: number };

/** Telegram's limits: refuses with a wait what comes too fast. */
export function keepPace({ world, bot }: Call, chat: ChatRecord, { kind, messages }: Pace): void {
  const { telegram } = world.limits;
  const claims: Claim[] = [{ name: 'bot', key: bot.id, rule: telegram.bot, amount: messages }];
  if (chat.kind === 'group') {
    const [name, rule] =
      kind === 'send' ? (['group', telegram.group] as const) : (['edits', telegram.groupEdits] as const);
    claims.push({ name, key: `${name} ${chat.id}`, rule, amount: messages });
  } else if (kind === 'send') {
    claims.push({ name: 'chat', key: `chat ${chat.id}`, rule: telegram.chat, amount: 1 });
  }
  const refused = world.meters.take(claims, world.clock.ms());
  if (!refused) return;
  world.counts.addNamed({ bot: bot.id, chat: chat.id }, 'limits', refused.name);
  throw tooManyRequests(Math.ceil(refused.waitMs / 1000));
}

/** The message with this number that is visible in the chat as it is now. */
export function findMessage({ world }: Call, chat: ChatRecord, number: number): MessageRecord | undefined {
  return world
    .history(chat.id)
    .findLast((message) => message.number === number && message.chatLocalId === chat.localId);
}
