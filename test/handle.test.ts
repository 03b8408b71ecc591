import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type ChatId, chatId, type Update } from '../src/chat.js';
import type { Outbox } from '../src/deliver.js';
import { type Inbox, openInbox } from '../src/handle.js';
import { openLog } from '../src/log.js';
import type { Letter } from '../src/store/documents.js';
import { openPost, type Post } from '../src/store/post.js';
import type { Store } from '../src/store/store.js';
import type { Tools } from '../src/turn.js';
import { openTools } from './support/tools.js';
import { until } from './support/until.js';
import { letWallClockRun, passWallClock, stopWallClock } from './support/wallClock.js';

const now = new Date('2023-08-31T08:00:00+07:00');
const an: ChatId = 'telegram:1:100';
const clock = { now: () => now, sleep: async () => {}, onMoved: () => {} };

let store: Store;
let tools: Tools;
let open: Inbox[] = [];
beforeAll(async () => {
  tools = await openTools('qn-2023', now);
  store = tools.store;
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const model of [store.updates, store.letters, store.chats, store.registrations, store.consents])
    await model.deleteMany({} as never);
  stopWallClock();
});
afterEach(async () => {
  await Promise.all(open.map((inbox) => inbox.close()));
  open = [];
  letWallClockRun();
});

/** Letters are looked at where they lie: in the database. */
const unheard: Outbox = {
  hand: () => {},
  start: () => {},
  idle: async () => {},
  close: async () => {},
  refused: () => [],
  counts: { sent: 0, refused: 0, parked: 0, gone: 0 },
};

function openProcess(owner: string, parts: { tools?: Tools; post?: Post } = {}): Inbox {
  const inbox = openInbox({
    tools,
    post: openPost(store, owner),
    outbox: unheard,
    clock,
    log: openLog('silent'),
    ...parts,
  });
  open.push(inbox);
  return inbox;
}

let number = 0;
function said(text: string, chat: ChatId = an): Update {
  number += 1;
  return {
    id: `telegram:1:${number}`,
    chat,
    group: false,
    from: { chat, name: 'An' },
    sentAt: now,
    event: { kind: 'text', text, links: [] },
  };
}

const textOf = ({ reply }: Letter) => (reply.kind === 'text' ? reply.text.text : '');
const answersTo = async (chat: ChatId = an) =>
  (await store.letters.find({ chat }).sort({ order: 1, part: 1 }).lean<Letter[]>()).map(textOf);
const stateOf = async ({ id }: Update) => {
  const stored = await store.updates.findById(id).lean();
  return stored && { state: stored.state, tries: stored.tries };
};

/** Time goes by, and the tick comes that looks for what was left behind. */
async function later(inbox: Inbox, ms: number): Promise<void> {
  passWallClock(ms);
  await inbox.resume();
  await inbox.idle();
}

const registering = (chat: ChatId) =>
  ['/dangky', '1', 'duc phong', '1', 'Tổ Đức Phong', 'Nguyễn An', '0905123456', '1'].map((text) =>
    said(text, chat),
  );
const apology =
  'Xin lỗi anh/chị, Trợ lý đang gặp trục trặc nên chưa xử lý xong tin vừa rồi. Trợ lý đã giữ lại tin ấy và sẽ tự làm tiếp, anh/chị không cần gửi lại.';
const gaveUp =
  'Xin lỗi anh/chị, Trợ lý đã thử nhiều lần mà không xử lý được tin vừa rồi. Xin gửi lại; nếu vẫn không được, xin báo Ban Tổ chức.';
const noResult = 'Kết quả chưa được công bố.';

test('an update is safe before it is confirmed, with the time at which it arrived', async () => {
  const inbox = openProcess('a', { post: { ...openPost(store, 'a'), hold: () => new Promise(() => {}) } });
  const update = { ...said('/ketqua'), sentAt: new Date('2023-08-30T00:00:00Z') };
  await inbox.receive([update]);
  const { id, ...rest } = update;
  expect(await store.updates.findById(id).lean()).toEqual({
    ...rest,
    _id: id,
    order: expect.any(Number),
    receivedAt: now,
    state: 'waiting',
    tries: 0,
    retryAt: null,
    trouble: null,
  });
  open = [];
});

test('what cannot be stored is not confirmed', async () => {
  const failing = async () => {
    throw new Error('the disk is full');
  };
  const inbox = openProcess('a', { post: { ...openPost(store, 'a'), takeIn: failing } });
  await expect(inbox.receive([said('/ketqua')])).rejects.toThrow('the disk is full');
});

