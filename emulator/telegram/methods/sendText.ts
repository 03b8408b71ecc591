import { z } from 'zod';
import { method } from '../call.js';
import { writableChat } from '../chats.js';
import { bad } from '../errors.js';
import { Entities } from '../markup.js';
import { flag, integer, someId, structure, text } from '../params.js';
import { prepare, readText, Sending, worded } from '../sending.js';
import { messageJson } from '../shapes.js';

export const sendMessage = method(
  Sending.extend({ text, parse_mode: text.optional(), entities: structure(Entities).optional() }),
  (params, call) => {
    const content = readText(params);
    const { post } = prepare(call, params);
    return post(() => [worded(content)]).map((record) => messageJson(call.world, call.bot, record))[0];
  },
);

export const sendContact = method(
  Sending.extend({ phone_number: text, first_name: text, last_name: text.optional() }),
  ({ phone_number, first_name, last_name, ...params }, call) => {
    const { post } = prepare(call, params);
    const name = [first_name, last_name].filter(Boolean).join(' ');
    const contact = { phone: phone_number, name, userId: null };
    const attachment = { kind: 'contact' as const, name: `${name} · ${phone_number}` };
    return post(() => [{ contact, attachment }]).map((record) =>
      messageJson(call.world, call.bot, record),
    )[0];
  },
);

const actions = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
];

export const sendChatAction = method(
  z.object({ chat_id: someId, action: text }),
  ({ chat_id, action }, call) => {
    const chat = writableChat(call, chat_id);
    if (!actions.includes(action)) throw bad('wrong parameter action in request');
    call.world.events.emit('typing', { chat: chat.id, action });
    return true;
  },
);

/** How long a callback query can be answered. */
const callbackLife = 150_000;
const longestToast = 200;

export const answerCallbackQuery = method(
  z.object({
    callback_query_id: text,
    text: text.optional(),
    show_alert: flag.optional(),
    cache_time: integer.optional(),
  }),
  (params, { world, bot }) => {
    const query = bot.callbacks.find(({ id }) => id === params.callback_query_id);
    if (!query || world.clock.ms() - query.at > callbackLife) {
      throw bad('query is too old and response timeout expired or query ID is invalid');
    }
    if ((params.text ?? '').length > longestToast) throw bad('MESSAGE_TOO_LONG');
    // Without words it only stops the button's shimmer.
    if (params.text) {
      world.events.emit('toast', {
        phone: query.phone,
        text: params.text,
        alert: params.show_alert ?? false,
      });
    }
    return true;
  },
);
