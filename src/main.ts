import { createHmac, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { announcementNow } from './actions/announcements/letters.js';
import { calendarEvents } from './actions/calendarEvents.js';
import { makeCode } from './actions/codes.js';
import { reminderNow } from './actions/reminderNow.js';
import { openAttachments } from './attachments.js';
import { connectTelegram } from './bots/telegram/bot.js';
import { connectZalo } from './bots/zalo/bot.js';
import type { ZaloSettings } from './bots/zalo/limits.js';
import { type Bot, type Platform, platformOf, Wrong } from './chat.js';
import { type Clock, systemClock } from './clock.js';
import type { Config } from './config.js';
import { openOutbox } from './deliver.js';
import { openFacebook } from './facebook/posts.js';
import { followClock } from './followedClock.js';
import { openInbox } from './handle.js';
import { openSchedule } from './jobs/schedule.js';
import type { Log } from './log.js';
import { openReceiving } from './receiving.js';
import { openContests } from './store/contests.js';
import { openLeases } from './store/leases.js';
import { openPost } from './store/post.js';
import { type DatabaseServer, startServer } from './store/server.js';
import { openStore, type Store } from './store/store.js';
import { beginWork, type Tools } from './turn.js';
import { startWeb } from './web/server.js';
import { openWatching } from './web/watching.js';
import { words } from './words.js';

/** The real things, put together and running. */
export type Assistant = Awaited<ReturnType<typeof startAssistant>>;

export const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What the trial mode and tests put in the place of the real thing. A server that is given is ended too. */
type Given = {
  clock?: Clock;
  server?: DatabaseServer;
  zalo?: Partial<ZaloSettings>;
  secret?: string;
  ticksByHand?: boolean;
};

/** Throws `CannotStart`; ends by itself whatever it had begun before that. */
export async function startAssistant(config: Config, log: Log, given: Given = {}) {
  const endings: (() => Promise<unknown> | unknown)[] = [];
  const close = async () => {
    for (const end of endings.splice(0).reverse()) {
      try {
        await end();
      } catch (error) {
        log.warn({ error }, 'something would not end in order');
      }
    }
  };
  try {
    return { ...(await assemble(config, log, endings, given)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function assemble(
  config: Config,
  log: Log,
  endings: (() => Promise<unknown> | unknown)[],
  given: Given,
) {
  const clock = given.clock ?? (await openClock(config, endings));
  const server = given.server ?? (await openDatabase(config, log));
  endings.push(() => server.close());
  const store = await openStore(server.uri);
  endings.push(() => store.close());
  const secret = await ownSecret(store, given.secret);
  const contests = await openContests(store, path.join(projectFolder, 'contests'), clock.now());
  for (const contest of config.CONTEST) await contests.ensure(contest);

  const web: { url: string } = { url: config.PUBLIC_URL ?? '' };
  const findFile = async (id: string) => {
    const file = await store.files.findById(id);
    return file && { bytes: file.bytes, mime: file.mime, name: file.name };
  };
  const readFile = async (id: string) => {
    const file = await findFile(id);
    if (!file) throw new Wrong(`the file ${id} is gone`);
    return file;
  };
  const bots = await connectBots(config, {
    log,
    clock,
    secret,
    readFile,
    publicFile: (id) => `${web.url}/tep/${id}`,
    ...(given.zalo && { zalo: given.zalo }),
  });

  const owner = `${hostname()}/${process.pid}/${randomBytes(4).toString('hex')}`;
  const post = openPost(store, owner);
  const leases = openLeases(store, owner);
  const watching = openWatching({ store, bots, secret });
  const tools: Tools = {
    store,
    defaultContest: config.CONTEST[0],
    units: contests.units,
    presets: contests.presets,
    t: words,
    secret,
    bots: bots.map(({ id, platform, name, link, abilities }) => ({
      id,
      platform,
      name,
      link,
      monthlyQuota: abilities.monthlyQuota,
    })),
    readAttachment: openAttachments(bots),
    ...(config.FACEBOOK_PAGE_TOKEN && {
      facebook: openFacebook({
        token: config.FACEBOOK_PAGE_TOKEN,
        clock,
        log,
        ...(config.FACEBOOK_GRAPH_URL && { apiRoot: config.FACEBOOK_GRAPH_URL }),
      }),
    }),
    warn: (error, what) => log.warn({ error }, what),
    canSee: (chat) => platformOf(chat) !== 'zalo' || isReachable(config),
    watchAddress: (entry) => (isReachable(config) ? `${web.url}${watching.path(entry)}` : null),
    calendarAddress: (name) => (isReachable(config) ? `${web.url}/lich/${name}.ics` : null),
  };
  const outbox = openOutbox({
    bots,
    post,
    leases,
    clock,
    log,
    sayNow: (letter) => {
      const work = beginWork(tools, letter._id, clock.now(), letter.order);
      return letter.announcement ? announcementNow(work, letter) : reminderNow(work, letter);
    },
  });
  const inbox = openInbox({ tools, post, outbox, clock, log });

  const receiving = openReceiving({ bots, receive: inbox.receive, log });

  const pages = await startWeb({
    port: config.PORT,
    host: config.HOST,
    log,
    bots,
    receive: inbox.receive,
    files: { read: findFile },
    videos: watching,
    calendars: {
      async read(name) {
        const now = clock.now();
        const events = await calendarEvents(beginWork(tools, `calendar/${name}`, now, 0), name);
        return events && { now, events };
      },
    },
    health: async () => {
      const refused = [...new Set([...receiving.refused(), ...outbox.refused()])];
      const ok = store.connection.readyState === 1 && refused.length === 0;
      return { ok, database: server.kind, refused, ...inbox.counts };
    },
  });
  endings.push(() => pages.close());
  web.url ||= pages.url;

  outbox.start();
  endings.push(() => outbox.close());
  endings.push(() => inbox.close());
  const schedule = await openSchedule({
    ...{ store, post, inbox, outbox, tools, clock, log },
    byHand: given.ticksByHand ?? false,
  });
  endings.push(() => schedule.close());
  await inbox.resume();
  await receiving.begin(config);
  endings.push(() => receiving.close());

  return {
    config,
    clock,
    server,
    store,
    post,
    bots,
    inbox,
    outbox,
    schedule,
    tools,
    webUrl: web.url,
    newOrganizerCode,
    organizerCode,
  };

  /** The code that an earlier start printed stays good until somebody uses it. */
  async function organizerCode(contest: string): Promise<string> {
    const unused = await store.codes
      .findOne({ contest, purpose: 'organizer', by: null, usedBy: null })
      .lean();
    return unused?._id ?? newOrganizerCode(contest);
  }

  /** A one-time code for a member of the committee, to be handed on by the operator. */
  async function newOrganizerCode(contest: string): Promise<string> {
    const work = beginWork(tools, `operator/${randomBytes(12).toString('hex')}`, clock.now(), 0);
    return makeCode(work, contest, { purpose: 'organizer', name: null, by: null });
  }
}

/** Throws `CannotStart`. */
export const openDatabase = (config: Config, log: Log): Promise<DatabaseServer> =>
  startServer({
    uri: config.MONGODB_URI,
    dataDir: path.resolve(projectFolder, config.DATA_DIR),
    database: 'cuocthi',
    log,
  });

async function openClock({ CLOCK_URL }: Config, endings: (() => unknown)[]): Promise<Clock> {
  if (!CLOCK_URL) return systemClock;
  const clock = await followClock(CLOCK_URL);
  endings.push(() => clock.close());
  return clock;
}

/** People are somewhere else, unless the messengers are pretended on this computer. */
const isReachable = ({ PUBLIC_URL, ZALO_API_URL, TELEGRAM_API_URL }: Config): boolean =>
  PUBLIC_URL !== undefined || [ZALO_API_URL, TELEGRAM_API_URL].some((url) => url?.includes('//127.0.0.1'));

/** Made at the first start, the same ever after: it guards codes, links and webhooks. */
async function ownSecret(store: Store, given = randomBytes(32).toString('hex')): Promise<string> {
  await store.settings.updateOne({ _id: 'secret' }, { $setOnInsert: { value: given } }, { upsert: true });
  const setting = await store.settings.findById('secret').lean();
  if (!setting) throw new Error('the secret is gone');
  return setting.value;
}

async function connectBots(
  config: Config,
  parts: {
    log: Log;
    clock: Clock;
    secret: string;
    readFile: (id: string) => Promise<{ bytes: Uint8Array; mime: string }>;
    publicFile: (id: string) => string;
    zalo?: Partial<ZaloSettings>;
  },
): Promise<Bot[]> {
  const { log, clock, readFile, publicFile } = parts;
  // One for each bot: a platform must not learn what lets it speak for another.
  const secretOf = (platform: Platform, token: string) =>
    createHmac('sha256', parts.secret)
      .update(`webhook/${platform}/${token.split(':')[0]}`)
      .digest('hex');
  const connecting: Promise<Bot>[] = config.ZALO_BOT_TOKENS.map((token) =>
    connectZalo({
      token,
      webhookSecret: secretOf('zalo', token),
      log,
      clock,
      publicFile,
      ...(parts.zalo && { settings: parts.zalo }),
      ...(config.ZALO_API_URL && { apiRoot: config.ZALO_API_URL }),
    }),
  );
  if (config.TELEGRAM_BOT_TOKEN)
    connecting.unshift(
      connectTelegram({
        token: config.TELEGRAM_BOT_TOKEN,
        webhookSecret: secretOf('telegram', config.TELEGRAM_BOT_TOKEN),
        log,
        clock,
        readFile,
        commands: [
          // One menu for everybody: what each can do beside it, the help says.
          { command: 'trogiup', description: words.plain('menu.helpFull') },
          { command: 'dangky', description: words.plain('menu.register') },
          { command: 'nopbai', description: words.plain('menu.submit') },
          { command: 'trangthai', description: words.plain('menu.statusFull') },
          { command: 'lich', description: words.plain('menu.dates') },
          { command: 'thele', description: words.plain('menu.rules') },
          { command: 'ketqua', description: words.plain('menu.result') },
          { command: 'hoi', description: words.plain('menu.ask') },
          { command: 'ma', description: words.plain('menu.code') },
        ],
        ...(config.TELEGRAM_API_URL && { apiRoot: config.TELEGRAM_API_URL }),
      }),
    );
  return Promise.all(connecting);
}
