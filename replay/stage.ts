import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import {
  type EmulatedBot,
  type EmulatedChat,
  EmulatedClock,
  type EmulatedPhone,
  startEmulator,
} from '../emulator/index.js';
import type { Platform } from '../src/chat.js';
import { words } from '../src/words.js';
import { type Killable, startAssistantProcess } from './assistantProcess.js';
import type { Player } from './cast.js';
import type { Chance } from './chance.js';
import { type Deed, openDirector } from './director.js';
import { type Act, heardSince, type Person, personWith } from './person.js';
import type { Pace } from './scene.js';
import { openTroubles } from './troubles.js';

/**
 * The two messengers, the assistant in a process of its own, and people who write, wait, and write again
 * when nothing comes back. The clock stands still but for those who act: each deed has its moment.
 */
export type Stage = Awaited<ReturnType<typeof openStage>>;

const TELEGRAM_TOKEN = '700100200:replay-khong-co-that-0001';
const zaloToken = (index: number) => `447190200000000000${index + 2}:replay-khong-co-that-000${index + 2}`;

/** What people read must not depend on which port was free. */
const PUBLIC_URL = 'https://cuoc-thi.example';

/** Of the 50 that a free bot serves, a few places stay free. */
export const PEOPLE_PER_ZALO_BOT = 45;

/** Real time, until a second passes for those who wait for an answer. */
const A_MOMENT_MS = 100;
/** So many seconds pass by themselves; then a person has a look whether anything is still to come. */
const PATIENCE_SECONDS = 15;
/** "No receipt, send again": after so long. */
const SEND_AGAIN_AFTER_MS = 300_000;
const MOST_TRIES = 6;
/** More than any pace or death takes: some minutes. */
const MOST_ROUNDS = 2_000;

/** What somebody does in a chat, and what he then hears there. */
type Doing = Deed & {
  chat: EmulatedChat;
  does: () => Promise<unknown>;
  expectsAnswer: boolean;
  heard: string[];
};

