import { createHmac, timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Bot, Wrong } from '../chat.js';
import type { Store } from '../store/store.js';
import type { WatchedVideo } from './videos.js';

/**
 * Videos that a team sent in its chat, for judges on the other messenger. A path carries the entry's id
 * and a seal, so that nobody can make one up.
 */
export function openWatching({ store, bots, secret }: { store: Store; bots: Bot[]; secret: string }) {
  const seal = (name: string): string =>
    createHmac('sha256', secret).update(`watch/${name}`).digest('base64url').slice(0, 22);

  return {
    path(entry: string): string {
      const name = Buffer.from(entry).toString('base64url');
      return `/xem/${name}.${seal(name)}`;
    },

    async find(id: string): Promise<WatchedVideo | null> {
      const [name = '', said = ''] = id.split('.');
      if (!isSame(seal(name), said)) return null;
      const entry = await store.entries.findById(Buffer.from(name, 'base64url').toString()).lean();
      if (entry?.video.kind !== 'file') return null;
      const { file } = entry.video;
      const bot = bots.find((each) => each.id === file.bot);
      const download = bot?.download;
      if (!download) return null;
      return {
        mime: file.mime ?? 'video/mp4',
        tag: seal(`${id}/${file.uniqueId}`),
        ...(file.bytes !== undefined && { bytes: file.bytes }),
        async open(part) {
          try {
            const { stream, bytes } = await download(file, part ?? undefined);
            return {
              stream: Readable.from(stream as AsyncIterable<Uint8Array>),
              ...(bytes !== undefined && { bytes }),
            };
          } catch (error) {
            if (error instanceof Wrong) return 'too-big';
            throw error;
          }
        },
      };
    },
  };
}

function isSame(right: string, said: string): boolean {
  const [a, b] = [Buffer.from(right), Buffer.from(said)];
  return a.length === b.length && timingSafeEqual(a, b);
}
