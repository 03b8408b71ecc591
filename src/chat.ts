/**
 * The words all platforms share. A platform's event becomes an `Update`; whatever the assistant
 * says is a `Reply`. Nothing here knows which messenger is on the other side: what a messenger can
 * and can't do is data (`Abilities`), asked by its own `write` and by nobody else.
 */

export type Platform = 'telegram' | 'zalo';

/** `telegram:<bot id>` or `zalo:<bot id>`. One organisation may run several Zalo bots. */
export type BotId = `${Platform}:${string}`;

/** `<bot>:<the platform's chat id>`. A private chat's id is also the id of the person's account. */
export type ChatId = `${BotId}:${string}`;

/** A file that stays with the messenger, to be sent again by its id and only by the same bot. */
export type ChatFile = {
  bot: BotId;
  fileId: string;
  /** Recognises the same file when it comes again; can't be used to fetch it. */
  uniqueId: string;
  name?: string;
  mime?: string;
  bytes?: number;
  seconds?: number;
  width?: number;
  height?: number;
};

/** Some of a file's bytes, from the first to the last of them. */
export type Part = { start: number; end: number };

/** What a person, or the messenger on his behalf, has done. */
export type ChatEvent =
  | { kind: 'text'; text: string; links: string[] }
  /** A button was pressed. `message` is the message it hangs on, `ticket` is for `acknowledge`. */
  | { kind: 'choice'; data: string; message: string; ticket?: string }
  | { kind: 'video'; file: ChatFile; caption: string }
  | { kind: 'document'; file: ChatFile; caption: string }
  /** `file` on Telegram, a short-lived `url` on Zalo. */
  | { kind: 'photo'; file?: ChatFile; url?: string; caption: string }
  /** `own`: the sender shared his own number, vouched for by the messenger. */
  | { kind: 'contact'; phone: string; name: string; own: boolean }
  /** The bot was added to a group. */
  | { kind: 'joined'; title: string }
  /** The bot was removed from a group. */
  | { kind: 'left' }
  /** A person blocked the bot, or let it in again. */
  | { kind: 'blocked' }
  | { kind: 'unblocked' }
  /** A group became a supergroup and goes on under another id. */
  | { kind: 'moved'; to: ChatId }
  /** Something the messenger does not pass on to bots (Zalo: video, files), or that we can't use. */
  | { kind: 'unsupported'; what: string; links: string[] };

export type Update = {
  /**
   * The natural id: `telegram:<bot>:<update_id>` or `zalo:<bot>:<message_id>`. A second arrival of the
   * same id is the same update.
   */
  id: string;
  chat: ChatId;
  group: boolean;
  /** Who did it: the id of his private chat with this bot. `null` when the messenger doesn't say. */
  from: { chat: ChatId; name: string } | null;
  /** By the messenger's clock. What counts for deadlines is our own clock at arrival. */
  sentAt: Date;
  event: ChatEvent;
};

export type Style = 'bold' | 'italic' | 'code';

/** Plain text and the ranges that are styled, counted in UTF-16 units: both messengers count so. */
export type Styled = {
  text: string;
  styles: { start: number; length: number; style: Style }[];
};

/** A button, or a line of a numbered menu. `data` comes back in a `choice` event (1-64 bytes). */
export type Choice = { label: string; data: string };

/** What the assistant says. One reply may need several messages on a platform: its `write` decides. */
export type Reply =
  | { kind: 'text'; text: Styled; choices?: Choice[] }
  /** A picture of ours, kept under `file` in the store. */
  | { kind: 'picture'; file: string; caption: Styled }
  /** A document of ours, kept under `file` in the store, shown to people as `name`. */
  | { kind: 'document'; file: string; name: string; caption: Styled }
  /** A video that a person sent to the same bot earlier. */
  | { kind: 'video'; file: ChatFile; caption: Styled; choices?: Choice[] }
  /** Takes the buttons off an earlier message. */
  | { kind: 'closeChoices'; message: string };

