import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadContest } from '../src/store/contestFiles.js';
import { readUnits } from '../src/store/unitFiles.js';
import type { Killable } from './assistantProcess.js';
import { castOf } from './cast.js';
import { chanceOf } from './chance.js';
import { type Finding, findingsIn, resultIn } from './findings.js';
import { watchMemory } from './memory.js';
import type { Recorded } from './record.js';
import { deedsOf, goalsOf, playContest } from './script.js';
import { openStage } from './stage.js';

/** The contests for which there is a script of people. */
export const replayable = ['qn-2023'] as const;

const BEGIN = new Date('2023-07-12T08:00:00+07:00');

export type Replayed = {
  recorded: Recorded;
  /** The result as each group saw it, by the group's name. */
  results: Record<string, string>;
  findings: Finding[];
  seconds: number;
  peakMegabytes: number;
  /** How often the bot and the engine have died. */
  deaths: { bot: number; engine: number };
};

export type Progress = { goals: number; of: number; at: Date };

/** The play could not go on. What the assistant has written, its log too, stays in `folder`. */
export class ReplayBroke extends Error {
  override name = 'ReplayBroke';
  constructor(
    readonly folder: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Plays a whole contest through the emulated messengers. The same seed gives the same contest. */
export async function replay(options: {
  contest: string;
  seed: string;
  /** Who is killed, at moments spread over the contest. */
  kills?: readonly Killable[];
  onProgress?: (progress: Progress) => void;
}): Promise<Replayed> {
  const { contest, seed, kills = [], onProgress = () => {} } = options;
  const begun = performance.now();
  const memory = watchMemory();
  const folder = await mkdtemp(path.join(tmpdir(), 'cuocthi-replay-'));
  try {
    const { units, province } = await readProvince(contest);
    const chance = chanceOf(`${contest}/${seed}`);
    const cast = castOf(units, province, chance.apart('cast'));
    const of = goalsOf(cast);
    let goals = 0;
    let at = BEGIN;
    const moments = killsAt(kills, deedsOf(cast), chance.apart('kills'));
    const stage = await openStage({
      contest,
      begin: BEGIN,
      folder,
      seed,
      chance,
      expectedDeeds: deedsOf(cast),
      kills: moments,
      onDeed: (now) => {
        at = now;
        onProgress({ goals, of, at });
      },
    });
    let groups: Awaited<ReturnType<typeof playContest>>;
    try {
      groups = await playContest(stage, cast, {
        fullName: (unit) => units.fullName(unit),
        onGoal: () => {
          goals += 1;
          onProgress({ goals, of, at });
        },
      });
      await stage.settle();
    } finally {
      await stage.assistant.close();
      await stage.emulator.close();
    }
    // Not needed while the others are there, and not small.
    const { readRecord } = await import('./record.js');
    const recorded = await readRecord({
      folder,
      contest,
      emulator: stage.emulator,
      sentAgain: stage.sentAgain,
    });
    const results = Object.fromEntries(
      Object.values(groups).map(({ title, address }) => [
        title,
        resultIn(recorded.messages[address ?? ''] ?? []),
      ]),
    );
    const findings = findingsIn(recorded, results, {
      entries: cast.teams.length,
      sheets: cast.teams.length * cast.judges.length,
    });
    await rm(folder, { recursive: true, force: true });
    return {
      recorded,
      results,
      findings,
      seconds: (performance.now() - begun) / 1_000,
      peakMegabytes: memory.peakMegabytes,
      deaths: stage.assistant.deaths,
    };
  } catch (error) {
    throw new ReplayBroke(folder, error);
  } finally {
    memory.stop();
  }
}

async function readProvince(contest: string) {
  const folder = fileURLToPath(new URL('../contests', import.meta.url));
  const read = await loadContest(path.join(folder, `${contest}.yaml`));
  if ('findings' in read) throw new Error(`${contest}: ${read.findings[0]?.path} ${read.findings[0]?.code}`);
  const { list, root } = read.plan.units;
  const file = path.join(folder, 'units', `${list}.csv`);
  return { units: readUnits(linesUnder(root, await readFile(file, 'utf8')), file), province: root };
}

/** Of the country's list only what belongs to one province: all of it takes 40 MB. */
export function linesUnder(root: string, table: string): string {
  const [header = '', ...lines] = table.split(/\r?\n/);
  const under = new Set([root]);
  const kept = lines.filter((line) => {
    const [code = '', parent = ''] = line.split(',', 2);
    if (!under.has(parent) && code !== root) return false;
    under.add(code);
    return true;
  });
  return [header, ...kept].join('\n');
}

/** One after the other, each at its own moment between the first message and the last. */
function killsAt(kills: readonly Killable[], deeds: number, chance: ReturnType<typeof chanceOf>) {
  const share = deeds / (kills.length + 1);
  return kills.map((what, index) => ({
    what,
    afterDeeds: Math.round(share * (index + 0.5 + chance.number())),
    delayMs: chance.whole(0, 15),
  }));
}
