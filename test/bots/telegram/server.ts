import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came: the method of the Bot API, or the path of a file. */
export type Asked = {
  method: string;
  params: Record<string, unknown>;
  raw: string;
  headers: IncomingMessage['headers'];
};

/** `hang` keeps the caller waiting, `cut` ends the connection without a word. */
export type Answer =
  | { result: unknown }
  | { code: number; description: string; parameters?: object }
  | { status: number; body: string }
  | 'hang'
  | 'cut';

export const TOKEN = '7019234411:AAHk-dEf_GhIjKlMnOpQrStUvWxYz012345';
export const ME = {
  id: 7019234411,
  is_bot: true,
  first_name: 'Bot Hội thi',
  username: 'thi_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
};

/** A server that says what the test wants; `getMe` is answered by itself. */
export async function pretendTelegram(answer: (asked: Asked) => Answer | Promise<Answer>) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const raw = Buffer.concat(chunks).toString();
    const path = request.url ?? '';
    const method = path.startsWith(`/bot${TOKEN}/`) ? path.slice(`/bot${TOKEN}/`.length) : path;
    const json = request.headers['content-type'] === 'application/json';
    const one: Asked = { method, params: json ? JSON.parse(raw || '{}') : {}, raw, headers: request.headers };
    asked.push(one);
    const said = method === 'getMe' && asked.length === 1 ? { result: ME } : await answer(one);
    if (said === 'hang') return;
    if (said === 'cut') return void request.socket.destroy();
    if ('status' in said) return void response.writeHead(said.status).end(said.body);
    if ('result' in said) return void response.end(JSON.stringify({ ok: true, ...said }));
    const { code, ...rest } = said;
    response.writeHead(code).end(JSON.stringify({ ok: false, error_code: code, ...rest }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    asked,
    /** What came of one method, in its order. */
    paramsOf: (method: string) => asked.filter((one) => one.method === method).map((one) => one.params),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
