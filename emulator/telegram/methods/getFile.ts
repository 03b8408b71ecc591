import { z } from 'zod';
import type { FileRecord } from '../../state.js';
import type { World } from '../../world.js';
import { method } from '../call.js';
import { bad } from '../errors.js';
import { fileIds } from '../fileIds.js';
import { sentBefore } from '../media.js';
import { text } from '../params.js';

/** What a bot may download. */
const mostBytes = 20 * 1024 * 1024;

export const getFile = method(z.object({ file_id: text }), ({ file_id }, call) => {
  const file = sentBefore(call, file_id, null);
  if (file.bytes > mostBytes) throw bad('file is too big');
  return { ...fileIds(call.bot, file), file_size: file.bytes, file_path: filePath(file) };
});

function filePath({ id, kind, name, mime }: FileRecord): string {
  const ending = /\.(\w{1,5})$/.exec(name ?? '')?.[1] ?? endings[mime] ?? 'dat';
  return `${kind === 'voice' ? 'voice' : `${kind}s`}/file_${id.slice(1)}.${ending}`;
}

const endings: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'audio/ogg': 'oga',
};

/** The file that `getFile` gave this path. */
export function fileAt(world: World, path: string): FileRecord | null {
  const id = /^\w+\/file_(\d+)\.\w+$/.exec(path)?.[1];
  const file = id === undefined ? undefined : world.files.get(`f${id}`);
  return file && file.bytes <= mostBytes && filePath(file) === path ? file : null;
}
