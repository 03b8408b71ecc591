import { z } from 'zod';
import { showBotOut } from '../../groups.js';
import type { ChatRecord, PhoneRecord } from '../../state.js';
import { type Call, method } from '../call.js';
import { knownChat, writableChat } from '../chats.js';
import { bad } from '../errors.js';
import { botStatus } from '../messenger.js';
import { someId } from '../params.js';
import { botJson, chatJson, userJson } from '../shapes.js';

const Which = z.object({ chat_id: someId });

/** The chat, if the bot is in it. */
function ownChat(call: Call, chatId: string): ChatRecord {
  const chat = knownChat(call, chatId);
  if (chat.kind === 'group') return writableChat(call, chatId);
  if (!chat.started) throw bad('chat not found');
  return chat;
}

export const getChat = method(Which, ({ chat_id }, call) => {
  const chat = ownChat(call, chat_id);
  const common = { accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: {} };
  if (chat.kind === 'private') return { ...chatJson(call.world, chat), ...common };
  return {
    ...chatJson(call.world, chat),
    ...common,
    permissions: { can_send_messages: true, can_invite_users: true },
  };
});

export const getChatMember = method(
  z.object({ chat_id: someId, user_id: someId }),
  ({ chat_id, user_id }, call) => {
    const chat = ownChat(call, chat_id);
    if (user_id === call.bot.localId) return { user: botJson(call.bot), ...botStatus(chat) };
    const phone = call.world.phoneByUserId('telegram', user_id);
    if (!phone) throw bad('invalid user_id specified');
    return member(chat, phone);
  },
);

export const getChatMemberCount = method(
  Which,
  ({ chat_id }, call) => ownChat(call, chat_id).phones.length + 1,
);

export const getChatAdministrators = method(Which, ({ chat_id }, call) => {
  const chat = ownChat(call, chat_id);
  if (chat.kind === 'private') throw bad('there are no administrators in the private chat');
  const creator = call.world.phone(chat.phones[0] ?? '');
  const self = chat.botAdmin ? [{ user: botJson(call.bot), ...botStatus(chat) }] : [];
  return [member(chat, creator), ...self];
});

export const leaveChat = method(Which, ({ chat_id }, call) => {
  const chat = writableChat(call, chat_id);
  if (chat.kind === 'private') throw bad("chat member status can't be changed in private chats");
  showBotOut(call.world, chat, null);
  call.world.stateChanged();
  return true;
});

function member(chat: ChatRecord, phone: PhoneRecord) {
  const user = userJson(phone);
  if (!chat.phones.includes(phone.id)) return { user, status: 'left' };
  const isCreator = chat.kind === 'group' && chat.phones[0] === phone.id;
  return isCreator ? { user, status: 'creator', is_anonymous: false } : { user, status: 'member' };
}
