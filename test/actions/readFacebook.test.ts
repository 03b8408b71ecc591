import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { EmulatedClock, type Emulator, startEmulator } from '../../emulator/index.js';
import { contestById } from '../../src/actions/contest.js';
import { countedEngagement } from '../../src/actions/engagement.js';
import { readFacebook } from '../../src/actions/readFacebook.js';
import { watchFreeze } from '../../src/actions/watchFreeze.js';
import { openFacebook } from '../../src/facebook/posts.js';
import { openLog } from '../../src/log.js';
import { openPost, type Post } from '../../src/store/post.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { openTools } from '../support/tools.js';

let store: Store;
let post: Post;
let tools: Tools;
let emulator: Emulator;
beforeAll(async () => {
  const clock = new EmulatedClock({ now: Date.parse('2023-09-03T20:00:00+07:00'), frozen: true });
  emulator = await startEmulator({ clock });
  tools = await openTools('qn-2023', clock.now());
  ({ store } = tools);
  post = openPost(store, 'a');
  const { fanpage, facebookUrl: apiRoot } = emulator;
  tools.facebook = openFacebook({ token: fanpage.token, apiRoot, clock, log: openLog('silent') });
  const secretary = 'telegram:1:1';
  await store.chats.collection.insertOne({
    _id: secretary,
    person: secretary,
    group: false,
    reachable: true,
  } as never);
  await store.roles.create({
    _id: 'qn-2023/secretary',
    contest: 'qn-2023',
    person: secretary,
    role: 'secretary',
    unit: null,
    name: 'Kỳ',
    since: clock.now(),
    by: null,
    held: secretary,
    endedAt: null,
    endedBy: null,
    endReason: null,
  });
  for (const number of [1, 2, 3]) await entry(number);
  fanpage.post('11111', { likes: 10, shares: 1 });
  fanpage.post('22222', { likes: 20, shares: 2 });
  await posted('QN-01', 'https://www.facebook.com/so/posts/11111');
  await posted('QN-02', 'https://www.facebook.com/so/posts/22222');
  await posted('QN-03', 'https://www.facebook.com/share/p/abcdef');
});
afterAll(async () => {
  await store.close();
  await emulator.close();
});

const entry = (number: number) =>
  store.entries.collection.insertOne({
    _id: `qn-2023/${number}`,
    contest: 'qn-2023',
    number,
    code: `QN-0${number}`,
    state: 'submitted',
    title: `Bài ${number}`,
  } as never);

const posted = (code: string, url: string) =>
  store.postings.create({ _id: code, contest: 'qn-2023', entry: code, url, at: new Date(0), by: 'x' });

let order = 0;

async function tick(run: typeof readFacebook, at?: string): Promise<void> {
  if (at) emulator.clock.set(Date.parse(at));
  order += 1;
  const work = beginWork(tools, `tick/${order}`, emulator.clock.now(), order);
  await run(work);
  await post.addLetters(work.letters);
  for (const mark of work.marks) await mark();
}

const kept = async () =>
  (await store.snapshots.find().sort({ at: 1, entry: 1 }).lean()).map(({ _id }) => _id);
const letters = async () =>
  (await store.letters.find().sort({ order: 1 }).lean()).map(({ reply }) =>
    reply.kind === 'text' ? reply.text.text : '',
  );

test('nothing is asked before the vote opens, then each post once an hour', async () => {
  await tick(readFacebook);
  expect(emulator.fanpage.counts.calls).toBe(0);
  await tick(readFacebook, '2023-09-04T00:00:00+07:00');
  await tick(readFacebook, '2023-09-04T00:30:00+07:00');
  expect(await kept()).toEqual([
    'facebook/qn-2023/QN-01/2023-09-19T16:59:59.999Z/hours-383',
    'facebook/qn-2023/QN-02/2023-09-19T16:59:59.999Z/hours-383',
  ]);
  expect(
    await store.snapshots.findById('facebook/qn-2023/QN-01/2023-09-19T16:59:59.999Z/hours-383').lean(),
  ).toMatchObject({
    likes: 10,
    shares: 1,
    source: 'facebook',
    by: null,
    at: new Date('2023-09-04T00:00:00+07:00'),
  });
  await tick(readFacebook, '2023-09-04T01:00:00+07:00');
  expect(await kept()).toHaveLength(4);
});

