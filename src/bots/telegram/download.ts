import { type BotId, type ChatFile, Later, type Part, Wrong } from '../../chat.js';
import type { CallTelegram } from './call.js';
import { failureOf } from './failures.js';
import { ANSWER_SECONDS, DOWNLOAD_BYTES } from './limits.js';
import { fetchableFile } from './payload.js';

const RETRY_MS = 2_000;

export type Download = (
  file: ChatFile,
  part?: Part,
) => Promise<{ stream: ReadableStream<Uint8Array>; bytes?: number }>;

/** Streams what people sent. Throws `Wrong` for more than 20 MB and for files of other bots. */
export function downloader(options: {
  call: CallTelegram;
  bot: BotId;
  token: string;
  apiRoot: string;
}): Download {
  const { call, bot, token, apiRoot } = options;
  return async (file, part) => {
    if (file.bot !== bot) throw new Wrong(`a file of ${file.bot} can't be fetched by ${bot}`);
    if ((file.bytes ?? 0) > DOWNLOAD_BYTES) throw new Wrong(`getFile: ${file.bytes} bytes are too many`);
    const { file_path, file_size } = await locate(file.fileId);
    const stream = await get(`${apiRoot}/file/bot${token}/${file_path}`, part);
    return { stream, ...(file_size !== undefined && { bytes: file_size }) };
  };

  async function locate(file_id: string): Promise<{ file_path: string; file_size?: number | undefined }> {
    try {
      return fetchableFile.parse(await call('getFile', { file_id }));
    } catch (error) {
      throw failureOf(error, 'getFile');
    }
  }
}

/** Errors of `fetch` are not passed on: they may hold the address, and the token is part of it. */
async function get(url: string, part?: Part): Promise<ReadableStream<Uint8Array>> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), ANSWER_SECONDS * 1000);
  const headers = part && { range: `bytes=${part.start}-${part.end}` };
  const response = await fetch(url, { signal: patience.signal, ...(headers && { headers }) })
    .catch(() => null)
    .finally(() => clearTimeout(timer));
  if (!response || response.status >= 500 || response.status === 429) {
    throw new Later(RETRY_MS, 'bot', `a file can't be fetched now (${response?.status ?? 'no answer'})`);
  }
  if (!response.ok || !response.body) throw new Wrong(`a file can't be fetched (${response.status})`);
  // Not every server knows parts.
  return part && response.status !== 206 ? response.body.pipeThrough(cutOut(part)) : response.body;
}

function cutOut({ start, end }: Part): TransformStream<Uint8Array, Uint8Array> {
  let at = 0;
  return new TransformStream({
    transform(piece, controller) {
      const own = piece.subarray(Math.max(0, start - at), Math.max(0, end + 1 - at));
      at += piece.length;
      if (own.length > 0) controller.enqueue(own);
      if (at > end) controller.terminate();
    },
  });
}
