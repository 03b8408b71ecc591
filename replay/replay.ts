import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Killable } from './assistantProcess.js';
import { type Cast, castOf } from './cast.js';
import { type Chance, chanceOf } from './chance.js';
import { type Company, openCompany } from './company.js';
import { type ContestRead, readContest } from './contest.js';
import { resultIn } from './findings.js';
import { watchMemory } from './memory.js';
import type { Playbill } from './playbill.js';
import { type ProgrammeName, programmes } from './programmes.js';
import type { Recorded } from './record.js';
import { inOrder } from './scene.js';
import { scriptOf } from './script.js';
import { openStage, PEOPLE_PER_ZALO_BOT } from './stage.js';
import { type Verdict, verdictOn } from './verdict.js';

export type Replayed = {
  recorded: Recorded;
  /** The result as each group saw it, by the group's name; empty where none was published. */
  results: Record<string, string>;
  verdicts: Verdict[];
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

type Part = { bill: Playbill; contest: ContestRead; cast: Cast };

/** Plays whole contests through the emulated messengers. The same seed gives the same contests. */
export async function replay(options: {
  programme: ProgrammeName;
  seed: string;
  /** Who is killed, at moments spread over the contest. */
  kills?: readonly Killable[];
  /** After so many seconds it is broken off. */
  within?: number;
  onProgress?: (progress: Progress) => void;
}): Promise<Replayed> {
  const { programme, seed, kills = [], within = Number.POSITIVE_INFINITY, onProgress = () => {} } = options;
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1_000;
  const memory = watchMemory();
  const folder = await mkdtemp(path.join(tmpdir(), 'cuocthi-replay-'));
  try {
    const chance = chanceOf(`${programme}/${seed}`);
    const parts = await Promise.all(
      programmes[programme].map(async (bill): Promise<Part> => {
        const contest = await readContest(bill.contest);
        return { bill, contest, cast: castOf(contest, bill, chance.apart(`cast/${contest.id}`)) };
      }),
    );
    const begin = new Date(Math.min(...parts.map(({ bill }) => Date.parse(bill.begins))));
    const expectedDeeds = parts.reduce((sum, { cast }) => sum + deedsOf(cast), 0);
    let at = begin;
    let goals = 0;
    let of = 0;
    const stage = await openStage({
      contests: parts.map(({ contest }) => contest.id),
      zaloBots: Math.ceil(parts.reduce((sum, { cast }) => sum + onZalo(cast), 0) / PEOPLE_PER_ZALO_BOT),
      atOnce: Math.max(...parts.map(({ bill }) => bill.atOnce ?? 1)),
      begin,
      folder,
      seed,
      chance,
      expectedDeeds,
      kills: killsAt(kills, expectedDeeds, chance.apart('kills')),
      onDeed: (now) => {
        if (seconds() > within) throw new Error(`${within} seconds are over`);
        at = now;
        onProgress({ goals, of, at });
      },
    });
    let companies: Company[] = [];
    try {
      companies = parts.map(({ cast, ...about }, index) =>
        openCompany(stage, cast, { ...about, isDefault: index === 0 }),
      );
      for (const company of companies)
        company.above =
          companies.find(({ contest }) => contest.id === company.contest.plan.feeds?.contest) ?? null;
      const scenes = inOrder(companies.flatMap(scriptOf));
      of = scenes.reduce((sum, each) => sum + each.goals, 0);
      for (const each of scenes) {
        await stage.moveTo(each.at);
        await each.play(() => {
          goals += 1;
          onProgress({ goals, of, at });
        });
      }
      // Whatever is due by now is written and sent before anything is counted.
      await stage.settle({ ticks: true });
    } finally {
      await stage.assistant.close();
      await stage.emulator.close();
    }
    // Not needed while the others are there, and not small.
    const { readRecord } = await import('./record.js');
    const recorded = await readRecord({
      folder,
      contests: parts.map(({ contest }) => contest.id),
      emulator: stage.emulator,
      sentAgain: stage.sentAgain,
    });
    const results = companies.map((company) => resultsOf(company, recorded));
    const verdicts = companies.map((company, index) =>
      verdictOn(
        company,
        recorded.others[company.contest.id] ?? recorded,
        results[index] ?? {},
        recorded.counts,
      ),
    );
    await rm(folder, { recursive: true, force: true });
    return {
      recorded,
      results: Object.assign({}, ...results),
      verdicts,
      seconds: seconds(),
      peakMegabytes: memory.peakMegabytes,
      deaths: stage.assistant.deaths,
    };
  } catch (error) {
    throw new ReplayBroke(folder, error);
  } finally {
    memory.stop();
  }
}

const resultsOf = ({ groups }: Company, { messages }: Recorded): Record<string, string> =>
  Object.fromEntries(
    Object.values(groups).map(({ title, address }) => [title, resultIn(messages[address ?? ''] ?? [])]),
  );

/** About how many messages people write. */
function deedsOf({ teams, judges, selections }: Cast): number {
  const clips = teams.reduce((sum, { clips }) => sum + clips.length, 0);
  const juries = selections.reduce((sum, { judges: jury }) => sum + jury.length, 0);
  const sheets = clips * judges.length + (selections.length > 0 ? (clips * juries) / selections.length : 0);
  return Math.round(10 * teams.length + 8 * clips + 2 * sheets);
}

const onZalo = ({ teams, judges, screeners, selections, organizer, chair, member }: Cast): number =>
  [
    organizer,
    chair,
    member,
    ...teams,
    ...judges,
    ...screeners,
    ...selections.flatMap(({ coordinator, judges: jury }) => [
      ...(coordinator ? [coordinator] : []),
      ...jury,
    ]),
  ].filter(({ platform }) => platform === 'zalo').length + 2;

/** One after the other, each at its own moment between the first message and the last. */
function killsAt(kills: readonly Killable[], deeds: number, chance: Chance) {
  const share = deeds / (kills.length + 1);
  return kills.map((what, index) => ({
    what,
    afterDeeds: Math.round(share * (index + 0.5 + chance.number())),
    delayMs: chance.whole(0, 15),
  }));
}
