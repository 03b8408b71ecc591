import type { FastifyReply, FastifyRequest } from 'fastify';
import { words } from './words.js';

/** Nothing lies under this address: a page for whoever opened it in a browser, a sentence for a program. */
export function notFound({ method, headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isBrowser = method === 'GET' && headers.accept?.includes('text/html');
  if (!isBrowser) return reply.code(404).send({ error: words.badRequest });
  return reply.code(404).type('text/html; charset=utf-8').send(page);
}

const page = `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${words.noPage}</title>
    <link rel="icon" href="/phones/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/phones/style/page.css">
  </head>
  <body class="not-found">
    <h1>${words.noPage}</h1>
    <p>${words.noPageWhy}</p>
    <a href="/">${words.toPhones}</a>
  </body>
</html>
`;
