import { type BotId, type ChatFile, Later, Wrong } from '../../chat.js';
import type { CallTelegram } from './call.js';
import { failureOf } from './failures.js';
import { ANSWER_SECONDS, DOWNLOAD_BYTES } from './limits.js';
import { fetchableFile } from './payload.js';

const RETRY_MS = 2_000;

export type Download = (file: ChatFile) => Promise<{ stream: ReadableStream; bytes?: number }>;

/** Streams what people sent. Throws `Wrong` for more than 20 MB and for files of other bots. */
export function downloader(options: {
  call: CallTelegram;
  bot: BotId;
  token: string;
  apiRoot: string;
}): Download {
  const { call, bot, token, apiRoot } = options;
  return async (file) => {
    if (file.bot !== bot) throw new Wrong(`a file of ${file.bot} can't be fetched by ${bot}`);
    if ((file.bytes ?? 0) > DOWNLOAD_BYTES) throw new Wrong(`getFile: ${file.bytes} bytes are too many`);
    const { file_path, file_size } = await locate(file.fileId);
    const stream = await get(`${apiRoot}/file/bot${token}/${file_path}`);
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
async function get(url: string): Promise<ReadableStream> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), ANSWER_SECONDS * 1000);
  const response = await fetch(url, { signal: patience.signal })
    .catch(() => null)
    .finally(() => clearTimeout(timer));
  if (!response || response.status >= 500 || response.status === 429) {
    throw new Later(RETRY_MS, 'bot', `a file can't be fetched now (${response?.status ?? 'no answer'})`);
  }
  if (!response.ok || !response.body) throw new Wrong(`a file can't be fetched (${response.status})`);
  return response.body;
}
