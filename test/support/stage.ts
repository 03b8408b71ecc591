import {
  type EmulatedBot,
  type EmulatedChat,
  EmulatedClock,
  type EmulatedPhone,
  type Emulator,
  type Message,
  startEmulator,
  type ZaloHabits,
} from '../../emulator/index.js';
import { readConfig } from '../../src/config.js';
import { openLog } from '../../src/log.js';
import { type Assistant, startAssistant } from '../../src/main.js';
import type { Store } from '../../src/store/store.js';
import { testDatabase } from './database.js';

type PlatformName = 'telegram' | 'zalo';

const TOKENS = { telegram: '700100200:test-token-of-nobody', zalo: '447190200:test-token-of-nobody' };

/**
 * A stage for conversations: the emulated messengers, the whole assistant connected to them through its
 * real clients, and a clock that stands still and moves on by two seconds whenever somebody speaks. Ticks run
 * when the clock is moved to a moment (`moveTo`), and only then.
 */
export async function openStage(about: {
  at: string;
  contest?: string;
  zalo?: Partial<ZaloHabits>;
  /** The clock runs by itself, and the ticks with it, for stories in which somebody else's hands are at the phones. */
  runs?: boolean;
  /** Everything that is logged goes there. */
  logFile?: string;
}): Promise<Stage> {
  const clock = new EmulatedClock({ now: Date.parse(about.at), frozen: !about.runs });
  const emulator = await startEmulator({ clock, ...(about.zalo && { zalo: about.zalo }) });
  const bots = {
    telegram: emulator.addBot({
      platform: 'telegram',
      token: TOKENS.telegram,
      username: 'thi_bot',
      name: 'Bot Hội thi',
    }),
    zalo: emulator.addBot({
      platform: 'zalo',
      token: TOKENS.zalo,
      username: 'bot.hoithi',
      name: 'Bot Hội thi',
    }),
  };
  const config = readConfig({
    MONGODB_URI: await testDatabase(),
    TELEGRAM_BOT_TOKEN: TOKENS.telegram,
    ZALO_BOT_TOKENS: TOKENS.zalo,
    TELEGRAM_API_URL: emulator.telegramUrl,
    ZALO_API_URL: emulator.zaloUrl,
    PORT: '0',
    CONTEST: about.contest ?? 'qn-2023',
  });
  const start = () =>
    startAssistant(
      config,
      about.logFile ? openLog('debug', about.logFile) : openLog(process.env.TEST_LOG ?? 'silent'),
      // People here never speak while the assistant is being stopped.
      { clock, zalo: { stopGraceMs: 0 }, ticksByHand: !about.runs },
    );
  const stage = new Stage(emulator, clock, bots, start, await start());
  // What is due by then is told before anybody is there to hear it, not in the middle of a story.
  await stage.assistant.schedule.runAll();
  return stage;
}

export class Stage {
  constructor(
    readonly emulator: Emulator,
    readonly clock: EmulatedClock,
    readonly bots: Record<PlatformName, EmulatedBot>,
    private readonly start: () => Promise<Assistant>,
    public assistant: Assistant,
  ) {}

  get store(): Store {
    return this.assistant.store;
  }

  person(platform: PlatformName, name: string): Actor {
    const phone = this.emulator.addPhone({ platform, name, label: name });
    return new Actor(this, phone, phone.chatWith(this.bots[platform]));
  }

  /** A member of the committee, who has redeemed his code. */
  async organizer(
    platform: PlatformName,
    name: string,
    contest = this.assistant.config.CONTEST[0],
  ): Promise<Actor> {
    const person = this.person(platform, name);
    await person.says(`/ma ${await this.assistant.newOrganizerCode(contest)}`);
    return person;
  }

  group(platform: PlatformName, title: string, members: Actor[]): EmulatedChat {
    const phones = members.map(({ phone }) => phone);
    return this.emulator.addGroup({ platform, title, phones, bot: this.bots[platform] });
  }

  /** Something reaches the bot, and everything that follows from it is over. */
  async heard(act: () => Promise<unknown> | unknown): Promise<void> {
    this.clock.advance(2_000);
    const before = this.assistant.inbox.counts.received;
    await act();
    await until(() => this.assistant.inbox.counts.received > before);
    await this.settled();
  }

  /** Nothing is being worked or sent any more. Where that waits for a platform's pace, the clock is moved on. */
  async settled(): Promise<void> {
    await this.assistant.inbox.idle();
    const idle = this.assistant.outbox.idle().then(() => true);
    while (!(await Promise.race([idle, pause(20).then(() => false)])))
      if (this.clock.sleepers > 0) this.clock.advance(1_000);
  }

  /** The clock is moved, and what has become due is done. */
  async moveTo(at: string): Promise<void> {
    this.clock.set(Date.parse(at));
    await this.assistant.schedule.runAll();
    await this.settled();
  }

  async restart(): Promise<void> {
    await this.assistant.close();
    this.assistant = await this.start();
  }

  async close(): Promise<void> {
    await this.assistant.close();
    await this.emulator.close();
  }
}

/** Somebody on the stage. Each verb answers what the bot said to it, messages parted by a line. */
export class Actor {
  constructor(
    private readonly stage: Stage,
    readonly phone: EmulatedPhone,
    readonly chat: EmulatedChat,
  ) {}

  says(text: string): Promise<string> {
    return this.answerTo(() => this.phone.say(this.chat, text));
  }

  /** One after another; what was answered to the last. */
  async saysAll(...texts: string[]): Promise<string> {
    let last = '';
    for (const text of texts) last = await this.says(text);
    return last;
  }

  presses(label: string): Promise<string> {
    return this.answerTo(() => this.phone.press(this.chat, label));
  }

  /** Presses the button, or types its label where there are none. */
  chooses(label: string): Promise<string> {
    return this.phone.platform === 'telegram' ? this.presses(label) : this.says(label);
  }

  sends(sending: Parameters<EmulatedPhone['send']>[1]): Promise<string> {
    return this.answerTo(() => this.phone.send(this.chat, sending));
  }

  /** In a group; on Zalo the bot is mentioned, since it hears nothing else. */
  saysIn(group: EmulatedChat, text: string): Promise<string> {
    return this.answerTo(() => this.phone.say(group, text, { mention: group.platform === 'zalo' }), group);
  }

  /** The labels under the newest message that has any. */
  get buttons(): string[] {
    const last = this.chat.messages.findLast(({ buttons }) => buttons);
    return last?.buttons?.flat().map(({ text }) => text) ?? [];
  }

  /** Everything the bot has said so far. */
  get read(): string[] {
    return saidByBot(this.chat.messages);
  }

  private async answerTo(act: () => Promise<unknown> | unknown, where = this.chat): Promise<string> {
    const count = where.messages.length;
    await this.stage.heard(act);
    return saidByBot(where.messages.slice(count)).join('\n---\n');
  }
}

const saidByBot = (messages: Message[]): string[] =>
  messages.filter(({ from }) => from.kind === 'bot').map(({ text }) => text);

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function until(holds: () => boolean): Promise<void> {
  const started = Date.now();
  while (!holds()) {
    if (Date.now() - started > 20_000) throw new Error('nothing reached the assistant within 20 s');
    await pause(1);
  }
}
