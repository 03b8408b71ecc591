import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { ChatId } from '../../src/chat.js';
import type { Letter, StoredUpdate } from '../../src/store/documents.js';
import { leaseFor, WAITING_AT_ONCE } from '../../src/store/holds.js';
import { openPost } from '../../src/store/post.js';
import { openStore, type Store } from '../../src/store/store.js';
import { letter } from '../../src/turn.js';
import { testDatabase } from '../support/database.js';
import { letWallClockRun, passWallClock, stopWallClock } from '../support/wallClock.js';

const now = new Date('2023-08-31T08:00:00+07:00');
const an: ChatId = 'telegram:1:100';
const binh: ChatId = 'telegram:1:200';

let store: Store;
beforeAll(async () => {
  store = await openStore(await testDatabase());
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.updates.deleteMany({});
  await store.letters.deleteMany({});
  await store.chats.deleteMany({});
  stopWallClock();
});
afterEach(letWallClockRun);

const update = (order: number, chat = an): StoredUpdate => ({
  _id: `telegram:1:${order}`,
  chat,
  group: false,
  from: { chat, name: 'An' },
  sentAt: now,
  event: { kind: 'text', text: 'chào', links: [] },
  order,
  receivedAt: now,
  state: 'waiting',
  tries: 0,
  retryAt: null,
  trouble: null,
});
const said = (key: string, order: number, chat: ChatId = an): Letter =>
  letter({ key, chat, reply: { kind: 'text', text: { text: key, styles: [] } }, now, order, part: 0 });
const lettersThere = async () => (await store.letters.find().sort({ _id: 1 }).lean()).map(({ _id }) => _id);

test('an update that has arrived before is no news', async () => {
  const post = openPost(store, 'a');
  const first = await Promise.all([update(1), update(2), update(1)].map((each) => post.takeIn(each)));
  expect(first.map(({ isNew }) => isNew)).toEqual([true, true, false]);
  expect(await post.takeIn(update(2))).toEqual({ isNew: false, held: null });
});

test('a chat is held by one process, with all it waits for in order of arrival', async () => {
  const [a, b] = [openPost(store, 'a'), openPost(store, 'b')];
  await Promise.all([update(3), update(1), update(2)].map((each) => a.takeIn(each)));
  const held = await a.hold(update(1));
  expect(held?.chat).toMatchObject({
    _id: an,
    bot: 'telegram:1',
    group: false,
    person: an,
    name: 'An',
    turn: null,
  });
  expect(held?.waiting.map(({ order }) => order)).toEqual([1, 2, 3]);
  expect(await b.hold(update(1))).toBeNull();
  await a.release(an);
  expect((await b.hold(update(1)))?.waiting).toHaveLength(3);
});

test('several chats at once: each is held, or known to be held elsewhere', async () => {
  const [a, b] = [openPost(store, 'a'), openPost(store, 'b')];
  await a.takeIn(update(1));
  await b.takeIn(update(2, binh));
  await a.hold(update(1));
  const held = await Promise.all([b.hold(update(1)), b.hold(update(2, binh))]);
  expect(held.map((each) => each?.waiting.map(({ order }) => order) ?? null)).toEqual([null, [2]]);
});

test('the chats of a process that died are free when its lease has run out', async () => {
  const [dead, b] = [openPost(store, 'dead'), openPost(store, 'b')];
  await dead.hold(update(1));
  passWallClock(4_999);
  expect(await b.hold(update(1))).toBeNull();
  passWallClock(2);
  expect(await b.hold(update(1))).not.toBeNull();
});

test('who has sent very much is read piece by piece, and hides nobody', async () => {
  const post = openPost(store, 'a');
  await Promise.all(Array.from({ length: WAITING_AT_ONCE + 10 }, (_, index) => post.takeIn(update(index))));
  await post.takeIn(update(999, binh));
  const [much, little] = await Promise.all([post.hold(update(0)), post.hold(update(999, binh))]);
  expect(much?.waiting.map(({ order }) => order)).toEqual(
    Array.from({ length: WAITING_AT_ONCE }, (_, index) => index),
  );
  expect(little?.waiting.map(({ order }) => order)).toEqual([999]);
  expect(await post.chatsWaiting(1_000)).toEqual([an, binh]);
  expect(await post.chatsWaiting(999)).toEqual([an]);
});

