import { setBotAdmin, setBotPresent, upgradeGroup } from './groups.js';
import { openPrivateChat, press, type Saying, type Sending, say, send, setBlocked } from './people.js';
import type { BotRecord, ChatRecord, Message, PhoneRecord, PlatformName } from './state.js';
import { NotPossible, words } from './words.js';
import type { World } from './world.js';

/** A bot, as those who play with it see it. */
export class EmulatedBot {
  readonly #record: BotRecord;

  constructor(world: World, id: string) {
    this.#record = world.bot(id);
  }

  /** `telegram:<number>` or `zalo:<number>`. */
  get id(): string {
    return this.#record.id;
  }

  get name(): string {
    return this.#record.name;
  }

  get username(): string {
    return this.#record.username;
  }

  /** Updates that wait to be fetched or delivered. */
  get waiting(): number {
    return this.#record.queue.length;
  }
}

export type Awaiting = {
  /** A message's id, or how many messages of the chat to pass over. Without it: all there are now. */
  after?: string | number;
  timeoutMs?: number;
};

/** What a phone, or several, and a bot say to each other. */
export class EmulatedChat {
  readonly #world: World;
  readonly #record: ChatRecord;

  constructor(
    world: World,
    readonly id: string,
  ) {
    this.#world = world;
    this.#record = world.chat(id);
  }

  get platform(): PlatformName {
    return this.#record.platform;
  }

  get title(): string {
    return this.#record.title;
  }

  get kind(): 'private' | 'group' {
    return this.#record.kind;
  }

  /** The chat's id on its platform; a Telegram group gets another one when it is upgraded. */
  get localId(): string {
    return this.#record.localId;
  }

  /** `<platform>:<bot>:<localId>`, or `null` for a group without a bot. */
  get address(): string | null {
    return this.#record.bot === null ? null : `${this.#record.bot}:${this.#record.localId}`;
  }

  /** Addresses that it had before it was upgraded. */
  get formerAddresses(): string[] {
    return this.#record.formerLocalIds.map((localId) => `${this.#record.bot}:${localId}`);
  }

  get messages(): Message[] {
    return this.#world.history(this.id).map(({ shown }) => shown);
  }

  /** Telegram's keyboard in place of letters, if the bot has put one there. */
  get keyboard(): ChatRecord['keyboard'] {
    return this.#record.keyboard;
  }

  /** Resolves when the bot has said something new: the first such message. */
  async next({ after = this.messages.at(-1)?.id ?? 0, timeoutMs = 5000 }: Awaiting = {}): Promise<Message> {
    const there = this.#firstFromBot(after);
    if (there) return there;
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        this.#world.events.off('message', look);
      };
      const look = (message: Message) => {
        if (message.chat !== this.id) return;
        const found = this.#firstFromBot(after);
        if (!found) return;
        done();
        resolve(found);
      };
      const timer = setTimeout(() => {
        done();
        const last = this.messages.at(-1)?.text ?? '';
        reject(
          new Error(
            `“${this.title}”: the bot said nothing for ${timeoutMs} ms. The last message is “${last}”.`,
          ),
        );
      }, timeoutMs);
      this.#world.events.on('message', look);
    });
  }

  addBot(bot: EmulatedBot): void {
    setBotPresent(this.#world, this.#record, this.#world.bot(bot.id), true);
  }

  removeBot(): void {
    if (this.#record.bot) setBotPresent(this.#world, this.#record, this.#world.bot(this.#record.bot), false);
  }

  makeBotAdmin(admin = true): void {
    setBotAdmin(this.#world, this.#record, admin);
  }

  /** Telegram: group → supergroup. */
  upgrade(): void {
    upgradeGroup(this.#world, this.#record);
  }

  #firstFromBot(after: string | number): Message | undefined {
    const { messages } = this;
    const start = typeof after === 'number' ? after : messages.findIndex(({ id }) => id === after) + 1;
    return messages.slice(start).find(({ from }) => from.kind === 'bot');
  }
}

/** A person with one messenger. */
export class EmulatedPhone {
  readonly #world: World;
  readonly #record: PhoneRecord;

  constructor(
    world: World,
    readonly id: string,
  ) {
    this.#world = world;
    this.#record = world.phone(id);
  }

  get name(): string {
    return this.#record.name;
  }

  get platform(): PlatformName {
    return this.#record.platform;
  }

  get phone(): string {
    return this.#record.phone;
  }

  /** The platform's id of this person. */
  get userId(): string {
    return this.#record.userId;
  }

  chatWith(bot: EmulatedBot): EmulatedChat {
    const chat = openPrivateChat(this.#world, this.#record, this.#world.bot(bot.id));
    if (!chat) throw new NotPossible(words.otherPlatform);
    return new EmulatedChat(this.#world, chat.id);
  }

  /** As if the person had written here long ago: the bot may write, and has heard nothing now. */
  knows(bot: EmulatedBot): EmulatedChat {
    const chat = this.chatWith(bot);
    this.#world.chat(chat.id).started = true;
    return chat;
  }

  async say(chat: EmulatedChat, text: string, more: Omit<Saying, 'text'> = {}): Promise<Message> {
    return say(this.#world, this.#world.chat(chat.id), this.#record, { text, ...more }).shown;
  }

  async send(chat: EmulatedChat, sending: Sending): Promise<Message> {
    return send(this.#world, this.#world.chat(chat.id), this.#record, sending).shown;
  }

  /**
   * Presses the button with this label on the newest message that has one, or on `message`.
   * `stale`: the bot gets the message as one it can no longer see.
   */
  async press(
    chat: EmulatedChat,
    label: string,
    more: { message?: string; stale?: boolean } = {},
  ): Promise<void> {
    const { message, ...rest } = more;
    const candidates = chat.messages.filter(({ id }) => message === undefined || id === message).reverse();
    for (const { id, buttons } of candidates) {
      const row = buttons?.findIndex((keys) => keys.some(({ text }) => text === label)) ?? -1;
      const column = buttons?.[row]?.findIndex(({ text }) => text === label) ?? -1;
      if (column < 0) continue;
      return press(this.#world, this.#world.chat(chat.id), this.#record, {
        message: id,
        row,
        column,
        ...rest,
      });
    }
    throw new NotPossible(this.platform === 'zalo' ? words.noButtonsHere : `${words.noButton} (${label})`);
  }

  block(bot: EmulatedBot): void {
    setBlocked(this.#world, this.#world.chat(this.chatWith(bot).id), this.#record, true);
  }

  unblock(bot: EmulatedBot): void {
    setBlocked(this.#world, this.#world.chat(this.chatWith(bot).id), this.#record, false);
  }
}
