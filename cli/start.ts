import process from 'node:process';
import { CannotStart } from '../src/cannotStart.js';
import { isTrial, readConfig } from '../src/config.js';
import { openLog } from '../src/log.js';
import { startAssistant } from '../src/main.js';
import { words } from '../src/words.js';
import { explained } from './explained.js';
import { startTrial } from './trial.js';

/** `npm start`: the real platforms where a token is configured, the trial mode where nothing is. */

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const config = readConfig(process.env);
  const running = isTrial(config) ? await startTrial(config, say) : await startReal();
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say(words.plain('operator.stopping'));
    await running.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());

  async function startReal() {
    const assistant = await startAssistant(config, openLog(config.LOG_LEVEL));
    for (const bot of assistant.bots)
      say(words.plain('operator.botRuns', { bot: bot.name, link: bot.link() }));
    for (const contest of config.CONTEST)
      if (!(await assistant.store.roles.exists({ contest, role: 'organizer', endedAt: null })))
        say(words.plain('operator.organizerCode', { contest, code: await assistant.organizerCode(contest) }));
    say(words.plain('operator.running', { address: assistant.webUrl }));
    return assistant;
  }
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  process.stderr.write(`${explained(error)}\n`);
  process.exit(1);
}
