import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { EmulatedClock } from '../emulator/clock.js';
import {
  type Bot,
  type Call,
  type ChatId,
  Gone,
  Later,
  Moved,
  type Pace,
  type Reply,
  Wrong,
} from '../src/chat.js';
import { type Outbox, openOutbox } from '../src/deliver.js';
import { openLog } from '../src/log.js';
import type { SayNow } from '../src/sending.js';
import { type Leases, openLeases } from '../src/store/leases.js';
import { openPost, type Post } from '../src/store/post.js';
import { openStore, type Store } from '../src/store/store.js';
import { letter } from '../src/turn.js';
import { testDatabase } from './support/database.js';
import { until } from './support/until.js';

const an: ChatId = 'telegram:1:100';
const binh: ChatId = 'telegram:1:200';
const group: ChatId = 'telegram:1:-300';
const unlimited: Pace = {
  bot: { count: 1, perMs: 0 },
  patient: { everyMs: 0, burst: 1 },
  chat: { everyMs: 0, burst: 1 },
  group: { everyMs: 0, burst: 1 },
};

let store: Store;
let post: Post;
let clock: EmulatedClock;
let open: Outbox[] = [];
beforeAll(async () => {
  store = await openStore(await testDatabase());
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.letters.deleteMany({});
  await store.chats.deleteMany({});
  await store.groups.deleteMany({});
  await store.leases.deleteMany({});
  post = openPost(store, 'writer');
  clock = new EmulatedClock({ now: Date.parse('2023-08-31T08:00:00+07:00'), frozen: true });
});
afterEach(async () => {
  await Promise.all(open.map((outbox) => outbox.close()));
  open = [];
});

/** A messenger that notes what it accepts. `answer` may refuse, or take its time. A line is a message. */
function pretendBot(pace = unlimited) {
  const accepted: { chat: ChatId; text: string; at: number }[] = [];
  const messenger = {
    answer: async (_chat: ChatId, _text: string): Promise<void> => {},
    accepted,
    get said(): string[] {
      return accepted.map(({ text }) => text);
    },
    bot: {
      id: 'telegram:1',
      platform: 'telegram',
      abilities: { pace },
      write: (chat: ChatId, reply: Reply): Call[] => {
        if (reply.kind !== 'text') throw new Wrong('only texts here');
        return reply.text.text.split('\n').map((text) => ({ method: 'say', params: { chat, text } }));
      },
      send: async ({ params }: Call) => {
        const { chat, text } = params as { chat: ChatId; text: string };
        await messenger.answer(chat, text);
        accepted.push({ chat, text, at: clock.ms() });
        return null;
      },
    } as unknown as Bot,
  };
  return messenger;
}

function openFor(
  { bot }: { bot: Bot },
  owner = 'sender',
  parts: { post?: Post; leases?: Leases; sayNow?: SayNow } = {},
): Outbox {
  const outbox = openOutbox({
    bots: [bot],
    post: openPost(store, owner),
    leases: openLeases(store, owner),
    clock,
    log: openLog('silent'),
    ...parts,
  });
  open.push(outbox);
  outbox.start();
  return outbox;
}

let order = 0;
/** Stores letters in the order in which they are given. */
async function write(chat: ChatId, ...texts: string[]) {
  const letters = texts.map((text) => {
    order += 1;
    const reply = { kind: 'text' as const, text: { text, styles: [] } };
    return letter({ key: `${chat}/${text}`, chat, reply, now: clock.now(), order, part: 0 });
  });
  await post.addLetters(letters);
  return letters;
}

const states = async () =>
  Object.fromEntries(
    (await store.letters.find().lean()).map(({ reply, state }) => [
      reply.kind === 'text' ? reply.text.text : '',
      state,
    ]),
  );

const once = <Args extends unknown[]>(fails: (...args: Args) => Error | null) => {
  const failed = new Set<string>();
  return async (...args: Args): Promise<void> => {
    const error = fails(...args);
    if (!error || failed.has(String(args))) return;
    failed.add(String(args));
    throw error;
  };
};

