import path from 'node:path';
import process from 'node:process';
import { CannotStart } from '../src/cannotStart.js';
import { readConfig } from '../src/config.js';
import { openLog } from '../src/log.js';
import { projectFolder, startAssistant } from '../src/main.js';
import { startServer } from '../src/store/server.js';
import { words } from '../src/words.js';
import { Question, type Told } from './protocol.js';

/**
 * The assistant as a replay runs it: the real thing in a process of its own, which also tells when it has
 * nothing left to do. It ends with the replay that started it.
 */

/** A platform's pace makes letters wait for the clock, which somebody else moves. */
const PATIENCE_MS = 30;

const tell = (told: Told) => process.connected && process.send?.(told);

try {
  const config = readConfig(process.env);
  const log = openLog(config.LOG_LEVEL);
  const dataDir = path.resolve(projectFolder, config.DATA_DIR);
  const server = await startServer({ uri: config.MONGODB_URI, dataDir, database: 'cuocthi', log });
  const { REPLAY_SECRET: secret = '' } = process.env;
  const assistant = await startAssistant(config, log, { server, secret });
  const { store, inbox, outbox, schedule } = assistant;

  let toldPid = 0;
  const tellEngine = () => {
    if (server.pid === null || server.pid === toldPid) return;
    toldPid = server.pid;
    tell({ kind: 'engine', pid: server.pid });
  };
  setInterval(tellEngine, 100).unref();

  const stop = async () => {
    await assistant.close();
    process.exit(0);
  };
  process.on('disconnect', () => void stop());
  // Ctrl-C reaches all processes of a terminal: the replay says when its assistant ends.
  process.on('SIGINT', () => {});
  process.on('message', (message) => {
    const question = Question.parse(message);
    if (question.kind === 'close') return void stop();
    answer(question).then(tell, (error: unknown) =>
      tell({
        kind: 'failed',
        id: question.id,
        reason: error instanceof Error ? error.message : String(error),
      }),
    );
  });

  async function answer(question: Exclude<Question, { kind: 'close' }>): Promise<Told> {
    const { id } = question;
    if (question.kind === 'organizerCode')
      return { kind: 'organizerCode', id, code: await assistant.newOrganizerCode(question.contest) };
    if (question.ticks) await schedule.runAll();
    await inbox.idle();
    await Promise.race([outbox.idle(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    const [updates, letters] = await Promise.all([
      store.updates.countDocuments({ state: 'waiting' }),
      store.letters.countDocuments({ state: 'waiting' }),
    ]);
    return { kind: 'settled', id, updates, letters };
  }

  tellEngine();
  tell({ kind: 'ready' });
} catch (error) {
  const reason =
    error instanceof CannotStart
      ? words.loose(error.key, error.values).text
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  tell({ kind: 'cannotStart', reason });
  process.exitCode = 1;
  process.disconnect?.();
}
