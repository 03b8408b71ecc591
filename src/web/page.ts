import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { words } from '../words.js';

/** What goes wrong on the web, each with a title and a sentence. */
export type Trouble = 'notFound' | 'videoTooBig' | 'refused' | 'trouble';

const style =
  'body{margin:0;padding:12vh 24px;font:18px/1.5 system-ui,sans-serif;color:#1c2733;background:#f4f7fa}' +
  'main{max-width:32em;margin:auto}h1{font-size:1.4em}' +
  '@media (prefers-color-scheme:dark){body{color:#e6ebf0;background:#151c23}}';

const SAFE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
};

/** On everything that the server answers. Browsers show pictures and videos with a style of their own. */
export const headersOfAll = {
  ...SAFE,
  'content-security-policy':
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'",
};

/** On a page, which has one style and nothing else. */
const headersOfPage = {
  ...SAFE,
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
};

/** One sentence: as a page for a browser, and plain for whatever else asks. */
export function sayTrouble(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  trouble: Trouble,
): FastifyReply {
  reply.code(status).header('vary', 'accept');
  if (!request.headers.accept?.includes('text/html'))
    return reply
      .headers(headersOfAll)
      .type('text/plain; charset=utf-8')
      .send(words.plain(`web.${trouble}`));
  return reply.headers(headersOfPage).type('text/html; charset=utf-8').send(pageOf(trouble));
}

/** The same for a request that could not even be read, as it goes over the wire. */
export function troubleOnWire(status: string, trouble: Trouble): string {
  const page = pageOf(trouble);
  const headers = {
    ...headersOfPage,
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(page),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status}`, ...lines, '', page].join('\r\n');
}

function pageOf(trouble: Trouble): string {
  const [title, sentence] = [words.plain(`web.${trouble}Title`), words.plain(`web.${trouble}`)];
  return [
    '<!doctype html>',
    '<html lang="vi">',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${style}</style>`,
    `<main><h1>${title}</h1><p>${sentence}</p></main>`,
    '</html>',
  ].join('\n');
}
