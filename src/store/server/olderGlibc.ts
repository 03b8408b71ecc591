/**
 * The engine's Linux files ask for glibc 2.38. Debian 12 has 2.36 and refuses to load them, although
 * only new names of old functions are missing: `__isoc23_strtol` and its kin (the old ones plus binary
 * literals) and a faster `fmod`. So there a copy is made that asks for the old ones. (Before 2.36, as on
 * Ubuntu 22.04, more is missing and the copy doesn't load either.) This file can go the day nobody runs
 * such a system.
 */
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const TOO_NEW = 'GLIBC_2.38';

/** By ELF machine number: the version each architecture's glibc has had from its first day. */
const OLDEST = new Map([
  [62, 'GLIBC_2.2.5'],
  [183, 'GLIBC_2.17'],
]);

const report = z.object({ header: z.object({ glibcVersionRuntime: z.string().optional() }) });

/** `2.36`; `null` where there is no glibc (macOS, Windows, Alpine). */
export function glibcVersion(): string | null {
  if (process.platform !== 'linux') return null;
  // Without this the report looks up the names of all network peers.
  Object.assign(process.report, { excludeNetwork: true });
  return report.parse(process.report.getReport()).header.glibcVersionRuntime ?? null;
}

export function isOlder(glibc: string): boolean {
  const [major = 0, minor = 0] = glibc.split('.').map(Number);
  return major < 2 || (major === 2 && minor < 38);
}

/**
 * The path of a loadable copy of the package's addon, made at the first call and kept in
 * `node_modules/.cache`. Several processes may ask at once: each writes its own copy, one is kept.
 */
export async function loadableCopy(packageFolder: string, version: string): Promise<string> {
  const files = (await readdir(packageFolder)).filter((name) => /\.(node|so)$/.test(name));
  const addon = files.find((name) => name.endsWith('.node'));
  if (!addon) throw new Error(`no addon in ${packageFolder}`);
  const cache = resolve(packageFolder, '../../.cache/embedded-mongodb');
  const copy = join(cache, `${version}-${process.arch}`);
  if (await exists(copy)) return join(copy, addon);

  const draft = `${copy}.${process.pid}.${Date.now()}`;
  await mkdir(draft, { recursive: true });
  try {
    for (const name of files) {
      const file = await readFile(join(packageFolder, name));
      askForOlder(file);
      await writeFile(join(draft, name), file);
    }
    await rename(draft, copy);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(copy))) throw error;
  }
  return join(copy, addon);
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Changes a 64-bit little-endian ELF file in place. Answers the names of the functions it re-aimed. */
export function askForOlder(elf: Buffer): string[] {
  if (elf.length < 64 || elf.readUInt32BE(0) !== 0x7f454c46 || elf[4] !== 2 || elf[5] !== 1)
    throw new Error('not a 64-bit little-endian ELF file');
  const oldest = OLDEST.get(elf.readUInt16LE(18));
  if (!oldest) throw new Error('an ELF file for an unknown machine');

  const sections = readSections(elf);
  const symbols = sections.get(SYMBOLS);
  const symbolVersions = sections.get(SYMBOL_VERSIONS);
  const needs = sections.get(VERSION_NEEDS);
  const strings = symbols && readSection(elf, symbols.link);
  if (!symbols || !symbolVersions || !needs || !strings) throw new Error('an ELF file without versions');
  const text = (at: number) =>
    elf.toString('latin1', strings.offset + at, elf.indexOf(0, strings.offset + at));

  const versions = [...readVersions(elf, needs)].map((at) => ({ at, name: text(elf.readUInt32LE(at + 8)) }));
  const tooNew = versions.filter(({ name }) => name === TOO_NEW);
  if (tooNew.length === 0) return [];
  const old = versions.find(({ name }) => name === oldest);
  if (!old) throw new Error(`nothing in the file asks for ${oldest}`);
  const indexes = new Set(tooNew.map(({ at }) => elf.readUInt16LE(at + 6)));
  for (const { at } of tooNew) {
    elf.copy(elf, at, old.at, old.at + 4); // the name's hash
    elf.copy(elf, at + 8, old.at + 8, old.at + 12); // the name
  }

  const changed: string[] = [];
  for (let i = 1; i < symbols.size / 24; i++) {
    if (!indexes.has(elf.readUInt16LE(symbolVersions.offset + 2 * i) & 0x7fff)) continue;
    const at = symbols.offset + 24 * i;
    const nameAt = elf.readUInt32LE(at);
    const name = text(nameAt);
    if (name.startsWith(NEW_PREFIX)) elf.writeUInt32LE(nameAt + NEW_PREFIX.length, at);
    else if (name !== 'fmod') throw new Error(`${name} has no older form`);
    changed.push(name);
  }
  return changed;
}

const NEW_PREFIX = '__isoc23_';

/** Section types. */
const SYMBOLS = 11;
const VERSION_NEEDS = 0x6ffffffe;
const SYMBOL_VERSIONS = 0x6fffffff;

type Section = { type: number; offset: number; size: number; link: number; info: number };

function readSection(elf: Buffer, index: number): Section {
  const at = Number(elf.readBigUInt64LE(40)) + index * elf.readUInt16LE(58);
  return {
    type: elf.readUInt32LE(at + 4),
    offset: Number(elf.readBigUInt64LE(at + 24)),
    size: Number(elf.readBigUInt64LE(at + 32)),
    link: elf.readUInt32LE(at + 40),
    info: elf.readUInt32LE(at + 44),
  };
}

function readSections(elf: Buffer): Map<number, Section> {
  const count = elf.readUInt16LE(60);
  return new Map(
    Array.from({ length: count }, (_, index) => readSection(elf, index)).map((each) => [each.type, each]),
  );
}

/** Where each version that is asked of each library is written. */
function* readVersions(elf: Buffer, needs: Section): Generator<number> {
  let library = needs.offset;
  for (let i = 0; i < needs.info; i++) {
    let version = library + elf.readUInt32LE(library + 8);
    for (let j = 0; j < elf.readUInt16LE(library + 2); j++) {
      yield version;
      version += elf.readUInt32LE(version + 12);
    }
    library += elf.readUInt32LE(library + 12);
  }
}
