import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { announceRegistrations } from '../../src/actions/announceRegistrations.js';
import { openPost, type Post } from '../../src/store/post.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { testDatabase } from '../support/database.js';
import { openTools } from '../support/tools.js';

const start = Date.parse('2023-08-31T08:00:00+07:00');
const after = (minutes: number) => new Date(start + minutes * 60_000);

let store: Store;
let post: Post;
let tools: Tools;
let reads: string[] = [];
beforeAll(async () => {
  const address = new URL(await testDatabase());
  address.searchParams.set('monitorCommands', 'true');
  tools = await openTools('qn-2023', after(0), { database: address.href });
  store = tools.store;
  post = openPost(store, 'a');
  store.connection.getClient().on('commandStarted', ({ commandName, command }) => {
    if (['find', 'distinct', 'aggregate'].includes(commandName))
      reads.push(`${commandName} ${command[commandName]}`);
  });
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const each of [store.registrations, store.roles, store.chats, store.letters]) await each.deleteMany();
});

let order = 0;

/** The tick; `cutOff`: its process dies once the letters are stored. Answers what it has read, but for the contests. */
async function tick(minutes: number, { cutOff = false } = {}): Promise<string[]> {
  order += 1;
  reads = [];
  const work = beginWork(tools, `tick/${order}`, after(minutes), order);
  await announceRegistrations(work);
  const seen = reads.filter((read) => !/ (contests|unitLists|units)$/.test(read));
  await post.addLetters(work.letters);
  if (!cutOff) for (const mark of work.marks) await mark();
  return seen;
}

const registers = (name: string, minutes: number, unit = '21433') =>
  store.registrations.create({
    _id: `qn-2023/${name}`,
    contest: 'qn-2023',
    person: name,
    unit,
    sender: '533',
    team: name,
    contact: name,
    phone: '0905123456',
    by: null,
    confirmation: null,
    told: false,
    at: after(minutes),
    turn: `turn of ${name}`,
  });

async function coordinator(person: string, unit: string) {
  await store.roles.create({
    _id: `qn-2023/${person}`,
    contest: 'qn-2023',
    person,
    role: 'unit_coordinator',
    unit,
    name: person,
    since: after(0),
    by: null,
    held: person,
    endedAt: null,
    endedBy: null,
    endReason: null,
  });
  await store.chats.collection.insertOne({ _id: person, person, group: false, reachable: true } as never);
}

/** The teams that each stored letter tells of. */
async function told(): Promise<string[][]> {
  const letters = await store.letters.find().sort({ order: 1, _id: 1 }).lean();
  return letters.map((each) =>
    [...JSON.stringify(each.reply).matchAll(/• (Tổ \d+)/g)].map(([, team]) => team ?? ''),
  );
}

test('where nothing is untold one question is enough', async () => {
  for (const index of [1, 2, 3]) await coordinator(`telegram:1:${index}`, '533');
  expect(await tick(20)).toEqual(['distinct registrations']);
});

test('what nobody answers for is passed over unread, and keeps nobody else waiting', async () => {
  for (let index = 0; index < 250; index += 1) await registers(`Tổ ${index}`, 0, '21433');
  expect(await tick(20)).toEqual(['distinct registrations', 'find roles']);
  await registers('Tổ 999', 5, '21364');
  await coordinator('telegram:1:1', '21364');
  await tick(20);
  expect(await told()).toEqual([['Tổ 999']]);
  await coordinator('telegram:1:2', '533');
  for (const minutes of [21, 22, 23]) await tick(minutes);
  expect((await told()).map(({ length }) => length)).toEqual([1, 200, 50]);
});

test('a letter that was cut off before its mark is not sent again, and what came since is told in another', async () => {
  await coordinator('telegram:1:1', '533');
  await registers('Tổ 1', 0);
  await registers('Tổ 2', 3);
  await tick(11, { cutOff: true });
  await registers('Tổ 3', 12);
  await tick(12);
  expect(await told()).toEqual([['Tổ 1', 'Tổ 2']]);
  await tick(23);
  expect(await told()).toEqual([['Tổ 1', 'Tổ 2'], ['Tổ 3']]);
  expect(await store.registrations.countDocuments({ told: false })).toBe(0);
});

test('the units of what is untold are read from the index alone', async () => {
  for (let index = 0; index < 50; index += 1) await registers(`Tổ ${index}`, 0);
  const { executionStats } = (await store.connection.db?.command({
    explain: { distinct: 'registrations', key: 'unit', query: { contest: 'qn-2023', told: false } },
    verbosity: 'executionStats',
  })) ?? { executionStats: {} };
  expect(executionStats.totalDocsExamined).toBe(0);
});
