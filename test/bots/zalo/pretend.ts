import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Clock } from '../../../src/clock.js';
import type { Log } from '../../../src/log.js';

/** What stands in for Zalo where a test wants to choose each answer itself. */

export const TOKEN = '4471902:s3cr3t-of-the-bot';

export type Got = { method: string; params: Record<string, unknown> };

/** `cut`: the connection breaks. `hold`: no answer until the server closes. */
export type Said = { status?: number; body: unknown } | 'cut' | 'hold';

export const ok = (result?: unknown): Said => ({ body: { ok: true, result } });
export const no = (code: number, description = 'No'): Said => ({
  status: code,
  body: { ok: false, error_code: code, description },
});
export const NOTHING_PENDING = no(408, 'Request timeout');
export const NO_WEBHOOK = no(404, 'Not Found');

/** A server whose every answer comes from `answer`; `body` strings go out as they are. */
export async function pretendZalo(answer: (got: Got, times: number) => Said | Promise<Said>) {
  const got: Got[] = [];
  const requests: IncomingMessage[] = [];

  const server = createServer((request, response) => void reply(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const call = {
      method: (request.url ?? '').replace(`/bot${TOKEN}/`, ''),
      params: JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>,
    };
    requests.push(request);
    got.push(call);
    const said = await answer(call, got.filter(({ method }) => method === call.method).length);
    if (said === 'hold') return;
    if (said === 'cut') return void request.socket.destroy();
    response.statusCode = said.status ?? 200;
    response.setHeader('content-type', 'application/json');
    response.end(typeof said.body === 'string' ? said.body : JSON.stringify(said.body));
  }

  return {
    url,
    got,
    requests,
    methods: () => got.map(({ method }) => method),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Shows a fixed time until somebody sleeps, and then that much more. */
export function patientClock(start = new Date('2026-11-09T01:00:00Z')) {
  let now = start.getTime();
  const slept: number[] = [];
  const clock: Clock = {
    now: () => new Date(now),
    async sleep(ms, signal) {
      if (signal?.aborted) return;
      slept.push(ms);
      now += ms;
      await new Promise((resolve) => setImmediate(resolve));
    },
    onMoved: () => {},
  };
  return Object.assign(clock, { slept, pass: (ms: number) => (now += ms) });
}

/** The real logger, into memory. */
export function openMemory() {
  const lines: string[] = [];
  const log: Log = pino(
    { level: 'debug', base: null, timestamp: false },
    { write: (line) => lines.push(line) },
  );
  return { log, lines, messages: () => lines.map((line) => (JSON.parse(line) as { msg: string }).msg) };
}
