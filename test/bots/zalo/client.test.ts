import { afterEach, describe, expect, test } from '@jest/globals';
import { type Answer, zaloClient } from '../../../src/bots/zalo/client.js';
import { pretendZalo, type Said, TOKEN } from './pretend.js';

let zalo: Awaited<ReturnType<typeof pretendZalo>> | undefined;
afterEach(async () => {
  await zalo?.close();
  zalo = undefined;
});

async function answerTo(said: Said): Promise<Answer> {
  zalo = await pretendZalo(() => said);
  return zaloClient({ token: TOKEN, apiRoot: zalo.url }).call('sendMessage', {}, { timeoutMs: 5_000 });
}

describe('an answer of Zalo', () => {
  test.each<[string, Said, Answer]>([
    [
      'success',
      { body: { ok: true, result: { message_id: 'x' } } },
      { kind: 'ok', result: { message_id: 'x' } },
    ],
    ['success without a result', { body: { ok: true } }, { kind: 'ok', result: undefined }],
    [
      'a refusal with HTTP 200',
      { body: { ok: false, error_code: 401, description: 'Unauthorized' } },
      { kind: 'refused', code: 401, description: 'Unauthorized' },
    ],
    [
      'a refusal that spells its code in camel case',
      { body: { ok: false, errorCode: 426, description: 'Daily allowance' } },
      { kind: 'refused', code: 426, description: 'Daily allowance' },
    ],
    [
      'a refusal whose only code is the HTTP status',
      { status: 408, body: { ok: false, description: 'Request timeout' } },
      { kind: 'refused', code: 408, description: 'Request timeout' },
    ],
    [
      'a code that comes as a string',
      { body: { ok: false, error_code: '429' } },
      { kind: 'refused', code: 429, description: '' },
    ],
    ['JSON of no known form', { status: 400, body: '[]' }, { kind: 'refused', code: 400, description: '' }],
    [
      'a page of a proxy',
      { status: 502, body: '<html>Bad Gateway</html>' },
      { kind: 'failed', reason: 'HTTP 502 without JSON', connected: true },
    ],
    [
      'an empty body',
      { status: 200, body: '' },
      { kind: 'failed', reason: 'HTTP 200 without JSON', connected: true },
    ],
    ['a broken connection', 'cut', { kind: 'failed', reason: 'ECONNRESET', connected: true }],
    [
      'long numbers',
      { body: '{"ok":true,"result":{"message_id":9007199254740993777}}' },
      { kind: 'ok', result: { message_id: '9007199254740993777' } },
    ],
  ])('%s is read as it is meant', async (_, said, answer) => {
    expect(await answerTo(said)).toEqual(answer);
  });

  test('a call is a POST of JSON in UTF-8, `{}` when there are no parameters', async () => {
    zalo = await pretendZalo(() => ({ body: { ok: true } }));
    const client = zaloClient({ token: TOKEN, apiRoot: `${zalo.url}/` });
    await client.call('getMe', {});
    await client.call('sendMessage', { text: 'Đã nhận 🎬' });
    expect(zalo.got).toEqual([
      { method: 'getMe', params: {} },
      { method: 'sendMessage', params: { text: 'Đã nhận 🎬' } },
    ]);
    expect(zalo.requests.map(({ method, url, headers }) => [method, url, headers['content-type']])).toEqual([
      ['POST', `/bot${TOKEN}/getMe`, 'application/json; charset=utf-8'],
      ['POST', `/bot${TOKEN}/sendMessage`, 'application/json; charset=utf-8'],
    ]);
  });
});

describe('the token', () => {
  test.each<[string, Said]>([
    ['a refusal that repeats it', { body: { ok: false, error_code: 400, description: `/bot${TOKEN}/x` } }],
    ['a redirection', { status: 302, body: `<a href="/bot${TOKEN}/x">` }],
    ['a broken connection', 'cut'],
    ['silence', 'hold'],
  ])('is in nothing that a call answers: %s', async (_, said) => {
    zalo = await pretendZalo(() => said);
    const client = zaloClient({ token: TOKEN, apiRoot: zalo.url });
    const answer = await client.call('getMe', {}, { timeoutMs: 100 });
    expect(answer.kind).not.toBe('ok');
    expect(JSON.stringify(answer)).not.toContain('s3cr3t');
  });

  test('is in nothing that is answered when nobody listens or the address is none', async () => {
    const gone = await pretendZalo(() => 'cut');
    await gone.close();
    const nobody = await zaloClient({ token: TOKEN, apiRoot: gone.url }).call('getMe', {});
    expect(nobody).toEqual({ kind: 'failed', reason: 'ECONNREFUSED', connected: false });
    const nowhere = await zaloClient({ token: TOKEN, apiRoot: 'zalo' }).call('getMe', {});
    expect(nowhere.kind).toBe('failed');
    expect(JSON.stringify(nowhere)).not.toContain('s3cr3t');
  });

  test('an aborted call answers too', async () => {
    zalo = await pretendZalo(() => 'hold');
    const client = zaloClient({ token: TOKEN, apiRoot: zalo.url });
    const answer = await client.call('getUpdates', {}, { signal: AbortSignal.timeout(50) });
    expect(answer).toEqual({ kind: 'failed', reason: 'ERR_CANCELED', connected: true });
  });
});
