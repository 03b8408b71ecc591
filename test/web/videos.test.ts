import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Part } from '../../src/chat.js';
import { startWeb, type Web } from '../../src/web/server.js';
import type { WatchedVideo } from '../../src/web/videos.js';
import { emptyParts } from './pretend.js';

type Opened = Awaited<ReturnType<WatchedVideo['open']>>;

let web: Web | undefined;
afterEach(async () => {
  await web?.close();
  web = undefined;
});

async function serve(video: WatchedVideo | null): Promise<string> {
  web = await startWeb({
    ...emptyParts(),
    port: 0,
    host: '127.0.0.1',
    videos: { find: async (id) => (id === 'v1' ? video : null) },
  });
  return `${web.url}/xem/v1`;
}

/** Of which only the whole is known. */
const whole = (opened: Opened, mime = 'video/mp4'): WatchedVideo => ({
  mime,
  tag: 'a1',
  open: async () => opened,
});

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
    const response = await fetch(await serve(whole({ stream, bytes: 6 })));
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
    const url = await serve(whole({ stream, bytes: 20_000_000 }));
    const response = await fetch(url, { method: 'HEAD' });
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
    const request = get(await serve(whole({ stream }))).on('error', () => {});
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    request.destroy();
    await closed;
  });

  test('whose type is none of a video is not shown as what it claims', async () => {
    const response = await fetch(await serve(whole({ stream: Readable.from(['<script>']) }, 'text/html')));
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    await response.text();
  });

  test.each<[string, WatchedVideo | null, string]>([
    ['that is too big', whole('too-big'), 'quá lớn'],
    ['that is not there', null, 'Không tìm thấy'],
  ])('%s is explained', async (_, video, words) => {
    const response = await fetch(await serve(video));
    expect(response.status).toBe(404);
    expect(await response.text()).toContain(words);
  });
});

describe('parts of a video', () => {
  const letters = 'abcdefghij';
  /** Which parts the messenger was asked for. */
  const asked: (Part | null)[] = [];
  const video: WatchedVideo = {
    mime: 'video/mp4',
    tag: 'a1',
    bytes: letters.length,
    async open(part) {
      asked.push(part);
      const { start, end } = part ?? { start: 0, end: letters.length - 1 };
      return { stream: Readable.from([Buffer.from(letters.slice(start, end + 1))]), bytes: letters.length };
    },
  };

  test.each<[string, Record<string, string>, [number, string | null, string]]>([
    ['from the middle', { range: 'bytes=2-4' }, [206, 'bytes 2-4/10', 'cde']],
    ['to the end', { range: 'bytes=7-' }, [206, 'bytes 7-9/10', 'hij']],
    ['the last of it', { range: 'bytes=-2' }, [206, 'bytes 8-9/10', 'ij']],
    ['more than there is', { range: 'bytes=8-99' }, [206, 'bytes 8-9/10', 'ij']],
    ['of the same video', { range: 'bytes=0-0', 'if-range': '"a1"' }, [206, 'bytes 0-0/10', 'a']],
    ['of what was another video', { range: 'bytes=2-4', 'if-range': '"b2"' }, [200, null, letters]],
    ['several at once', { range: 'bytes=0-1,4-5' }, [200, null, letters]],
    ['that make no sense', { range: 'bytes=x' }, [200, null, letters]],
    ['of another kind', { range: 'lines=1-2' }, [200, null, letters]],
    ['behind its end', { range: 'bytes=10-' }, [416, 'bytes */10', '']],
  ])('%s', async (_, headers, expected) => {
    asked.length = 0;
    const response = await fetch(await serve(video), { headers });
    const body = await response.text();
    expect([response.status, response.headers.get('content-range'), body]).toEqual(expected);
    expect(response.headers.get('content-length')).toBe(String(body.length));
    if (response.status === 416) return expect(asked).toEqual([]);
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect(response.headers.get('etag')).toBe('"a1"');
    expect(asked).toEqual([response.status === 206 ? expect.anything() : null]);
  });
});
