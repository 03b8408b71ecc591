import { type Bot, type ChatEvent, type ChatFile, Wrong } from './chat.js';
import { decoded, readTable, UnreadableTable } from './store/tables.js';
import type { Attachment } from './turn.js';

/** Fetches what a document holds, before the turn that is about it: nothing inside a turn touches a network. */
export type ReadAttachment = (event: ChatEvent) => Promise<Attachment | null>;

/** Some thousand rows with all that Excel puts around them. */
const mostBytes = 2 * 2 ** 20;

/** A turn whose document can't be had just now is tried again (`Later`). */
export function openAttachments(bots: readonly Bot[]): ReadAttachment {
  return async (event) => {
    if (event.kind !== 'document') return null;
    const { file } = event;
    if (!isTable(file) && !isText(file)) return null;
    const bot = bots.find(({ id }) => id === file.bot);
    if (!bot?.download) return { kind: 'unreadable', problem: 'gone', line: null };
    try {
      return await attachmentIn(await gathered(bot.download, file), file);
    } catch (error) {
      if (error instanceof UnreadableTable) return unreadable(error);
      if (error instanceof Wrong) return { kind: 'unreadable', problem: 'gone', line: null };
      throw error;
    }
  };
}

/** A plain text may be meant as a table or to be read as it stands: whoever asked for it knows. */
async function attachmentIn(bytes: Buffer, file: ChatFile): Promise<Attachment> {
  const read = isText(file) ? { text: decoded(bytes) } : {};
  if (read.text !== undefined && !isTable(file)) return { kind: 'text', text: read.text };
  try {
    return { kind: 'table', lines: await readTable(bytes, file.name ?? ''), ...read };
  } catch (error) {
    if (error instanceof UnreadableTable) return { ...unreadable(error), ...read };
    throw error;
  }
}

const unreadable = ({ problem, values }: UnreadableTable) =>
  ({ kind: 'unreadable', problem, line: values.line ?? null }) as const;

const isTable = ({ name = '', mime = '' }: ChatFile): boolean =>
  /\.(?:csv|tsv|txt|xls|xlsx|xlsm)$/i.test(name) || /csv|spreadsheet|ms-excel/.test(mime);

const isText = ({ name = '' }: ChatFile): boolean => /\.(?:txt|ya?ml)$/i.test(name);

async function gathered(download: NonNullable<Bot['download']>, file: ChatFile): Promise<Buffer> {
  if ((file.bytes ?? 0) > mostBytes) throw new UnreadableTable('tooLarge', {});
  const { stream } = await download(file);
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  // What the messenger says of the size is not what counts.
  for await (const piece of stream as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    if (bytes > mostBytes) throw new UnreadableTable('tooLarge', {});
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
