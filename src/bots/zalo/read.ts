import { z } from 'zod';
import { type BotId, type ChatEvent, chatId, type Update } from '../../chat.js';
import { linksAnywhere, linksIn } from './links.js';
import { withoutMention } from './mention.js';

/** The bot that is written to, and the names by which people mention it. */
export type Self = { id: BotId; names: string[] };

const id = z.union([z.string().min(1), z.number()]).transform(String);
const text = z.string().optional().catch(undefined);

const rawMessage = z.object({
  message_id: id,
  date: z.coerce.number().positive().max(8.64e15).optional().catch(undefined),
  from: z
    .object({ id, display_name: text, name: text, is_bot: z.boolean().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  chat: z.object({ id, chat_type: text }),
  text,
  caption: text,
  photo_url: text,
  photo: text,
});
type RawMessage = z.infer<typeof rawMessage>;

const rawUpdate = z.object({ event_name: z.string(), message: rawMessage });

/**
 * The updates in a `getUpdates` result or a webhook's body: wrapped in `{ok, result}` or bare, one, several
 * or none.
 */
export function unwrap(body: unknown): unknown[] {
  const { ok, result } = (body ?? {}) as { ok?: unknown; result?: unknown };
  if (ok === true && result) return unwrap(result);
  if (Array.isArray(body)) return body.flatMap(unwrap);
  return body && typeof body === 'object' && Object.keys(body).length > 0 ? [body] : [];
}

/** `null`: an event that is not known, that names no chat, or that another bot caused. */
export function readUpdate(raw: unknown, self: Self, now: Date): Update | null {
  const update = rawUpdate.safeParse(raw);
  if (!update.success) return null;
  const { event_name, message } = update.data;
  const { chat, from } = message;
  if (from?.is_bot) return null;
  const event = readEvent(event_name, message, contentOf(raw), self.names);
  if (!event) return null;

  const group = isGroup(chat);
  const sender = group ? from?.id : chat.id;
  return {
    id: `${self.id}:${message.message_id}`,
    chat: chatId(self.id, chat.id),
    group,
    from: sender
      ? { chat: chatId(self.id, sender), name: (from?.display_name || from?.name || '').normalize('NFC') }
      : null,
    sentAt: message.date ? new Date(inMilliseconds(message.date)) : now,
    event,
  };
}

/** What may be logged of an update: which event, which message. Never what people write. */
export function gist(raw: unknown): { event: unknown; message: unknown } {
  const { event_name, message } = (raw ?? {}) as { event_name?: unknown; message?: { message_id?: unknown } };
  return { event: event_name, message: message?.message_id };
}

function readEvent(
  name: string,
  message: RawMessage,
  content: Record<string, unknown>,
  names: string[],
): ChatEvent | null {
  const caption = withoutMention(message.text || message.caption || '', names);
  switch (name) {
    case 'message.text.received':
    case 'message.link.received':
      return readText(message, caption, content);
    case 'message.image.received': {
      const url = message.photo_url || message.photo || linksAnywhere(content)[0];
      return url ? { kind: 'photo', url, caption } : { kind: 'unsupported', what: 'photo', links: [] };
    }
    case 'message.sticker.received':
      return { kind: 'unsupported', what: 'sticker', links: [] };
    case 'message.voice.received':
      return { kind: 'unsupported', what: 'voice', links: [] };
    case 'message.unsupported.received':
      return { kind: 'unsupported', what: 'withheld', links: linksAnywhere(content) };
    default:
      return null;
  }
}

/** A link that became a preview card may have left the text empty: then it is what was said. */
function readText(message: RawMessage, said: string, content: Record<string, unknown>): ChatEvent {
  if (message.text?.trim()) return { kind: 'text', text: said, links: linksIn(said) };
  const links = linksAnywhere(content);
  return links[0]
    ? { kind: 'text', text: said || links[0], links }
    : { kind: 'unsupported', what: 'empty', links: [] };
}

/** The message without its sender and its chat, whose pictures have addresses too. */
function contentOf(raw: unknown): Record<string, unknown> {
  const { message } = raw as { message: Record<string, unknown> };
  const { from: _, chat: __, ...content } = message;
  return content;
}

/** The type decides; the form of the id only where no type was given. */
function isGroup({ id, chat_type }: RawMessage['chat']): boolean {
  return chat_type ? chat_type.toUpperCase() === 'GROUP' : id.startsWith('zgr-');
}

const inMilliseconds = (date: number): number => (date < 1e12 ? date * 1_000 : date);
