import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeCode } from '../src/actions/codes.js';
import { PACE } from '../src/bots/telegram/limits.js';
import { read } from '../src/bots/telegram/read.js';
import { write } from '../src/bots/telegram/write.js';
import type { Bot, BotId, Call, Pace } from '../src/chat.js';
import { systemClock } from '../src/clock.js';
import { openOutbox } from '../src/deliver.js';
import { openInbox } from '../src/handle.js';
import { openLog } from '../src/log.js';
import { projectFolder } from '../src/main.js';
import { openContests } from '../src/store/contests.js';
import { openLeases } from '../src/store/leases.js';
import { openPost } from '../src/store/post.js';
import { type DatabaseServer, startServer } from '../src/store/server.js';
import { openStore } from '../src/store/store.js';
import { beginWork, type Tools } from '../src/turn.js';
import { words } from '../src/words.js';

/** The embedded engine on a folder that goes with it. */
export async function openEngine(): Promise<DatabaseServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'cuocthi-bench-'));
  const server = await startServer({ dataDir, database: 'bench', log: openLog('warn') });
  return {
    uri: server.uri,
    kind: server.kind,
    get pid() {
      return server.pid;
    },
    async close() {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export const withDatabase = (uri: string, name: string): string => {
  const address = new URL(uri);
  address.pathname = `/${name}`;
  return address.href;
};

/** Nobody waits: a platform's pace would be all that is measured. */
const AT_ONCE = { everyMs: 0, burst: 1_000 };
const NO_PACE: Pace = {
  ...PACE,
  bot: { count: 1, perMs: 0 },
  patient: AT_ONCE,
  chat: AT_ONCE,
  group: AT_ONCE,
};

export const BOT: BotId = 'telegram:700100200';

/**
 * Telegram's real reader and writer with a wire of our own between them: an update comes in as Telegram's
 * JSON, and what would go out as a call is counted and accepted at once. No HTTP, since the bare bot has
 * none either, and the emulator would take its share of the processor from the one that is measured.
 */
function openStubBot(heard: (call: Call) => void): Bot {
  return {
    id: BOT,
    platform: 'telegram',
    name: '@bench_bot',
    link: () => 'https://t.me/bench_bot',
    abilities: {
      buttons: true,
      files: true,
      textLength: 4096,
      captionLength: 1024,
      groupHears: 'commands',
      monthlyQuota: null,
      pace: NO_PACE,
    },
    write,
    async send(call) {
      heard(call);
      return '1';
    },
    poll: async () => {},
    readWebhook: () => null,
    acknowledge: async () => {},
    setWebhook: async () => {},
  };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** The assistant from the reader to the sender, on a database of its own. */
export async function openStage(uri: string) {
  let aheadMs = 0;
  const clock = { ...systemClock, now: () => new Date(Date.now() + aheadMs) };
  const log = openLog('warn');
  const store = await openStore(uri);
  const contests = await openContests(store, path.join(projectFolder, 'contests'), clock.now());
  await contests.ensure('qn-2023');
  const tools: Tools = {
    store,
    defaultContest: 'qn-2023',
    units: contests.units,
    t: words,
    secret: 'bench',
    bots: [],
    watchAddress: (entry) => `https://example.org/${entry}`,
  };
  const listeners = new Map<string, (call: Call) => void>();
  const bot = openStubBot((call) => {
    listeners.get(String(call.params.chat_id))?.(call);
  });
  const post = openPost(store, `bench/${process.pid}`);
  const outbox = openOutbox({ bots: [bot], post, leases: openLeases(store, 'bench'), clock, log });
  const inbox = openInbox({ tools, post, outbox, clock, log });
  outbox.start();

  return {
    store,
    moveTo(at: string) {
      aheadMs = Date.parse(at) - Date.now();
    },
    /** What this chat is sent from now on. */
    listen: (chat: number, listener: (call: Call) => void) => void listeners.set(String(chat), listener),
    receive(raw: unknown): Promise<void> {
      const update = read(raw, { bot: BOT, username: 'bench_bot' }, clock.now());
      if (!update) throw new Error('the update means nothing');
      return inbox.receive([update]);
    },
    async organizerCode(): Promise<string> {
      const work = beginWork(tools, 'bench/organizer', clock.now(), 0);
      return makeCode(work, 'qn-2023', { purpose: 'organizer', name: null, by: null });
    },
    async settled(): Promise<void> {
      await inbox.idle();
      await outbox.idle();
    },
    get turns() {
      return inbox.counts.turns;
    },
    async close(): Promise<void> {
      await inbox.close();
      await outbox.close();
      await store.close();
    },
  };
}
