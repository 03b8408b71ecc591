import { openBareBot } from './bare.js';
import { expectIn, type Person, personOn, registerUpToCheck, roundOfAnswers } from './people.js';
import { openStage, withDatabase } from './stage.js';

export type Pass = { turnsPerSecond: number; p50: number; p99: number };
export type Comparison = { chats: number; ours: Pass; bare: Pass; ratio: number };

/** Says one of a round of answers and resolves when its answer was sent. */
type Speaker = (step: number) => Promise<void>;

/**
 * Turns a second and the time from an update's arrival to its answer being sent, ours and the bare bot's in
 * turns (A B A B …), so that whatever else the computer does falls on both. Figures are medians of rounds.
 */
export async function compareTurns(
  uri: string,
  about: { chats: number[]; rounds: number; roundMs: number },
): Promise<Comparison[]> {
  const stage = await openStage(withDatabase(uri, 'ours'));
  stage.moveTo('2023-08-31T08:00:00+07:00');
  const bare = await openBareBot(withDatabase(uri, 'bare'));
  const most = Math.max(...about.chats);
  const people: Person[] = Array.from({ length: most }, (_, index) => personOn(stage, index + 1));
  await Promise.all(people.map(registerUpToCheck));
  const ours = people.map(
    (person): Speaker =>
      async (step) => {
        const { says, hears } = answerAt(step);
        expectIn(await person.says(says), hears);
      },
  );
  const theirs = people.map(
    (_, index): Speaker =>
      (step) =>
        bare.says(index + 1, answerAt(step).says),
  );

  const comparisons: Comparison[] = [];
  for (const chats of about.chats) {
    const passes: { ours: Pass; bare: Pass }[] = [];
    const play = async () => ({
      ours: await pass(ours.slice(0, chats), about.roundMs),
      bare: await pass(theirs.slice(0, chats), about.roundMs),
    });
    await play();
    for (let round = 0; round < about.rounds; round += 1) {
      await stage.settled();
      passes.push(await play());
    }
    comparisons.push({
      chats,
      ours: medianPass(passes.map(({ ours }) => ours)),
      bare: medianPass(passes.map(({ bare }) => bare)),
      ratio: median(passes.map(({ ours, bare }) => ours.turnsPerSecond / bare.turnsPerSecond)),
    });
  }
  await stage.settled();
  await stage.close();
  await bare.close();
  return comparisons;
}

/** Each speaks as soon as he was answered, until the time is up; whole rounds only. */
async function pass(speakers: Speaker[], ms: number): Promise<Pass> {
  const latencies: number[] = [];
  const begun = performance.now();
  await Promise.all(
    speakers.map(async (say) => {
      do {
        for (const step of roundOfAnswers.keys()) {
          const spoken = performance.now();
          await say(step);
          latencies.push(performance.now() - spoken);
        }
      } while (performance.now() - begun < ms);
    }),
  );
  const seconds = (performance.now() - begun) / 1_000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return { turnsPerSecond: latencies.length / seconds, p50: at(0.5), p99: at(0.99) };
}

function answerAt(step: number) {
  const answer = roundOfAnswers[step];
  if (!answer) throw new Error(`no answer ${step}`);
  return answer;
}

const medianPass = (passes: Pass[]): Pass => ({
  turnsPerSecond: median(passes.map(({ turnsPerSecond }) => turnsPerSecond)),
  p50: median(passes.map(({ p50 }) => p50)),
  p99: median(passes.map(({ p99 }) => p99)),
});

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
