import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { words } from '../words.js';

/**
 * Videos that were sent in a chat, for people whose messenger can't show them. `too-big`: the messenger
 * doesn't give us the file.
 */
export type Videos = {
  open(id: string): Promise<{ stream: Readable; bytes?: number; mime: string } | 'too-big' | null>;
};

export function serveVideos(app: FastifyInstance, videos: Videos): void {
  app.route<{ Params: { id: string } }>({
    method: ['GET', 'HEAD'],
    url: '/xem/:id',
    async handler({ method, params }, reply) {
      const video = await videos.open(params.id);
      if (video === null) return missing(reply, words.plain('web.notFound'));
      if (video === 'too-big') return missing(reply, words.plain('web.videoTooBig'));

      reply
        .type(/^video\/[\w.+-]+$/.test(video.mime) ? video.mime : 'application/octet-stream')
        .header('content-disposition', 'inline')
        .header('accept-ranges', 'none')
        .header('cache-control', 'private, max-age=3600');
      if (video.bytes !== undefined) reply.header('content-length', video.bytes);
      if (method !== 'HEAD') return reply.send(video.stream);
      video.stream.destroy();
      return reply.send();
    },
  });
}

const missing = (reply: FastifyReply, sentence: string): FastifyReply => reply.code(404).send(sentence);
