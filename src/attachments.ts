import { type Bot, type ChatEvent, type ChatFile, Wrong } from './chat.js';
import { readTable, UnreadableTable } from './store/tables.js';
import type { Attachment } from './turn.js';

/** Fetches what a document holds, before the turn that is about it: nothing inside a turn touches a network. */
export type ReadAttachment = (event: ChatEvent) => Promise<Attachment | null>;

/** Some thousand rows with all that Excel puts around them. */
const mostBytes = 2 * 2 ** 20;

/** A turn whose table can't be had just now is tried again (`Later`). */
export function openAttachments(bots: readonly Bot[]): ReadAttachment {
  return async (event) => {
    if (event.kind !== 'document' || !isTable(event.file)) return null;
    const { file } = event;
    const bot = bots.find(({ id }) => id === file.bot);
    if (!bot?.download) return { kind: 'unreadable', problem: 'gone', line: null };
    try {
      const bytes = await gathered(bot.download, file);
      return { kind: 'table', lines: await readTable(bytes, file.name ?? '') };
    } catch (error) {
      if (error instanceof UnreadableTable)
        return { kind: 'unreadable', problem: error.problem, line: error.values.line ?? null };
      if (error instanceof Wrong) return { kind: 'unreadable', problem: 'gone', line: null };
      throw error;
    }
  };
}

const isTable = ({ name = '', mime = '' }: ChatFile): boolean =>
  /\.(?:csv|tsv|txt|xls|xlsx|xlsm)$/i.test(name) || /csv|spreadsheet|ms-excel/.test(mime);

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
