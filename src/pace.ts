import { type Allowance, type Bot, type ChatId, isGroupId, type Rate } from './chat.js';
import type { Clock } from './clock.js';

export type Pace = ReturnType<typeof openPace>;

/** When a chat, and the bot as a whole, may send again. */
export function openPace(bot: Bot, clock: Clock) {
  const { pace } = bot.abilities;
  const wholeBot = openAllowance(pace.bot, clock);
  const patients = openBucket(pace.patient, clock);
  const chats = new Map<ChatId, ReturnType<typeof openBucket>>();

  function bucketOf(chat: ChatId) {
    const known = chats.get(chat);
    if (known) return known;
    if (chats.size > 5_000) for (const [id, each] of chats) if (each.isFull()) chats.delete(id);
    const bucket = openBucket(isGroupId(chat) ? pace.group : pace.chat, clock);
    chats.set(chat, bucket);
    return bucket;
  }

  /** What is patient takes no place in advance, so that nobody else has to wait behind it. */
  async function waitForRoom(signal: AbortSignal): Promise<void> {
    const leftMs = () => Math.max(patients.waitMs(), wholeBot.waitMs());
    for (let ms = leftMs(); ms > 0 && !signal.aborted; ms = leftMs()) await clock.sleep(ms, signal);
    patients.take();
  }

  return {
    /** Milliseconds until this chat has a place, whatever the whole bot does. */
    waitMs: (chat: ChatId): number => bucketOf(chat).waitMs(),
    /** Takes a place and waits for it; a place once taken is kept. One at a time in a chat. */
    async take(chat: ChatId, signal: AbortSignal, isPatient = false): Promise<void> {
      const own = bucketOf(chat);
      if (own.waitMs() > 0) await clock.sleep(own.waitMs(), signal);
      if (isPatient) await waitForRoom(signal);
      const waitMs = wholeBot.take();
      // The chat's place counts from when it is used: the next one would come too early otherwise.
      own.take(waitMs);
      if (waitMs > 0) await clock.sleep(waitMs, signal);
    },
  };
}

function openAllowance({ count, perMs }: Allowance, clock: Clock) {
  /** When the last so many places are used, the earliest first. */
  const places: number[] = [];
  const now = () => clock.now().getTime();
  const next = () => Math.max(now(), places.length < count ? 0 : (places[0] ?? 0) + perMs);
  return {
    waitMs: (): number => next() - now(),
    /** Takes the next place; answers how long it is until then. */
    take(): number {
      const at = next();
      if (places.length >= count) places.shift();
      places.push(at);
      return Math.max(0, at - now());
    },
  };
}

function openBucket({ everyMs, burst }: Rate, clock: Clock) {
  // The moment at which the bucket is (or would be) full again.
  let fullAt = 0;
  const now = () => clock.now().getTime();
  const wait = (until: number) => Math.max(0, until - burst * everyMs - now());
  return {
    waitMs: (): number => wait(Math.max(fullAt, now()) + everyMs),
    /** Takes the next place, not before `inMs`; answers how long it is until then. */
    take(inMs = 0): number {
      fullAt = Math.max(fullAt, now() + inMs) + everyMs;
      return Math.max(inMs, wait(fullAt));
    },
    isFull: () => fullAt <= now(),
  };
}
