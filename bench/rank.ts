import { spawn } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { projectFolder } from '../src/main.js';

export type RankTimes = { entries: number; sheets: number; fileMb: number; seconds: number; peakMb: number };

const JUDGES = 7;

const rules = {
  criteria: [
    { id: 'content', max: 40, step: '0.5' },
    { id: 'form', max: 30, step: '0.5' },
    { id: 'meaning', max: 30, step: '0.5' },
  ],
  jury: { weight: 70, aggregate: 'trimmed', quorum: 5 },
  audience: {
    mode: 'score',
    weight: 30,
    points: { like: 1, share: 2 },
    scale: { method: 'cap', cap: 1000 },
    freezeAt: '2023-09-19T23:59:59+07:00',
  },
  tieChain: ['audience', 'criterion:content', 'head_judge', 'earlier_submission', 'shared'],
};

/** What the command takes to rank a file of so many entries, from its start to its end. */
export async function timeRanking(sizes: number[]): Promise<RankTimes[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-rank-'));
  try {
    const times: RankTimes[] = [];
    for (const entries of sizes) {
      const file = path.join(folder, `${entries}.json`);
      const bytes = await writeContest(file, entries);
      times.push({ entries, sheets: entries * JUDGES, fileMb: bytes / 1e6, ...(await ranked(file)) });
    }
    return times;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeContest(file: string, entries: number): Promise<number> {
  const handle = await open(file, 'w');
  let seed = 7;
  const chance = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const list = async (name: string, length: number, item: (index: number) => object[]) => {
    await handle.write(`,"${name}":[`);
    // In pieces: all of it would be larger than a text may be.
    for (let from = 0; from < length; from += 1_000) {
      const piece = Array.from({ length: Math.min(1_000, length - from) }, (_, index) => item(from + index));
      await handle.write(
        (from > 0 ? ',' : '') +
          piece
            .flat()
            .map((each) => JSON.stringify(each))
            .join(','),
      );
    }
    await handle.write(']');
  };
  const code = (index: number) => `QN-${index + 1}`;
  await handle.write(`{"headJudge":"judge-1","rules":${JSON.stringify(rules)}`);
  await list('entries', entries, (index) => [
    { code: code(index), submittedAt: new Date(1_693_000_000_000 + chance(1e9)).toISOString() },
  ]);
  await list('sheets', entries, (index) =>
    Array.from({ length: JUDGES }, (_, judge) => ({
      judge: `judge-${judge + 1}`,
      entry: code(index),
      points: Object.fromEntries(rules.criteria.map(({ id, max }) => [id, String(chance(2 * max + 1) / 2)])),
    })),
  );
  await list('snapshots', entries, (index) => [
    { entry: code(index), at: '2023-09-19T20:00:00+07:00', likes: chance(3_000), shares: chance(900) },
  ]);
  await handle.write('}');
  const { size } = await handle.stat();
  await handle.close();
  return size;
}

/** The process says at its end how much memory it held at most. */
const peak = 'process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS))';

function ranked(file: string): Promise<{ seconds: number; peakMb: number }> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${peak}`, 'bin/cuocthi.mjs', 'rank', file, '--json'],
    { cwd: projectFolder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      const kilobytes = /peak (\d+)/.exec(said)?.[1];
      if (status !== 0 || !kilobytes) return reject(new Error(`ranking ended with ${status}: ${said}`));
      resolve({ seconds: (performance.now() - began) / 1_000, peakMb: Number(kilobytes) / 1_000 });
    });
  });
}