test('a stretch of time in which all was read costs no more looking at entries', async () => {
  await tick(readFacebook, '2023-09-04T01:00:02+07:00');
  const look = jest.spyOn(store.entries, 'find');
  await tick(readFacebook, '2023-09-04T01:00:04+07:00');
  expect(look).not.toHaveBeenCalled();
  await tick(readFacebook, '2023-09-04T02:00:00+07:00');
  expect(look).toHaveBeenCalledTimes(1);
  look.mockRestore();
  await store.snapshots.deleteMany({ _id: /hours-381$/ });
});

test('what failed is owed, and asked again without what was read', async () => {
  emulator.fanpage.fault('5xx');
  await tick(readFacebook, '2023-09-05T02:00:00+07:00');
  await tick(readFacebook, '2023-09-05T02:00:01+07:00');
  expect(await kept()).toHaveLength(4);
  emulator.fanpage.fault('unfinished');
  await tick(readFacebook, '2023-09-05T02:00:02+07:00');
  expect(await kept()).toHaveLength(5);
  const { requests } = emulator.fanpage.counts;
  await tick(readFacebook, '2023-09-05T02:00:04+07:00');
  expect(await kept()).toHaveLength(6);
  expect(emulator.fanpage.counts.requests).toBe(requests + 1);
});

test('a token that is refused is told once a day to those who record', async () => {
  emulator.fanpage.fault('denied', 3);
  for (const time of ['08:00', '09:00', '10:00']) await tick(readFacebook, `2023-09-06T${time}:00+07:00`);
  expect(await letters()).toEqual([
    'Video clip Tổ công nghệ số cộng đồng 2023\nFacebook không cho Trợ lý xem lượt tương tác của trang nữa. Xin báo người vận hành cấp lại quyền xem trang; trong lúc chờ, xin ghi số bằng /tuongtac.',
  ]);
});

test('the last number before the freeze counts, what comes after it is kept and doesn’t', async () => {
  const set = (likes: number) => emulator.fanpage.post('11111', { likes, shares: 30 });
  await tick(readFacebook, '2023-09-19T23:59:30+07:00');
  set(500);
  await tick(readFacebook, '2023-09-19T23:59:58.500+07:00');
  emulator.fanpage.posts.delete(`${emulator.fanpage.page}_22222`);
  set(9_999);
  await tick(readFacebook, '2023-09-20T00:00:00+07:00');
  const work = beginWork(tools, 'look', emulator.clock.now(), 0);
  const counted = await countedEngagement(work, await contestById(work, 'qn-2023'));
  expect([...counted.values()].map(({ entry, likes }) => [entry, likes]).sort()).toEqual([
    ['QN-01', 500],
    ['QN-02', 20],
  ]);
  expect(await kept()).toContain('facebook/qn-2023/QN-01/2023-09-19T16:59:59.999Z/after');
});

test('in the morning after the freeze those who record hear what has no number, and what was not read at the last', async () => {
  await store.snapshots.deleteMany({ entry: 'QN-02', at: { $gt: new Date('2023-09-19T00:00:00+07:00') } });
  await tick(watchFreeze, '2023-09-20T00:00:20+07:00');
  expect(await letters()).toHaveLength(1);
  await tick(watchFreeze, '2023-09-20T07:00:20+07:00');
  await tick(watchFreeze, '2023-09-20T07:00:40+07:00');
  expect((await letters()).slice(1)).toEqual([
    'Video clip Tổ công nghệ số cộng đồng 2023\nLượt tương tác đã chốt lúc 23 giờ 59 thứ Ba, 19/9/2023.\nChưa có số (1 bài): QN-03\nSố đã cũ hơn một ngày (1 bài): QN-02\nNhững phút cuối Trợ lý không tự xem được số trên Facebook (1 bài): QN-02. Số được tính là số xem gần nhất trước đó.\nChưa đủ số thì chưa công bố kết quả được. Nếu có ảnh chụp hoặc đường dẫn cho thấy số trước lúc chốt, xin ghi kèm giờ và ngày xem rồi gửi minh chứng, ví dụ: /tuongtac QN-01 310 120 lúc 20:00 15/9.',
  ]);
});

test('a freeze that was moved has readings of its own', async () => {
  const move = { window: 'voting', closes: { by: '2023-09-20' }, reason: 'mưa bão', document: null };
  await store.contests.collection.updateOne({ _id: 'qn-2023' } as never, {
    $push: { moves: { ...move, by: 'x', at: emulator.clock.now(), turn: 'x' } } as never,
    $inc: { version: 1 },
  });
  const before = await kept();
  await tick(readFacebook, '2023-09-21T00:00:00+07:00');
  expect((await kept()).filter((id) => !before.includes(id))).toEqual([
    'facebook/qn-2023/QN-01/2023-09-20T16:59:59.999Z/after',
  ]);
});
