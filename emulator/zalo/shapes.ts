import type { ChatRecord, MessageRecord, PhoneRecord } from '../state.js';
import type { World } from '../world.js';
import type { ZaloHabits } from './habits.js';

export type ZaloEvent = { event_name: string; message?: Record<string, unknown> };

/** What a bot is told of a message. */
export function eventOf(
  world: World,
  habits: ZaloHabits,
  {
    chat,
    phone,
    message,
  }: {
    chat: ChatRecord;
    phone: PhoneRecord;
    message: MessageRecord;
  },
): ZaloEvent {
  const { shown } = message;
  const common = {
    message_id: message.code,
    date: habits.dates === 'ms' ? shown.at : Math.floor(shown.at / 1000),
    from: { id: phone.userId, [habits.nameField]: phone.name, is_bot: false },
    chat: { id: chat.localId, chat_type: chat.kind === 'private' ? 'PRIVATE' : 'GROUP' },
  };
  const told = (kind: string, fields: Record<string, unknown>) => ({
    event_name: `message.${kind}.received`,
    message: { ...common, ...fields },
  });
  const file = message.file === null ? undefined : world.files.get(message.file);
  const url = file && fileUrl(world, file.id, file.kind);
  if (phone.protected) return unsupported(habits, common);
  if (!shown.attachment) return told('text', { message_type: 'CHAT_MESSAGE', text: shown.text });
  if (file?.kind === 'photo') {
    return told('image', { message_type: 'CHAT_PHOTO', caption: shown.text, [habits.photoField]: url });
  }
  if (file?.kind === 'sticker') return told('sticker', { sticker: file.id, url });
  if (file?.kind === 'voice') return told('voice', { voice_url: url });
  return unsupported(habits, common);
}

function unsupported(habits: ZaloHabits, common: Record<string, unknown>): ZaloEvent {
  const event_name = 'message.unsupported.received';
  return habits.unsupported === 'bare' ? { event_name } : { event_name, message: common };
}

const endings: Record<string, string> = { photo: 'png', sticker: 'webp', voice: 'aac' };
const fileUrl = (world: World, id: string, kind: string) =>
  `${world.url}/zalo/files/${id}.${endings[kind] ?? 'dat'}`;
