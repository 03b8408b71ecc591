import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import {
  type EmulatedChat,
  EmulatedClock,
  type EmulatedPhone,
  type Message,
  type Sending,
  startEmulator,
} from '../emulator/index.js';
import type { Platform } from '../src/chat.js';
import { words } from '../src/words.js';
import { type Killable, startAssistantProcess } from './assistantProcess.js';
import type { Chance } from './chance.js';
import { openDirector } from './director.js';
import { openTroubles } from './troubles.js';
import { asTyped, type Habit } from './typing.js';

/**
 * The two messengers, the assistant in a process of its own, and people who write, wait, and write again
 * when nothing comes back. The clock stands still but for those who act: each deed has its moment.
 */
export type Stage = Awaited<ReturnType<typeof openStage>>;

const TOKENS = {
  telegram: '700100200:replay-khong-co-that-0001',
  zalo: '4471902000000000002:replay-khong-co-that-0002',
};

/** Real time, until a second passes for those who wait for an answer. */
const A_MOMENT_MS = 100;
/** So many seconds pass by themselves; then a person has a look whether anything is still to come. */
const PATIENCE_SECONDS = 15;
/** "No receipt, send again": after so long. */
const SEND_AGAIN_AFTER_MS = 300_000;
const MOST_TRIES = 6;
/** More than any pace or death takes: some minutes. */
const MOST_ROUNDS = 2_000;

