import { type BotId, type ChatEvent, type ChatFile, chatId, type Update } from '../../chat.js';
import { DATA_BYTES } from './limits.js';
import { linksIn } from './links.js';
import {
  type CallbackQuery,
  type ChatMemberUpdated,
  type Contact,
  type Member,
  type Message,
  type TelegramFile,
  type TelegramUpdate,
  telegramUpdate,
  UNUSED_CONTENTS,
  type User,
} from './payload.js';

/** Which bot reads: its id, and its name without the `@`. */
export type Reader = { bot: BotId; username: string };

/**
 * What a Telegram update means to us; `null` when it means nothing: service messages, channel posts, what
 * other bots say, commands for other bots. Edited messages are among these (and not even asked for):
 * what was answered first has been read back and may have been confirmed since, so a correction is a new
 * message. Throws a ZodError when it isn't an update at all.
 */
export function read(raw: unknown, reader: Reader, now: Date): Update | null {
  const update = telegramUpdate.parse(raw);
  const said = whatHappened(update, reader, now);
  if (!said || said.chat.type === 'channel') return null;
  const { chat, from, sentAt, event } = said;
  return {
    id: `${reader.bot}:${update.update_id}`,
    chat: chatId(reader.bot, chat.id),
    group: chat.type !== 'private',
    from: from && { chat: chatId(reader.bot, from.id), name: fullName(from) || String(from.id) },
    sentAt,
    event,
  };
}

type Happening = { chat: Message['chat']; from: User | null; sentAt: Date; event: ChatEvent };

function whatHappened(update: TelegramUpdate, reader: Reader, now: Date): Happening | null {
  if (update.message) return readMessage(update.message, reader);
  if (update.callback_query) return readChoice(update.callback_query, now);
  if (update.my_chat_member) return readMembership(update.my_chat_member);
  return null;
}

function readMessage(message: Message, reader: Reader): Happening | null {
  const { chat } = message;
  // Anonymous admins and linked channels speak as a chat; `from` is then a stand-in, mostly a bot.
  const from = message.sender_chat ? null : (message.from ?? null);
  const sentAt = new Date(message.date * 1000);
  if (message.migrate_to_chat_id !== undefined) {
    const event: ChatEvent = { kind: 'moved', to: chatId(reader.bot, message.migrate_to_chat_id) };
    return { chat, from: human(from), sentAt, event };
  }
  if (from?.is_bot) return null;
  const event = readContents(message, from, reader);
  return event && { chat, from, sentAt, event };
}

function readContents(message: Message, from: User | null, { bot, username }: Reader): ChatEvent | null {
  if (message.text !== undefined) {
    const text = withoutAddress(visible(message.text), username);
    return text === null ? null : { kind: 'text', text, links: linksIn(message.text, message.entities) };
  }
  const caption = visible(message.caption ?? '');
  const unused = UNUSED_CONTENTS.find((what) => message[what] !== undefined);
  if (unused) {
    const links = linksIn(message.caption ?? '', message.caption_entities);
    return { kind: 'unsupported', what: unused, links };
  }
  if (message.video) return { kind: 'video', file: fileOf(bot, message.video), caption };
  if (message.document) {
    const kind = message.document.mime_type?.startsWith('video/') ? 'video' : 'document';
    return { kind, file: fileOf(bot, message.document), caption };
  }
  if (message.photo) return { kind: 'photo', file: fileOf(bot, largest(message.photo)), caption };
  if (message.contact) return readContact(message.contact, from);
  return null;
}

/** `/nop@thi_bot x` → `/nop x`; `null` for a command that is another bot's. */
function withoutAddress(text: string, username: string): string | null {
  const [, command = '', addressee = ''] = /^(\/\w+)@(\w+)/.exec(text) ?? [];
  if (!addressee) return text;
  if (addressee.toLowerCase() !== username.toLowerCase()) return null;
  return command + text.slice(command.length + 1 + addressee.length);
}

function readContact(contact: Contact, from: User | null): ChatEvent {
  return {
    kind: 'contact',
    phone: visible(contact.phone_number),
    name: fullName(contact),
    own: from !== null && contact.user_id === from.id,
  };
}

function readChoice({ id, from, message, data }: CallbackQuery, now: Date): Happening | null {
  // Old or altered apps can send any data; without a message it would hang on an inline result, which we don't make.
  if (!message || !data || Buffer.byteLength(data) > DATA_BYTES || data !== visible(data)) return null;
  const event: ChatEvent = { kind: 'choice', data, message: String(message.message_id), ticket: id };
  // Telegram doesn't say when the button was pressed.
  return { chat: message.chat, from: human(from), sentAt: now, event };
}

function readMembership(change: ChatMemberUpdated): Happening | null {
  const before = isIn(change.old_chat_member);
  const after = isIn(change.new_chat_member);
  if (before === after) return null;
  const event = membershipEvent(change.chat, after);
  return { chat: change.chat, from: human(change.from), sentAt: new Date(change.date * 1000), event };
}

function membershipEvent(chat: Message['chat'], isIn: boolean): ChatEvent {
  if (chat.type === 'private') return { kind: isIn ? 'unblocked' : 'blocked' };
  return isIn ? { kind: 'joined', title: visible(chat.title ?? '') } : { kind: 'left' };
}

const isIn = ({ status, is_member }: Member): boolean =>
  status === 'restricted' ? is_member === true : !['left', 'kicked'].includes(status);

const human = (user: User | null): User | null => (user?.is_bot ? null : user);

function fileOf(bot: BotId, raw: TelegramFile): ChatFile {
  const file: ChatFile = { bot, fileId: raw.file_id, uniqueId: raw.file_unique_id };
  if (raw.file_name !== undefined) file.name = visible(raw.file_name);
  if (raw.mime_type !== undefined) file.mime = raw.mime_type;
  if (raw.file_size !== undefined) file.bytes = raw.file_size;
  if (raw.duration !== undefined) file.seconds = raw.duration;
  if (raw.width !== undefined) file.width = raw.width;
  if (raw.height !== undefined) file.height = raw.height;
  return file;
}

const area = ({ width = 0, height = 0 }: TelegramFile): number => width * height;

const largest = (sizes: TelegramFile[]): TelegramFile =>
  sizes.reduce((best, size) => (area(size) > area(best) ? size : best));

const fullName = ({ first_name, last_name = '' }: { first_name: string; last_name?: string | undefined }) =>
  visible(`${first_name} ${last_name}`).trim();

/** Without what no screen shows: control characters (but line breaks and tabs), private-use ones, halves of pairs. */
const visible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Co}\p{Cs}]/gu, (one) => (/[\n\t]/.test(one) ? one : ''));