test('a turn ends with its letters, what the chat remembers, and its mark, and can end twice', async () => {
  const post = openPost(store, 'a');
  await post.takeIn(update(1));
  const { chat } = (await post.hold(update(1))) ?? {};
  if (!chat) throw new Error('not held');
  await post.addLetters([said('one', 1)]);
  const ending = {
    chat: { ...chat, name: 'Anh An', turn: 'telegram:1:1' },
    letters: [said('one', 1), said('two', 1)],
    update: 'telegram:1:1',
    release: true,
  };
  for (let times = 0; times < 2; times += 1) {
    await post.hold(update(1));
    await post.endTurn(ending);
    expect(await lettersThere()).toEqual(['one', 'two']);
    expect(await store.chats.findById(an).lean()).toMatchObject({
      name: 'Anh An',
      turn: 'telegram:1:1',
      lease: null,
    });
    expect(await store.updates.findById('telegram:1:1').lean()).toMatchObject({ state: 'done' });
  }
});

test('who was away for longer than his lease writes over nothing', async () => {
  const [slow, quick] = [openPost(store, 'slow'), openPost(store, 'quick')];
  await slow.takeIn(update(1));
  const before = await slow.hold(update(1));
  passWallClock(6_000);
  const after = await quick.hold(update(1));
  if (!before || !after) throw new Error('not held');
  const ending = (chat: typeof after.chat, name: string) => ({
    chat: { ...chat, name },
    letters: [],
    update: 'telegram:1:1',
    release: true,
  });
  await quick.endTurn({ ...ending(after.chat, 'from the quick one'), release: false });
  const late = {
    ...ending(before.chat, 'from the slow one'),
    letters: [said('late', 1)],
    update: 'telegram:1:2',
  };
  await slow.takeIn(update(2));
  expect(await slow.endTurn(late)).toBe(false);
  expect(await lettersThere()).toEqual([]);
  expect(await store.updates.findById('telegram:1:2').lean()).toMatchObject({ state: 'waiting' });
  expect(await store.chats.findById(an).lean()).toMatchObject({
    name: 'from the quick one',
    lease: { owner: 'quick' },
  });
});

test('a quick turn whose chat was lost on the way still writes over nothing', async () => {
  const [slow, quick] = [openPost(store, 'slow'), openPost(store, 'quick')];
  await slow.takeIn(update(1));
  const before = await slow.hold(update(1));
  if (!before) throw new Error('not held');
  passWallClock(6_000);
  const after = await quick.hold(update(1));
  if (!after) throw new Error('not held');
  const ending = ({ chat }: typeof after, name: string) => ({
    chat: { ...chat, name },
    letters: [said('telegram:1:1/0', 1)],
    update: 'telegram:1:1',
    release: false,
  });
  await quick.endTurn(ending(after, 'from the quick one'));
  // Its lease was young when it gave its writes on their way.
  before.chat.lease = leaseFor('slow');
  expect(await slow.endTurn(ending(before, 'from the slow one'))).toBe(false);
  expect(await lettersThere()).toEqual(['telegram:1:1/0']);
  expect(await store.chats.findById(an).lean()).toMatchObject({
    name: 'from the quick one',
    lease: { owner: 'quick' },
  });
});

test('a turn that lost its chat stops none of those that end with it', async () => {
  const [slow, quick] = [openPost(store, 'slow'), openPost(store, 'quick')];
  const mine = await slow.hold(update(1));
  passWallClock(6_000);
  await quick.hold(update(1));
  const other = await slow.hold(update(2, binh));
  if (!mine || !other) throw new Error('not held');
  await slow.takeIn(update(2, binh));
  const end = ({ chat }: typeof mine, order: number) =>
    slow.endTurn({
      chat,
      letters: [said(`${order}`, order, chat._id)],
      update: `telegram:1:${order}`,
      release: true,
    });
  expect(await Promise.all([end(mine, 1), end(other, 2)])).toEqual([false, true]);
  expect(await lettersThere()).toEqual(['2']);
  expect(await store.updates.findById('telegram:1:2').lean()).toMatchObject({ state: 'done' });
});