export async function openStage(options: {
  /** The first is the one that chats are about until they choose another. */
  contests: readonly string[];
  zaloBots: number;
  begin: Date;
  folder: string;
  seed: string;
  chance: Chance;
  /** How many people do something at one moment. */
  atOnce: number;
  /** About how many deeds there will be. */
  expectedDeeds: number;
  /** Called before each deed. */
  onDeed: (now: Date) => void;
  /** Who is killed while somebody waits for an answer, and when. */
  kills: { what: Killable; afterDeeds: number; delayMs: number }[];
}) {
  const { chance, folder, zaloBots } = options;
  const clock = new EmulatedClock({ now: options.begin.getTime(), frozen: true });
  const port = await freePort();
  const emulator = await startEmulator({
    clock,
    zalo: { origins: { [PUBLIC_URL]: `http://127.0.0.1:${port}` } },
  });
  const name = words.plain('operator.trialBotName');
  const bots = {
    telegram: emulator.addBot({
      platform: 'telegram',
      token: TELEGRAM_TOKEN,
      username: 'cuoc_thi_mau_bot',
      name,
    }),
    zalo: Array.from({ length: zaloBots }, (_, index) =>
      emulator.addBot({
        platform: 'zalo',
        token: zaloToken(index),
        username: `bot.CuocThiMau${index === 0 ? '' : index + 1}`,
        name: index === 0 ? name : `${name} ${index + 1}`,
      }),
    ),
  };
  const [firstZalo] = bots.zalo;
  if (!firstZalo) throw new Error('nobody can write on Zalo');
  await mkdir(folder, { recursive: true });
  const assistant = await startAssistantProcess({
    logFile: path.join(folder, 'assistant.log'),
    environment: {
      TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
      ZALO_BOT_TOKENS: bots.zalo.map((_, index) => zaloToken(index)).join(','),
      TELEGRAM_API_URL: emulator.telegramUrl,
      ZALO_API_URL: emulator.zaloUrl,
      CLOCK_URL: emulator.clockUrl,
      DATA_DIR: folder,
      PORT: String(port),
      PUBLIC_URL,
      CONTEST: options.contests.join(','),
      LOG_LEVEL: 'warn',
      REPLAY_SECRET: `replay/${options.seed}`,
    },
  }).catch(async (error: unknown) => {
    await emulator.close();
    throw error;
  });

  const director = openDirector(chance.apart('turns'), perform);
  const gaps = chance.apart('gaps');
  const troubles = openTroubles(emulator, chance.apart('troubles'), options.expectedDeeds);
  let moment = options.begin.getTime();
  let gap: Pace = [20, 90];
  let deeds = 0;
  let sentAgain = 0;
  const kills = [...options.kills];

  /** Nobody is told anything before the assistant goes by the new time. */
  async function moveClock(to: number): Promise<void> {
    if (to > clock.ms()) clock.set(to);
    await clock.whenSeen();
  }

  /** All that was said has been worked, and all that had to be said was sent: the clock moves on as it must. */
  async function settle(about: { ticks?: boolean } = {}): Promise<void> {
    for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
      const { updates, letters } = await assistant.settle(rounds === 0 ? about : {});
      const unfetched = [bots.telegram, ...bots.zalo].reduce((sum, { waiting }) => sum + waiting, 0);
      if (updates + letters + unfetched === 0) return;
      // After a death, what it held is free again after some real seconds.
      if (rounds > 3) await pause(A_MOMENT_MS / 2);
      await moveClock(clock.ms() + 1_000);
    }
    throw new Error('turns or letters wait that nothing brings to an end');
  }

  async function isAnswered(chat: EmulatedChat, before: number): Promise<boolean> {
    const hears = () => heardSince(chat, before).length > 0;
    for (let seconds = 0; seconds < PATIENCE_SECONDS; seconds += 1) {
      await chat.next({ after: before, timeoutMs: A_MOMENT_MS }).catch(() => {});
      if (hears()) return true;
      await Promise.race([moveClock(clock.ms() + 1_000), pause(A_MOMENT_MS)]);
    }
    await settle();
    return hears();
  }

  /** Until there is an answer: what gets none is said again. */
  async function untilAnswered({ chat, does }: Doing, before: number): Promise<void> {
    for (let tries = 1; !(await isAnswered(chat, before)); tries += 1) {
      if (tries === MOST_TRIES) throw new Error(`“${chat.title}”: ${tries} messages, and no answer`);
      sentAgain += 1;
      moment += SEND_AGAIN_AFTER_MS;
      await moveClock(moment);
      await does();
    }
  }

  /** The next moment: each of these people does something, and then all is quiet again. */
  async function perform(doings: Doing[]): Promise<void> {
    moment += gaps.whole(...gap) * 1_000;
    // Waiting for a messenger takes a little longer in one run than in another: whole minutes make up for it.
    while (moment < clock.ms()) moment += 60_000;
    options.onDeed(new Date(moment));
    await moveClock(moment);
    const heardBefore = new Map(doings.map((doing) => [doing, doing.chat.messages.length]));
    for (const { chat, does } of doings) {
      deeds += 1;
      troubles.before(chat, deeds);
      await does();
    }
    if (kills[0] && deeds >= kills[0].afterDeeds) {
      const { what, delayMs } = kills.shift() ?? kills[0];
      await pause(delayMs);
      assistant.kill(what);
    }
    const waiting = doings.filter(({ expectsAnswer }) => expectsAnswer);
    await Promise.all(waiting.map((doing) => untilAnswered(doing, heardBefore.get(doing) ?? 0)));
    await settle();
    for (const doing of doings)
      doing.heard = heardSince(doing.chat, heardBefore.get(doing) ?? 0).map(({ text }) => text);
  }

  const act: Act = async (chat, does, { expectsAnswer = true, alone = false } = {}) => {
    const doing: Doing = { lane: chat.id, alone, chat, does, expectsAnswer, heard: [] };
    await director.deed(doing);
    return doing.heard;
  };

  /** A free Zalo bot serves so many people, so one of several is given to each. */
  let onZalo = 0;
  const botFor = (platform: Platform): EmulatedBot =>
    platform === 'telegram'
      ? bots.telegram
      : (bots.zalo[Math.floor(onZalo++ / PEOPLE_PER_ZALO_BOT)] ?? firstZalo);

  const person = (about: Player & { label: string }): Person =>
    personWith({
      ...about,
      phone: emulator.addPhone(about),
      bot: botFor(about.platform),
      act,
      chance: chance.apart(`person/${about.name}`),
    });

  return {
    emulator,
    bots,
    clock,
    assistant,
    chance,
    person,
    act,
    get sentAgain() {
      return sentAgain;
    },

    group: (platform: Platform, title: string, members: { phone: EmulatedPhone }[]): EmulatedChat =>
      emulator.addGroup({
        platform,
        title,
        phones: members.map(({ phone }) => phone),
        bot: platform === 'telegram' ? bots.telegram : firstZalo,
      }),

    /** Several conversations side by side, with so many seconds between one deed and the next. */
    async play(conversations: (() => Promise<void>)[], seconds: Pace = [20, 90]) {
      gap = seconds;
      await director.play(conversations, options.atOnce);
    },

    /** Days pass; what has become due meanwhile is done. */
    async moveTo(at: Date): Promise<void> {
      moment = Math.max(at.getTime(), moment);
      await moveClock(moment);
      await settle({ ticks: true });
    },

    settle,
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Known before the assistant listens there, since its pictures' address has to lead somewhere. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
