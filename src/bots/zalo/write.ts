import {
  type Call,
  type ChatId,
  type Choice,
  localId,
  type Reply,
  type Style,
  type Styled,
} from '../../chat.js';
import { stack, words } from '../../words.js';
import { splitStyled } from '../split.js';
import { TEXT_LENGTH } from './limits.js';

/** Zalo has no code style: what is to be typed or copied stands out in bold. */
const STYLE_CODES: Record<Style, string> = { bold: 'b', italic: 'i', code: 'b' };

/** `publicFile`: where Zalo, and people, can fetch a file of ours. */
export function write(chat: ChatId, reply: Reply, publicFile: (id: string) => string): Call[] {
  const to = localId(chat);
  switch (reply.kind) {
    case 'text':
      return messages(to, withMenu(reply.text, reply.choices));
    case 'picture':
      return picture(to, publicFile(reply.file), reply.caption);
    case 'document': {
      const pointer = words('zalo.document', { name: reply.name, address: publicFile(reply.file) });
      return messages(to, stack([filled(reply.caption), pointer]));
    }
    // The file belongs to another messenger; those who decide to send it know that Zalo shows none.
    case 'video':
      return messages(to, withMenu(reply.caption, reply.choices));
    // Nothing to take away: a numbered menu is text, and sent text stays.
    case 'closeChoices':
      return [];
  }
}

/** Marked-up text is never sent: what people typed could carry markup. Styles go beside the plain text. */
function messages(to: string, text: Styled): Call[] {
  return splitStyled(text, TEXT_LENGTH).map(({ text, styles }) => ({
    method: 'sendMessage',
    params: {
      chat_id: to,
      text,
      ...(styles.length > 0 && {
        text_styles: styles.map(({ start, length, style }) => ({
          start,
          len: length,
          st: [STYLE_CODES[style]],
        })),
      }),
    },
  }));
}

/** Captions can't be styled. What doesn't fit under the picture follows it. */
function picture(to: string, photo: string, caption: Styled): Call[] {
  const [under, ...rest] = splitStyled(caption, TEXT_LENGTH);
  return [
    { method: 'sendPhoto', params: { chat_id: to, photo, ...(under && { caption: under.text }) } },
    ...rest.flatMap((piece) => messages(to, piece)),
  ];
}

/** Where the text counts something too, it is said which numbers are to be typed. */
function withMenu(text: Styled, choices: Choice[] = []): Styled {
  const menu = choices.map(({ label }, index) => `${index + 1}. ${label}`).join('\n');
  const isCounted = choices.length > 0 && /^\d+\. /m.test(text.text);
  return stack([filled(text), isCounted ? stack([words('zalo.choose'), menu], '\n') : menu]);
}

const filled = (text: Styled): Styled | null => (text.text.trim() === '' ? null : text);
