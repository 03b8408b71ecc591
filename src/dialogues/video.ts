import { z } from 'zod';
import { platformOf } from '../chat.js';
import { readUrl } from '../domain/links.js';
import { Refusal } from '../domain/refusal.js';
import type { Shown, Video } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Label, Words } from '../words.js';
import type { Step } from './form.js';
import type { Input } from './input.js';

/** A video, by whichever door: a file in the chat where the messenger passes one, or a public link. */

const mostBytesForDownload = 20 * 1024 * 1024;

const video: z.ZodType<Video> = z.union([
  z.object({ kind: z.literal('link'), url: z.string(), site: z.string().nullable() }),
  z.object({ kind: z.literal('file'), file: z.custom<Extract<Video, { kind: 'file' }>['file']>() }),
]);

export const asVideo = (answer: unknown): Video => video.parse(answer);

export function videoStep(label: Label): Step {
  return {
    name: 'video',
    label,
    answer: video,
    ask: (turn) => ({
      text: passesVideos(turn) ? turn.t('submit.videoAskFile') : turn.t('submit.videoAskLink'),
    }),
    read: (turn, input) => readVideo(turn, input.event.kind === 'choice' ? { ...input, text: '' } : input),
  };
}

const passesVideos = ({ chat }: Turn): boolean => platformOf(chat._id) === 'telegram';

/** A video in what was sent, or a refusal that says what to send instead: nothing that can't be sent here. */
export function readVideo(turn: Turn, { event, text }: Input): Video {
  const linkPlease = () => new Refusal(passesVideos(turn) ? 'submit.linkPlease' : 'link.notALink');
  switch (event.kind) {
    case 'video':
      return { kind: 'file', file: event.file };
    case 'document':
      throw new Refusal('submit.notAVideoFile');
    case 'photo':
      throw new Refusal(passesVideos(turn) ? 'submit.photoInstead' : 'submit.photoInsteadOfLink');
    case 'unsupported':
      if (event.links.length === 0)
        throw event.what === 'withheld' ? new Refusal('submit.fileNotPassed') : linkPlease();
      return fromLinks(event.links.join(' '));
    case 'text':
      return fromLinks(
        event.links.length > 0 && !/https?:/i.test(text) ? `${text} ${event.links.join(' ')}` : text,
      );
    default:
      throw linkPlease();
  }
}

function fromLinks(text: string): Video {
  const read = readUrl(text);
  if (read.kind === 'link') return { kind: 'link', url: read.url, site: read.host };
  throw new Refusal(`link.${read.reason}`);
}

/** Is there a video in this message, although nobody asked for one? */
export function holdsVideo(turn: Turn, input: Input): boolean {
  if (input.event.kind === 'video') return true;
  if (input.event.kind !== 'text' && input.event.kind !== 'unsupported') return false;
  try {
    readVideo(turn, input);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

export function videoName(t: Words, given: Video): string {
  if (given.kind === 'link') return given.url;
  const { name, bytes, seconds } = given.file;
  const details = [
    bytes === undefined ? null : `${t.number((bytes / 1024 / 1024).toFixed(1))} MB`,
    seconds === undefined
      ? null
      : t.plain('submit.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 }),
  ].filter((detail) => detail !== null);
  return [name ?? t.plain('submit.videoFile'), details.length > 0 ? `(${details.join(', ')})` : '']
    .join(' ')
    .trim();
}

/** People on the other messenger can only watch what may be fetched from this one. */
export const isTooBigToPass = (given: Shown): boolean =>
  given.kind === 'file' && (given.file.bytes ?? 0) > mostBytesForDownload;
