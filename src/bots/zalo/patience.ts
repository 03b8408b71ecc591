import { Gone, Later, Wrong } from '../../chat.js';
import { describe, type Failed, type Refused } from './client.js';

/** Zalo never says how long to wait. After the third wait the message is parked. */
const THROTTLED_WAITS_MS = [5_000, 15_000, 60_000];
/** 403 means anything from "internal error" to "not your chat": two more tries, then we leave the chat alone. */
const REFUSED_WAITS_MS = [5_000, 30_000];
const LONGEST_BACK_OFF_MS = 30_000;

/** Tries of one chat that failed in a row, by what went wrong. */
type Troubles = { throttled: number; refused: number; unclear: number };

/**
 * What to do about a message that wasn't accepted. The counts live in memory only: after a restart a
 * chat gets its few tries anew, and that is all.
 */
export function openPatience(random: () => number) {
  const troubles = new Map<string, Troubles>();

  return {
    settled: (chat: string): void => {
      troubles.delete(chat);
    },

    verdict(method: string, chat: string, answer: Refused | Failed): Later | Gone | Wrong {
      const reason = `${method}: ${describe(answer)}`;
      const trouble = troubles.get(chat) ?? { throttled: 0, refused: 0, unclear: 0 };
      troubles.set(chat, trouble);

      if (answer.kind === 'failed') {
        trouble.unclear += 1;
        return new Later(backOff(trouble.unclear), answer.connected ? 'chat' : 'bot', reason);
      }
      if (answer.code === 429) {
        const waitMs = THROTTLED_WAITS_MS[trouble.throttled++];
        if (waitMs) return new Later(jittered(waitMs, random), 'bot', reason);
      } else if (answer.code === 403) {
        const waitMs = REFUSED_WAITS_MS[trouble.refused++];
        if (waitMs) return new Later(waitMs, 'chat', reason);
      } else if (isPassing(answer.code)) {
        trouble.unclear += 1;
        return new Later(backOff(trouble.unclear), 'chat', reason);
      }
      troubles.delete(chat);
      return answer.code === 403 ? new Gone(reason) : new Wrong(reason, answer.code === 401);
    },
  };
}

/** A time-out, a fault of the platform, or a refusal without a reason: the call may even have been carried out. */
const isPassing = (code: number): boolean => code === 408 || code >= 500 || code < 400;

/** 1, 2, 4 … 30 s. */
export const backOff = (tries: number): number => Math.min(LONGEST_BACK_OFF_MS, 1_000 * 2 ** (tries - 1));

/** A quarter longer at most, so that those who were refused together don't come back together. */
export const jittered = (ms: number, random: () => number): number => Math.round(ms * (1 + random() / 4));

/** The wait after the nth 429 in a row, where nothing can be parked. */
export const throttledWait = (times: number): number =>
  THROTTLED_WAITS_MS[Math.min(times, THROTTLED_WAITS_MS.length) - 1] ?? LONGEST_BACK_OFF_MS;
