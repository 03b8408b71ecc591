import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { EmulatedClock, type Emulator, startEmulator } from '../emulator/index.js';
import { CannotStart } from '../src/cannotStart.js';
import type { Config } from '../src/config.js';
import { windowsOf } from '../src/domain/dates.js';
import type { Plan } from '../src/domain/plan.js';
import { openLog } from '../src/log.js';
import { openDatabase, projectFolder, startAssistant } from '../src/main.js';
import { loadContest } from '../src/store/contestFiles.js';
import { writableFolder } from '../src/store/server/dataFolder.js';
import { words } from '../src/words.js';
import { cautionBefore, hints } from './guide.js';

/**
 * The trial mode: pretended Zalo and Telegram, the assistant connected to them through its real clients,
 * a sample contest, and a page of phones to chat in. What is typed there stays in the data folder.
 */

/** Tokens of bots that exist nowhere but in the emulator. */
const TELEGRAM_TOKEN = '700100200:thu-nghiem-khong-co-that-0001';
const ZALO_TOKEN = '4471902000000000001:thu-nghiem-khong-co-that-0002';

/** People are up at eight. */
const EIGHT_HOURS_MS = 8 * 3_600_000;
const WEEK_MS = 7 * 86_400_000;

export async function startTrial(config: Config, say: (line: string) => void) {
  const folder = await writableFolder(path.resolve(projectFolder, config.DATA_DIR));
  // The terminal belongs to people here, unless somebody asks to see the log.
  const log =
    config.LOG_LEVEL === 'info'
      ? openLog('warn', path.join(folder, 'tro-ly.log'))
      : openLog(config.LOG_LEVEL);
  // First, since it refuses a data folder that another process holds.
  const server = await openDatabase(config, log);
  const emulator = await openEmulator(config).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const bots = addBots(emulator);
  const trial: Config = {
    ...config,
    TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
    ZALO_BOT_TOKENS: [ZALO_TOKEN],
    TELEGRAM_API_URL: emulator.telegramUrl,
    ZALO_API_URL: emulator.zaloUrl,
    CLOCK_URL: emulator.clockUrl,
    PORT: await portNextTo(config),
    UPDATES: 'polling',
  };
  const assistant = await startAssistant(trial, log, { server }).catch(async (error: unknown) => {
    await emulator.close();
    throw error;
  });
  const code = await assistant.organizerCode(config.CONTEST[0]);
  if (emulator.phones.length === 0) addPeople(emulator, bots);
  emulator.hints = hints(code, await planOf(config.CONTEST[0]));
  emulator.caution = (to) => cautionBefore(assistant, config.CONTEST[0], to);
  say(words.plain('operator.trial', { code }));
  say(emulator.url);
  return {
    assistant,
    emulator,
    async close() {
      await assistant.close();
      await emulator.close();
    },
  };
}

/** Links to pictures and calendars hold after a restart, too, as long as this port is free; else it is any (0). */
function portNextTo({ PORT, HOST: host }: Config): Promise<number> {
  const port = PORT + 1;
  if (PORT === 0 || port > 65_535) return Promise.resolve(0);
  return new Promise((resolve) => {
    const trying = createServer()
      .once('error', () => resolve(0))
      .listen({ port, host }, () => trying.close(() => resolve(port)));
  });
}

async function openEmulator({ PORT: port, DATA_DIR, CONTEST }: Config): Promise<Emulator> {
  const folder = path.resolve(projectFolder, DATA_DIR);
  try {
    const stateFile = path.join(folder, 'phones.json');
    const first = !existsSync(stateFile);
    return await startEmulator({
      port,
      stateFile,
      ...(first && { clock: new EmulatedClock({ now: (await beginOf(CONTEST[0])).getTime() }) }),
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new CannotStart('operator.portUsed', { port }, { cause: error });
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
      throw new CannotStart('operator.dataFolderNotWritable', { folder }, { cause: error });
    throw error;
  }
}

/**
 * The morning on which teams may begin to send their clips, or to register where none are sent; a week
 * before the end where no beginning was set. A document that can't be read is refused elsewhere.
 */
async function beginOf(contest: string): Promise<Date> {
  const plan = await planOf(contest);
  if (!plan) return new Date();
  const { submission, registration } = windowsOf(plan);
  const window = submission ?? registration;
  if (!window) return new Date();
  const { opens, closes } = window;
  return new Date(opens ? opens.getTime() + EIGHT_HOURS_MS : closes.getTime() - WEEK_MS);
}

async function planOf(contest: string): Promise<Plan | null> {
  const read = await loadContest(path.join(projectFolder, 'contests', `${contest}.yaml`)).catch(() => null);
  return read && 'plan' in read ? read.plan : null;
}

/** Adding them again after a restart gives them their old chats back. */
function addBots(emulator: Emulator) {
  const name = words.plain('operator.trialBotName');
  const telegram = emulator.addBot({
    platform: 'telegram',
    token: TELEGRAM_TOKEN,
    username: 'tro_ly_cuoc_thi_bot',
    name,
  });
  const zalo = emulator.addBot({ platform: 'zalo', token: ZALO_TOKEN, username: 'bot.TroLyCuocThi', name });
  return { telegram, zalo };
}

/** A team on Zalo, a judge and the organizer on Telegram, and a group on each. */
function addPeople(emulator: Emulator, bots: ReturnType<typeof addBots>): void {
  const person = (platform: 'telegram' | 'zalo', name: string, label: string) =>
    emulator.addPhone({ platform, name, label });
  const team = person('zalo', 'Lan', words.plain('operator.playsTeam'));
  const judge = person('telegram', 'Minh', words.plain('operator.playsJudge'));
  const organizer = person('telegram', 'Hà', words.plain('operator.playsOrganizer'));
  const member = person('zalo', 'Bình', words.plain('operator.playsMember'));
  emulator.addGroup({
    platform: 'telegram',
    title: words.plain('operator.groupTelegram'),
    phones: [organizer, judge],
    bot: bots.telegram,
  });
  emulator.addGroup({
    platform: 'zalo',
    title: words.plain('operator.groupZalo'),
    phones: [member, team],
    bot: bots.zalo,
  });
}
