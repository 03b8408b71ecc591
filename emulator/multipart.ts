export type Part = { name: string; fileName: string | null; mime: string; content: Buffer };

const lineEnd = Buffer.from('\r\n');
const headersEnd = Buffer.from('\r\n\r\n');

/** The parts of a multipart/form-data body; `null` if it isn't one. */
export function readParts(contentType: string, body: Buffer): Part[] | null {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const mark = Buffer.from(`--${boundary?.[1] ?? boundary?.[2]}`);
  if (!boundary || body.indexOf(mark) !== 0) return null;
  const parts: Part[] = [];
  let start = mark.length;
  while (body.subarray(start, start + 2).equals(lineEnd)) {
    const headEnd = body.indexOf(headersEnd, start);
    const end = headEnd < 0 ? -1 : body.indexOf(Buffer.concat([lineEnd, mark]), headEnd + 2);
    if (end < 0) return null;
    const part = readPart(
      body.subarray(start + 2, headEnd).toString('utf8'),
      body.subarray(headEnd + 4, end),
    );
    if (part) parts.push(part);
    start = end + 2 + mark.length;
  }
  return body.subarray(start, start + 2).toString('latin1') === '--' ? parts : null;
}

function readPart(head: string, content: Buffer): Part | null {
  const headers = new Map(
    head.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const disposition = headers.get('content-disposition') ?? '';
  const name = parameter(disposition, 'name');
  if (name === null) return null;
  const mime = headers.get('content-type') ?? 'text/plain';
  return { name, fileName: parameter(disposition, 'filename'), mime, content };
}

/**
 * A value is quoted, or goes on up to the next `;`, blanks included: some clients write file names
 * unquoted, and Telegram reads them so.
 */
function parameter(disposition: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;]*))`, 'i').exec(disposition);
  if (!found) return null;
  const encoded = found[1]?.replace(/\\(["\\])/g, '$1') ?? found[2]?.trim() ?? '';
  return encoded.replace(/%(22|0D|0A)/gi, (mark) => decodeURIComponent(mark));
}
