import { addChat } from './people.js';
import type { BotRecord, ChatRecord, MessageRecord, PhoneRecord, PlatformName } from './state.js';
import { NotPossible, words } from './words.js';
import { hexId, type World } from './world.js';

export type NewGroup = { platform: PlatformName; title: string; phones: string[]; bot?: string | undefined };

export function addGroup(world: World, { platform, title, phones, bot }: NewGroup): ChatRecord {
  const members = phones.map((id) => world.phone(id));
  const creator = members[0];
  if (!creator) throw new NotPossible(words.emptyGroup);
  if (!title.trim()) throw new NotPossible(words.nothingSaid);
  if (members.some((member) => member.platform !== platform)) throw new NotPossible(words.otherPlatform);
  const number = world.count(`${platform} group`);
  const chat = addChat(world, {
    platform,
    kind: 'group',
    bot: null,
    title: title.trim(),
    phones,
    localId:
      platform === 'telegram' ? String(-4_500_000_000 - number) : `zgr-${hexId(`zalo group ${number}`)}`,
    botPresent: false,
    botKnown: false,
  });
  const notice = tell(world, chat, words.created(creator.name, chat.title));
  if (bot !== undefined) letBotIn(world, chat, world.bot(bot), notice);
  world.stateChanged();
  return chat;
}

export function setBotPresent(world: World, chat: ChatRecord, bot: BotRecord, present: boolean): void {
  if (chat.kind !== 'group') throw new NotPossible(words.onlyGroup);
  if (chat.platform !== bot.platform) throw new NotPossible(words.otherPlatform);
  if (chat.botPresent && chat.bot !== bot.id) throw new NotPossible(words.groupHasBot);
  if (chat.botPresent === present) return;
  if (present) letBotIn(world, chat, bot, null);
  else showBotOut(world, chat, firstMember(world, chat));
  world.stateChanged();
}

/** `creation`: the notice of a group that begins with the bot in it. */
function letBotIn(world: World, chat: ChatRecord, bot: BotRecord, creation: MessageRecord | null): void {
  const { groups } = bot.used;
  const most = world.limits.zalo.groups;
  if (bot.platform === 'zalo' && !groups.includes(chat.localId)) {
    if (most !== null && groups.length >= most) throw new NotPossible(words.noRoomForBot(most));
    groups.push(chat.localId);
  }
  const phone = firstMember(world, chat);
  Object.assign(chat, { bot: bot.id, botPresent: true, botKnown: true, botAdmin: false });
  const notice = creation ?? tell(world, chat, words.added(phone.name, bot.name));
  world.hear[chat.platform]({ kind: 'joined', chat, phone, notice, created: creation !== null });
}

/** `by` nobody: the bot leaves by itself. */
export function showBotOut(world: World, chat: ChatRecord, by: PhoneRecord | null): void {
  if (!chat.bot) return;
  const bot = world.bot(chat.bot);
  chat.botPresent = false;
  chat.botAdmin = false;
  chat.botLeft = by === null;
  bot.used.groups = bot.used.groups.filter((group) => group !== chat.localId);
  const notice = tell(world, chat, by ? words.removed(by.name, bot.name) : words.left(bot.name));
  world.hear[chat.platform]({ kind: 'left', chat, phone: by, notice });
}

export function setBotAdmin(world: World, chat: ChatRecord, admin: boolean): void {
  if (chat.kind !== 'group' || !chat.botPresent) throw new NotPossible(words.onlyGroup);
  if (chat.botAdmin === admin) return;
  chat.botAdmin = admin;
  world.hear[chat.platform]({ kind: admin ? 'promoted' : 'demoted', chat, phone: firstMember(world, chat) });
  world.stateChanged();
}

/** Telegram: the group goes on as a supergroup, under another id. */
export function upgradeGroup(world: World, chat: ChatRecord): void {
  if (chat.platform !== 'telegram' || chat.kind !== 'group' || chat.supergroup) {
    throw new NotPossible(words.onlyTelegramGroup);
  }
  const notice = tell(world, chat, words.upgraded);
  chat.formerLocalIds.push(chat.localId);
  Object.assign(chat, { supergroup: true, localId: String(-1_002_000_000_000 - world.count('supergroup')) });
  world.index(chat);
  world.hear.telegram({ kind: 'upgraded', chat, phone: firstMember(world, chat), notice });
  world.stateChanged();
}

const tell = (world: World, chat: ChatRecord, text: string) =>
  world.post(chat, { from: { kind: 'system' }, text });

function firstMember(world: World, chat: ChatRecord): PhoneRecord {
  const [first] = chat.phones;
  if (first === undefined) throw new NotPossible(words.emptyGroup);
  return world.phone(first);
}
