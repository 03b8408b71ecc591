import { setMaxListeners } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { EmulatedClock } from '../emulator/clock.js';
import { PACE } from '../src/bots/telegram/limits.js';
import type { Bot, ChatId, Pace } from '../src/chat.js';
import { openPace } from '../src/pace.js';

const pace: Pace = {
  bot: { count: 10, perMs: 400 },
  patient: { everyMs: 45, burst: 1 },
  chat: { everyMs: 1_000, burst: 2 },
  group: { everyMs: 3_000, burst: 3 },
};
const never = new AbortController().signal;
setMaxListeners(0, never);
const chats = Array.from({ length: 12 }, (_, index): ChatId => `telegram:1:${index + 1}`);
const group: ChatId = 'telegram:1:-300';

const botAt = (kept: Pace): Bot => ({ abilities: { pace: kept } }) as Bot;

/** When each chat's letters got their places, each chat asking for the next one as soon as it has one. */
async function placesOf(order: ChatId[]): Promise<{ chat: ChatId; at: number }[]> {
  const clock = new EmulatedClock({ now: Date.parse('2023-08-31T08:00:00+07:00'), frozen: true });
  const startedAt = clock.ms();
  const { take } = openPace(botAt(pace), clock);
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
function exceeding(times: number[], { everyMs, burst }: Pace['chat']): [number, number][] {
  return times.flatMap((start, from) =>
    times.slice(from).flatMap((end, more): [number, number][] => {
      return more + 1 > burst + (end - start) / everyMs ? [[start, end]] : [];
    }),
  );
}

/** Those that come with more than so many before them in the same stretch of time. */
const tooMany = (times: number[], { count, perMs }: Pace['bot']): number[] =>
  times.filter((at, index) => index >= count && at - (times[index - count] ?? 0) < perMs);

test.each([
  { name: 'the group asks first', order: [group, ...chats] },
  { name: 'the group asks in the middle', order: [...chats.slice(0, 6), group, ...chats.slice(6)] },
  { name: 'the group asks last', order: [...chats, group] },
])('no chat, no group and no bot ever exceeds its rate: $name', async ({ order }) => {
  const places = await placesOf(order);
  expect(
    tooMany(
      places.map(({ at }) => at),
      pace.bot,
    ),
  ).toEqual([]);
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

describe('An announcement and answers', () => {
  /** When letters got their places, at the pace that Telegram is held to; those of an announcement ask twelve at a time. */
  async function together({
    patient,
    answers,
  }: {
    patient: number;
    answers: { at: number; count: number }[];
  }) {
    const clock = new EmulatedClock({ now: Date.parse('2023-08-31T08:00:00+07:00'), frozen: true });
    const startedAt = clock.ms();
    const now = () => clock.ms() - startedAt;
    const { take } = openPace(botAt(PACE), clock);
    const took = { patient: [] as number[], answers: [] as { asked: number; at: number }[] };
    let next = 0;
    const sendPatient = async () => {
      for (let mine = next++; mine < patient; mine = next++) {
        await take(`telegram:1:${1_000 + mine}`, never, true);
        took.patient.push(now());
      }
    };
    const answer = async (chat: ChatId, count: number) => {
      const asked = now();
      for (let part = 0; part < count; part += 1) await take(chat, never);
      took.answers.push({ asked, at: now() });
    };
    for (let sender = 0; sender < 12; sender += 1) void sendPatient();
    const due = [...answers];
    while (took.patient.length < patient || took.answers.length < answers.length) {
      for (let first = due[0]; first && first.at <= now(); first = due[0]) {
        due.shift();
        void answer(`telegram:1:${due.length + 1}`, first.count);
      }
      await new Promise(setImmediate);
      clock.advance(1);
    }
    return took;
  }

  test('a broadcast holds more than 95 % of what is allowed, and never more than that', async () => {
    const { patient } = await together({ patient: 600, answers: [] });
    const seconds = (Math.max(...patient) - Math.min(...patient)) / 1_000;
    expect((patient.length - 1) / seconds).toBeGreaterThan(0.95 * 30);
    expect(tooMany(patient, { count: 30, perMs: 1_000 })).toEqual([]);
  });

  test('an answer of two messages finds room in the middle of a broadcast, which gives way to it', async () => {
    const answers = Array.from({ length: 20 }, (_, index) => ({ at: 2_000 + 300 * index, count: 2 }));
    const took = await together({ patient: 300, answers });
    expect(Math.max(...took.answers.map(({ asked, at }) => at - asked))).toBeLessThanOrEqual(250);
    const all = [...took.patient, ...took.answers.map(({ at }) => at)].sort((one, other) => one - other);
    expect(tooMany(all, { count: 30, perMs: 1_000 })).toEqual([]);
  });

  test('while nothing else is said, answers of two messages to fifteen people do not wait', async () => {
    const answers = Array.from({ length: 15 }, () => ({ at: 0, count: 2 }));
    const took = await together({ patient: 0, answers });
    expect(took.answers).toEqual(answers.map(() => ({ asked: 0, at: 0 })));
  });
});
