import { setMaxListeners } from 'node:events';
import { expect, test } from '@jest/globals';
import { EmulatedClock } from '../emulator/clock.js';
import type { Bot, ChatId, Pace } from '../src/chat.js';
import { openPace } from '../src/pace.js';

const pace: Pace = {
  bot: { everyMs: 40, burst: 5 },
  chat: { everyMs: 1_000, burst: 2 },
  group: { everyMs: 3_000, burst: 3 },
};
const never = new AbortController().signal;
setMaxListeners(0, never);
const chats = Array.from({ length: 12 }, (_, index): ChatId => `telegram:1:${index + 1}`);
const group: ChatId = 'telegram:1:-300';

/** When each chat's letters got their places, each chat asking for the next one as soon as it has one. */
async function placesOf(order: ChatId[]): Promise<{ chat: ChatId; at: number }[]> {
  const clock = new EmulatedClock({ now: Date.parse('2023-08-31T08:00:00+07:00'), frozen: true });
  const startedAt = clock.ms();
  const { take } = openPace({ abilities: { pace } } as Bot, clock);
  const places: { chat: ChatId; at: number }[] = [];
  for (const chat of order)
    void (async () => {
      for (let count = 0; count < 6; count += 1) {
        await take(chat, never);
        places.push({ chat, at: clock.ms() - startedAt });
      }
    })();
  while (places.length < order.length * 6) {
    await new Promise(setImmediate);
    clock.advance(20);
  }
  return places;
}

/** In any stretch of time at most the burst and what the rate adds. */
function exceeding(times: number[], { everyMs, burst }: Pace['bot']): [number, number][] {
  return times.flatMap((start, from) =>
    times.slice(from).flatMap((end, more): [number, number][] => {
      return more + 1 > burst + (end - start) / everyMs ? [[start, end]] : [];
    }),
  );
}

test.each([
  { name: 'the group asks first', order: [group, ...chats] },
  { name: 'the group asks in the middle', order: [...chats.slice(0, 6), group, ...chats.slice(6)] },
  { name: 'the group asks last', order: [...chats, group] },
])('no chat, no group and no bot ever exceeds its rate: $name', async ({ order }) => {
  const places = await placesOf(order);
  const ofAll = places.map(({ at }) => at);
  expect(exceeding(ofAll, pace.bot)).toEqual([]);
  for (const chat of order) {
    const times = places.filter((each) => each.chat === chat).map(({ at }) => at);
    expect({ chat, exceeding: exceeding(times, chat === group ? pace.group : pace.chat) }).toEqual({
      chat,
      exceeding: [],
    });
  }
});

test('a chat that waits for its own place holds up no other one', async () => {
  const places = await placesOf([group, ...chats.slice(0, 2)]);
  expect(places.filter(({ chat }) => chat !== group).every(({ at }) => at <= 5_000)).toBe(true);
  expect(Math.max(...places.map(({ at }) => at))).toBe(9_000);
});
