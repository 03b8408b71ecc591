import { describe, expect, test } from '@jest/globals';
import type { Update } from '../../src/chat.js';
import { buildWeb } from '../../src/web/server.js';
import { emptyParts, pretendBot, updateOf } from './pretend.js';

function serve(receive?: (updates: Update[]) => Promise<void>) {
  const events: string[] = [];
  const acknowledged: Update[] = [];
  const app = buildWeb({
    ...emptyParts(),
    bots: [pretendBot('telegram:1', acknowledged), pretendBot('zalo:2', acknowledged)],
    receive:
      receive ??
      (async (updates) => {
        events.push(...updates.map(({ id }) => id));
      }),
  });
  const post = async (url: string, payload: string, headers: Record<string, string> = {}) => {
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url,
      payload,
      headers: { 'x-secret': 'right', 'content-type': 'application/json', ...headers },
    });
    return [statusCode, body];
  };
  return { post, events, acknowledged };
}

function withResolvers() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}

const DONE = [200, '{"ok":true}'];

describe('a webhook', () => {
  test('stores for the bot it names, then confirms and acknowledges', async () => {
    const { post, events, acknowledged } = serve();
    expect(await post('/hooks/telegram/1', '{"ids":["7"]}')).toEqual(DONE);
    expect(await post('/hooks/zalo/2', '{"ids":["a","b"]}')).toEqual(DONE);
    expect(events).toEqual(['telegram:1:7', 'zalo:2:a', 'zalo:2:b']);
    expect(acknowledged).toEqual([
      updateOf('telegram:1', '7'),
      updateOf('zalo:2', 'a'),
      updateOf('zalo:2', 'b'),
    ]);
  });

  test('confirms only when the updates are safe', async () => {
    const order: string[] = [];
    const asked = withResolvers();
    const stored = withResolvers();
    const { post, acknowledged } = serve(() => {
      asked.resolve();
      return stored.promise;
    });
    const answer = post('/hooks/zalo/2', '{"ids":["a"]}').finally(() => order.push('answered'));
    await asked.promise;
    await new Promise((resolve) => setImmediate(resolve));
    order.push(`stored, ${acknowledged.length} acknowledged`);
    stored.resolve();
    expect(await answer).toEqual(DONE);
    expect(order).toEqual(['stored, 0 acknowledged', 'answered']);
  });

  test('answers 503 when they could not be stored, and acknowledges nothing', async () => {
    const { post, acknowledged } = serve(async () => {
      throw new Error('the database is away');
    });
    expect(await post('/hooks/zalo/2', '{"ids":["a"]}')).toEqual([503, '{"ok":false}']);
    expect(acknowledged).toEqual([]);
  });

  test('refuses a wrong secret', async () => {
    const { post, events } = serve();
    expect(await post('/hooks/zalo/2', '{"ids":["a"]}', { 'x-secret': 'wrong' })).toEqual([
      403,
      '{"ok":false}',
    ]);
    expect(events).toEqual([]);
  });

  test.each([
    ['no JSON', 'ping', 'application/json'],
    ['nothing', '', 'application/json'],
    ['a form', 'a=b', 'application/x-www-form-urlencoded'],
    ['no update', '{"hello":1}', 'application/json'],
  ])('a probe with %s is accepted', async (_, payload, type) => {
    const { post, events } = serve();
    expect(await post('/hooks/zalo/2', payload, { 'content-type': type })).toEqual(DONE);
    expect(events).toEqual([]);
  });

  test('knows only its own bots', async () => {
    const { post } = serve();
    const [status, body] = await post('/hooks/zalo/1', '{}');
    expect([status, body]).toEqual([404, expect.stringContaining('Không tìm thấy')]);
  });

  test('takes 256 KB and no more', async () => {
    const { post, events } = serve();
    const body = (bytes: number) => `{"ids":["a"],"x":"${'y'.repeat(bytes - 20)}"}`.padEnd(bytes);
    expect(await post('/hooks/zalo/2', body(256 * 1024))).toEqual(DONE);
    expect((await post('/hooks/zalo/2', body(256 * 1024 + 1)))[0]).toBe(413);
    expect(events).toEqual(['zalo:2:a']);
  });
});
