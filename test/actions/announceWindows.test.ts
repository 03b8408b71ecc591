import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { announceWindows } from '../../src/actions/announceWindows.js';
import { runTick } from '../../src/jobs/schedule.js';
import { openPost } from '../../src/store/post.js';
import type { Store } from '../../src/store/store.js';
import type { Tools } from '../../src/turn.js';
import { openTools } from '../support/tools.js';

const contest = 'qn-2026';
const at = (local: string) => new Date(`2026-${local}+07:00`);

let tools: Tools;
let store: Store;
beforeAll(async () => {
  tools = await openTools(contest, at('06-20T08:00:00'));
  store = tools.store;
  const chat = 'telegram:1:-9';
  await store.chats.create({
    ...{ _id: chat, bot: 'telegram:1', group: true, person: null, name: '', reachable: true },
    heardAt: null,
  });
  await store.groups.create({ _id: 'g', contest, chat, title: '', by: 'x', since: at('06-20T08:00:00') });
});
afterAll(() => store.close());

async function invitations(now: string): Promise<string[]> {
  const tick = { name: 'windows', every: '', run: announceWindows };
  const letters = await runTick(tick, { tools, post: openPost(store, 'a'), now: at(now) });
  return letters
    .flatMap(({ reply }) => (reply.kind === 'text' ? [reply.text.text] : []))
    .filter((text) => text.includes('Xin mời mọi người xem'));
}

test('people are invited to vote once something is posted, by day, and once, and read where', async () => {
  // The vote opens on the 28th.
  expect(await invitations('09-28T07:00:00')).toEqual([]);
  expect(await invitations('09-29T12:00:00')).toEqual([]);
  await store.entries.create({
    ...{
      _id: 'e',
      contest,
      number: 1,
      code: 'QN-01',
      person: 'telegram:1:9',
      unit: '21040',
      sender: '21040',
    },
    ...{
      team: 'Tổ 1',
      slot: null,
      authorSlot: null,
      state: 'in_final',
      history: [],
      verdicts: [],
      turn: 'x',
    },
    ...{ correction: null, title: 'Clip', versions: [], submittedAt: at('08-20T08:00:00') },
    video: { kind: 'link', url: 'https://youtu.be/dQw4w9WgXcQ', site: 'youtu.be' },
  });
  const posted = { _id: 'p', contest, entry: 'QN-01', url: 'https://facebook.com/1', by: 'x' };
  await store.postings.create({ ...posted, at: at('09-29T22:00:00') });
  expect(await invitations('09-29T22:00:10')).toEqual([]);
  const invited = await invitations('09-30T07:00:00');
  expect(invited.map((text) => text.split('\n\n').slice(1))).toEqual([
    ['Các bài đã đăng:\n• QN-01 Tổ 1: https://facebook.com/1'],
  ]);
  expect(await invitations('09-30T07:00:20')).toEqual([]);
});