test('a chat is worked in the order of arrival, however much comes at once', async () => {
  const inbox = openProcess('a');
  const chats = [1, 2, 3, 4, 5].map((person) => chatId('telegram:1', person));
  const lines = chats.map(registering);
  await inbox.receive(lines[0]?.flatMap((_, step) => lines.flatMap((line) => line[step] ?? [])) ?? []);
  await inbox.idle();
  expect(await store.registrations.distinct('person')).toEqual(chats);
  expect(inbox.counts).toEqual({ received: 40, duplicates: 0, turns: 40, troubles: 0 });
});

test('more than is read at once is worked to the end', async () => {
  const inbox = openProcess('a');
  await inbox.receive(Array.from({ length: 120 }, () => said('/ketqua')));
  await inbox.idle();
  expect(await answersTo()).toEqual(Array.from({ length: 120 }, () => noResult));
});

test('what comes while a chat is being taken in hand is worked too', async () => {
  const own = openPost(store, 'a');
  let goOn = () => {};
  let isKnown = false;
  const inbox = openProcess('a', {
    post: {
      ...own,
      takeIn: async (update, hold) => {
        const taken = await own.takeIn(update, hold);
        isKnown = taken.held !== null;
        if (isKnown)
          await new Promise<void>((resolve) => {
            goOn = resolve;
          });
        return taken;
      },
    },
  });
  // The first one makes the chat known to the database, the second to this process.
  for (let times = 0; times < 2; times += 1) {
    await inbox.receive([said('/ketqua')]);
    await inbox.idle();
  }
  const third = inbox.receive([said('/ketqua')]);
  await until(() => isKnown);
  await inbox.receive([said('/thele')]);
  goOn();
  await third;
  await inbox.idle();
  expect(await answersTo()).toEqual([noResult, noResult, noResult, expect.stringMatching(/^Thể lệ/)]);
});

test('an update that comes again is worked once', async () => {
  const inbox = openProcess('a');
  const update = said('/ketqua');
  await inbox.receive([update, update]);
  await inbox.idle();
  await inbox.receive([update]);
  await inbox.idle();
  expect(await answersTo()).toEqual([noResult]);
  expect(inbox.counts).toEqual({ received: 3, duplicates: 2, turns: 1, troubles: 0 });
});

test('two processes share the chats, and each update is worked once and in its order', async () => {
  const inboxes = [openProcess('a'), openProcess('b')] as const;
  const chats = Array.from({ length: 8 }, (_, person) => chatId('telegram:1', 10 + person));
  const lines = chats.map(registering);
  for (let step = 0; step < 8; step += 1)
    await Promise.all(
      lines.map((line, person) => inboxes[(step + person) % 2 === 0 ? 0 : 1].receive([line[step] as Update])),
    );
  await until(async () => (await store.updates.countDocuments({ state: 'waiting' })) === 0);
  expect(await store.registrations.distinct('person')).toEqual(chats);
  for (const chat of chats) expect(await answersTo(chat)).toHaveLength(8);
  expect(inboxes[0].counts.turns + inboxes[1].counts.turns).toBe(64);
  expect(inboxes[0].counts.turns * inboxes[1].counts.turns).toBeGreaterThan(0);
});

test('what a dead process has left is taken up by another', async () => {
  const dead = openProcess('dead', {
    post: { ...openPost(store, 'dead'), endTurn: () => new Promise(() => {}) },
  });
  const [first, second] = [said('/ketqua'), said('/thele')];
  await dead.receive([first]);
  await until(async () => (await store.chats.countDocuments({ 'lease.owner': 'dead' } as never)) === 1);
  open = [];
  const next = openProcess('next');
  await next.receive([second]);
  await next.idle();
  expect(await answersTo()).toEqual([]);
  await later(next, 6_000);
  expect(await answersTo()).toEqual([noResult, expect.stringMatching(/^Thể lệ/)]);
});

/** A process that stands still at the end of its first turn, until it is told to go on. */
function openPausing(owner: string) {
  const own = openPost(store, owner);
  let goOn = () => {};
  const standstill = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let stands = false;
  const endTurn: Post['endTurn'] = async (turn) => {
    stands = true;
    await standstill;
    return own.endTurn(turn);
  };
  const inbox = openProcess(owner, { post: { ...own, endTurn } });
  return { inbox, goOn: () => goOn(), stands: () => until(() => stands) };
}

