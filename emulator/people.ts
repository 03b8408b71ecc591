import { addFile, phoneFile, sharedContact, shownFile } from './phoneFiles.js';
import type {
  Attachment,
  AttachmentKind,
  BotRecord,
  ChatRecord,
  MessageRecord,
  PhoneRecord,
  PlatformName,
} from './state.js';
import { NotPossible, words } from './words.js';
import { hexId, type NewMessage, type World } from './world.js';

/** What people do with their fingers. All of it can fail with `NotPossible`, in words for them. */

export type NewBot = {
  platform: PlatformName;
  /** `<digits>:<secret>`. Never kept on disk nor shown. */
  token: string;
  username: string;
  name: string;
  /** Telegram: privacy mode is off, so the bot hears everything in its groups. */
  readsAll?: boolean;
};

export function addBot(
  world: World,
  { platform, token, username, name, readsAll = false }: NewBot,
): BotRecord {
  const localId = /^(\d+):.+/.exec(token)?.[1];
  if (!localId) throw new Error('a bot token looks like <digits>:<secret>');
  const id = `${platform}:${localId}`;
  const known = world.bots.get(id);
  const bot: BotRecord = known ?? {
    id,
    platform,
    localId,
    name,
    username,
    readsAll,
    commands: {},
    about: {},
    webhook: null,
    allowedUpdates: null,
    queue: [],
    lastUpdate: world.numbersFrom,
    lastNumber: world.numbersFrom,
    callbacks: [],
    used: { users: [], groups: [], month: '', messages: 0, webhookTests: { day: '', count: 0 } },
  };
  Object.assign(bot, { name, username, readsAll });
  world.bots.set(id, bot);
  world.giveToken(bot, token);
  for (const phone of world.phones.values()) openPrivateChat(world, phone, bot);
  world.stateChanged();
  return bot;
}

export type NewPhone = {
  platform: PlatformName;
  name: string;
  /** What the person plays: `Đội thi`, `Giám khảo` … */
  label?: string | undefined;
  /** Zalo only: the sender's contents are withheld from bots. */
  protected?: boolean | undefined;
};

export function addPhone(world: World, { platform, name, label = '', ...more }: NewPhone): PhoneRecord {
  if (!name.trim()) throw new NotPossible(words.nothingSaid);
  const number = world.count('phone');
  const phone: PhoneRecord = {
    id: `p${number}`,
    platform,
    // Longer than 32 bits, as many are by now.
    userId: platform === 'telegram' ? String(7_100_000_000 + number) : hexId(`zalo user ${number}`),
    name: name.trim(),
    label,
    phone: `09${String(number).padStart(8, '0')}`,
    protected: more.protected ?? false,
  };
  world.phones.set(phone.id, phone);
  for (const bot of world.bots.values()) openPrivateChat(world, phone, bot);
  world.stateChanged();
  return phone;
}

/** The private chat of a phone and a bot, which opens with the first look. */
export function openPrivateChat(world: World, phone: PhoneRecord, bot: BotRecord): ChatRecord | null {
  if (phone.platform !== bot.platform) return null;
  const known = world.chatByLocalId(bot, phone.userId);
  if (known) return known;
  return addChat(world, {
    platform: bot.platform,
    kind: 'private',
    bot: bot.id,
    title: bot.name,
    phones: [phone.id],
    localId: phone.userId,
    botPresent: true,
    botKnown: true,
  });
}

export function addChat(
  world: World,
  parts: Pick<
    ChatRecord,
    'platform' | 'kind' | 'bot' | 'title' | 'phones' | 'localId' | 'botPresent' | 'botKnown'
  >,
): ChatRecord {
  const chat: ChatRecord = {
    id: `c${world.count('chat')}`,
    formerLocalIds: [],
    blocked: false,
    started: false,
    botAdmin: false,
    botLeft: false,
    supergroup: false,
    lastNumber: world.numbersFrom,
    keyboard: null,
    ...parts,
  };
  world.chats.set(chat.id, chat);
  world.index(chat);
  return chat;
}

export function setBlocked(world: World, chat: ChatRecord, phone: PhoneRecord, blocked: boolean): void {
  if (chat.kind !== 'private') throw new NotPossible(words.onlyPrivate);
  mustBeIn(chat, phone);
  if (chat.blocked === blocked) return;
  chat.blocked = blocked;
  world.hear[chat.platform]({ kind: blocked ? 'blocked' : 'unblocked', chat, phone });
  world.stateChanged();
}

