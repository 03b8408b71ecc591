import type { BotRecord, ChatRecord, FileRecord, MessageRecord, PhoneRecord } from '../state.js';
import type { World } from '../world.js';
import { fileIds, photoSizes } from './fileIds.js';

/** Records as Telegram writes them in JSON. */

export type Json = Record<string, unknown>;

export const seconds = (ms: number) => Math.floor(ms / 1000);

export function userJson({ userId, name }: PhoneRecord): Json {
  return { id: Number(userId), is_bot: false, first_name: name, language_code: 'vi' };
}

export function botJson({ localId, name, username }: BotRecord): Json {
  return { id: Number(localId), is_bot: true, first_name: name, username };
}

/** `localId`: the id the chat had when it matters, since a group may have moved since. */
export function chatJson(world: World, chat: ChatRecord, localId = chat.localId): Json {
  const id = Number(localId);
  if (chat.kind === 'private')
    return { id, type: 'private', first_name: world.phone(chat.phones[0] ?? '').name };
  if (chat.supergroup && localId === chat.localId) return { id, type: 'supergroup', title: chat.title };
  return { id, type: 'group', title: chat.title, all_members_are_administrators: true };
}

export function messageJson(world: World, bot: BotRecord, record: MessageRecord, withReply = true): Json {
  const { shown } = record;
  const chat = world.chat(shown.chat);
  const replied = withReply && record.replyTo ? world.message(chat.id, record.replyTo) : undefined;
  return {
    message_id: record.number,
    from: senderJson(world, bot, record),
    chat: chatJson(world, chat, record.chatLocalId),
    date: seconds(shown.at),
    ...(record.editedAt !== null && { edit_date: seconds(record.editedAt) }),
    ...record.origin,
    ...(replied && { reply_to_message: messageJson(world, bot, replied, false) }),
    ...(record.mediaGroup !== null && { media_group_id: record.mediaGroup }),
    ...contentJson(world, bot, record),
    ...(shown.buttons && {
      reply_markup: { inline_keyboard: shown.buttons.map((row) => row.map(buttonJson)) },
    }),
  };
}

/** A message the bot may know of, but no longer see. */
export function inaccessibleJson(world: World, record: MessageRecord): Json {
  const chat = chatJson(world, world.chat(record.shown.chat), record.chatLocalId);
  return { chat, message_id: record.number, date: 0 };
}

function senderJson(world: World, bot: BotRecord, { shown }: MessageRecord): Json {
  if (shown.from.kind === 'phone') return userJson(world.phone(shown.from.phone));
  if (shown.from.kind === 'bot') return botJson(world.bot(shown.from.bot));
  const [creator] = world.chat(shown.chat).phones;
  return creator === undefined ? botJson(bot) : userJson(world.phone(creator));
}

function contentJson(world: World, bot: BotRecord, record: MessageRecord): Json {
  if (record.service) return record.service;
  const { text } = record.shown;
  const { entities, contact } = record;
  if (contact) {
    const user = contact.userId !== null && { user_id: Number(contact.userId) };
    return { contact: { phone_number: internationally(contact.phone), first_name: contact.name, ...user } };
  }
  const file = record.file === null ? undefined : world.files.get(record.file);
  if (!file) return { text, ...(entities.length > 0 && { entities }) };
  const caption = text !== '' && {
    caption: text,
    ...(entities.length > 0 && { caption_entities: entities }),
  };
  return { ...fileJson(bot, file), ...caption };
}

/** Telegram tells numbers with the country's code and without a plus. */
const internationally = (phone: string) => phone.replace(/^\+/, '').replace(/^0/, '84');

export function fileJson(bot: BotRecord, file: FileRecord): Json {
  if (file.kind === 'photo') return { photo: photoSizes(bot, file) };
  const { width, height } = file;
  const common = {
    ...fileIds(bot, file),
    file_size: file.bytes,
    ...(file.kind !== 'sticker' && { mime_type: file.mime }),
    ...(file.name !== null && { file_name: file.name }),
  };
  const duration = file.seconds ?? 0;
  if (file.kind === 'video')
    return { video: { ...common, duration, width: width ?? 0, height: height ?? 0 } };
  if (file.kind === 'voice') return { voice: { ...common, duration } };
  if (file.kind === 'sticker') {
    const kind = { type: 'regular', is_animated: false, is_video: false };
    return { sticker: { ...common, ...kind, width: width ?? 512, height: height ?? 512 } };
  }
  return { document: common };
}

function buttonJson({
  text,
  data,
  url,
  style,
}: {
  text: string;
  data: string;
  url?: string | undefined;
  style?: string | undefined;
}): Json {
  return { text, ...(url ? { url } : { callback_data: data }), ...(style && { style }) };
}