test('a chat gets its letters one after another, and does not hold the others up', async () => {
  const messenger = pretendBot();
  let letGo = () => {};
  messenger.answer = (_chat, text) =>
    text === 'a1'
      ? new Promise((resolve) => {
          letGo = resolve;
        })
      : Promise.resolve();
  await write(an, 'a1', 'a2');
  await write(binh, 'b1', 'b2');
  const outbox = openFor(messenger);
  await until(() => messenger.said.length === 2);
  expect(messenger.said).toEqual(['b1', 'b2']);
  letGo();
  await outbox.idle();
  expect(messenger.said).toEqual(['b1', 'b2', 'a1', 'a2']);
  expect(await states()).toEqual({ a1: 'sent', a2: 'sent', b1: 'sent', b2: 'sent' });
});

test('letters that are handed over go out without another look, those of other processes after one', async () => {
  const messenger = pretendBot();
  const outbox = openFor(messenger);
  await outbox.idle();
  outbox.hand(await write(an, 'from here'));
  await until(() => messenger.said.length === 1);
  await write(an, 'from elsewhere');
  outbox.hand(await write(an, 'from here again'), true);
  await outbox.idle();
  expect(messenger.said).toEqual(['from here', 'from elsewhere', 'from here again']);
});

describe('when the platform refuses', () => {
  test('later: waits as long as it is told, and the rest of the chat behind it', async () => {
    const messenger = pretendBot();
    messenger.answer = once((_chat, text) => (text === 'a1' ? new Later(30_000, 'chat', 'too fast') : null));
    await write(an, 'a1', 'a2');
    await write(binh, 'b1');
    const outbox = openFor(messenger);
    await outbox.idle();
    clock.advance(29_999);
    await outbox.idle();
    expect(messenger.said).toEqual(['b1']);
    clock.advance(1);
    await outbox.idle();
    expect(messenger.said).toEqual(['b1', 'a1', 'a2']);
  });

  test('later, for the whole bot: nobody is written to meanwhile', async () => {
    const messenger = pretendBot();
    messenger.answer = once((_chat, text) => (text === 'a1' ? new Later(5_000, 'bot', 'too fast') : null));
    await write(an, 'a1');
    const outbox = openFor(messenger);
    await outbox.idle();
    outbox.hand(await write(binh, 'b1'));
    clock.advance(4_999);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(messenger.said).toEqual([]);
    clock.advance(1);
    await outbox.idle();
    expect(messenger.said.sort()).toEqual(['a1', 'b1']);
  });

  test('gone: the chat is noted as unreachable, and nothing more is tried there', async () => {
    const messenger = pretendBot();
    let tries = 0;
    messenger.answer = async (chat) => {
      if (chat !== an) return;
      tries += 1;
      throw new Gone('blocked');
    };
    await store.chats.create({ _id: an, bot: 'telegram:1', group: false, reachable: true });
    await write(an, 'a1', 'a2');
    await write(binh, 'b1');
    await openFor(messenger).idle();
    expect([messenger.said, tries]).toEqual([['b1'], 1]);
    expect(await states()).toEqual({ a1: 'gone', a2: 'gone', b1: 'sent' });
    expect(await store.chats.findById(an).lean()).toMatchObject({ reachable: false });
  });

  test('wrong: the letter is parked, and the next one goes out', async () => {
    const messenger = pretendBot();
    messenger.answer = async (_chat, text) => {
      if (text === 'a1') throw new Wrong('not well-formed');
    };
    await write(an, 'a1', 'a2');
    await post.addLetters([
      letter({
        key: 'picture',
        chat: an,
        reply: { kind: 'closeChoices', message: '7' },
        now: clock.now(),
        order: 0,
        part: 0,
      }),
    ]);
    const outbox = openFor(messenger);
    await outbox.idle();
    expect(messenger.said).toEqual(['a2']);
    expect(await states()).toEqual({ '': 'parked', a1: 'parked', a2: 'sent' });
    expect(outbox.counts).toMatchObject({ sent: 1, parked: 2 });
  });

  test('moved: the whole line follows the group to its new id, in order and once', async () => {
    const messenger = pretendBot();
    const to: ChatId = 'telegram:1:-100300';
    messenger.answer = async (chat) => {
      if (chat === group) throw new Moved(to);
    };
    await store.chats.create({ _id: group, bot: 'telegram:1', group: true, reachable: true });
    await store.groups.create({ _id: `qn/${group}`, contest: 'qn', chat: group, by: an, since: clock.now() });
    await write(group, 'g1', 'g2', 'g3');
    const outbox = openFor(messenger);
    await outbox.idle();
    outbox.hand(await write(to, 'g4'));
    await outbox.idle();
    expect(messenger.accepted.map(({ chat, text }) => [chat, text])).toEqual([
      [to, 'g1'],
      [to, 'g2'],
      [to, 'g3'],
      [to, 'g4'],
    ]);
    expect(await store.groups.distinct('chat')).toEqual([to]);
    expect(await store.chats.findById(group).lean()).toMatchObject({ reachable: false });
  });
});

