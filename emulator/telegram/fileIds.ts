import type { BotRecord, FileRecord } from '../state.js';
import { hexId } from '../world.js';

/** A file has another id for every bot; only `file_unique_id` is the same for all. */

const start = 'BAACAgUAAxkB';

export function fileIds(
  bot: BotRecord,
  file: FileRecord,
  size = '',
): { file_id: string; file_unique_id: string } {
  const inner = Buffer.from(`${bot.localId} ${file.id} ${size}`).toString('base64url');
  return { file_id: start + inner, file_unique_id: `AgAD${hexId(`${file.id} ${size}`).slice(0, 12)}` };
}

/** `null` if it is no file id at all. */
export function readFileId(fileId: string): { bot: string; file: string } | null {
  if (!fileId.startsWith(start)) return null;
  const [bot, file] = Buffer.from(fileId.slice(start.length), 'base64url').toString().split(' ');
  return bot && file ? { bot, file } : null;
}

export function photoSizes(bot: BotRecord, file: FileRecord) {
  const width = file.width ?? 1;
  const height = file.height ?? 1;
  const scale = 90 / Math.max(width, height);
  const full = { ...fileIds(bot, file), width, height, file_size: file.bytes };
  if (scale >= 1) return [full];
  const thumbnail = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
  return [{ ...fileIds(bot, file, 's'), ...thumbnail, file_size: Math.min(file.bytes, 1500) }, full];
}
