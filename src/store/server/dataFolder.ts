import { access, constants, mkdir, stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CannotStart } from '../../cannotStart.js';

const MEGABYTE = 1024 * 1024;

/** With less than this MongoDB refuses to build indexes. */
const NEEDED_MEGABYTES = 500;

/** The folder is there, can be written, and its disk has room. */
export async function prepareFolder(dataDir: string, freeBytes = freeBytesOn): Promise<string> {
  const folder = await writableFolder(resolve(dataDir, 'mongodb'));
  const free = Math.floor((await freeBytes(folder)) / MEGABYTE);
  if (free < NEEDED_MEGABYTES)
    throw new CannotStart('operator.diskFull', { folder, free, needed: NEEDED_MEGABYTES });
  return folder;
}

/** Makes it where it isn't there. Throws `CannotStart` if that can't be done, or nothing can be written to it. */
export async function writableFolder(folder: string): Promise<string> {
  try {
    await makeFolder(folder);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new CannotStart('operator.dataFolderNotWritable', { folder }, { cause });
  }
  return folder;
}

/**
 * One step at a time: where the system takes no folder and says so by `ENOENT`, as under /proc, Node's
 * own `recursive` never comes back.
 */
async function makeFolder(folder: string): Promise<void> {
  const parent = dirname(folder);
  const isThere = async (path: string) =>
    stat(path).then(
      () => true,
      () => false,
    );
  if (await isThere(folder)) return;
  if (parent !== folder && !(await isThere(parent))) await makeFolder(parent);
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    // Another process has just made it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

async function freeBytesOn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Another process works on the folder. */
export class FolderHeld extends Error {
  override name = 'FolderHeld';
}

/**
 * Starts a server on the folder. After the program was killed, its server needs a moment to notice and
 * to let the folder go; who starts the program again at once shall not be turned away.
 */
export async function startOn<Server>(
  folder: string,
  start: () => Promise<Server>,
  patienceMs = 5_000,
): Promise<Server> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await start();
    } catch (cause) {
      if (!(cause instanceof FolderHeld)) throw cause;
      if (Date.now() >= deadline) throw new CannotStart('operator.dataFolderHeld', { folder }, { cause });
      await setTimeout(200);
    }
  }
}
