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

  test('what is not there is said in Vietnamese, safely', async () => {
    const { statusCode, headers, body } = await buildWeb(emptyParts()).inject('/gi-do');
    expect([statusCode, headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(body).toContain('Không tìm thấy');
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
