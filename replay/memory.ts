import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const LOOK_MS = 500;

/** Watches how much memory this process and all that it has started take together. */
export function watchMemory() {
  let peakMegabytes = 0;
  let looking = false;
  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,rss=']).catch(() => ({ stdout: '' }));
    peakMegabytes = Math.max(peakMegabytes, megabytesUnder(process.pid, stdout));
    looking = false;
  }
  const timer = setInterval(() => void look(), LOOK_MS);
  return {
    get peakMegabytes() {
      return peakMegabytes;
    },
    stop: () => clearInterval(timer),
  };
}

/** Resident memory of a process and its descendants, from lines of `pid ppid kilobytes`. */
export function megabytesUnder(root: number, table: string): number {
  const processes = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, parent = 0, kilobytes = 0]) => ({ pid, parent, kilobytes }));
  const under = new Set([root]);
  for (let size = 0; size < under.size; ) {
    size = under.size;
    for (const { pid, parent } of processes) if (under.has(parent)) under.add(pid);
  }
  const sum = processes
    .filter(({ pid }) => under.has(pid))
    .reduce((all, { kilobytes }) => all + kilobytes, 0);
  return Math.round(sum / 1024);
}
