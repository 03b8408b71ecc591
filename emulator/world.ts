import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { ClockState, EmulatedClock } from './clock.js';
import { Counts } from './counts.js';
import { Faults } from './faults.js';
import type { FileShelf } from './files.js';
import { type Limits, Meters } from './limits.js';
import type {
  Attachment,
  BotRecord,
  ChatRecord,
  FileRecord,
  Message,
  MessageRecord,
  PhoneRecord,
  PlatformName,
  Sender,
} from './state.js';
import { NotPossible, words } from './words.js';

/** Something a bot may hear of. Each platform decides what becomes of it. */
export type Happening =
  | { kind: 'said'; chat: ChatRecord; phone: PhoneRecord; message: MessageRecord; mentioned: boolean }
  | {
      kind: 'pressed';
      chat: ChatRecord;
      phone: PhoneRecord;
      message: MessageRecord;
      data: string;
      stale: boolean;
    }
  | { kind: 'blocked' | 'unblocked'; chat: ChatRecord; phone: PhoneRecord }
  | { kind: 'joined'; chat: ChatRecord; phone: PhoneRecord; notice: MessageRecord; created: boolean }
  | { kind: 'left'; chat: ChatRecord; phone: PhoneRecord | null; notice: MessageRecord }
  | { kind: 'promoted' | 'demoted'; chat: ChatRecord; phone: PhoneRecord }
  | { kind: 'upgraded'; chat: ChatRecord; phone: PhoneRecord; notice: MessageRecord };

export type WorldEvents = {
  message: [Message];
  deleted: [{ chat: string; id: string }];
  typing: [{ chat: string; action: string }];
  state: [];
  clock: [ClockState];
  toast: [{ phone: string; text: string; alert: boolean }];
};

/** Everything there is: bots, phones, chats, what was said in them, and how much of the limits is used. */
export class World {
  readonly events = new EventEmitter<WorldEvents>();
  readonly bots = new Map<string, BotRecord>();
  readonly phones = new Map<string, PhoneRecord>();
  readonly chats = new Map<string, ChatRecord>();
  readonly messages = new Map<string, MessageRecord[]>();
  readonly files = new Map<string, FileRecord>();
  readonly counts = new Counts();
  readonly faults = new Faults();
  readonly meters = new Meters();
  readonly counters: Record<string, number> = {};
  /** Whatever is counted anew begins here. */
  numbersFrom = 0;
  /** Aborted when the emulator closes. */
  readonly closing = new AbortController();
  /** Called after every change that the state file should know of. */
  touched: () => void = () => {};
  /** An error of the emulator itself. */
  failed: (error: unknown) => void = (error) =>
    process.emitWarning(error instanceof Error ? error : new Error(String(error)));
  hear: Record<PlatformName, (happening: Happening) => void> = { telegram: () => {}, zalo: () => {} };
  /** What people who play with it might try next, in words for them. */
  hints: string[] = [];
  /** What they should know before the clock jumps that far, if anything. */
  caution: (to: Date) => Promise<string | null> = async () => null;
  /** Where this emulator can be reached, as soon as it listens. */
  url = '';

  readonly #tokens = new Map<string, string>();
  readonly #byLocalId = new Map<string, ChatRecord>();

  constructor(
    readonly clock: EmulatedClock,
    readonly limits: Limits,
    readonly shelf: FileShelf,
    readonly historyPerChat: number,
  ) {
    this.events.setMaxListeners(0);
    clock.onChange((state) => {
      this.events.emit('clock', state);
      this.touched();
    });
  }

  /** Answers how to stop listening. */
  listen<Kind extends keyof WorldEvents>(
    kind: Kind,
    listener: (...data: WorldEvents[Kind]) => void,
  ): () => void {
    const events: EventEmitter = this.events;
    events.on(kind, listener);
    return () => events.off(kind, listener);
  }

  /** 1, 2, 3 … for each name. */
  count(name: string): number {
    const next = (this.counters[name] ?? this.numbersFrom) + 1;
    this.counters[name] = next;
    return next;
  }

  bot(id: string): BotRecord {
    return this.bots.get(id) ?? refuse(words.noBot);
  }

  phone(id: string): PhoneRecord {
    return this.phones.get(id) ?? refuse(words.noPhone);
  }

