import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply } from 'fastify';

const folder = fileURLToPath(new URL('phones/', import.meta.url));

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** The page of phones: static files. */
export function pageRoutes(server: FastifyInstance): void {
  server.get('/', (_request, reply) => file(reply, 'index.html'));
  server.get('/favicon.ico', (_request, reply) => reply.code(204).send());
  server.get<{ Params: { '*': string } }>('/phones/*', (request, reply) =>
    file(reply, request.params['*'] || 'index.html'),
  );
}

async function file(reply: FastifyReply, name: string): Promise<FastifyReply> {
  const path = normalize(join(folder, name));
  const type = types[extname(path)];
  const found = path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
    ? await stat(path).catch(() => null)
    : null;
  if (!type || !found?.isFile()) return reply.code(404).type('text/plain').send('Not Found');
  return reply
    .type(type)
    .header('content-length', found.size)
    .header('cache-control', 'no-cache')
    .send(createReadStream(path));
}