export async function openStage(options: {
  contest: string;
  begin: Date;
  folder: string;
  seed: string;
  chance: Chance;
  /** About how many deeds there will be. */
  expectedDeeds: number;
  /** Called before each deed. */
  onDeed: (now: Date) => void;
  /** Who is killed while somebody waits for an answer, and when. */
  kills: { what: Killable; afterDeeds: number; delayMs: number }[];
}) {
  const { chance, folder } = options;
  const clock = new EmulatedClock({ now: options.begin.getTime(), frozen: true });
  const emulator = await startEmulator({ clock });
  const name = words.plain('operator.trialBotName');
  const bots = {
    telegram: emulator.addBot({
      platform: 'telegram',
      token: TOKENS.telegram,
      username: 'cuoc_thi_mau_bot',
      name,
    }),
    zalo: emulator.addBot({ platform: 'zalo', token: TOKENS.zalo, username: 'bot.CuocThiMau', name }),
  };
  await mkdir(folder, { recursive: true });
  const assistant = await startAssistantProcess({
    logFile: path.join(folder, 'assistant.log'),
    environment: {
      TELEGRAM_BOT_TOKEN: TOKENS.telegram,
      ZALO_BOT_TOKENS: TOKENS.zalo,
      TELEGRAM_API_URL: emulator.telegramUrl,
      ZALO_API_URL: emulator.zaloUrl,
      CLOCK_URL: emulator.clockUrl,
      DATA_DIR: folder,
      PORT: '0',
      // What people read must not depend on which port was free.
      PUBLIC_URL: 'https://cuoc-thi.example',
      CONTEST: options.contest,
      LOG_LEVEL: 'warn',
      REPLAY_SECRET: `replay/${options.seed}`,
    },
  }).catch(async (error: unknown) => {
    await emulator.close();
    throw error;
  });

  const director = openDirector(chance.apart('turns'));
  const gaps = chance.apart('gaps');
  const troubles = openTroubles(emulator, chance.apart('troubles'), options.expectedDeeds);
  let moment = options.begin.getTime();
  let gap: [least: number, most: number] = [20, 90];
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
      const unfetched = bots.telegram.waiting + bots.zalo.waiting;
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

  /** Somebody does something at the next moment; what the bot has said in the chat when all is quiet again. */
  function act(
    chat: EmulatedChat,
    does: () => Promise<unknown>,
    { expectsAnswer = true } = {},
  ): Promise<string[]> {
    return director.deed(async () => {
      moment += gaps.whole(...gap) * 1_000;
      // Waiting for a messenger takes a little longer in one run than in another: whole minutes make up for it.
      while (moment < clock.ms()) moment += 60_000;
      deeds += 1;
      options.onDeed(new Date(moment));
      await moveClock(moment);
      troubles.before(chat, deeds);
      const before = chat.messages.length;
      await does();
      if (kills[0] && deeds >= kills[0].afterDeeds) {
        const { what, delayMs } = kills.shift() ?? kills[0];
        await pause(delayMs);
        assistant.kill(what);
      }
      for (let tries = 1; expectsAnswer && !(await isAnswered(chat, before)); tries += 1) {
        if (tries === MOST_TRIES) throw new Error(`“${chat.title}”: ${tries} messages, and no answer`);
        sentAgain += 1;
        moment += SEND_AGAIN_AFTER_MS;
        await moveClock(moment);
        await does();
      }
      await settle();
      return heardSince(chat, before).map(({ text }) => text);
    });
  }

  function person(about: { platform: Platform; name: string; label: string; habit: Habit }) {
    const phone = emulator.addPhone(about);
    const chat = phone.chatWith(bots[about.platform]);
    const own = chance.apart(`person/${about.name}`);
    return {
      ...about,
      phone,
      chat,
      chance: own,
      /** Typed with care, as names and commands are. */
      says: (text: string) => act(chat, () => phone.say(chat, text)),
      /** Typed as this person types. */
      types: (text: string) => act(chat, () => phone.say(chat, asTyped(text, about.habit))),
      saysTwice: (text: string) =>
        act(chat, async () => {
          await phone.say(chat, text);
          await phone.say(chat, text);
        }),
      sends: (sending: Sending) => act(chat, () => phone.send(chat, sending)),
      presses: (label: string, message?: string) =>
        act(chat, () => phone.press(chat, label, message === undefined ? {} : { message })),
      offers: () => offersIn(chat),
      /** One of the offers under the newest message: by its button, its number, or in words. */
      chooses(label: string): Promise<string[]> {
        const number = offersIn(chat).indexOf(label) + 1;
        if (number === 0) throw new Error(`${about.name} is not offered “${label}”: ${lastSaid(chat)}`);
        if (about.platform === 'telegram' && own.happens(0.6)) return this.presses(label);
        return own.happens(0.5) ? this.says(String(number)) : this.types(label);
      },
      saysIn: (group: EmulatedChat, text: string) =>
        act(group, () => phone.say(group, text, { mention: true })),
      /** Said to the others in a group, not to the bot. */
      chatsIn: (group: EmulatedChat, text: string) =>
        act(group, () => phone.say(group, text), { expectsAnswer: false }),
    };
  }

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
      emulator.addGroup({ platform, title, phones: members.map(({ phone }) => phone), bot: bots[platform] }),

    /** Several conversations side by side, with so many seconds between one deed and the next. */
    async play(conversations: (() => Promise<void>)[], seconds: [least: number, most: number] = [20, 90]) {
      gap = seconds;
      await director.play(conversations);
    },

    /** Days pass; what has become due meanwhile is done. */
    async moveTo(at: string): Promise<void> {
      moment = Math.max(Date.parse(at), moment);
      await moveClock(moment);
      await settle({ ticks: true });
    },

    settle,
  };
}

export type Person = ReturnType<Stage['person']>;

const heardSince = (chat: EmulatedChat, before: number): Message[] =>
  chat.messages.slice(before).filter(({ from }) => from.kind === 'bot');

const lastSaid = (chat: EmulatedChat): string =>
  chat.messages.findLast(({ from }) => from.kind === 'bot')?.text ?? '';

/** What the newest message with anything to choose offers: its buttons, or its numbered lines. */
export function offersIn(chat: EmulatedChat): string[] {
  const said = chat.messages.filter(({ from }) => from.kind === 'bot').reverse();
  for (const { text, buttons } of said) {
    const offers = buttons?.flat().map((button) => button.text) ?? numberedLines(text);
    if (offers.length > 0) return offers;
  }
  return [];
}

/** The last run of lines `1. …`, `2. …` in a message. */
export function numberedLines(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const [, number, label] = /^(\d+)\. (.+)$/.exec(line) ?? [];
    if (number === '1') lines.length = 0;
    if (label && Number(number) === lines.length + 1) lines.push(label);
  }
  return lines;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
