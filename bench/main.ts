import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import process from 'node:process';
import { Command } from 'commander';
import { broadcast } from './broadcast.js';
import { type Memory, measureMemory } from './memory.js';
import { timeRanking } from './rank.js';
import { countRoundTrips } from './roundTrips.js';
import { openEngine } from './stage.js';
import { timeStartUp } from './startUp.js';
import { table } from './table.js';
import { compareTurns } from './turns.js';
import { timeSearches } from './unitSearch.js';

/**
 * `npm run bench`: what a turn costs, on the embedded engine, in one run of about a minute. `npm run bench --
 * broadcast`: an announcement to ten thousand, with an assistant that is killed twice, in some two minutes.
 */

const command = new Command('npm run bench --')
  .argument('[what]', 'broadcast, or all the rest')
  .option('--people <number>', 'broadcast: how many', Number, 10_000)
  .option('--speed <number>', 'broadcast: how much faster than ours its clock runs', Number, 3)
  .option('--json <file>', 'write all figures to this file')
  .option('--seconds <number>', 'how long each pass takes', Number, 1)
  .option('--rounds <number>', 'passes of each side', Number, 5)
  .parse();
const { json, seconds, rounds, people, speed } = command.opts<{
  json?: string;
  seconds: number;
  rounds: number;
  people: number;
  speed: number;
}>();

const say = (text: string) => process.stdout.write(`${text}\n`);
const round = (value: number, digits = 0) => value.toFixed(digits);

say(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, embedded engine, journaled`,
);

if (command.args[0] === 'broadcast') {
  const { rate, lives, twice, never, tooFast, preview, seconds } = await broadcast({ people, speed });
  say(
    `\nAn announcement to ${people} people on the emulated Telegram, its clock ${speed} times ours, killed twice`,
  );
  say(
    table(
      ['life', 'letters', 'clock s', 'letters/s', '% of 30/s'],
      [...lives, rate].map((life, index) => [
        index < lives.length ? String(index + 1) : 'all',
        String(life.letters),
        round(life.seconds, 1),
        round(life.perSecond, 2),
        round((100 * life.perSecond) / 30, 1),
      ]),
    ),
  );
  say(
    table(
      ['refused as too fast', 'twice', 'never', 'preview s', 'whole run s'],
      [[String(tooFast), String(twice), String(never), round(preview, 1), round(seconds)]],
    ),
  );
  process.exit(never === 0 && tooFast === 0 ? 0 : 1);
}

const startUp = await timeStartUp();
say('\nFrom the command to the last line of `npm start`, in seconds');
say(
  table(
    ['data folder', 's'],
    [
      ['new', round(startUp.fresh, 2)],
      ['of an earlier run', round(startUp.again, 2)],
    ],
  ),
);

const searches = await timeSearches();
say(
  `\nSearches in ${searches.units} units with ${searches.names} names, in milliseconds of the processor’s time`,
);
say(
  table(
    ['typed', 'searches', 'p50', 'p99', 'most', 'found %'],
    searches.times.map(({ what, queries, p50, p99, most, found }) => [
      what,
      String(queries),
      round(p50, 1),
      round(p99, 1),
      round(most, 1),
      round(found),
    ]),
  ),
);

const rankings = await timeRanking([1_000, 10_000, 100_000]);
say('\n`rank`, the whole command, seven sheets to an entry');
say(
  table(
    ['entries', 'sheets', 'file MB', 's', 'peak MB'],
    rankings.map(({ entries, sheets, fileMb, seconds, peakMb }) => [
      String(entries),
      String(sheets),
      round(fileMb, 1),
      round(seconds, 2),
      round(peakMb),
    ]),
  ),
);

const engine = await openEngine();
try {
  const roundTrips = await countRoundTrips(engine.uri);
  say('\nRound trips to the database, counted');
  say(
    table(
      ['turn', 'each', 'which'],
      roundTrips.map(({ what, perTurn, commands }) => [
        what,
        round(perTurn, Number.isInteger(perTurn) ? 0 : 2),
        Object.entries(commands)
          .map(([name, times]) =>
            times === 1 ? name : `${round(times, Number.isInteger(times) ? 0 : 2)} × ${name}`,
          )
          .join(', '),
      ]),
    ),
  );

  const turns = await compareTurns(engine.uri, { chats: [1, 20, 100], rounds, roundMs: seconds * 1_000 });
  say('\nForm answers, from the update’s arrival to the answer being sent, beside a bare grammY bot');
  say(
    table(
      ['chats', 'turns/s', 'p50 ms', 'p99 ms', 'bare turns/s', 'p50 ms', 'p99 ms', 'ratio'],
      turns.map(({ chats, ours, bare, ratio }) => [
        String(chats),
        ...[ours, bare].flatMap(({ turnsPerSecond, p50, p99 }) => [
          round(turnsPerSecond),
          round(p50, 1),
          round(p99, 1),
        ]),
        round(ratio, 2),
      ]),
    ),
  );

  const memory = await measureMemory();
  const line = (when: string, { program, engine }: Memory['fresh']) => [
    when,
    round(program),
    round(engine),
    round(program + engine),
  ];
  say('\nMemory held, in MB');
  say(
    table(
      ['', 'program', 'engine', 'together'],
      [line('fresh', memory.fresh), line(`after ${memory.turns} turns`, memory.after)],
    ),
  );
  if (json)
    await writeFile(
      json,
      `${JSON.stringify({ startUp, searches, rankings, roundTrips, turns, memory }, null, 2)}\n`,
    );
} finally {
  await engine.close();
}
