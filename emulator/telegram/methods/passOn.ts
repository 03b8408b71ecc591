import { z } from 'zod';
import type { MessageRecord } from '../../state.js';
import { type Call, method } from '../call.js';
import { findMessage, knownChat } from '../chats.js';
import { shownStyles } from '../entities.js';
import { bad } from '../errors.js';
import { integer, someId } from '../params.js';
import { Captioned, prepare, readCaption, Sending, worded } from '../sending.js';
import { botJson, messageJson, seconds, userJson } from '../shapes.js';

const From = z.object({ from_chat_id: someId, message_id: integer });

export const copyMessage = method(Sending.extend(From.shape).extend(Captioned.shape), (params, call) => {
  const { post } = prepare(call, params);
  const source = sourceOf(call, params, 'copy');
  const content = params.caption !== undefined && source.file !== null ? worded(readCaption(params)) : {};
  const [record] = post(() => [{ ...sameContent(source), ...content }]);
  return { message_id: record?.number };
});

export const forwardMessage = method(Sending.extend(From.shape), (params, call) => {
  const { post } = prepare(call, { ...params, reply_markup: undefined });
  const source = sourceOf(call, params, 'forward');
  const [record] = post(() => [{ ...sameContent(source), origin: originOf(call, source) }]);
  return record && messageJson(call.world, call.bot, record);
});

function sourceOf(call: Call, params: z.output<typeof From>, verb: 'copy' | 'forward'): MessageRecord {
  const chat = knownChat(call, params.from_chat_id);
  const source = findMessage(call, chat, params.message_id);
  if (!source) throw bad(`message to ${verb} not found`);
  if (source.service || source.shown.from.kind === 'system')
    throw bad(`message can't be ${verb === 'copy' ? 'copied' : 'forwarded'}`);
  return source;
}

function sameContent({ shown, entities, file, contact }: MessageRecord) {
  return {
    text: shown.text,
    styles: shownStyles(entities),
    attachment: shown.attachment,
    entities,
    file,
    contact,
  };
}

function originOf({ world, bot }: Call, { shown }: MessageRecord): Record<string, unknown> {
  const sender = shown.from.kind === 'phone' ? userJson(world.phone(shown.from.phone)) : botJson(bot);
  const date = seconds(shown.at);
  return {
    forward_origin: { type: 'user', sender_user: sender, date },
    forward_from: sender,
    forward_date: date,
  };
}