/** A chat that this process has worked in and given back. */
async function leave(post: ReturnType<typeof openPost>): Promise<void> {
  await post.hold(update(1));
  await post.takeIn(update(1));
  const { chat } = (await post.hold(update(1))) ?? {};
  if (!chat) throw new Error('not held');
  Object.assign(chat, { turn: 'telegram:1:1', name: 'Anh An', menu: { token: 'a', choices: [] } });
  await post.endTurn({ chat, letters: [], update: 'telegram:1:1', release: true });
}

test('a chat that is as this process left it is held while its update is stored', async () => {
  const [a, b] = [openPost(store, 'a'), openPost(store, 'b')];
  await leave(a);
  const { isNew, held } = await a.takeIn(update(2), true);
  expect(isNew).toBe(true);
  expect(held?.waiting).toEqual([update(2)]);
  expect(await store.chats.findById(an).lean()).toEqual({
    ...held?.chat,
    lease: { owner: 'a', until: expect.any(Date) },
  });
  expect(await b.hold(update(3))).toBeNull();
});

test.each<[string, (other: ReturnType<typeof openPost>) => Promise<unknown>]>([
  ['is held by another process', (other) => other.hold(update(1))],
  ['was worked in by another process', leave],
  ['waits for something that another process has taken in', (other) => other.takeIn(update(0))],
  ['can not be reached any more', (other) => other.setReachable(an, false)],
  ['was changed by hand', () => store.chats.updateOne({ _id: an }, { $set: { name: 'Chị An' } })],
])('a chat that %s has to be read', async (_, happens) => {
  const post = openPost(store, 'a');
  await leave(post);
  await happens(openPost(store, 'b'));
  expect(await post.takeIn(update(2), true)).toEqual({ isNew: true, held: null });
  expect(await store.updates.findById('telegram:1:2').lean()).toEqual(update(2));
});

test('a chat in which a turn broke has to be read', async () => {
  const post = openPost(store, 'a');
  await leave(post);
  await post.takeIn(update(2), true);
  await post.postpone('telegram:1:2', now, 'the list is gone');
  await post.release(an);
  expect((await post.takeIn(update(3), true)).held).toBeNull();
  await post.hold(update(3));
  await post.release(an);
  expect((await post.takeIn(update(4), true)).held).toBeNull();
});

test('whether a chat can be reached is not for a turn to say', async () => {
  const post = openPost(store, 'a');
  const { chat } = (await post.hold(update(1))) ?? {};
  if (!chat) throw new Error('not held');
  await post.setReachable(an, false);
  await post.endTurn({ chat, letters: [], update: 'telegram:1:1', release: true });
  expect(await store.chats.findById(an).lean()).toMatchObject({ reachable: false });
});

test('a turn that broke is counted, and is not waited for once it is given up', async () => {
  const post = openPost(store, 'a');
  await post.takeIn(update(1));
  await post.postpone('telegram:1:1', now, 'the list is gone');
  expect(await post.waitingIn(an)).toMatchObject([{ tries: 1, retryAt: now, trouble: 'the list is gone' }]);
  await post.postpone('telegram:1:1', null, 'still gone');
  expect(await post.waitingIn(an)).toEqual([]);
  expect(await store.updates.findById('telegram:1:1').lean()).toMatchObject({ state: 'failed', tries: 2 });
});

test('a bot gets its letters, oldest first; what is settled stays so', async () => {
  const post = openPost(store, 'a');
  await post.addLetters([said('c', 3), said('a', 1), said('b', 2, binh), said('z', 0, 'zalo:7:100')]);
  const waiting = async () => (await post.waitingFor('telegram:1', 2)).map(({ _id }) => _id);
  expect(await waiting()).toEqual(['a', 'b']);
  await post.markLetter('a', { state: 'sent' });
  await post.markLetter('a', { state: 'parked' });
  expect(await waiting()).toEqual(['b', 'c']);
  await post.changeAllFor(an, { state: 'gone' });
  expect((await store.letters.find().sort({ _id: 1 }).lean()).map(({ state }) => state)).toEqual([
    'sent',
    'waiting',
    'gone',
    'waiting',
  ]);
});