export type Saying = {
  text: string;
  /** In a group: the bot is picked from the list that opens at `@`. */
  mention?: boolean | undefined;
  replyTo?: string | undefined;
};

export function say(world: World, chat: ChatRecord, phone: PhoneRecord, saying: Saying): MessageRecord {
  const text = saying.text.trim();
  if (!text) throw new NotPossible(words.nothingSaid);
  const mention = mentioning(world, chat, text, saying.mention ?? false);
  return utter(world, chat, phone, {
    text: mention.text,
    replyTo: saying.replyTo,
    mentioned: mention.picked,
  });
}

export type Sending = {
  kind: AttachmentKind;
  name?: string | undefined;
  bytes?: number | undefined;
  seconds?: number | undefined;
  width?: number | undefined;
  height?: number | undefined;
  caption?: string | undefined;
  mention?: boolean | undefined;
  /** What the file really holds; without it, filler of `bytes` length. */
  content?: Buffer | undefined;
  mime?: string | undefined;
  /** Of a contact that isn't one's own. */
  phoneNumber?: string | undefined;
};

export function send(world: World, chat: ChatRecord, phone: PhoneRecord, sending: Sending): MessageRecord {
  const caption = mentioning(world, chat, sending.caption?.trim() ?? '', sending.mention ?? false);
  const common = { text: caption.text, mentioned: caption.picked };
  if (sending.kind === 'contact') {
    const contact = sharedContact(phone, sending);
    const attachment: Attachment = { kind: 'contact', name: `${contact.name} · ${contact.phone}` };
    return utter(world, chat, phone, { ...common, contact, attachment });
  }
  const file = addFile(world, phoneFile(sending), sending.content);
  return utter(world, chat, phone, { ...common, file: file.id, attachment: shownFile(file) });
}

export function press(
  world: World,
  chat: ChatRecord,
  phone: PhoneRecord,
  which: { message: string; row: number; column: number; stale?: boolean },
): void {
  mustBeIn(chat, phone);
  if (chat.platform === 'zalo') throw new NotPossible(words.noButtonsHere);
  if (chat.blocked) throw new NotPossible(words.youBlocked);
  const message = world.message(chat.id, which.message);
  if (!message) throw new NotPossible(words.noMessage);
  const button = message.shown.buttons?.[which.row]?.[which.column];
  if (!button) throw new NotPossible(words.noButton);
  if (button.url) return;
  const stale = which.stale ?? false;
  world.hear.telegram({ kind: 'pressed', chat, phone, message, data: button.data, stale });
}

function utter(
  world: World,
  chat: ChatRecord,
  phone: PhoneRecord,
  {
    mentioned,
    replyTo,
    ...parts
  }: Omit<NewMessage, 'from' | 'replyTo'> & { mentioned: boolean; replyTo?: string | undefined },
): MessageRecord {
  mustBeIn(chat, phone);
  if (chat.blocked) throw new NotPossible(words.youBlocked);
  if (replyTo !== undefined && !world.message(chat.id, replyTo)) throw new NotPossible(words.noMessage);
  chat.started = true;
  const from = { kind: 'phone' as const, phone: phone.id };
  const message = world.post(chat, { ...parts, from, replyTo: replyTo ?? null });
  world.hear[chat.platform]({ kind: 'said', chat, phone, message, mentioned });
  return message;
}

/** The text as it is after the bot was picked from the list: typed by hand, a name is no mention. */
function mentioning(
  world: World,
  chat: ChatRecord,
  text: string,
  wanted: boolean,
): { text: string; picked: boolean } {
  const bot = chat.kind === 'group' && chat.botPresent && chat.bot ? world.bot(chat.bot) : null;
  if (!wanted || !bot) return { text, picked: false };
  const tag = `@${bot.platform === 'telegram' ? bot.username : bot.name}`;
  if (text.includes(tag)) return { text, picked: true };
  const command = bot.platform === 'telegram' ? /^(\/\w+)(.*)$/s.exec(text) : null;
  if (command) return { text: `${command[1]}${tag}${command[2]}`, picked: true };
  return { text: `${tag} ${text}`.trim(), picked: true };
}

function mustBeIn(chat: ChatRecord, phone: PhoneRecord): void {
  if (!chat.phones.includes(phone.id)) throw new NotPossible(words.notInChat);
}
