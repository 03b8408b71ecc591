import { z } from 'zod';

/** What Telegram sends, as far as it is used here (https://core.telegram.org/bots/api#update). */

const user = z.object({
  id: z.int(),
  is_bot: z.boolean(),
  first_name: z.string(),
  last_name: z.string().optional(),
});

const chat = z.object({
  id: z.int(),
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: z.string().optional(),
});

const entity = z.object({
  type: z.string(),
  offset: z.int(),
  length: z.int(),
  url: z.string().optional(),
});

const file = z.object({
  file_id: z.string().min(1),
  file_unique_id: z.string().min(1),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: z.number().optional(),
  duration: z.number().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
});

const contact = z.object({
  phone_number: z.string(),
  first_name: z.string(),
  last_name: z.string().optional(),
  user_id: z.int().optional(),
});

/**
 * Contents that nothing is done with but to say so. Order matters: for old bots' sake Telegram fills in
 * `document` beside `animation`, `photo` beside `live_photo` and `location` beside `venue`.
 */
export const UNUSED_CONTENTS = [
  'animation',
  'live_photo',
  'voice',
  'audio',
  'video_note',
  'sticker',
  'venue',
  'location',
  'poll',
  'dice',
  'game',
  'story',
  'checklist',
  'paid_media',
  'rich_message',
] as const;

/** Loose: contents that aren't used are looked for by their names only. */
const message = z.looseObject({
  message_id: z.int(),
  date: z.int(),
  chat,
  from: user.optional(),
  sender_chat: z.object({ id: z.int() }).optional(),
  text: z.string().optional(),
  entities: z.array(entity).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(entity).optional(),
  video: file.optional(),
  document: file.optional(),
  photo: z.array(file).min(1).optional(),
  contact: contact.optional(),
  migrate_to_chat_id: z.int().optional(),
});

const callbackQuery = z.object({
  id: z.string(),
  from: user,
  /** A message that is too old comes without its contents, with `date: 0`. */
  message: z.object({ message_id: z.int(), chat }).optional(),
  data: z.string().optional(),
});

const member = z.object({ status: z.string(), is_member: z.boolean().optional() });

const chatMemberUpdated = z.object({
  chat,
  from: user,
  date: z.int(),
  old_chat_member: member,
  new_chat_member: member,
});

export const telegramUpdate = z.object({
  update_id: z.int(),
  message: message.optional(),
  callback_query: callbackQuery.optional(),
  my_chat_member: chatMemberUpdated.optional(),
});

/** The number is all that is needed to confirm an update, even one that can't be read. */
export const numbered = z.looseObject({ update_id: z.int() });

export const botItself = z.object({
  id: z.int(),
  username: z.string(),
  /** Privacy mode is off. */
  can_read_all_group_messages: z.boolean().optional(),
});

export const sentMessage = z.object({ message_id: z.int() });

export const fetchableFile = z.object({ file_path: z.string(), file_size: z.number().optional() });

export type TelegramUpdate = z.infer<typeof telegramUpdate>;
export type BotItself = z.infer<typeof botItself>;
export type Message = z.infer<typeof message>;
export type CallbackQuery = z.infer<typeof callbackQuery>;
export type ChatMemberUpdated = z.infer<typeof chatMemberUpdated>;
export type Member = z.infer<typeof member>;
export type User = z.infer<typeof user>;
export type Contact = z.infer<typeof contact>;
export type TelegramFile = z.infer<typeof file>;
export type Entity = z.infer<typeof entity>;
