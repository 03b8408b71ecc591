import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { engagementToRank } from '../../src/actions/engagement.js';
import { entryByCode } from '../../src/actions/entries.js';
import { countVotesGiven, vote } from '../../src/actions/vote.js';
import { voting } from '../../src/dialogues/vote.js';
import type { Plan } from '../../src/domain/plan.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { StoredContest } from '../../src/store/documents.js';
import { openPost, type Post } from '../../src/store/post.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools, type Turn } from '../../src/turn.js';
import { openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const at = (local: string) => new Date(`${local}+07:00`);
const open = at('2023-09-10T08:00:00');
const next = at('2023-09-11T08:00:00');
const over = at('2023-09-20T00:02:00');

let store: Store;
let post: Post;
let tools: Tools;
beforeAll(async () => {
  tools = await openTools('qn-2023', open);
  ({ store } = tools);
  post = openPost(store, 'a');
  for (let number = 1; number <= 12; number += 1)
    await store.entries.collection.insertOne({
      _id: `qn-2023/${number}`,
      contest: 'qn-2023',
      number,
      code: `QN-${String(number).padStart(2, '0')}`,
      state: number === 12 ? 'withdrawn' : 'submitted',
      title: `Bài ${number}`,
      team: `Tổ ${number}`,
      unit: '21364',
    } as never);
  await lets({ per: 'day', votes: 2 });
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const each of [store.votes, store.people, store.roles, store.snapshots, store.suspicions])
    await (each as typeof store.votes).deleteMany({});
});

/** The plan says that people vote here so often. */
async function lets(inBot: object | undefined, points = { like: '1', share: '2', vote: '5' }): Promise<void> {
  const stored = await store.contests.findById('qn-2023').lean<StoredContest>();
  const plan = stored?.plan as Plan;
  const audience = { ...plan.scoring.audience, points, ...(inBot && { inBot }) };
  if (!inBot && 'inBot' in audience) delete audience.inBot;
  await store.contests.updateOne(
    { _id: 'qn-2023' },
    { $set: { plan: { ...plan, scoring: { ...plan.scoring, audience } } }, $inc: { version: 1 } },
  );
}

const contest = (turn: Turn) => contestById(turn, 'qn-2023');

/** How many votes are left, or why not. */
async function votes(turn: Turn, code: string): Promise<number | string> {
  try {
    const here = await contest(turn);
    return await vote(turn, here, await entryByCode(turn, here, code));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.key;
  }
}

const by = (person: string, now = open, chat = `telegram:1:${person}`) =>
  turnIn(tools, chat as 'telegram:1:1', { now, person });

describe('a vote', () => {
  test('is one of two a day, each for another entry', async () => {
    expect(await votes(await by('an'), 'QN-01')).toBe(1);
    expect(await votes(await by('an'), 'QN-01')).toBe('vote.alreadyToday');
    expect(await votes(await by('an'), 'QN-02')).toBe(0);
    expect(await votes(await by('an'), 'QN-03')).toBe('vote.noneLeftToday');
    expect(await votes(await by('binh'), 'QN-03')).toBe(1);
    expect(await votes(await by('an', next), 'QN-01')).toBe(1);
    expect(await store.votes.countDocuments()).toBe(4);
    expect(Object.keys((await store.votes.findOne().lean()) ?? {}).sort()).toEqual([
      '_id',
      'at',
      'contest',
      'entry',
      'once',
      'period',
      'person',
      'turn',
    ]);
  });

  test('counts once when its turn is run again', async () => {
    const turn = await by('an');
    expect([await votes(turn, 'QN-01'), await votes(turn, 'QN-01')]).toEqual([1, 1]);
    expect(await store.votes.countDocuments()).toBe(1);
  });

  test('is no more than the plan gives, from however many chats at one moment', async () => {
    const codes = ['QN-01', 'QN-02', 'QN-03', 'QN-04', 'QN-01', 'QN-02'];
    const turns = await Promise.all(codes.map((_, index) => by('an', open, `zalo:1:${index}`)));
    await Promise.all(turns.map((turn, index) => votes(turn, codes[index] ?? '')));
    const given = await store.votes.find().lean();
    expect(given).toHaveLength(2);
    expect(new Set(given.map(({ entry }) => entry)).size).toBe(2);
  });

  test('that was given before chats were linked is this person’s too', async () => {
    await votes(await by('an too'), 'QN-01');
    await votes(await by('an too'), 'QN-02');
    const person = {
      _id: 'an',
      name: 'An',
      phone: null,
      createdAt: open,
      joined: ['an too'],
      mergedInto: null,
    };
    await store.people.create({ ...person, version: 0 });
    expect(await votes(await by('an'), 'QN-03')).toBe('vote.noneLeftToday');
  });

  test.each([
    ['before the vote opens', at('2023-09-03T23:59:59'), 'vote.notYet'],
    ['after the freeze', at('2023-09-20T00:00:00'), 'vote.over'],
  ])('is refused %s', async (_title, now, key) => {
    expect(await votes(await by('an', now), 'QN-01')).toBe(key);
  });

  test('is refused to who holds a role, for what takes no part, and where the plan has none', async () => {
    const role = {
      _id: 'r',
      contest: 'qn-2023',
      person: 'giam',
      role: 'judge' as const,
      unit: null,
      name: 'Giám',
    };
    await store.roles.create({
      ...role,
      since: open,
      by: null,
      held: 'r',
      endedAt: null,
      endedBy: null,
      endReason: null,
    });
    expect(await votes(await by('giam'), 'QN-01')).toBe('vote.barred');
    expect(await votes(await by('an'), 'QN-12')).toBe('common.withdrawnEntry');
    await lets(undefined);
    expect(await votes(await by('an'), 'QN-01')).toBe('vote.notHere');
    await lets({ per: 'day', votes: 2 });
  });
});

