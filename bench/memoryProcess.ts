import { type Memory, megabytesOf } from './memory.js';
import { expectIn, personOn, registerUpToCheck, roundOfAnswers } from './people.js';
import { openEngine, openStage, withDatabase } from './stage.js';

const CHATS = 50;
const MS = 6_000;

const engine = await openEngine();
const stage = await openStage(withDatabase(engine.uri, 'memory'));
stage.moveTo('2023-08-31T08:00:00+07:00');
const now = () => ({ program: megabytesOf(process.pid), engine: megabytesOf(engine.pid ?? 0) });

const fresh = now();
const people = Array.from({ length: CHATS }, (_, index) => personOn(stage, index + 1));
await Promise.all(people.map(registerUpToCheck));
const begun = performance.now();
await Promise.all(
  people.map(async (person) => {
    while (performance.now() - begun < MS)
      for (const { says, hears } of roundOfAnswers) expectIn(await person.says(says), hears);
  }),
);
await stage.settled();
const memory: Memory = { fresh, turns: stage.turns, after: now() };
await stage.close();
await engine.close();
process.send?.(memory, () => process.disconnect());
