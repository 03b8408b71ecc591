import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import parseRange from 'range-parser';
import type { Part } from '../chat.js';
import { sayTrouble } from './page.js';

/** A video that was sent in a chat, for people whose messenger can't show it. */
export type WatchedVideo = {
  mime: string;
  /** Another video under the same address has another. */
  tag: string;
  /** Where it is known beforehand, parts can be asked for. */
  bytes?: number;
  /** `too-big`: the messenger doesn't give us the file. */
  open(part: Part | null): Promise<{ stream: Readable; bytes?: number } | 'too-big'>;
};

export type Videos = { find(id: string): Promise<WatchedVideo | null> };

export function serveVideos(app: FastifyInstance, videos: Videos): void {
  app.route<{ Params: { id: string } }>({
    method: ['GET', 'HEAD'],
    url: '/xem/:id',
    async handler(request, reply) {
      const video = await videos.find(request.params.id);
      if (video === null) return sayTrouble(request, reply, 404, 'notFound');

      const part = partAsked(request, video);
      if (part === 'outside') return reply.code(416).header('content-range', `bytes */${video.bytes}`).send();
      const opened = await video.open(part);
      if (opened === 'too-big') return sayTrouble(request, reply, 404, 'videoTooBig');

      const bytes = part ? part.end - part.start + 1 : opened.bytes;
      reply
        .type(/^video\/[\w.+-]+$/.test(video.mime) ? video.mime : 'application/octet-stream')
        .header('content-disposition', 'inline')
        .header('accept-ranges', video.bytes === undefined ? 'none' : 'bytes')
        .header('etag', `"${video.tag}"`)
        .header('cache-control', 'private, max-age=3600');
      if (bytes !== undefined) reply.header('content-length', bytes);
      if (part) reply.code(206).header('content-range', `bytes ${part.start}-${part.end}/${video.bytes}`);
      if (request.method !== 'HEAD') return reply.send(opened.stream);
      opened.stream.destroy();
      return reply.send();
    },
  });
}

/** `null`: all of it, also where several parts are asked for at once, or parts of what was another video. */
function partAsked(
  { method, headers }: FastifyRequest,
  { bytes, tag }: WatchedVideo,
): Part | 'outside' | null {
  const { range } = headers;
  const before = headers['if-range'];
  if (method === 'HEAD' || range === undefined || bytes === undefined) return null;
  if (before !== undefined && before !== `"${tag}"`) return null;
  const parts = parseRange(bytes, range);
  if (parts === -1) return 'outside';
  if (parts === -2 || parts.type !== 'bytes') return null;
  const [part, ...others] = parts;
  return part && others.length === 0 ? { start: part.start, end: part.end } : null;
}
