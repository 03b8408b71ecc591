import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test } from '@jest/globals';
import { startWeb, type Web } from '../../src/web/server.js';
import type { Videos } from '../../src/web/videos.js';
import { emptyParts } from './pretend.js';

type Video = Awaited<ReturnType<Videos['open']>>;

let web: Web | undefined;
afterEach(async () => {
  await web?.close();
  web = undefined;
});

async function serve(video: Video): Promise<string> {
  web = await startWeb({
    ...emptyParts(),
    port: 0,
    host: '127.0.0.1',
    videos: { open: async (id) => (id === 'v1' ? video : null) },
  });
  return web.url;
}

const ask = async (video: Video, method = 'GET') => fetch(`${await serve(video)}/xem/v1`, { method });

/** A stream that never ends by itself, for readers who go away. */
const endless = () =>
  new Readable({
    read() {
      this.push(Buffer.alloc(64 * 1024));
    },
  });

describe('a video from a chat', () => {
  test('is passed on as it comes', async () => {
    const stream = Readable.from([Buffer.from('mot'), Buffer.from('hai')]);
    const response = await ask({ stream, bytes: 6, mime: 'video/mp4' });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': '6',
      'accept-ranges': 'none',
      'x-content-type-options': 'nosniff',
    });
    expect(await response.text()).toBe('mothai');
  });

  test('answers HEAD without reading the video', async () => {
    const stream = endless();
    const response = await ask({ stream, bytes: 20_000_000, mime: 'video/mp4' }, 'HEAD');
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([
      200,
      '20000000',
      '',
    ]);
    expect(stream.destroyed).toBe(true);
  });

  test('is let go of when the reader leaves', async () => {
    const stream = endless();
    const closed = once(stream, 'close');
    const request = get(`${await serve({ stream, mime: 'video/mp4' })}/xem/v1`).on('error', () => {});
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    request.destroy();
    await closed;
  });

  test('whose type is none of a video is not shown as what it claims', async () => {
    const response = await ask({ stream: Readable.from(['<script>']), mime: 'text/html' });
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    await response.text();
  });

  test.each<[Video, string]>([
    ['too-big', 'quá lớn'],
    [null, 'Không tìm thấy'],
  ])('%j is explained', async (video, words) => {
    const response = await ask(video);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain(words);
  });
});