test('a long reply goes on where it was stopped, also by another process', async () => {
  const messenger = pretendBot();
  messenger.answer = once((_chat, text) => (text === 'two' ? new Later(1_000, 'chat', 'busy') : null));
  await write(an, 'one\ntwo\nthree', 'next');
  const before = openFor(messenger, 'before');
  await before.idle();
  expect(messenger.said).toEqual(['one']);
  await before.close();
  clock.advance(1_000);
  await openFor(messenger, 'after').idle();
  expect(messenger.said).toEqual(['one', 'two', 'three', 'next']);
});

test('whenever the process dies, at most the message in hand is said twice', async () => {
  const texts = ['a1', 'a2\na3', 'a4'];
  for (let marks = 0; marks <= 4; marks += 1) {
    const messenger = pretendBot();
    await store.letters.deleteMany({});
    await store.leases.deleteMany({});
    await write(an, ...texts);
    let left = marks;
    const dying = openPost(store, 'dying');
    let dead: Outbox | undefined;
    let bury = () => {};
    const died = new Promise<void>((resolve) => {
      dead = openFor(messenger, 'dying', {
        post: {
          ...dying,
          markLetter: async (id, change) => {
            if (left > 0) await dying.markLetter(id, change);
            left -= 1;
            if (left >= 0) return;
            resolve();
            // Nothing is heard of it any more.
            await new Promise((_, reject) => {
              bury = () => reject(new Error('dead'));
            });
          },
        },
        leases: { hold: async () => true, stillHolds: () => true, release: async () => {} },
      });
      if (marks === 4)
        void until(async () => (await store.letters.countDocuments({ state: 'sent' })) === 3).then(resolve);
    });
    await died;
    open = [];
    await openFor(messenger, 'next').idle();
    const expected = ['a1', 'a2', 'a3', 'a4'];
    if (marks < 4) expected.splice(marks, 0, expected[marks] as string);
    expect({ marks, said: messenger.said }).toEqual({ marks, said: expected });
    const closing = [dead, ...open].map((outbox) => outbox?.close());
    bury();
    await Promise.all(closing);
  }
});

test('what comes by the database for a chat that is just being written to follows at once', async () => {
  const messenger = pretendBot();
  let answer: (() => void) | null = null;
  messenger.answer = async (_chat, text) => {
    if (text === 'a1')
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
  };
  const outbox = openFor(messenger);
  await outbox.idle();
  outbox.hand(await write(an, 'a1'));
  await until(() => answer !== null);
  outbox.hand([...(await write(an, 'a2')), ...(await write(binh, 'b1'))], true);
  await until(() => messenger.said.includes('b1'));
  (answer as (() => void) | null)?.();
  await outbox.idle();
  expect(messenger.said).toEqual(['b1', 'a1', 'a2']);
});

