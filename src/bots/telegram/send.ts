import { GrammyError, InputFile } from 'grammy';
import { z } from 'zod';
import { type Bot, type BotId, chatId, Later } from '../../chat.js';
import type { Clock } from '../../clock.js';
import type { CallTelegram } from './call.js';
import { failureOf } from './failures.js';
import { sentMessage } from './payload.js';

export type ReadFile = (id: string) => Promise<{ bytes: Uint8Array; mime: string }>;

/** How long to wait for a file that the store doesn't give. */
const FILE_WAIT_MS = 2_000;

const addressed = z.object({ chat_id: z.number() });

/** Where `write` has left room for a file of ours. */
const ownFile = z.object({ ownFile: z.string(), name: z.string().optional() });

export function sender(options: {
  call: CallTelegram;
  bot: BotId;
  clock: Clock;
  readFile: ReadFile;
}): Bot['send'] {
  const { call, bot, clock, readFile } = options;
  const widen = floodWatch(clock);
  return async ({ method, params }) => {
    try {
      const answer = sentMessage.safeParse(await call(method, await withFiles(params, readFile)));
      return answer.success ? String(answer.data.message_id) : null;
    } catch (error) {
      const to = addressed.safeParse(params).data?.chat_id;
      const failure = failureOf(error, method, to === undefined ? undefined : chatId(bot, to));
      if (failure === null) return null;
      const flooded = error instanceof GrammyError && error.error_code === 429;
      throw flooded && failure instanceof Later ? widen(failure) : failure;
    }
  };
}

/**
 * Telegram doesn't say whether it was one chat or the whole bot that sent too much. If it refuses another
 * message while one chat is being held already, it is the bot.
 */
function floodWatch(clock: Clock): (failure: Later) => Later {
  let heldUntil = 0;
  return (failure) => {
    const now = clock.now().getTime();
    const scope = now < heldUntil ? 'bot' : failure.scope;
    heldUntil = Math.max(heldUntil, now + failure.waitMs);
    return new Later(failure.waitMs, scope, failure.message);
  };
}

async function withFiles(
  params: Record<string, unknown>,
  readFile: ReadFile,
): Promise<Record<string, unknown>> {
  const filled = { ...params };
  for (const [field, value] of Object.entries(params)) {
    const own = ownFile.safeParse(value);
    if (own.success) filled[field] = await upload(own.data, readFile);
  }
  return filled;
}

async function upload(
  { ownFile: id, name }: z.infer<typeof ownFile>,
  readFile: ReadFile,
): Promise<InputFile> {
  const { bytes, mime } = await read(id, readFile);
  return new InputFile(bytes, headerName(name ?? `file.${mime.split('/')[1]}`));
}

async function read(id: string, readFile: ReadFile): ReturnType<ReadFile> {
  try {
    return await readFile(id);
  } catch (cause) {
    throw Object.assign(new Later(FILE_WAIT_MS, 'chat', `the file ${id} can't be read`), { cause });
  }
}

/**
 * grammY puts the name into the part's header as it is. Quoted, its blanks survive every server;
 * Telegram ends a name at `;` and decodes `%`, and nothing could be hidden behind a quote or a line break.
 */
export const headerName = (name: string): string => `"${name.replace(/[";%\\/\p{Cc}]/gu, '_')}"`;
