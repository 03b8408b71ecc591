import { describe, expect, test } from '@jest/globals';
import { buildWeb } from '../../src/web/server.js';
import { emptyParts } from './pretend.js';

const picture = { bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47]), mime: 'image/png', name: 'Kết quả.png' };

const get = (file: typeof picture | null, method: 'GET' | 'HEAD' = 'GET') =>
  buildWeb({
    ...emptyParts(),
    files: { read: async (id) => (id === 'k7_Xq-2' ? file : null) },
  }).inject({ method, url: '/tep/k7_Xq-2' });

describe('a file of ours', () => {
  test('is served as it is, to be kept for long, and never as a page', async () => {
    const { statusCode, headers, rawPayload } = await get(picture);
    expect([statusCode, rawPayload]).toEqual([200, picture.bytes]);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': '4',
      'content-disposition': `inline; filename="Ket qua.png"; filename*=UTF-8''K%E1%BA%BFt%20qu%E1%BA%A3.png`,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  test('can be asked for by HEAD', async () => {
    const { statusCode, headers, rawPayload } = await get(picture, 'HEAD');
    expect([statusCode, headers['content-length'], rawPayload.length]).toEqual([200, '4', 0]);
  });

  test.each([
    [
      'Biên bản "chung kết" (đợt 1).docx',
      'application/msword',
      [
        'attachment; filename="Bien ban _chung ket_ (dot 1).docx"; ',
        "filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20%22chung%20k%E1%BA%BFt%22%20%28%C4%91%E1%BB%A3t%201%29.docx",
      ],
    ],
    [
      'a\r\nb;\ud800.html',
      'text/html',
      [`attachment; filename="a__b__.html"; filename*=UTF-8''a%0D%0Ab%3B_.html`],
    ],
  ])('%j of type %s is saved under its name', async (name, mime, disposition) => {
    const { headers } = await get({ ...picture, mime, name });
    expect(headers['content-disposition']).toBe(disposition.join(''));
  });

  test('may have a long, signed id', async () => {
    const asked: string[] = [];
    const read = async (id: string) => {
      asked.push(id);
      return null;
    };
    const id = `qn-2023.${'a'.repeat(200)}`;
    await buildWeb({ ...emptyParts(), files: { read } }).inject(`/tep/${id}`);
    expect(asked).toEqual([id]);
  });

  test('that is not there is said to be missing', async () => {
    const { statusCode, headers, body } = await get(null);
    expect([statusCode, headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
    expect(body).toContain('Không tìm thấy');
    expect(headers['cache-control']).toBeUndefined();
  });
});
