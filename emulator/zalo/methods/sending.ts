import { z } from 'zod';
import { fetchFile } from '../../fetchFile.js';
import { readPicture } from '../../images.js';
import { addFile, shownFile } from '../../phoneFiles.js';
import { parseJson } from '../../requests.js';
import type { ChatRecord } from '../../state.js';
import type { NewMessage } from '../../world.js';
import { type Call, method, writableChat } from '../call.js';
import { badRequest } from '../errors.js';
import { readHtml, readMarkdown, readTextStyles, type Shown, type TextStyle } from '../markup.js';
import { claimOutbound } from '../quota.js';

const longestText = 2000;
const mostPictureBytes = 10 * 1024 * 1024;
const pictureTimeoutMs = 15_000;

const id = z.union([z.string(), z.number()]).transform(String);
const Styles = z.preprocess(
  (value) => (typeof value === 'string' ? parseJson(value) : value),
  z.array(z.object({ start: z.int(), len: z.int(), st: z.array(z.string()) })),
);

export const sendMessage = method(
  z.object({
    chat_id: id,
    text: z.string(),
    parse_mode: z.string().optional(),
    text_styles: Styles.optional(),
  }),
  ({ chat_id, text, parse_mode, text_styles }, call) => {
    const chat = writableChat(call, chat_id);
    checkLength('text', text);
    return post(call, chat, styled(text, parse_mode, text_styles ?? []));
  },
);

export const sendPhoto = method(
  z.object({ chat_id: id, photo: z.string(), caption: z.string().optional() }),
  async ({ chat_id, photo, caption }, call) => {
    const chat = writableChat(call, chat_id);
    if (caption !== undefined && caption !== '') checkLength('caption', caption);
    const { allowLoopback, origins } = call.zalo.habits;
    const fetched = await fetchFile(atOrigin(photo, origins), {
      allowLoopback,
      mostBytes: mostPictureBytes,
      timeoutMs: pictureTimeoutMs,
    });
    const picture = fetched && readPicture(fetched.content);
    if (!fetched || !picture) throw badRequest('photo can not be fetched');
    return post(call, chat, { text: caption ?? '', styles: [] }, () => {
      const parts = { kind: 'photo' as const, name: null, seconds: null, bytes: fetched.content.length };
      const file = addFile(call.world, { ...parts, ...picture }, fetched.content);
      return { file: file.id, attachment: shownFile(file) };
    });
  },
);

export const sendSticker = method(
  z.object({ chat_id: id, sticker: z.string().min(1) }),
  ({ chat_id, sticker }, call) => {
    const chat = writableChat(call, chat_id);
    return post(call, chat, { text: '', styles: [] }, () => ({
      attachment: { kind: 'sticker', name: sticker },
    }));
  },
);

/** In a group it says yes and delivers nothing. */
export const sendVoice = method(
  z.object({ chat_id: id, voice_url: z.string() }),
  ({ chat_id, voice_url }, call) => {
    const chat = writableChat(call, chat_id);
    if (!URL.canParse(voice_url) || !new URL(voice_url).pathname.endsWith('.aac'))
      throw badRequest('voice_url is invalid');
    if (chat.kind === 'group') {
      claimOutbound(call.world, call.bot, chat);
      return { message_id: `undelivered${call.world.count('undelivered')}`, date: call.world.clock.ms() };
    }
    return post(call, chat, { text: '', styles: [] }, () => ({
      attachment: { kind: 'voice', url: voice_url },
    }));
  },
);

export const sendChatAction = method(
  z.object({ chat_id: id, action: z.enum(['typing', 'upload_photo']) }),
  ({ chat_id, action }, call) => {
    const chat = writableChat(call, chat_id);
    call.world.events.emit('typing', { chat: chat.id, action });
    return undefined;
  },
);

function post(call: Call, chat: ChatRecord, shown: Shown, more: () => Partial<NewMessage> = () => ({})) {
  const { world, bot } = call;
  claimOutbound(world, bot, chat);
  const record = world.post(chat, { ...shown, ...more(), from: { kind: 'bot', bot: bot.id } });
  world.counts.add({ bot: bot.id, chat: chat.id }, 'sent');
  return { message_id: record.code, date: record.shown.at };
}

function atOrigin(address: string, origins: Record<string, string>): string {
  const origin = URL.canParse(address) ? new URL(address).origin : '';
  const other = origins[origin];
  return other === undefined ? address : other + address.slice(origin.length);
}

function checkLength(field: string, text: string): void {
  if (text.trim() === '') throw badRequest(`${field} is empty`);
  if (text.length > longestText) throw badRequest(`${field} is longer than ${longestText} characters`);
}

/** `parse_mode` wins over `text_styles`. */
function styled(text: string, parseMode: string | undefined, styles: TextStyle[]): Shown {
  if (parseMode === 'markdown') return readMarkdown(text);
  if (parseMode === 'html') return readHtml(text);
  if (parseMode) throw badRequest('parse_mode is invalid');
  const shown = readTextStyles(text, styles);
  if (!shown) throw badRequest('text_styles is invalid');
  return shown;
}
