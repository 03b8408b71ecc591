import type { BotRecord, ChatRecord, MessageRecord, PhoneRecord } from '../state.js';
import type { Happening, World } from '../world.js';
import { detectEntities } from './entities.js';
import { botJson, chatJson, inaccessibleJson, type Json, messageJson, seconds, userJson } from './shapes.js';
import { TelegramUpdates } from './updates.js';
import { TelegramWebhooks } from './webhook.js';

/** Telegram as a whole: what bots can ask of it, and what it tells them. */
export class Telegram {
  readonly updates: TelegramUpdates;
  readonly webhooks: TelegramWebhooks;

  constructor(readonly world: World) {
    this.updates = new TelegramUpdates(world);
    this.webhooks = new TelegramWebhooks(world, this.updates);
    world.hear.telegram = (happening) => this.#hear(happening);
    world.closing.signal.addEventListener('abort', () => this.updates.flush());
  }

  /** Goes on with what was left when the emulator was last closed. */
  resume(): void {
    for (const bot of this.world.bots.values()) if (bot.platform === 'telegram') this.webhooks.pump(bot);
  }

  #hear(happening: Happening): void {
    const { chat } = happening;
    const bot = chat.bot === null ? undefined : this.world.bots.get(chat.bot);
    if (!bot) return;
    if (happening.kind === 'said') this.#said(bot, happening);
    else if (happening.kind === 'pressed') this.#pressed(bot, happening);
    else if (happening.kind === 'upgraded') this.#upgraded(bot, happening);
    else this.#member(bot, chat, happening.phone, changes[happening.kind](chat));
    if (happening.kind === 'joined') this.#joined(bot, happening);
    if (happening.kind === 'left') this.#left(bot, happening);
  }

  #said(bot: BotRecord, { chat, message }: Happening & { kind: 'said' }): void {
    message.entities = detectEntities(message.shown.text);
    if (chat.kind === 'group' && !chat.botPresent) return;
    if (!hears(this.world, bot, chat, message)) {
      this.world.counts.add({ bot: bot.id, chat: chat.id }, 'unheard');
      return;
    }
    this.world.counts.add({ bot: bot.id, chat: chat.id }, 'said');
    this.#message(bot, chat, messageJson(this.world, bot, message));
  }

  #pressed(bot: BotRecord, { chat, phone, message, data, stale }: Happening & { kind: 'pressed' }): void {
    if (!chat.botPresent) return;
    const id = `${4_000_000_000 + this.world.count('callback')}${bot.localId}`;
    const now = this.world.clock.ms();
    this.world.counts.add({ bot: bot.id, chat: chat.id }, 'said');
    bot.callbacks = [
      ...bot.callbacks.filter(({ at }) => now - at < 600_000),
      { id, phone: phone.id, at: now },
    ];
    const body = {
      id,
      from: userJson(phone),
      message: stale ? inaccessibleJson(this.world, message) : messageJson(this.world, bot, message),
      chat_instance: chat.id,
      data,
    };
    this.updates.add(bot, { kind: 'callback_query', chat, lane: `callback ${phone.id}`, body });
  }

  #joined(bot: BotRecord, { chat, notice, created }: Happening & { kind: 'joined' }): void {
    const user = botJson(bot);
    notice.service = created
      ? { group_chat_created: true }
      : { new_chat_participant: user, new_chat_member: user, new_chat_members: [user] };
    this.#message(bot, chat, messageJson(this.world, bot, notice));
  }

  /** A supergroup is out of a removed bot's sight before the notice appears. */
  #left(bot: BotRecord, { chat, phone, notice }: Happening & { kind: 'left' }): void {
    if (chat.supergroup || !phone) return;
    notice.service = { left_chat_participant: botJson(bot), left_chat_member: botJson(bot) };
    this.#message(bot, chat, messageJson(this.world, bot, notice));
  }

  #upgraded(bot: BotRecord, { chat, notice }: Happening & { kind: 'upgraded' }): void {
    if (!chat.botPresent) return;
    const from = Number(notice.chatLocalId);
    notice.service = { migrate_to_chat_id: Number(chat.localId) };
    this.#message(bot, chat, messageJson(this.world, bot, notice));
    chat.lastNumber = 1;
    this.#message(bot, chat, {
      message_id: 1,
      from: { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
      sender_chat: chatJson(this.world, chat),
      chat: chatJson(this.world, chat),
      date: seconds(notice.shown.at),
      migrate_from_chat_id: from,
    });
  }

  #message(bot: BotRecord, chat: ChatRecord, body: Json): void {
    this.updates.add(bot, { kind: 'message', chat, lane: chat.id, body });
  }

  #member(bot: BotRecord, chat: ChatRecord, by: PhoneRecord | null, [before, after]: [Json, Json]): void {
    const user = botJson(bot);
    const body = {
      chat: chatJson(this.world, chat),
      from: by ? userJson(by) : user,
      date: seconds(this.world.clock.ms()),
      old_chat_member: { user, ...before },
      new_chat_member: { user, ...after },
    };
    this.updates.add(bot, { kind: 'my_chat_member', chat, lane: `member ${chat.id}`, body });
  }
}

export const startTelegram = (world: World) => new Telegram(world);

const member = { status: 'member' };
const left = { status: 'left' };
const kicked = { status: 'kicked', until_date: 0 };
const administrator = {
  status: 'administrator',
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_pin_messages: true,
};

export const botStatus = (chat: ChatRecord) => {
  if (!chat.botPresent) return goneStatus(chat);
  return chat.botAdmin ? administrator : member;
};

/** Only a supergroup keeps a list of those it has thrown out. */
const goneStatus = (chat: ChatRecord) => (chat.supergroup && !chat.botLeft ? kicked : left);

type MemberHappening = Exclude<Happening['kind'], 'said' | 'pressed' | 'upgraded'>;
const changes: Record<MemberHappening, (chat: ChatRecord) => [Json, Json]> = {
  blocked: () => [member, kicked],
  unblocked: () => [kicked, member],
  joined: () => [left, member],
  left: (chat) => [member, goneStatus(chat)],
  promoted: () => [member, administrator],
  demoted: () => [administrator, member],
};

/** Privacy mode: commands meant for the bot, plain ones if it wrote last, and replies to what it wrote. */
function hears(world: World, bot: BotRecord, chat: ChatRecord, message: MessageRecord): boolean {
  if (chat.kind === 'private' || bot.readsAll || chat.botAdmin) return true;
  const replied = message.replyTo ? world.message(chat.id, message.replyTo) : undefined;
  if (replied?.shown.from.kind === 'bot' && replied.shown.from.bot === bot.id) return true;
  const command = /^\/\w+(?:@(\w+))?/.exec(message.shown.text);
  if (!command) return false;
  if (command[1] !== undefined) return command[1].toLowerCase() === bot.username.toLowerCase();
  const lastBot = world.history(chat.id).findLast(({ shown }) => shown.from.kind === 'bot');
  return lastBot?.shown.from.kind === 'bot' && lastBot.shown.from.bot === bot.id;
}
