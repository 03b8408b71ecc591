import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from './notFound.js';

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
  server.get('/', (request, reply) => file(request, reply, 'index.html'));
  server.get('/favicon.ico', (_request, reply) => reply.code(204).send());
  server.get<{ Params: { '*': string } }>('/phones/*', (request, reply) =>
    file(request, reply, request.params['*'] || 'index.html'),
  );
}

async function file(request: FastifyRequest, reply: FastifyReply, name: string): Promise<FastifyReply> {
  const path = normalize(join(folder, name));
  const type = types[extname(path)];
  const found = path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
    ? await stat(path).catch(() => null)
    : null;
  if (!type || !found?.isFile()) return notFound(request, reply);
  return reply
    .type(type)
    .header('content-length', found.size)
    .header('cache-control', 'no-cache')
    .send(createReadStream(path));
}
