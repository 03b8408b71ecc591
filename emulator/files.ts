import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { plainPng } from './images.js';
import type { FileRecord } from './state.js';

const mostBytes = 64 * 1024 * 1024;
const fillerPiece = Buffer.alloc(64 * 1024);
/** How an MP4 begins, so that a made-up video is recognised as one. */
const mp4Start = Buffer.from('0000001866747970697336d300000200697336d36d703432', 'hex');

/**
 * The contents of files, the newest 64 MB of them; in `folder` too if there is one. A file whose
 * content is gone, or never was (a phone's pretended video), reads as filler of the right length.
 */
export class FileShelf {
  readonly #contents = new Map<string, Buffer>();
  #bytes = 0;

  constructor(readonly folder: string | null) {
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    const names = readdirSync(folder).sort((a, b) => this.#writtenAt(a) - this.#writtenAt(b));
    for (const name of names) this.#remember(name, readFileSync(join(folder, name)));
  }

  keep(id: string, content: Buffer): void {
    if (this.folder) writeFileSync(join(this.folder, id), content);
    this.#remember(id, content);
  }

  read(file: FileRecord): Readable {
    const kept = this.#contents.get(file.id);
    if (kept) return Readable.from([kept]);
    if (file.kind === 'photo') return Readable.from([plainPng(file.width ?? 1, file.height ?? 1)]);
    return Readable.from(filler(file));
  }

  /** How many bytes `read` gives; `null` if that's only known afterwards. */
  size(file: FileRecord): number | null {
    const kept = this.#contents.get(file.id);
    return kept ? kept.length : file.kind === 'photo' ? null : file.bytes;
  }

  #remember(id: string, content: Buffer): void {
    this.#contents.set(id, content);
    this.#bytes += content.length;
    for (const [oldest, old] of this.#contents) {
      if (this.#bytes <= mostBytes || oldest === id) break;
      this.#contents.delete(oldest);
      this.#bytes -= old.length;
      if (this.folder) rmSync(join(this.folder, oldest), { force: true });
    }
  }

  #writtenAt(name: string): number {
    return this.folder ? statSync(join(this.folder, name)).mtimeMs : 0;
  }
}

function* filler({ kind, bytes }: FileRecord): Generator<Buffer> {
  const start = kind === 'video' ? mp4Start.subarray(0, bytes) : Buffer.alloc(0);
  yield start;
  for (let left = bytes - start.length; left > 0; left -= fillerPiece.length) {
    yield fillerPiece.subarray(0, Math.min(left, fillerPiece.length));
  }
}