  chat(id: string): ChatRecord {
    return this.chats.get(id) ?? refuse(words.noChat);
  }

  history(chat: string): MessageRecord[] {
    return this.messages.get(chat) ?? [];
  }

  message(chat: string, id: string): MessageRecord | undefined {
    return this.history(chat).findLast((message) => message.shown.id === id);
  }

  giveToken(bot: BotRecord, token: string): void {
    this.#tokens.set(`${bot.platform}:${token}`, bot.id);
  }

  botByToken(platform: PlatformName, token: string): BotRecord | undefined {
    const id = this.#tokens.get(`${platform}:${token}`);
    return id === undefined ? undefined : this.bots.get(id);
  }

  /** The chat that a platform calls `localId` when it talks with this bot. */
  chatByLocalId(bot: BotRecord, localId: string): ChatRecord | undefined {
    const chat = this.#byLocalId.get(`${bot.id} ${localId}`);
    return chat ?? this.#byLocalId.get(`${bot.platform} ${localId}`);
  }

  /** Makes the chat findable under its present and former ids. */
  index(chat: ChatRecord): void {
    const scope = chat.kind === 'private' ? chat.bot : chat.platform;
    for (const localId of [chat.localId, ...chat.formerLocalIds])
      this.#byLocalId.set(`${scope} ${localId}`, chat);
  }

  phoneByUserId(platform: PlatformName, userId: string): PhoneRecord | undefined {
    return [...this.phones.values()].find((phone) => phone.platform === platform && phone.userId === userId);
  }

  /** Puts a message into a chat's history and shows it. */
  post(chat: ChatRecord, message: NewMessage): MessageRecord {
    const id = this.count('message');
    const record: MessageRecord = {
      shown: {
        id: `m${id}`,
        chat: chat.id,
        at: this.clock.ms(),
        from: message.from,
        text: message.text ?? '',
        styles: message.styles ?? [],
        buttons: message.buttons ?? null,
        attachment: message.attachment ?? null,
        edited: false,
      },
      number: this.#nextNumber(chat),
      code: chat.platform === 'zalo' ? hexId(`message ${id} ${chat.localId}`) : '',
      chatLocalId: chat.localId,
      editedAt: null,
      entities: message.entities ?? [],
      replyTo: message.replyTo ?? null,
      file: message.file ?? null,
      contact: message.contact ?? null,
      mediaGroup: message.mediaGroup ?? null,
      service: message.service ?? null,
      origin: message.origin ?? null,
    };
    const history = this.messages.get(chat.id) ?? [];
    history.push(record);
    if (history.length > this.historyPerChat) history.splice(0, history.length - this.historyPerChat);
    this.messages.set(chat.id, history);
    this.show(record);
    return record;
  }

  /** Tells everyone who watches that a message is new or has changed. */
  show(record: MessageRecord): void {
    this.events.emit('message', record.shown);
    this.touched();
  }

  remove(record: MessageRecord): void {
    const chat = record.shown.chat;
    this.messages.set(
      chat,
      this.history(chat).filter((message) => message !== record),
    );
    this.events.emit('deleted', { chat, id: record.shown.id });
    this.touched();
  }

  /** Someone or something has appeared, gone or changed its name. */
  stateChanged(): void {
    this.events.emit('state');
    this.touched();
  }

  /** Telegram counts messages per account, and in supergroups per group. */
  #nextNumber(chat: ChatRecord): number {
    const bot = chat.bot === null || chat.supergroup ? undefined : this.bots.get(chat.bot);
    const counter = bot ?? chat;
    counter.lastNumber += 1;
    return counter.lastNumber;
  }
}

export type NewMessage = { from: Sender } & Partial<Pick<Message, 'text' | 'styles' | 'buttons'>> & {
    attachment?: Attachment | null;
  } & Partial<
    Pick<MessageRecord, 'entities' | 'replyTo' | 'file' | 'contact' | 'mediaGroup' | 'service' | 'origin'>
  >;

/** 20 hex digits, as Zalo's ids look; the same for the same seed. */
export const hexId = (seed: string): string => createHash('sha256').update(seed).digest('hex').slice(0, 20);

function refuse(sentence: string): never {
  throw new NotPossible(sentence, 404);
}
