import type { EmulatedChat, Emulator, FaultOrder } from '../emulator/index.js';
import type { Chance } from './chance.js';

/** What goes wrong on the network in the course of a contest, each at its own time. */

type Trouble = FaultOrder & { after: number };

const perMessenger: Omit<FaultOrder, 'platform'>[] = [
  { kind: '429', method: 'sendMessage', retryAfterSeconds: 3 },
  { kind: '5xx', method: 'sendMessage', code: 502 },
  // Accepted, but the bot can't know, and says it again.
  { kind: 'lost-answer', method: 'sendMessage' },
  { kind: 'not-json', method: 'sendMessage' },
  { kind: '5xx', method: 'getUpdates' },
  { kind: 'duplicate' },
  { kind: 'duplicate' },
  { kind: 'duplicate' },
];

/** Zalo hands out once: what the bot didn't get is gone, and its sender gets no answer. */
const onZalo: Omit<FaultOrder, 'platform'>[] = [{ kind: 'lost-answer', method: 'getUpdates' }];

/** `deeds`: about how many there will be. */
export function openTroubles(emulator: Emulator, chance: Chance, deeds: number) {
  const at = (order: FaultOrder): Trouble => ({ ...order, after: chance.whole(20, deeds) });
  let left: Trouble[] = [
    ...perMessenger.flatMap((order) => [
      at({ ...order, platform: 'telegram' }),
      at({ ...order, platform: 'zalo' }),
    ]),
    ...onZalo.map((order) => at({ ...order, platform: 'zalo' })),
  ].sort((a, b) => a.after - b.after);

  return {
    /** Somebody is about to write in this chat. */
    before(chat: EmulatedChat, deedsSoFar: number): void {
      const due = left.find(({ after, platform }) => after <= deedsSoFar && platform === chat.platform);
      if (!due) return;
      left = left.filter((each) => each !== due);
      const { after: _, ...order } = due;
      emulator.fault(order);
    },
  };
}
