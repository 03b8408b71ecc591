import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { engagement, lowerEngagement } from '../../src/dialogues/engagement.js';
import { projectFolder } from '../../src/main.js';
import { openContests } from '../../src/store/contests.js';
import { openStore, type Store } from '../../src/store/store.js';
import type { Tools, Turn } from '../../src/turn.js';
import { words } from '../../src/words.js';
import { testDatabase } from '../support/database.js';
import { turnIn } from '../support/turns.js';

const at = (local: string) => new Date(`${local}+07:00`);
const ky = 'telegram:1:1';

let store: Store;
let tools: Tools;
beforeAll(async () => {
  store = await openStore(testDatabase());
  const contests = await openContests(store, path.join(projectFolder, 'contests'), at('2023-09-04T00:00:00'));
  await contests.ensure('qn-2023');
  tools = {
    store,
    defaultContest: 'qn-2023',
    units: contests.units,
    t: words,
    secret: 'secret',
    bots: [],
    watchAddress: () => '',
  };
  await store.entries.collection.insertOne({
    _id: 'qn-2023/1',
    contest: 'qn-2023',
    number: 1,
    code: 'QN-01',
    state: 'submitted',
    title: 'Bài 1',
  } as never);
  await holds(ky, 'secretary', 'Kỳ');
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.snapshots.deleteMany({});
});

async function holds(person: string, role: 'secretary' | 'organizer', name: string): Promise<void> {
  await store.chats.collection.insertOne({ _id: person, person, group: false, reachable: true } as never);
  await store.roles.create({
    _id: `qn-2023/${person}`,
    contest: 'qn-2023',
    person,
    role,
    unit: null,
    name,
    since: at('2023-09-04T00:00:00'),
    by: null,
    held: person,
    endedAt: null,
    endedBy: null,
    endReason: null,
  });
}

const turnAt = (now: Date): Promise<Turn> => turnIn(tools, ky, { now });

test('what somebody says to be right later counts as of when it was typed, with its proof', async () => {
  const before = { contest: 'qn-2023', entry: 'QN-01', likes: 310, shares: 120, source: 'typed' as const };
  const read = at('2023-09-19T20:00:00');
  await store.snapshots.create({ _id: 'x', ...before, at: read, enteredAt: read, by: ky });
  const typed = await turnAt(at('2023-09-19T23:59:30'));
  typed.update.event = { kind: 'photo', url: 'https://example.com/anh.jpg', caption: '' };
  await engagement(typed, 'QN-01 300 110');
  const answers = typed.chat.progress?.answers ?? {};
  await lowerEngagement.finish(await turnAt(at('2023-09-20T00:00:20')), { ...answers, sure: 'yes' });
  expect(await store.snapshots.findOne({ likes: 300 }).lean()).toMatchObject({
    at: typed.now,
    enteredAt: typed.now,
    proof: { kind: 'photo', url: 'https://example.com/anh.jpg', by: ky, at: typed.now },
  });
});