describe('letters of an announcement', () => {
  const letters = (chats: ChatId[], text = 'tin') =>
    chats.map((chat) => {
      order += 1;
      const reply = { kind: 'text' as const, text: { text, styles: [] } };
      const about = { key: `a/${chat}`, chat, reply, now: clock.now(), order, part: 0 };
      return letter({ ...about, announcement: 'a' });
    });

  test('give way to an answer, however many there are, also in its own chat', async () => {
    const pace: Pace = { ...unlimited, bot: { count: 1, perMs: 100 }, patient: { everyMs: 100, burst: 1 } };
    const messenger = pretendBot(pace);
    const many = Array.from({ length: 900 }, (_, index): ChatId => `telegram:1:${1_000 + index}`);
    const last = many.at(-1) ?? an;
    await post.addLetters(letters(many));
    const outbox = openFor(messenger);
    await until(() => messenger.said.length === 1);
    outbox.hand(await write(an, 'for An'));
    outbox.hand(await write(last, 'for the last'), true);
    // An update of another process is found by itself.
    await write(binh, 'for Bình');
    await until(() => {
      clock.advance(100);
      return messenger.said.filter((text) => text !== 'tin').length === 3;
    });
    expect(messenger.said.length).toBeLessThan(100);
    clock.setSpeed(10_000);
    clock.unfreeze();
    await until(() => messenger.said.length === 903);
    expect(new Set(messenger.accepted.map(({ chat, text }) => `${chat} ${text}`)).size).toBe(903);
  });

  test('say what they are to say at that moment, or are withdrawn', async () => {
    const messenger = pretendBot();
    await post.addLetters(letters([an, binh, group]));
    const outbox = openFor(messenger, 'sender', {
      sayNow: async ({ chat, reply }) =>
        chat === binh ? null : chat === an ? reply : { kind: 'text', text: { text: 'tin mới', styles: [] } },
    });
    await outbox.idle();
    expect(messenger.said).toEqual(['tin', 'tin mới']);
    const kept = await store.letters.find().sort({ order: 1 }).lean();
    expect(kept.map(({ state, reply }) => [state, reply.kind === 'text' && reply.text.text])).toEqual([
      ['sent', 'tin'],
      ['withdrawn', 'tin'],
      ['sent', 'tin mới'],
    ]);
  });
});

test('the pace is kept: for the bot, a chat and a group, whatever is waiting', async () => {
  const pace: Pace = {
    ...unlimited,
    bot: { count: 10, perMs: 400 },
    chat: { everyMs: 1_000, burst: 2 },
    group: { everyMs: 3_000, burst: 3 },
  };
  const messenger = pretendBot(pace);
  const chats = [group, ...Array.from({ length: 12 }, (_, index): ChatId => `telegram:1:${index + 1}`)];
  for (const chat of chats) await write(chat, ...Array.from({ length: 6 }, (_, index) => `${chat} ${index}`));
  openFor(messenger);
  await until(() => messenger.said.length > 0);
  while (messenger.said.length < 13 * 6) {
    clock.advance(20);
    await new Promise(setImmediate);
    await new Promise(setImmediate);
  }
  const keeps = (times: number[], { everyMs, burst }: Pace['chat']) => {
    for (const [from, start] of times.entries())
      for (const [index, end] of times.slice(from).entries())
        expect(index + 1).toBeLessThanOrEqual(burst + (end - start) / everyMs);
  };
  const ofAll = messenger.accepted.map(({ at }) => at);
  for (const [index, at] of ofAll.slice(10).entries())
    expect(at - (ofAll[index] ?? 0)).toBeGreaterThanOrEqual(400);
  for (const chat of chats) {
    const times = messenger.accepted.filter((each) => each.chat === chat).map(({ at }) => at);
    keeps(times, chat === group ? pace.group : pace.chat);
    expect(messenger.said.filter((text) => text.startsWith(`${chat} `))).toHaveLength(6);
  }
});

