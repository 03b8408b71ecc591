import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { CannotStart } from '../../src/cannotStart.js';
import { buildWeb, startWeb } from '../../src/web/server.js';
import { emptyParts } from './pretend.js';

const here = { port: 0, host: '127.0.0.1' };

describe('the web server', () => {
  test('a used port is told to the operator', async () => {
    const first = await startWeb({ ...emptyParts(), ...here });
    const port = Number(new URL(first.url).port);
    const problem: unknown = await startWeb({ ...emptyParts(), ...here, port }).catch(
      (error: unknown) => error,
    );
    expect(problem).toBeInstanceOf(CannotStart);
    expect(problem).toMatchObject({ key: 'operator.portUsed', values: { port } });
    await first.close();
    const again = await startWeb({ ...emptyParts(), ...here, port });
    await again.close();
  });

  test('/health says how things stand, with 503 when they are bad', async () => {
    const ask = async (ok: boolean) => {
      const app = buildWeb({ ...emptyParts(), health: async () => ({ ok, database: ok ? 'up' : 'down' }) });
      const { statusCode, headers, body } = await app.inject('/health');
      return [statusCode, headers['cache-control'], JSON.parse(body)];
    };
    expect(await ask(true)).toEqual([200, 'no-store', { ok: true, database: 'up' }]);
    expect(await ask(false)).toEqual([503, 'no-store', { ok: false, database: 'down' }]);
  });

  const safe = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  };

  test.each([
    ['an address that leads nowhere', '/gi-do', 404, 'Không tìm thấy trang này.'],
    ['one that is no address', '/%ff', 400, 'Địa chỉ này không đúng'],
    ['one that is too long', `/tep/${'a'.repeat(600)}`, 414, 'Địa chỉ này không đúng'],
  ])('%s is answered in Vietnamese, safely', async (_, url, status, words) => {
    const { statusCode, headers, body } = await buildWeb(emptyParts()).inject(url);
    expect([statusCode, headers['content-type']]).toEqual([status, 'text/plain; charset=utf-8']);
    expect(headers).toMatchObject({ ...safe, vary: 'accept' });
    expect(body.startsWith(words)).toBe(true);

    const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
    const page = await buildWeb(emptyParts()).inject({ url, headers: { accept } });
    expect([page.statusCode, page.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(page.headers).toMatchObject({ ...safe, vary: 'accept' });
    expect(page.body).toContain('<html lang="vi">');
    expect(page.body).toContain(`<p>${body}</p>`);
  });

  test('the style of such a page is allowed, and no other', async () => {
    const { headers, body } = await buildWeb(emptyParts()).inject({
      url: '/gi-do',
      headers: { accept: 'text/html' },
    });
    const [, style = ''] = /<style>(.*)<\/style>/s.exec(body) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toBe(`default-src 'none'; style-src 'sha256-${hash}'`);
  });

  test('an address of many thousand letters is answered so too', async () => {
    const web = await startWeb({ ...emptyParts(), ...here });
    const response = await fetch(`${web.url}/tep/${'a'.repeat(20_000)}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      431,
      'text/html; charset=utf-8',
    ]);
    expect(await response.text()).toContain('Địa chỉ này không đúng');
    await web.close();
  });

  test('a bug tells the reader nothing of itself', async () => {
    const app = buildWeb({
      ...emptyParts(),
      files: {
        read: async () => {
          throw new Error('inner matters');
        },
      },
    });
    const { statusCode, body } = await app.inject('/tep/x');
    expect(statusCode).toBe(500);
    expect(body).toContain('Xin thử lại');
    expect(body).not.toContain('inner');
  });
});
