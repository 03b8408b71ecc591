import { z } from 'zod';
import { type BotRecord, type ChatRecord, PlatformName } from './state.js';

/**
 * Things that go wrong on request. The first seven befall calls, the last three befall updates on
 * their way to the bot: `reorder` lets the next update overtake one, `burst` holds `times` updates
 * back and delivers them at once.
 */
export const FaultKind = z.enum([
  '429',
  '403',
  '400',
  '5xx',
  'hang',
  'lost-answer',
  'not-json',
  'duplicate',
  'reorder',
  'burst',
]);
export type FaultKind = z.infer<typeof FaultKind>;

export const FaultOrder = z.strictObject({
  platform: PlatformName,
  /** The bot's id here or on its platform. */
  bot: z.string().optional(),
  /** The chat's id here or on its platform. */
  chat: z.string().optional(),
  /** Without a method, every call that names a chat is meant: `getUpdates` and the like must be asked for. */
  method: z.string().optional(),
  kind: FaultKind,
  times: z.int().positive().default(1),
  retryAfterSeconds: z.int().positive().optional(),
  /** Status of `5xx` and `not-json`. */
  code: z.int().min(200).max(599).optional(),
  description: z.string().optional(),
  /** Real seconds a `hang` lasts; without them, until the caller gives up. */
  seconds: z.number().positive().optional(),
});
export type FaultOrder = z.input<typeof FaultOrder>;
export type Fault = z.output<typeof FaultOrder>;

const befallUpdates: FaultKind[] = ['duplicate', 'reorder', 'burst'];

export class Faults {
  #orders: { fault: Fault; left: number }[] = [];
  #hanging = new AbortController();

  add(order: FaultOrder): void {
    const fault = FaultOrder.parse(order);
    this.#orders.push({ fault, left: fault.times });
  }

  /** Forgets all that was ordered, and lets go of calls that hang. */
  clear(): void {
    this.#orders = [];
    this.#hanging.abort();
    this.#hanging = new AbortController();
  }

  list(): (Fault & { left: number })[] {
    return this.#orders.map(({ fault, left }) => ({ ...fault, left }));
  }

  get cleared(): AbortSignal {
    return this.#hanging.signal;
  }

  /** The fault that befalls this call, which is thereby used up once. */
  forCall(bot: BotRecord, chat: ChatRecord | null, method: string): Fault | null {
    return this.#take((fault) => {
      if (befallUpdates.includes(fault.kind) || !meant(fault, bot, chat)) return false;
      return fault.method ? fault.method.toLowerCase() === method.toLowerCase() : chat !== null;
    });
  }

  forUpdate(bot: BotRecord, chat: ChatRecord | null): Fault | null {
    return this.#take((fault) => befallUpdates.includes(fault.kind) && meant(fault, bot, chat));
  }

  #take(fits: (fault: Fault) => boolean): Fault | null {
    const order = this.#orders.find(({ fault }) => fits(fault));
    if (!order) return null;
    order.left -= 1;
    if (order.left === 0) this.#orders = this.#orders.filter((other) => other !== order);
    return order.fault;
  }
}

function meant(fault: Fault, bot: BotRecord, chat: ChatRecord | null): boolean {
  if (fault.platform !== bot.platform) return false;
  if (fault.bot !== undefined && fault.bot !== bot.id && fault.bot !== bot.localId) return false;
  if (fault.chat === undefined) return true;
  return chat !== null && (fault.chat === chat.id || fault.chat === chat.localId);
}
