import { z } from 'zod';
import { shownFile } from '../phoneFiles.js';
import type { ChatRecord, FileRecord, MessageRecord } from '../state.js';
import type { NewMessage } from '../world.js';
import type { Call } from './call.js';
import { findMessage, keepPace, writableChat } from './chats.js';
import { shownStyles } from './entities.js';
import { bad } from './errors.js';
import type { Formatted } from './formatted.js';
import { inlineButtons, readMarkup } from './keyboards.js';
import { Entities, formatted } from './markup.js';
import { flag, integer, someId, structure, text } from './params.js';

const longestText = 4096;
const longestCaption = 1024;

const ReplyParameters = z.object({
  message_id: integer,
  allow_sending_without_reply: flag.optional(),
});

/** What every sending method takes. */
export const Sending = z.object({
  chat_id: someId,
  reply_markup: z.unknown().optional(),
  reply_parameters: structure(ReplyParameters).optional(),
  reply_to_message_id: integer.optional(),
  allow_sending_without_reply: flag.optional(),
});
export type Sending = z.output<typeof Sending>;

export const Captioned = z.object({
  caption: text.optional(),
  parse_mode: text.optional(),
  caption_entities: structure(Entities).optional(),
});
export type Captioned = z.output<typeof Captioned>;

export type TextParams = {
  text: string;
  parse_mode?: string | undefined;
  entities?: z.output<typeof Entities> | undefined;
};

export function readText(params: TextParams): Formatted {
  const content = formatted(params.text, params.parse_mode, params.entities);
  if (content.text === '') throw bad('message text is empty');
  if (content.text.length > longestText) throw bad('message is too long');
  return content;
}

export function readCaption({ caption = '', parse_mode, caption_entities }: Captioned): Formatted {
  const content = formatted(caption, parse_mode, caption_entities);
  if (content.text.length > longestCaption) throw bad('message caption is too long');
  return content;
}

/** The message as people will see it, made of formatted text. */
export const worded = ({ text, entities }: Formatted) => ({ text, entities, styles: shownStyles(entities) });

export const withFile = (file: FileRecord) => ({ file: file.id, attachment: shownFile(file) });

/** Checks all that doesn't depend on the content; `post` then takes the contents, one for each message. */
export function prepare(
  call: Call,
  params: Sending,
  messages = 1,
): { chat: ChatRecord; post: (contents: () => Omit<NewMessage, 'from'>[]) => MessageRecord[] } {
  const { world, bot } = call;
  const chat = writableChat(call, params.chat_id);
  const markup = readMarkup(params.reply_markup);
  const replyTo = repliedTo(call, chat, params);
  const post = (contents: () => Omit<NewMessage, 'from'>[]) => {
    keepPace(call, chat, { kind: 'send', messages });
    if (markup?.kind === 'keys') chat.keyboard = markup.rows;
    if (markup?.kind === 'remove') chat.keyboard = null;
    const buttons = inlineButtons(markup);
    const from = { kind: 'bot' as const, bot: bot.id };
    const records = contents().map((content) => world.post(chat, { buttons, replyTo, ...content, from }));
    if (markup?.kind === 'keys' || markup?.kind === 'remove') world.stateChanged();
    world.counts.add({ bot: bot.id, chat: chat.id }, 'sent', records.length);
    return records;
  };
  return { chat, post };
}

function repliedTo(call: Call, chat: ChatRecord, params: Sending): string | null {
  const number = params.reply_parameters?.message_id ?? params.reply_to_message_id;
  if (number === undefined || number === 0) return null;
  const message = findMessage(call, chat, number);
  if (message) return message.shown.id;
  if (params.reply_parameters?.allow_sending_without_reply ?? params.allow_sending_without_reply) return null;
  throw bad('message to be replied not found');
}
