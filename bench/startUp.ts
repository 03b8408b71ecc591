import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { projectFolder } from '../src/main.js';

export type StartUp = { fresh: number; again: number };

/** Seconds from `npm start`'s program to its last line, on a new data folder and on the one it left. */
export async function timeStartUp(): Promise<StartUp> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cuocthi-bench-start-'));
  try {
    return { fresh: await secondsToLastLine(folder), again: await secondsToLastLine(folder) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function secondsToLastLine(folder: string): Promise<number> {
  const { PATH, HOME } = process.env;
  const begun = performance.now();
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: projectFolder,
    env: { ...(PATH && { PATH }), ...(HOME && { HOME }), DATA_DIR: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    for await (const line of createInterface({ input: child.stdout }))
      if (line.startsWith('http://')) return (performance.now() - begun) / 1_000;
    throw new Error('the program ended before it was ready');
  } finally {
    child.kill('SIGINT');
    await ended;
  }
}