export type Abilities = {
  buttons: boolean;
  /** Documents and videos can be sent to people. */
  files: boolean;
  /** UTF-16 units in one message, and in the caption of a file. */
  textLength: number;
  captionLength: number;
  /** `mentions`: in groups only messages that mention the bot arrive. */
  groupHears: 'all' | 'commands' | 'mentions';
  /** Messages a month, `null` if unlimited. */
  monthlyQuota: number | null;
  pace: Pace;
};

/**
 * `bot`: all that it sends. `patient`: of that what gives way to all else, so that the rest always finds room.
 */
export type Pace = { bot: Allowance; patient: Rate; chat: Rate; group: Rate };
/** At most `count` in any stretch of `perMs`. */
export type Allowance = { count: number; perMs: number };
/** A steady rate with a short burst: `{ everyMs: 1000, burst: 3 }` is one a second, three at once. */
export type Rate = { everyMs: number; burst: number };

/** One call of a platform's method: what `write` makes of a reply. */
export type Call = { method: string; params: Record<string, unknown> };

/** A messenger's bot as the rest of the program sees it. */
export type Bot = {
  id: BotId;
  platform: Platform;
  /** How people see and address it (`@thi_bot`, `Bot Hội thi`). */
  name: string;
  /** A link that opens a private chat with the bot. `start` is carried along where the platform can. */
  link(start?: string): string;
  abilities: Abilities;
  /** Pure: which calls, in which order, say this reply in this chat. */
  write(chat: ChatId, reply: Reply): Call[];
  /** Throws `Later`, `Gone`, `Moved` or `Wrong`, and nothing else. Answers the message's id if there is one. */
  send(call: Call): Promise<string | null>;
  /** Long polling until `signal`. Each batch is confirmed only after `receive` has stored it. */
  poll(receive: Receive, signal: AbortSignal): Promise<void>;
  /** Reads one webhook request; `null` when its secret is wrong. */
  readWebhook(headers: Record<string, unknown>, body: unknown): Update[] | null;
  /**
   * To be called when updates of a webhook are stored; `poll` does it by itself. Stops the spinner on a
   * pressed button where the messenger shows one. Never throws: nothing is lost without it.
   */
  acknowledge(updates: Update[]): Promise<void>;
  /** Streams what people sent, or a part of it, where the platform hands files out. Throws `Wrong` for what it doesn't; `bytes` is of the whole. */
  download?(file: ChatFile, part?: Part): Promise<{ stream: ReadableStream; bytes?: number }>;
  /** Tells the platform where to deliver, `null` = back to polling. */
  setWebhook(url: string | null): Promise<void>;
};

/** Stores updates; resolves when they are safe. */
export type Receive = (updates: Update[]) => Promise<void>;

/** The platform asks us to wait: this chat, or the whole bot. */
export class Later extends Error {
  override name = 'Later';
  constructor(
    readonly waitMs: number,
    readonly scope: 'chat' | 'bot',
    reason: string,
  ) {
    super(reason);
  }
}

/** The person blocked the bot, the group is gone: stop writing there. */
export class Gone extends Error {
  override name = 'Gone';
}

/** The group goes on under another id: write there instead. */
export class Moved extends Error {
  override name = 'Moved';
  constructor(readonly to: ChatId) {
    super('the chat has moved');
  }
}

/** Our message was bad: park it and look. `fatal`: the token itself is refused, so nothing will pass. */
export class Wrong extends Error {
  override name = 'Wrong';
  constructor(
    reason: string,
    readonly fatal = false,
  ) {
    super(reason);
  }
}

export const platformOf = (id: BotId | ChatId): Platform => (id.startsWith('zalo:') ? 'zalo' : 'telegram');

/** `telegram:123:-456` → `telegram:123`. */
export function botOf(chat: ChatId): BotId {
  const [platform, bot] = chat.split(':', 2);
  return `${platform as Platform}:${bot}`;
}

/** A fallback where no update has told: Telegram's groups are negative, Zalo's begin with `zgr-`. */
export const isGroupId = (chat: ChatId): boolean => /^-|^zgr-/.test(localId(chat));

/** `telegram:123:-456` → `-456`. */
export const localId = (chat: ChatId): string => chat.split(':').slice(2).join(':');

export const chatId = (bot: BotId, local: string | number): ChatId => `${bot}:${local}`;
