// What both `npm start` and `npm test` do first: the right Node, and everything installed.
// Plain JavaScript without imports from the registry, since it runs before anything is there.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Installs what package-lock.json names, unless exactly that is there already. */
export function prepare() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(
      `Cần Node.js từ 20.19 trở lên, máy này đang có ${process.versions.node}. Hãy cài bản mới từ nodejs.org rồi chạy lại.`,
    );
  if (isInstalled()) return;
  process.stderr.write('Đang cài đặt những gì cần thiết, chỉ làm một lần…\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // No install script is needed, so none is run.
  const { status } = spawnSync(
    npm,
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: projectFolder,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) fail('Không cài đặt được. Hãy xem máy có vào mạng được không rồi chạy lại.');
}

function isInstalled() {
  const read = (file) => JSON.parse(readFileSync(path.join(projectFolder, file), 'utf8')).packages;
  if (!existsSync(path.join(projectFolder, 'node_modules/.package-lock.json'))) return false;
  const wanted = read('package-lock.json');
  const installed = read('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional || installed[name]?.version === version,
  );
}

/** Runs a TypeScript file of the project in this process. */
export async function run(file) {
  prepare();
  const { register } = await import('tsx/esm/api');
  register();
  await import(new URL(`../${file}`, import.meta.url).href);
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
