import type { Sending } from './people.js';
import type { Attachment, AttachmentKind, Contact, FileRecord, PhoneRecord } from './state.js';
import type { World } from './world.js';

export function sharedContact(phone: PhoneRecord, { name, phoneNumber }: Sending): Contact {
  if (phoneNumber !== undefined && phoneNumber !== phone.phone) {
    return { phone: phoneNumber, name: name ?? phoneNumber, userId: null };
  }
  return { phone: phone.phone, name: phone.name, userId: phone.userId };
}

const usual: Record<
  Exclude<AttachmentKind, 'contact'>,
  Partial<FileRecord> & { mime: string; bytes: number }
> = {
  video: { mime: 'video/mp4', bytes: 12_000_000, seconds: 60, width: 1280, height: 720 },
  photo: { mime: 'image/png', bytes: 180_000, width: 1280, height: 960 },
  document: { mime: 'application/octet-stream', bytes: 60_000 },
  voice: { mime: 'audio/ogg', bytes: 20_000, seconds: 5 },
  sticker: { mime: 'image/webp', bytes: 9_000, width: 512, height: 512 },
};

const mimes: Record<string, string> = {
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  zip: 'application/zip',
};

/** By the name's ending, else `otherwise`. */
export const mimeOf = (name: string | null | undefined, otherwise: string): string =>
  mimes[name?.split('.').at(-1)?.toLowerCase() ?? ''] ?? otherwise;

export function phoneFile(sending: Sending): Omit<FileRecord, 'id'> {
  const kind = sending.kind as Exclude<AttachmentKind, 'contact'>;
  const { mime, bytes, seconds, width, height } = usual[kind];
  return {
    kind,
    name: sending.name ?? null,
    mime: sending.mime ?? mimeOf(sending.name, mime),
    bytes: sending.content?.length ?? sending.bytes ?? bytes,
    seconds: sending.seconds ?? seconds ?? null,
    width: sending.width ?? width ?? null,
    height: sending.height ?? height ?? null,
  };
}

export function addFile(world: World, parts: Omit<FileRecord, 'id'>, content?: Buffer): FileRecord {
  const file: FileRecord = { id: `f${world.count('file')}`, ...parts };
  world.files.set(file.id, file);
  if (content) world.shelf.keep(file.id, content);
  return file;
}

/** How a file looks in a chat. */
export function shownFile(file: FileRecord): Attachment {
  return {
    kind: file.kind,
    bytes: file.bytes,
    url: `/api/files/${file.id}`,
    ...(file.name !== null && { name: file.name }),
    ...(file.seconds !== null && { seconds: file.seconds }),
  };
}
