import { z } from 'zod';
import type { Button, MessageRecord } from '../../state.js';
import { type Call, method } from '../call.js';
import { findMessage, keepPace, knownChat, writableChat } from '../chats.js';
import { bad } from '../errors.js';
import { inlineButtons, readMarkup } from '../keyboards.js';
import { Entities } from '../markup.js';
import { integer, someId, structure, text } from '../params.js';
import { Captioned, readCaption, readText, worded } from '../sending.js';
import { messageJson } from '../shapes.js';

const Which = z.object({ chat_id: someId, message_id: integer, reply_markup: z.unknown().optional() });
type Which = z.output<typeof Which>;
type Change = { content?: ReturnType<typeof worded>; buttons: Button[][] | null };

const deletableMs = 48 * 60 * 60 * 1000;

export const editMessageText = method(
  Which.extend({ text, parse_mode: text.optional(), entities: structure(Entities).optional() }),
  (params, call) =>
    edit(call, params, (record) => {
      const content = worded(readText(params));
      if (record.file !== null || record.contact) throw bad('there is no text in the message to edit');
      return { content, buttons: inlineButtons(readMarkup(params.reply_markup)) };
    }),
);

export const editMessageCaption = method(Which.extend(Captioned.shape), (params, call) =>
  edit(call, params, (record) => {
    const content = worded(readCaption(params));
    if (record.file === null) throw bad('there is no caption in the message to edit');
    return { content, buttons: inlineButtons(readMarkup(params.reply_markup)) };
  }),
);

export const editMessageReplyMarkup = method(Which, (params, call) =>
  edit(call, params, () => ({ buttons: inlineButtons(readMarkup(params.reply_markup)) })),
);

function edit(call: Call, which: Which, change: (record: MessageRecord) => Change) {
  const { world, bot } = call;
  const chat = writableChat(call, which.chat_id);
  const record = findMessage(call, chat, which.message_id);
  if (!record) throw bad('message to edit not found');
  const { from } = record.shown;
  if (from.kind !== 'bot' || from.bot !== bot.id) throw bad("message can't be edited");
  const { content, buttons } = change(record);
  const before = [record.shown.text, record.entities, record.shown.buttons];
  const after = [content?.text ?? record.shown.text, content?.entities ?? record.entities, buttons];
  if (JSON.stringify(before) === JSON.stringify(after)) {
    throw bad(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  keepPace(call, chat, { kind: 'edit', messages: 1 });
  const now = world.clock.ms();
  record.shown = {
    ...record.shown,
    buttons,
    ...(content && { text: content.text, styles: content.styles, edited: true }),
  };
  if (content) Object.assign(record, { entities: content.entities, editedAt: now });
  world.counts.add({ bot: bot.id, chat: chat.id }, 'edited');
  world.show(record);
  return messageJson(world, bot, record);
}

export const deleteMessage = method(z.object({ chat_id: someId, message_id: integer }), (params, call) => {
  remove(call, params.chat_id, [params.message_id], false);
  return true;
});

export const deleteMessages = method(
  z.object({ chat_id: someId, message_ids: structure(z.array(integer).min(1).max(100)) }),
  (params, call) => {
    remove(call, params.chat_id, params.message_ids, true);
    return true;
  },
);

function remove(call: Call, chatId: string, numbers: number[], forgiving: boolean): void {
  const { world, bot } = call;
  const chat = knownChat(call, chatId);
  for (const number of numbers) {
    const record = findMessage(call, chat, number);
    if (!record && forgiving) continue;
    if (!record) throw bad('message to delete not found');
    const own = record.shown.from.kind === 'bot' && record.shown.from.bot === bot.id;
    const allowed = own || chat.kind === 'private' || chat.botAdmin;
    const fresh = world.clock.ms() - record.shown.at < deletableMs || (chat.botAdmin && chat.supergroup);
    if ((!allowed || !fresh) && forgiving) continue;
    if (!allowed) throw bad("message can't be deleted");
    if (!fresh) throw bad("message can't be deleted for everyone");
    world.remove(record);
    world.counts.add({ bot: bot.id, chat: chat.id }, 'deleted');
  }
}
