import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import type { Clock } from '../clock.js';
import type { Outbox } from '../deliver.js';
import { type Inbox, nextOrder } from '../handle.js';
import type { Log } from '../log.js';
import type { Letter } from '../store/documents.js';
import type { Post } from '../store/post.js';
import type { Store } from '../store/store.js';
import { beginWork, type Tools } from '../turn.js';
import { keepOrderly } from './orderly.js';
import { type Tick, ticks } from './ticks.js';

/**
 * agenda runs the ticks: one process at a time for each, and after a standstill once rather than for every
 * missed time. What a tick has to say goes the way of all letters, under keys that mean something, so a
 * tick that was cut off, or ran twice, says nothing twice.
 */
export type Schedule = {
  /** All ticks, now. */
  runAll(): Promise<void>;
  close(): Promise<void>;
};

/** The letters first, then the marks that they are written; answers what is to be sent. */
export async function runTick(tick: Tick, about: { tools: Tools; post: Post; now: Date }): Promise<Letter[]> {
  const { tools, post, now } = about;
  const work = beginWork(tools, `tick/${tick.name}/${now.getTime()}`, now, nextOrder());
  await tick.run(work);
  if (work.letters.length > 0) await post.addLetters(work.letters);
  for (const mark of work.marks) await mark();
  return work.letters;
}

/** Real time between two rounds while somebody keeps moving the clock. */
const MOVED_PAUSE_MS = 250;

export async function openSchedule(parts: {
  store: Store;
  post: Post;
  inbox: Inbox;
  outbox: Outbox;
  tools: Tools;
  clock: Clock;
  log: Log;
  /** No tick runs by itself, only by `runAll`. */
  byHand?: boolean;
}): Promise<Schedule> {
  const { store, post, inbox, outbox, tools, clock, log, byHand = false } = parts;

  const jobs = [
    ...ticks.map((tick) => ({
      name: tick.name,
      every: tick.every,
      run: async () => outbox.hand(await runTick(tick, { tools, post, now: clock.now() }), true),
    })),
    // Turns that a crash or a failure has left behind, whoever began them.
    { name: 'unfinished', every: '5 seconds', run: () => inbox.resume() },
  ];

  async function runAll(): Promise<void> {
    for (const job of jobs)
      await job.run().catch((error: unknown) => log.error({ tick: job.name, error }, 'a tick broke'));
  }

  if (byHand) return { runAll, close: async () => {} };

  const { db } = store.connection;
  if (!db) throw new Error('the database is not connected');
  // `every` is an upsert without a unique key: two processes could double a tick.
  await db
    .collection('jobs')
    .createIndex(
      { name: 1 },
      { unique: true, partialFilterExpression: { type: 'single' }, name: 'one-per-tick' },
    );
  const warn = (error: unknown) => log.warn({ error }, 'the schedule could not be read');
  const orderly = keepOrderly(new MongoBackend({ mongo: db, collection: 'jobs' }), warn);
  const agenda = new Agenda({
    backend: orderly.backend,
    processEvery: '2 seconds',
    defaultLockLifetime: 10_000,
  });
  agenda.on('error', warn);
  agenda.on('fail', (error: unknown, job: { attrs: { name: string } }) =>
    log.error({ tick: job.attrs.name, error }, 'a tick broke'),
  );
  for (const job of jobs) agenda.define(job.name, job.run);
  await agenda.start();
  for (const job of jobs) await agenda.every(job.every, job.name);

  // A clock that was moved by hand makes things due at once; one that keeps moving, every now and then.
  let catchingUp = false;
  let movedAgain = false;
  let closed = false;
  let round = Promise.resolve();
  async function catchUp(): Promise<void> {
    movedAgain = true;
    if (catchingUp) return;
    catchingUp = true;
    while (movedAgain && !closed) {
      movedAgain = false;
      round = runAll();
      await round;
      await new Promise((resolve) => setTimeout(resolve, MOVED_PAUSE_MS));
    }
    catchingUp = false;
  }
  clock.onMoved(() => void catchUp());
  return {
    runAll,
    async close() {
      closed = true;
      await agenda.drain(5_000);
      await orderly.close();
      await round;
    },
  };
}