describe('two processes', () => {
  test('never send for one bot at once; when one ends, the other goes on', async () => {
    const messenger = pretendBot();
    const senders: string[] = [];
    const as = (name: string) => ({
      bot: {
        ...messenger.bot,
        send: (call: Call) => {
          senders.push(name);
          return messenger.bot.send(call);
        },
      },
    });
    const first = openFor(as('first'), 'first');
    await first.idle();
    const second = openFor(as('second'), 'second');
    second.hand(await write(an, 'a1'));
    first.hand(await write(binh, 'b1'), true);
    await first.idle();
    expect([messenger.said, senders]).toEqual([
      ['a1', 'b1'],
      ['first', 'first'],
    ]);
    await first.close();
    await write(an, 'a2');
    await second.idle();
    expect([messenger.said, senders]).toEqual([
      ['a1', 'b1', 'a2'],
      ['first', 'first', 'second'],
    ]);
  });

  test('one that stood still for longer than its lease leaves the rest to the other', async () => {
    const messenger = pretendBot({ ...unlimited, chat: { everyMs: 1_000, burst: 1 } });
    let isHeld = true;
    const leases = { hold: async () => isHeld, stillHolds: () => isHeld, release: async () => {} };
    await write(an, 'a1', 'a2', 'a3');
    openFor(messenger, 'slow', { leases });
    await until(() => messenger.said.length === 1);
    isHeld = false;
    clock.advance(1_000);
    await until(async () => (await states()).a1 === 'sent');
    // The other process sends the second one meanwhile.
    await post.markLetter(`${an}/a2`, { state: 'sent' });
    expect(messenger.said).toEqual(['a1']);
    isHeld = true;
    clock.advance(1_000);
    await until(() => {
      clock.advance(100);
      return messenger.said.length === 2;
    });
    expect(messenger.said).toEqual(['a1', 'a3']);
  });

  test('one that may not send asks for leave now and then, not all the time', async () => {
    const messenger = pretendBot();
    let asked = 0;
    const leases = {
      hold: async () => {
        asked += 1;
        return false;
      },
      stillHolds: () => false,
      release: async () => {},
    };
    openFor(messenger, 'waiting', { leases });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toBeLessThan(5);
  });
});

describe('Nobody is held up by others', () => {
  test('a chat is served at once while twenty others wait for their pace', async () => {
    const slow: Pace = { ...unlimited, chat: { everyMs: 1_000, burst: 1 } };
    const messenger = pretendBot(slow);
    for (let other = 1; other <= 20; other += 1)
      await write(`telegram:1:9${other}`, ...Array.from({ length: 5 }, (_, index) => `${other}-${index}`));
    await write(binh, 'Chào Bình');
    openFor(messenger);
    await until(() => messenger.said.includes('Chào Bình'));
    // The clock stands still: each of the others got its first message, and waits.
    await until(() => messenger.accepted.length === 21);
    expect(new Set(messenger.accepted.map(({ chat }) => chat)).size).toBe(21);
  });

  test('a chat with a thousand letters does not hide those of another, and keeps its own order', async () => {
    const slow: Pace = { ...unlimited, chat: { everyMs: 1_000, burst: 1 } };
    const messenger = pretendBot(slow);
    const many = Array.from({ length: 1_000 }, (_, index) => `An ${index}`);
    await write(an, ...many);
    await write(binh, 'Chào Bình');
    const outbox = openFor(messenger);
    await until(() => messenger.said.includes('Chào Bình'));
    expect(messenger.said.filter((text) => text.startsWith('An'))).toEqual(['An 0']);
    outbox.hand(await write(an, 'An 1000'));
    clock.unfreeze();
    clock.setSpeed(2_000);
    await until(() => messenger.said.includes('An 1000'));
    expect(messenger.said.filter((text) => text.startsWith('An'))).toEqual([...many, 'An 1000']);
  });

  test('a bot whose token is refused keeps its letters and sends them when it is let in again', async () => {
    const messenger = pretendBot();
    let refused = true;
    messenger.answer = async () => {
      if (refused) throw new Wrong('unauthorized', true);
    };
    await write(an, 'một', 'hai');
    const outbox = openFor(messenger);
    expect(outbox.refused()).toEqual([]);
    await until(() => outbox.counts.refused > 0);
    expect(outbox.refused()).toEqual(['telegram:1']);
    expect(await store.letters.countDocuments({ state: 'waiting' })).toBe(2);
    refused = false;
    clock.advance(61_000);
    await until(() => messenger.said.length === 2);
    expect(messenger.said).toEqual(['một', 'hai']);
    expect(outbox.refused()).toEqual([]);
  });
});
