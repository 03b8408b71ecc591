import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { entryByCode } from '../../src/actions/entries.js';
import { postEntries, postingsOf } from '../../src/actions/postEntry.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { Store } from '../../src/store/store.js';
import type { Tools } from '../../src/turn.js';
import { openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const start = new Date('2023-09-05T08:00:00+07:00');
const page = 'https://www.facebook.com';

let store: Store;
let tools: Tools;
let minutes = 0;
beforeAll(async () => {
  tools = await openTools('qn-2023', start);
  ({ store } = tools);
  for (const number of [1, 2])
    await store.entries.collection.insertOne({
      _id: `qn-2023/${number}`,
      contest: 'qn-2023',
      number,
      code: `QN-0${number}`,
      state: 'submitted',
      title: `Bài ${number}`,
    } as never);
  await store.roles.create({
    _id: 'qn-2023/ky',
    contest: 'qn-2023',
    person: 'ky',
    role: 'secretary',
    unit: null,
    name: 'Kỳ',
    since: start,
    by: null,
    held: 'ky',
    endedAt: null,
    endedBy: null,
    endReason: null,
  });
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.postings.deleteMany({});
});

/** What stands in the way, or `kept`. */
async function posts(urls: Record<string, string>): Promise<string> {
  minutes += 1;
  const now = new Date(start.getTime() + minutes * 60_000);
  const turn = await turnIn(tools, `telegram:1:${minutes}`, { now, person: 'ky' });
  const contest = await contestById(turn, 'qn-2023');
  const posted = await Promise.all(
    Object.entries(urls).map(async ([code, url]) => ({ entry: await entryByCode(turn, contest, code), url })),
  );
  try {
    await postEntries(turn, contest, posted);
    return 'kept';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.key;
  }
}

async function stands(): Promise<Record<string, string>> {
  const turn = await turnIn(tools, 'telegram:1:0', { now: start });
  const all = await postingsOf(turn, await contestById(turn, 'qn-2023'));
  return Object.fromEntries([...all].map(([code, { url }]) => [code, url]));
}

test('a post is one entry’s, however its link is written', async () => {
  expect(await posts({ 'QN-01': `${page}/so/posts/122106844500` })).toBe('kept');
  expect(await posts({ 'QN-02': `${page}/so/posts/chao-ca-nha/122106844500` })).toBe('posting.taken');
  expect(await posts({ 'QN-01': `${page}/so/posts/chao-ca-nha/122106844500` })).toBe('kept');
});

test('of two entries that are given one post at the same moment, in two chats, one gets it', async () => {
  const url = `${page}/reel/122106844500`;
  const said = await Promise.all([posts({ 'QN-01': url }), posts({ 'QN-02': url })]);
  expect(said.sort()).toEqual(['kept', 'posting.taken']);
  expect(Object.keys(await stands())).toHaveLength(1);
});

test('posts that were mixed up can be changed over', async () => {
  const [one, other] = [`${page}/reel/11111`, `${page}/reel/22222`];
  expect(await posts({ 'QN-01': one, 'QN-02': other })).toBe('kept');
  expect(await posts({ 'QN-01': other, 'QN-02': one })).toBe('kept');
  expect(await stands()).toEqual({ 'QN-01': other, 'QN-02': one });
});