const said = ({ letters }: Turn) =>
  letters.map(({ reply }) => (reply.kind === 'text' ? reply.text.text : '')).join('\n---\n');

test('entries are shown page by page, and how many votes they have is not', async () => {
  await votes(await by('binh'), 'QN-01');
  const first = await by('an');
  await voting(first, '');
  expect(said(first)).toMatch(
    /^Bình chọn Video clip .*\nMỗi người 2 phiếu mỗi ngày, hôm nay anh\/chị còn 2 phiếu\.\n\n• QN-01 «Bài 1» – .*• QN-10 .*\n\nTrang 1\/2\n\nĐể bình chọn, xin gõ \/binhchon rồi mã bài/s,
  );
  expect(first.chat.menu?.choices).toEqual([{ label: 'Trang sau', says: '/binhchon trang 2' }]);
  const second = await by('an');
  await voting(second, 'trang 2');
  expect(said(second)).toMatch(/còn 2 phiếu\.\n\n• QN-11 [^•]*Trang 2\/2/);
  const third = await by('an');
  await voting(third, 'qn 2');
  expect(said(third)).toBe(
    'Đã ghi một phiếu cho bài QN-02 «Bài 2» của Tổ 2. Xin cảm ơn anh/chị!\n\nAnh/chị còn 1 phiếu. Phiếu đã gửi không đổi được.',
  );
});

describe('after the close', () => {
  const lastMoment = at('2023-09-19T23:59:59.999');
  beforeEach(async () => {
    await store.contests.updateOne({ _id: 'qn-2023' }, { $set: { done: {} } });
    await store.updates.deleteMany({});
  });
  async function tick(now: Date): Promise<void> {
    const work = beginWork(tools, `tick/${now.getTime()}`, now, 1);
    await countVotesGiven(work);
    await post.addLetters(work.letters);
    for (const mark of work.marks) await mark();
  }
  const ranked = async (now: Date) => {
    const work = beginWork(tools, 'look', now, 0);
    return engagementToRank(work, await contestById(work, 'qn-2023'));
  };

  test('votes are counted once, and stand beside likes and shares', async () => {
    await votes(await by('an'), 'QN-01');
    await votes(await by('binh'), 'QN-01');
    await votes(await by('binh'), 'QN-02');
    const reading = { contest: 'qn-2023', likes: 310, shares: 120, at: open, enteredAt: open };
    await store.snapshots.create({ _id: 'x', entry: 'QN-01', ...reading, source: 'typed', by: 'ky' });
    const liked = { entry: 'QN-01', at: open.toISOString(), likes: 310, shares: 120 };
    // Nobody sees votes before the close, nor half of them after it.
    expect(await ranked(next)).toEqual([liked]);
    await expect(ranked(at('2023-09-20T00:00:00'))).rejects.toThrow('vote.notCounted');
    await tick(at('2023-09-20T00:00:59'));
    await expect(ranked(over)).rejects.toThrow('vote.notCounted');
    await tick(over);
    expect(await ranked(over)).toEqual([{ ...liked, votes: 2 }]);
    expect(await store.snapshots.countDocuments({ source: 'bot' })).toBe(11);
    expect(await store.snapshots.findOne({ source: 'bot', entry: 'QN-02' }).lean()).toMatchObject({
      likes: 0,
      shares: 0,
      votes: 1,
      at: at('2023-09-19T23:59:59.999'),
    });
    await store.snapshots.deleteMany({});
    await tick(at('2023-09-20T00:10:00'));
    expect(await store.snapshots.countDocuments()).toBe(0);
  });

  test('what arrived in time is waited for', async () => {
    const turn = await by('an', lastMoment);
    await store.updates.create(turn.update);
    await tick(over);
    await expect(ranked(over)).rejects.toThrow('vote.notCounted');
    await votes(turn, 'QN-01');
    await store.updates.updateOne({ _id: turn.update._id }, { $set: { state: 'done' } });
    await tick(at('2023-09-20T00:03:00'));
    expect(await store.snapshots.findOne({ entry: 'QN-01' }).lean()).toMatchObject({ votes: 1 });
  });

  test('an entry that was accepted later has none, where only votes count', async () => {
    await votes(await by('an'), 'QN-01');
    await lets({ per: 'day', votes: 2 }, { like: '0', share: '0', vote: '5' });
    await tick(over);
    await store.snapshots.deleteOne({ entry: 'QN-02' });
    const counts = new Map((await ranked(over)).map(({ entry, votes: given }) => [entry, given]));
    await lets({ per: 'day', votes: 2 });
    expect([counts.size, counts.get('QN-01'), counts.get('QN-02')]).toEqual([11, 1, 0]);
  });
});
