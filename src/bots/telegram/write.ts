import {
  botOf,
  type Call,
  type ChatFile,
  type ChatId,
  type Choice,
  localId,
  type Reply,
  type Styled,
  Wrong,
} from '../../chat.js';
import { splitStyled } from '../split.js';
import { BUTTONS, CAPTION_LENGTH, DATA_BYTES, TEXT_LENGTH } from './limits.js';

/** Stands in a call where a file of ours goes; `send` puts in the bytes. */
export type OwnFile = { ownFile: string; name?: string };

/**
 * Which calls say this. Styles go as entities, never as `parse_mode`: a team called `<b>&_*[` is shown as
 * it is spelt. Throws `Wrong` for what Telegram would refuse for certain.
 */
export function write(chat: ChatId, reply: Reply): Call[] {
  const to = { chat_id: Number(localId(chat)) };
  switch (reply.kind) {
    case 'text':
      return writeText(to, reply.text, reply.choices);
    case 'picture':
      return writeFile(to, 'sendPhoto', { photo: { ownFile: reply.file } satisfies OwnFile }, reply.caption);
    case 'document': {
      const document: OwnFile = { ownFile: reply.file, name: reply.name };
      return writeFile(to, 'sendDocument', { document }, reply.caption);
    }
    case 'video': {
      const [method, field] = isSentAsFile(reply.file)
        ? ['sendDocument', 'document']
        : ['sendVideo', 'video'];
      return writeFile(to, method, { [field]: passedOn(reply.file, chat) }, reply.caption, reply.choices);
    }
    case 'closeChoices':
      return [
        {
          method: 'editMessageReplyMarkup',
          params: { ...to, message_id: Number(reply.message), reply_markup: { inline_keyboard: [] } },
        },
      ];
  }
}

type Address = { chat_id: number };

function writeText(to: Address, text: Styled, choices?: Choice[]): Call[] {
  const pieces = splitStyled(text, TEXT_LENGTH);
  if (pieces.length === 0) throw new Wrong('a text without anything to read');
  return pieces.map((piece, index) => ({
    method: 'sendMessage',
    params: {
      ...to,
      text: piece.text,
      ...entities('entities', piece),
      link_preview_options: previewOf(piece.text),
      ...(index === pieces.length - 1 && keyboard(choices)),
    },
  }));
}

/** The file with its caption; a caption that is too long follows as text, and the buttons with it. */
function writeFile(
  to: Address,
  method: string,
  file: Record<string, unknown>,
  caption: Styled,
  choices?: Choice[],
): Call[] {
  const [piece, ...more] = splitStyled(caption, CAPTION_LENGTH);
  if (more.length > 0) {
    return [{ method, params: { ...to, ...file } }, ...writeText(to, caption, choices)];
  }
  const words = piece && { caption: piece.text, ...entities('caption_entities', piece) };
  return [{ method, params: { ...to, ...file, ...words, ...keyboard(choices) } }];
}

/**
 * A video that came as a file has to go as a file: `can't use file of type Document as Video`. Telegram
 * tells the size and the length of every video, and of no document.
 */
const isSentAsFile = ({ seconds, width }: ChatFile): boolean => seconds === undefined && width === undefined;

function passedOn(file: ChatFile, chat: ChatId): string {
  if (file.bot !== botOf(chat)) throw new Wrong(`a file of ${file.bot} can't be sent by ${botOf(chat)}`);
  return file.fileId;
}

/** The field is left out when nothing is styled. */
function entities(field: string, { styles }: Styled): Record<string, unknown> {
  if (styles.length === 0) return {};
  return { [field]: styles.map(({ start, length, style }) => ({ type: style, offset: start, length })) };
}

/** An address on a line of its own is there to be looked at (a judge's video); one inside a sentence isn't. */
function previewOf(text: string): Record<string, unknown> {
  const url = /^[ \t]*(https?:\/\/\S+)[ \t]*$/m.exec(text)?.[1];
  return url ? { url } : { is_disabled: true };
}

function keyboard(choices: Choice[] = []): Record<string, unknown> {
  if (choices.length === 0) return {};
  if (choices.length > BUTTONS) throw new Wrong(`${choices.length} buttons on one message`);
  return { reply_markup: { inline_keyboard: rows(choices).map((row) => row.map(button)) } };
}

function button({ label, data }: Choice): { text: string; callback_data: string } {
  const bytes = Buffer.byteLength(data);
  if (bytes < 1 || bytes > DATA_BYTES) throw new Wrong(`button data of ${bytes} bytes: ${data}`);
  return { text: label, callback_data: data };
}

/** In their order; as many in a row as the longest label of that row leaves room for on a narrow phone. */
function rows(choices: Choice[]): Choice[][] {
  const rows: Choice[][] = [];
  for (const choice of choices) {
    const row = rows.at(-1);
    const room = Math.min(...[...(row ?? []), choice].map(({ label }) => sharing(label)));
    if (row && row.length < room) row.push(choice);
    else rows.push([choice]);
  }
  return rows;
}

function sharing(label: string): number {
  const { length } = [...label];
  if (length > 16) return 1;
  return length > 8 ? 2 : 3;
}
