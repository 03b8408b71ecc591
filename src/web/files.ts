import type { FastifyInstance } from 'fastify';
import { sayTrouble } from './page.js';

/** Our pictures and documents, by ids that can't be guessed: whoever has the link may read. */
export type Files = {
  read(id: string): Promise<{ bytes: Uint8Array; mime: string; name: string } | null>;
};

/** Shown in the browser; everything else is saved, so that nothing of ours runs as a page. */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'application/pdf']);

/** A file never changes under its id. */
const FOR_A_YEAR = 'public, max-age=31536000, immutable';

export function serveFiles(app: FastifyInstance, files: Files): void {
  app.get<{ Params: { id: string } }>('/tep/:id', async (request, reply) => {
    const file = await files.read(request.params.id);
    if (!file) return sayTrouble(request, reply, 404, 'notFound');
    return reply
      .type(file.mime)
      .header('cache-control', FOR_A_YEAR)
      .header('content-disposition', disposition(file.mime, file.name))
      .send(Buffer.from(file.bytes));
  });
}

/** The name twice: in plain letters for old programs, and as it is (RFC 6266). */
function disposition(mime: string, name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\w .()-]/g, '_');
  const exact = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const kind = SHOWN.has(mime) ? 'inline' : 'attachment';
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
