import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serverEnvironment } from '../src/store/server/serverEnvironment.js';
import { type Question, Told } from './protocol.js';

/** The assistant's process, started again whenever it dies. */
export type AssistantProcess = {
  readonly pids: { bot: number | undefined; engine: number | undefined };
  /** How often it, or the database engine under it, has died. */
  readonly deaths: { bot: number; engine: number };
  /** What still waits after everything was done that could be done; survives deaths in between. */
  settle(options?: { ticks?: boolean }): Promise<{ updates: number; letters: number }>;
  organizerCode(contest: string): Promise<string>;
  kill(what: Killable): void;
  /** Ends it in order. */
  close(): Promise<void>;
};

export const killables = ['bot', 'engine'] as const;
export type Killable = (typeof killables)[number];

const PROGRAM = fileURLToPath(new URL('./assistant.ts', import.meta.url));

/** Three processes share what one replay may take. */
const NODE_OPTIONS = [
  '--max-semi-space-size=2',
  '--max-old-space-size=160',
  '--import',
  import.meta.resolve('tsx'),
];

/** Dying so often without ever being ready means that it can't be helped. */
const MOST_FAILED_STARTS = 5;

type Answer = Extract<Told, { id: number }>;

/** Resolves when it is ready. Throws with the reason when it can't start. */
export async function startAssistantProcess(options: {
  environment: Record<string, string>;
  logFile: string;
}): Promise<AssistantProcess> {
  const pids: AssistantProcess['pids'] = { bot: undefined, engine: undefined };
  const deaths = { bot: 0, engine: 0 };
  let child: ChildProcess | null = null;
  let closing = false;
  let failedStarts = 0;
  let questions = 0;
  let ready = fresh();
  const waiting = new Map<number, (answer: Answer | null) => void>();

  function start(): void {
    const log = openSync(options.logFile, 'a');
    const own = fork(PROGRAM, [], {
      execArgv: NODE_OPTIONS,
      env: serverEnvironment(options.environment),
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    child = own;
    pids.bot = own.pid;
    own.on('message', (message) => hear(Told.parse(message)));
    own.once('exit', () => {
      for (const tell of waiting.values()) tell(null);
      waiting.clear();
      if (closing) return;
      deaths.bot += 1;
      failedStarts += 1;
      if (ready.isSettled) ready = fresh();
      if (failedStarts > MOST_FAILED_STARTS) ready.fail(new Error('the assistant does not start'));
      else start();
    });
  }

  function hear(told: Told): void {
    switch (told.kind) {
      case 'ready':
        failedStarts = 0;
        ready.done();
        break;
      case 'engine':
        if (pids.engine !== undefined && ready.isSettled) deaths.engine += 1;
        pids.engine = told.pid;
        break;
      case 'cannotStart':
        closing = true;
        ready.fail(new Error(told.reason));
        break;
      default:
        waiting.get(told.id)?.(told);
        waiting.delete(told.id);
    }
  }

  /** Asks until there is an answer: whoever died before it is asked again after the restart. */
  async function ask(
    question: Exclude<Question, { kind: 'close' }>,
  ): Promise<Exclude<Answer, { kind: 'failed' }>> {
    for (;;) {
      await ready.promise;
      const answer = await new Promise<Answer | null>((resolve) => {
        waiting.set(question.id, resolve);
        if (!child?.connected) return resolve(null);
        child.send(question, (error) => {
          if (error) resolve(null);
        });
      });
      if (answer && answer.kind !== 'failed') return answer;
      // The database may be away for a moment.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  start();
  await ready.promise;

  return {
    pids,
    deaths,
    async settle({ ticks = false } = {}) {
      const answer = await ask({ kind: 'settle', id: ++questions, ticks });
      if (answer.kind !== 'settled') throw new Error('that was no answer');
      return { updates: answer.updates, letters: answer.letters };
    },
    async organizerCode(contest) {
      const answer = await ask({ kind: 'organizerCode', id: ++questions, contest });
      if (answer.kind !== 'organizerCode') throw new Error('that was no answer');
      return answer.code;
    },
    kill(what) {
      const pid = pids[what];
      if (pid === undefined) return;
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has just died of itself.
      }
    },
    async close() {
      closing = true;
      const own = child;
      if (!own || own.exitCode !== null || own.signalCode !== null) return;
      const ended = new Promise((resolve) => own.once('exit', resolve));
      if (own.connected) own.send({ kind: 'close' } satisfies Question, () => {});
      await ended;
    },
  };
}

function fresh() {
  let done: () => void = () => {};
  let fail: (error: Error) => void = () => {};
  const own = {
    isSettled: false,
    promise: Promise.resolve(),
    done: () => {
      own.isSettled = true;
      done();
    },
    fail: (error: Error) => {
      own.isSettled = true;
      fail(error);
    },
  };
  own.promise = new Promise<void>((resolve, reject) => {
    done = resolve;
    fail = reject;
  });
  own.promise.catch(() => {});
  return own;
}
