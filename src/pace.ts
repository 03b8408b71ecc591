import { type Bot, type ChatId, isGroupId, type Rate } from './chat.js';
import type { Clock } from './clock.js';

/** Waits until this chat and this bot may send again: steady rates with a short burst. */
export function openPace(bot: Bot, clock: Clock) {
  const { pace } = bot.abilities;
  const wholeBot = openBucket(pace.bot, clock);
  const chats = new Map<ChatId, ReturnType<typeof openBucket>>();
  return async (chat: ChatId, signal: AbortSignal): Promise<void> => {
    let bucket = chats.get(chat);
    if (!bucket) {
      if (chats.size > 5_000) for (const [id, each] of chats) if (each.isFull()) chats.delete(id);
      bucket = openBucket(isGroupId(chat) ? pace.group : pace.chat, clock);
      chats.set(chat, bucket);
    }
    const waitMs = Math.max(bucket.take(), wholeBot.take());
    if (waitMs > 0) await clock.sleep(waitMs, signal);
  };
}

/** Says how long to wait for the next place; a place once taken is kept. */
function openBucket({ everyMs, burst }: Rate, clock: Clock) {
  // The moment at which the bucket is (or would be) full again.
  let fullAt = 0;
  const now = () => clock.now().getTime();
  return {
    take(): number {
      fullAt = Math.max(fullAt, now()) + everyMs;
      return Math.max(0, fullAt - burst * everyMs - now());
    },
    isFull: () => fullAt <= now(),
  };
}
