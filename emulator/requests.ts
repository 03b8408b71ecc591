import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from './faults.js';
import { readParts } from './multipart.js';
import type { World } from './world.js';

export type Upload = { fileName: string | null; mime: string; content: Buffer };
export type Given = { params: Record<string, unknown>; uploads: Map<string, Upload> };

/** Bodies of any type arrive as they are, and refusals of the server look like the platforms' own. */
export function acceptAnyBody(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    const error_code = error.statusCode ?? 500;
    const description = error_code === 413 ? 'Request Entity Too Large' : 'Bad Request';
    return reply.code(error_code).send({ ok: false, error_code, description });
  });
}

/** Query and body together, whatever the body's form; `null` if it can't be read. */
export function readGiven(request: FastifyRequest): Given | null {
  const query = Object.fromEntries(Object.entries(request.query as Record<string, unknown>));
  const body = readBody(request.headers['content-type'] ?? '', request.body as Buffer | undefined);
  return body && { params: { ...query, ...body.params }, uploads: body.uploads };
}

function readBody(contentType: string, body: Buffer | undefined): Given | null {
  const uploads = new Map<string, Upload>();
  if (!body?.length) return { params: {}, uploads };
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json') {
    const params = parseJson(body.toString('utf8'));
    return isObject(params) ? { params, uploads } : null;
  }
  if (type === 'application/x-www-form-urlencoded') {
    return { params: Object.fromEntries(new URLSearchParams(body.toString('utf8'))), uploads };
  }
  if (type !== 'multipart/form-data') return { params: {}, uploads };
  const parts = readParts(contentType, body);
  if (!parts) return null;
  const params: Record<string, unknown> = {};
  for (const { name, fileName, mime, content } of parts) {
    if (fileName === null) params[name] = content.toString('utf8');
    else uploads.set(name, { fileName: fileName || null, mime, content });
  }
  return { params, uploads };
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `undefined` if it isn't JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The connection breaks without an answer. */
export function dropConnection(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

/** Says nothing for as long as was ordered, then breaks the connection. */
export async function hang(world: World, fault: Fault, reply: FastifyReply): Promise<void> {
  const ends = [world.faults.cleared, world.closing.signal, goneSignal(reply)];
  if (fault.seconds !== undefined) ends.push(AbortSignal.timeout(fault.seconds * 1000));
  const end = AbortSignal.any(ends);
  if (!end.aborted) await new Promise((resolve) => end.addEventListener('abort', resolve, { once: true }));
}

/** Aborted when the answer is out, or its reader has hung up. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}

export function notJson(reply: FastifyReply, fault: Fault): FastifyReply {
  return reply
    .code(fault.code ?? 502)
    .type('text/html')
    .send('<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>');
}
