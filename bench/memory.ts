import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Megabytes that are held in memory, the program's and the engine's. */
const held = z.object({ program: z.number(), engine: z.number() });
export const measured = z.object({ fresh: held, turns: z.number(), after: held });
export type Memory = z.output<typeof measured>;

/** In a process of its own, since this one has grown by the other measurements. */
export async function measureMemory(): Promise<Memory> {
  const child = fork(fileURLToPath(new URL('./memoryProcess.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  });
  const [message] = await once(child, 'message');
  await once(child, 'exit');
  return measured.parse(message);
}

export function megabytesOf(pid: number): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kilobytes) / 1024;
}
