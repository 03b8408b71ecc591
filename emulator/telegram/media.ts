import { fetchFile } from '../fetchFile.js';
import { readPicture } from '../images.js';
import { addFile, mimeOf } from '../phoneFiles.js';
import type { Upload } from '../requests.js';
import type { AttachmentKind, FileRecord } from '../state.js';
import type { Call } from './call.js';
import { ApiError, bad } from './errors.js';
import { readFileId } from './fileIds.js';

export type MediaKind = Exclude<AttachmentKind, 'contact'>;
/** What a client may tell of a file. */
export type MediaHints = {
  duration?: number | undefined;
  width?: number | undefined;
  height?: number | undefined;
};

const mostBytes = 50 * 1024 * 1024;
const mostPhotoBytes = 10 * 1024 * 1024;
const mostDownloads = { photo: 5 * 1024 * 1024, other: 20 * 1024 * 1024 };
const longestSides = 10_000;
const greatestRatio = 20;

/** A file made ready: stored only once the message is sure to be accepted. */
export type Media = { keep(): FileRecord };

/** The file in `field`: uploaded there, `attach://` another part, a link, or an id this bot was given. */
export async function readMedia(
  call: Call,
  field: string,
  value: unknown,
  kind: MediaKind,
  hints: MediaHints,
): Promise<Media> {
  const upload = findUpload(call, field, value);
  if (upload) return uploaded(call, upload, kind, hints);
  if (typeof value !== 'string' || value === '') throw bad(`there is no ${kind} in the request`);
  if (/^https?:\/\//i.test(value)) return uploaded(call, await download(value, kind), kind, hints);
  return { keep: always(sentBefore(call, value, kind)) };
}

function findUpload({ given: { uploads } }: Call, field: string, value: unknown): Upload | undefined {
  if (value === undefined) return uploads.get(field);
  if (typeof value !== 'string' || !value.startsWith('attach://')) return undefined;
  const found = uploads.get(value.slice('attach://'.length));
  if (!found) throw bad('file must be attached to the request');
  return found;
}

function uploaded(
  { world }: Call,
  { content, fileName, mime }: Upload,
  kind: MediaKind,
  hints: MediaHints,
): Media {
  if (content.length === 0) throw bad('file must be non-empty');
  if (content.length > mostBytes) throw new ApiError(413, 'Request Entity Too Large');
  const picture = kind === 'photo' ? checkedPhoto(content) : null;
  const type =
    mime === 'text/plain' || mime === 'application/octet-stream' ? mimeOf(fileName, usualMime[kind]) : mime;
  const parts = {
    kind,
    name: kind === 'photo' ? null : fileName,
    mime: picture?.mime ?? type,
    bytes: content.length,
    seconds: hints.duration ?? (kind === 'video' || kind === 'voice' ? 0 : null),
    width: picture?.width ?? hints.width ?? null,
    height: picture?.height ?? hints.height ?? null,
  };
  return { keep: () => addFile(world, parts, content) };
}

const usualMime: Record<MediaKind, string> = {
  photo: 'image/jpeg',
  video: 'video/mp4',
  document: 'application/octet-stream',
  voice: 'audio/ogg',
  sticker: 'image/webp',
};

function checkedPhoto(content: Buffer) {
  if (content.length > mostPhotoBytes) {
    throw bad(
      `file of size ${content.length} bytes is too big for a photo; the maximum size is ${mostPhotoBytes} bytes`,
    );
  }
  const picture = readPicture(content);
  if (!picture) throw bad('IMAGE_PROCESS_FAILED');
  const { width, height } = picture;
  const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height));
  if (width + height > longestSides || ratio > greatestRatio) throw bad('PHOTO_INVALID_DIMENSIONS');
  return picture;
}

async function download(url: string, kind: MediaKind): Promise<Upload> {
  const most = kind === 'photo' ? mostDownloads.photo : mostDownloads.other;
  const fetched = await fetchFile(url, { allowLoopback: true, mostBytes: most, timeoutMs: 20_000 });
  if (!fetched) throw bad('failed to get HTTP URL content');
  const fileName = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '') || null;
  return { fileName, mime: fetched.mime, content: fetched.content };
}

/** A file of the bot's own, by its id. */
export function sentBefore({ world, bot }: Call, fileId: string, kind: MediaKind | null): FileRecord {
  const id = readFileId(fileId);
  if (!id) throw bad('wrong remote file identifier specified: Wrong string length');
  const file = world.files.get(id.file);
  if (!file || id.bot !== bot.localId) throw bad('wrong file_id or the file is temporarily unavailable');
  if (kind !== null && kind !== 'document' && file.kind !== kind) {
    throw bad(`can't use file of type ${named(file.kind)} as ${named(kind)}`);
  }
  return file;
}

const named = (kind: AttachmentKind) =>
  kind === 'voice' ? 'VoiceNote' : kind.charAt(0).toUpperCase() + kind.slice(1);
const always =
  <Value>(value: Value) =>
  () =>
    value;
