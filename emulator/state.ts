import { z } from 'zod';

/**
 * What the emulator remembers, as it lies in the state file. A *phone* is a person with one
 * messenger; a *chat* is what phones and one bot see together. `localId` is how the platform itself
 * calls a bot or a chat, `id` how the emulator does.
 */

export const PlatformName = z.enum(['telegram', 'zalo']);
export type PlatformName = z.infer<typeof PlatformName>;

const Style = z.object({
  start: z.int(),
  length: z.int(),
  style: z.enum(['bold', 'italic', 'code', 'underline', 'strike']),
});
export type ShownStyle = z.infer<typeof Style>;

const Button = z.object({
  text: z.string(),
  data: z.string(),
  style: z.string().optional(),
  /** A button that opens a page instead of calling back; its `data` is empty. */
  url: z.string().optional(),
});
export type Button = z.infer<typeof Button>;

const Sender = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bot'), bot: z.string() }),
  z.object({ kind: z.literal('phone'), phone: z.string() }),
  z.object({ kind: z.literal('system') }),
]);
export type Sender = z.infer<typeof Sender>;

const AttachmentKind = z.enum(['photo', 'document', 'video', 'voice', 'contact', 'sticker']);
export type AttachmentKind = z.infer<typeof AttachmentKind>;

const Attachment = z.object({
  kind: AttachmentKind,
  name: z.string().optional(),
  bytes: z.number().optional(),
  seconds: z.number().optional(),
  url: z.string().optional(),
});
export type Attachment = z.infer<typeof Attachment>;

/** A message as people see it. */
export const Message = z.object({
  id: z.string(),
  chat: z.string(),
  at: z.number(),
  from: Sender,
  text: z.string(),
  styles: z.array(Style),
  buttons: z.array(z.array(Button)).nullable(),
  attachment: Attachment.nullable(),
  edited: z.boolean(),
});
export type Message = z.infer<typeof Message>;

/** Telegram's own words for the styled parts of a text. */
export const Entity = z.looseObject({ type: z.string(), offset: z.int(), length: z.int() });
export type Entity = z.infer<typeof Entity>;

const Contact = z.object({ phone: z.string(), name: z.string(), userId: z.string().nullable() });
export type Contact = z.infer<typeof Contact>;

/** A message with what only the platform knows of it. */
export const MessageRecord = z.object({
  shown: Message,
  /** Telegram's message_id. */
  number: z.int(),
  /** Zalo's message_id; empty on Telegram. */
  code: z.string(),
  /** The chat's `localId` at that time: a Telegram group may have moved since. */
  chatLocalId: z.string(),
  editedAt: z.number().nullable(),
  entities: z.array(Entity),
  replyTo: z.string().nullable(),
  file: z.string().nullable(),
  contact: Contact.nullable(),
  mediaGroup: z.string().nullable(),
  /** Fields of a Telegram service message (`new_chat_members` …). */
  service: z.record(z.string(), z.unknown()).nullable(),
  /** Fields that say where a forwarded message comes from. */
  origin: z.record(z.string(), z.unknown()).nullable(),
});
export type MessageRecord = z.infer<typeof MessageRecord>;

export const FileRecord = z.object({
  id: z.string(),
  kind: AttachmentKind,
  name: z.string().nullable(),
  mime: z.string(),
  bytes: z.number(),
  seconds: z.number().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
});
export type FileRecord = z.infer<typeof FileRecord>;

export const PhoneRecord = z.object({
  id: z.string(),
  platform: PlatformName,
  userId: z.string(),
  name: z.string(),
  label: z.string(),
  phone: z.string(),
  /** Zalo hides what legally protected people send. */
  protected: z.boolean(),
});
export type PhoneRecord = z.infer<typeof PhoneRecord>;

const KeyboardKey = z.object({ text: z.string(), requestContact: z.boolean() });

export const ChatRecord = z.object({
  id: z.string(),
  platform: PlatformName,
  kind: z.enum(['private', 'group']),
  bot: z.string().nullable(),
  title: z.string(),
  phones: z.array(z.string()),
  localId: z.string(),
  /** Ids a Telegram group had before it became a supergroup. */
  formerLocalIds: z.array(z.string()),
  blocked: z.boolean(),
  /** The person has written to the bot, so the bot may write to him. */
  started: z.boolean(),
  botPresent: z.boolean(),
  botAdmin: z.boolean(),
  /** The bot is or was here. */
  botKnown: z.boolean(),
  /** The bot went of itself. */
  botLeft: z.boolean(),
  supergroup: z.boolean(),
  lastNumber: z.int(),
  /** Telegram's keyboard in place of letters. */
  keyboard: z.array(z.array(KeyboardKey)).nullable(),
});
export type ChatRecord = z.infer<typeof ChatRecord>;

const Webhook = z.object({
  url: z.string(),
  secret: z.string().nullable(),
  maxConnections: z.int(),
  setAt: z.number(),
  lastErrorAt: z.number().nullable(),
  lastError: z.string().nullable(),
});
export type Webhook = z.infer<typeof Webhook>;

export const QueuedUpdate = z.object({
  id: z.int(),
  /** When what it tells of happened, by the emulated clock. */
  at: z.number(),
  kind: z.string(),
  chat: z.string().nullable(),
  /** Updates with one lane are delivered one after another. */
  lane: z.string(),
  body: z.record(z.string(), z.unknown()),
  /** It comes once more although it was taken. */
  again: z.boolean(),
});
export type QueuedUpdate = z.infer<typeof QueuedUpdate>;

export const BotRecord = z.object({
  id: z.string(),
  platform: PlatformName,
  localId: z.string(),
  name: z.string(),
  username: z.string(),
  /** Telegram: privacy mode is off. */
  readsAll: z.boolean(),
  commands: z.record(z.string(), z.array(z.object({ command: z.string(), description: z.string() }))),
  about: z.record(z.string(), z.string()),
  webhook: Webhook.nullable(),
  allowedUpdates: z.array(z.string()).nullable(),
  queue: z.array(QueuedUpdate),
  lastUpdate: z.int(),
  lastNumber: z.int(),
  callbacks: z.array(z.object({ id: z.string(), phone: z.string(), at: z.number() })),
  /** Zalo's free plan. */
  used: z.object({
    users: z.array(z.string()),
    groups: z.array(z.string()),
    month: z.string(),
    messages: z.int(),
    webhookTests: z.object({ day: z.string(), count: z.int() }),
  }),
});
export type BotRecord = z.infer<typeof BotRecord>;

export const WorldState = z.object({
  version: z.literal(1),
  /** Written at the end, when nothing could change any more; otherwise some numbers may be missing from it. */
  complete: z.boolean().default(false),
  /** All numbers are given from here on. */
  numbersFrom: z.int().default(0),
  clock: z.object({ now: z.number(), speed: z.number(), frozen: z.boolean(), savedAt: z.number() }),
  counters: z.record(z.string(), z.int()),
  bots: z.array(BotRecord),
  phones: z.array(PhoneRecord),
  chats: z.array(ChatRecord),
  messages: z.record(z.string(), z.array(MessageRecord)),
  files: z.array(FileRecord),
});
export type WorldState = z.infer<typeof WorldState>;