test('a process that stood still for longer than its lease writes over nothing', async () => {
  const slow = openPausing('slow');
  await slow.inbox.receive([said('/dangky')]);
  await slow.stands();
  const quick = openProcess('quick');
  await later(quick, 6_000);
  await quick.receive([said('1'), said('duc phong')]);
  await quick.idle();
  slow.goOn();
  await slow.inbox.idle();
  expect(await store.chats.findById(an).lean()).toMatchObject({
    progress: { step: 'unit', trail: ['consent'] },
  });
  expect((await answersTo()).map((text) => text.slice(0, 15))).toEqual([
    'Trước khi đăng ',
    'Đội của anh/chị',
    'Có phải là xã Đ',
  ]);
});

test('a turn that lost its chat counts for nothing: no answer is lost, and nothing is said twice', async () => {
  const [slow, quick] = [openPausing('slow'), openPausing('quick')];
  const [command, consent] = [said('/dangky'), said('1')];
  await slow.inbox.receive([command]);
  await slow.stands();
  passWallClock(6_000);
  await quick.inbox.resume();
  await quick.stands();
  // The slow one still believes that the chat is its own, and alone knows of this.
  await slow.inbox.receive([consent]);
  slow.goOn();
  await slow.inbox.idle();
  expect([await stateOf(command), await stateOf(consent)]).toEqual([
    { state: 'waiting', tries: 0 },
    { state: 'waiting', tries: 0 },
  ]);
  expect(await answersTo()).toEqual([]);
  quick.goOn();
  await quick.inbox.idle();
  await later(quick.inbox, 3_000);
  await until(async () => (await stateOf(consent))?.state === 'done');
  expect(await store.chats.findById(an).lean()).toMatchObject({
    progress: { step: 'unit', trail: ['consent'] },
  });
  expect((await answersTo()).map((text) => text.slice(0, 15))).toEqual([
    'Trước khi đăng ',
    'Đội của anh/chị',
  ]);
  expect(slow.inbox.counts.turns + quick.inbox.counts.turns).toBe(2);
  expect(slow.inbox.counts.troubles).toBe(0);
});

/** A list of units that can't be read, for a while: a turn that needs it breaks. */
function withTrouble() {
  const trouble = { times: 0 };
  const units: Tools['units'] = (list) => {
    if (trouble.times > 0) {
      trouble.times -= 1;
      throw new Error('the list is gone');
    }
    return tools.units(list);
  };
  return { trouble, tools: { ...tools, units } };
}

test('a turn that breaks is apologised for once, kept, and tried again before what came after it', async () => {
  const broken = withTrouble();
  broken.trouble.times = 2;
  const inbox = openProcess('a', { tools: broken.tools });
  const [first, second] = [said('/ketqua'), said('/huy')];
  await inbox.receive([first, second]);
  await inbox.idle();
  expect(await stateOf(first)).toEqual({ state: 'waiting', tries: 1 });
  await later(inbox, 999);
  expect(broken.trouble.times).toBe(1);
  await later(inbox, 1_100);
  expect(await stateOf(first)).toEqual({ state: 'waiting', tries: 2 });
  expect(await answersTo()).toEqual([apology]);
  await later(inbox, 3_000);
  expect(await stateOf(first)).toEqual({ state: 'done', tries: 2 });
  expect(await answersTo()).toEqual([apology, noResult, expect.stringMatching(/^Hiện không có việc nào/)]);
});

test('a turn that always breaks is given up after five tries, and the chat goes on', async () => {
  const broken = withTrouble();
  broken.trouble.times = 5;
  const inbox = openProcess('a', { tools: broken.tools });
  const [first, second] = [said('/thele'), said('/ketqua')];
  await inbox.receive([first, second]);
  await inbox.idle();
  for (const waitMs of [2_100, 3_000, 9_000, 27_000]) await later(inbox, waitMs);
  expect(await stateOf(first)).toEqual({ state: 'failed', tries: 5 });
  await later(inbox, 0);
  expect(await stateOf(second)).toEqual({ state: 'done', tries: 0 });
  expect(await answersTo()).toEqual([apology, gaveUp, noResult]);
  expect(inbox.counts).toMatchObject({ turns: 1, troubles: 5 });
});

test('trouble in one chat is no trouble for another', async () => {
  const broken = withTrouble();
  broken.trouble.times = 1;
  const inbox = openProcess('a', { tools: broken.tools });
  await inbox.receive([said('/ketqua')]);
  await inbox.idle();
  await inbox.receive([said('/ketqua', 'telegram:1:200')]);
  await inbox.idle();
  expect([await answersTo(), await answersTo('telegram:1:200')]).toEqual([[apology], [noResult]]);
});
