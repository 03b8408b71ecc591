import { deflateSync, crc32 as zlibCrc } from 'node:zlib';

const pngStart = Buffer.from('89504e470d0a1a0a', 'hex');

/** A grey PNG: what a pretended photo looks like. */
export function plainPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 0xb0);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  return Buffer.concat([
    pngStart,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(zlibCrc(named), named.length + 4);
  return framed;
}

export type Picture = { mime: string; width: number; height: number };

/** What a picture says of itself; `null` if it is none that a messenger knows. */
export function readPicture(content: Buffer): Picture | null {
  if (content.subarray(0, 8).equals(pngStart) && content.length >= 24) {
    return { mime: 'image/png', width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
  }
  if (content[0] === 0xff && content[1] === 0xd8) return readJpeg(content);
  return null;
}

function readJpeg(content: Buffer): Picture | null {
  let at = 2;
  while (at + 9 < content.length && content[at] === 0xff) {
    const marker = content[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return {
        mime: 'image/jpeg',
        height: content.readUInt16BE(at + 5),
        width: content.readUInt16BE(at + 7),
      };
    }
    at += 2 + content.readUInt16BE(at + 2);
  }
  return null;
}
