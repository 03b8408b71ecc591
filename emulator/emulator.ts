import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { EmulatedClock } from './clock.js';
import type { CountsReport } from './counts.js';
import { Fanpage } from './facebook/fanpage.js';
import type { FaultOrder } from './faults.js';
import { FileShelf } from './files.js';
import { addGroup, type NewGroup } from './groups.js';
import { EmulatedBot, EmulatedChat, EmulatedPhone } from './handles.js';
import { type Limits, type LimitsChange, publishedLimits } from './limits.js';
import { addBot, addPhone, type NewBot, type NewPhone } from './people.js';
import { buildServer } from './server.js';
import { clockOf, fill, keepState, readState } from './stateFile.js';
import { startTelegram } from './telegram/messenger.js';
import { World, type WorldEvents } from './world.js';
import { usualHabits, type ZaloHabits } from './zalo/habits.js';
import { startZalo } from './zalo/messenger.js';

export type EmulatorOptions = {
  /** 0, or nothing: any free port. */
  port?: number;
  clock?: EmulatedClock;
  /** Everything is kept here, so that a restart shows the same phones. */
  stateFile?: string;
  limits?: LimitsChange;
  /** How Zalo behaves where its documents and the field disagree. */
  zalo?: Partial<ZaloHabits>;
  /** Messages remembered in each chat. */
  historyPerChat?: number;
  /** An error of the emulator itself. Without a listener it becomes a process warning. */
  onError?: (error: unknown) => void;
};

/** Pretended Zalo, Telegram and Facebook, and the hands of the people who use them. */
export class Emulator {
  readonly clock: EmulatedClock;
  readonly url: string;
  /** What Telegram clients take for `https://api.telegram.org`. */
  readonly telegramUrl: string;
  /** What Zalo clients take for `https://bot-api.zaloplatforms.com`. */
  readonly zaloUrl: string;
  /** What Graph clients take for `https://graph.facebook.com`. */
  readonly facebookUrl: string;
  readonly clockUrl: string;
  /** Can be changed while it runs. */
  readonly limits: Limits;

  constructor(
    private readonly world: World,
    private readonly server: FastifyInstance,
    private readonly stopKeeping: () => void,
    /** Can be changed while it runs. */
    readonly zalo: ZaloHabits,
    /** The page on Facebook; what its posts have gathered can be changed while it runs. */
    readonly fanpage: Fanpage,
  ) {
    this.clock = world.clock;
    this.limits = world.limits;
    this.url = world.url;
    this.telegramUrl = `${world.url}/telegram`;
    this.zaloUrl = `${world.url}/zalo`;
    this.facebookUrl = `${world.url}/facebook`;
    this.clockUrl = `${world.url}/clock`;
  }

  /** Adding a bot again after a restart gives it its old chats back. */
  addBot(bot: NewBot): EmulatedBot {
    return new EmulatedBot(this.world, addBot(this.world, bot).id);
  }

  addPhone(phone: NewPhone): EmulatedPhone {
    return new EmulatedPhone(this.world, addPhone(this.world, phone).id);
  }

  addGroup({
    phones,
    bot,
    ...group
  }: Omit<NewGroup, 'phones' | 'bot'> & { phones: EmulatedPhone[]; bot?: EmulatedBot }) {
    const ids = phones.map(({ id }) => id);
    const chat = addGroup(this.world, { ...group, phones: ids, ...(bot && { bot: bot.id }) });
    return new EmulatedChat(this.world, chat.id);
  }

  get phones(): EmulatedPhone[] {
    return [...this.world.phones.keys()].map((id) => new EmulatedPhone(this.world, id));
  }

  get chats(): EmulatedChat[] {
    return [...this.world.chats.keys()].map((id) => new EmulatedChat(this.world, id));
  }

  /** Shown on the page of phones: what to try next. */
  get hints(): string[] {
    return this.world.hints;
  }

  set hints(hints: string[]) {
    this.world.hints = hints;
    this.world.events.emit('state');
  }

  /** Asked before the clock is moved by hand: what whoever moves it should know first, if anything. */
  set caution(caution: (to: Date) => Promise<string | null>) {
    this.world.caution = caution;
  }

  fault(order: FaultOrder): void {
    this.world.faults.add(order);
  }

  clearFaults(): void {
    this.world.faults.clear();
  }

  counts(): CountsReport {
    return this.world.counts.report();
  }

  /** Listens to what the page sees; answers how to stop. */
  on<Kind extends keyof WorldEvents>(kind: Kind, listener: (...data: WorldEvents[Kind]) => void): () => void {
    return this.world.listen(kind, listener);
  }

  async close(): Promise<void> {
    this.world.closing.abort();
    this.stopKeeping();
    await this.server.close();
  }
}

export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { stateFile } = options;
  const state = stateFile ? readState(stateFile) : null;
  const clock = options.clock ?? new EmulatedClock(state ? clockOf(state) : {});
  const limits = {
    telegram: { ...publishedLimits.telegram, ...options.limits?.telegram },
    zalo: { ...publishedLimits.zalo, ...options.limits?.zalo },
  };
  const world = new World(
    clock,
    limits,
    new FileShelf(stateFile ? `${stateFile}.files` : null),
    options.historyPerChat ?? 5000,
  );
  if (options.onError) world.failed = options.onError;
  if (state) fill(world, state);
  const habits: ZaloHabits = { ...usualHabits, ...options.zalo };
  const telegram = startTelegram(world);
  const zalo = startZalo(world, habits);
  const fanpage = new Fanpage('100064000000001', 'emulated-page-token-of-nobody');
  const server = buildServer(world, { telegram, zalo, fanpage });
  await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  world.url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const stopKeeping = stateFile ? keepState(world, stateFile) : () => {};
  telegram.resume();
  zalo.resume();
  return new Emulator(world, server, stopKeeping, habits, fanpage);
}
