import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { closeListsDue } from '../../src/actions/closeLists.js';
import { contestById } from '../../src/actions/contest.js';
import { giveConsent } from '../../src/actions/giveConsent.js';
import { listsToKeep } from '../../src/actions/peopleLists.js';
import { registerTeam } from '../../src/actions/registerTeam.js';
import { saveList } from '../../src/actions/saveList.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const inTime = new Date('2023-10-02T08:00:00+07:00');
const late = new Date('2023-10-06T00:00:00+07:00');
const key = { component: 'online', unit: '662' };
const people = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({
    name: 'Nguyễn Văn An',
    phone: `09051${10_000 + from + index}`,
  }));

let store: Store;
let tools: Tools;
beforeAll(async () => {
  tools = await openTools('dn-2023', inTime);
  store = tools.store;
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const model of [store.lists, store.listSnapshots]) await (model as typeof store.lists).deleteMany({});
});

/** One of those who registered a team of the district. */
async function keeper(index: number, now: Date) {
  const turn = await turnIn(tools, `telegram:1:${index}`, { now, contest: 'dn-2023' });
  const contest = await contestById(turn, 'dn-2023');
  if (!(await store.registrations.exists({ person: turn.person }))) {
    const registering = await turnIn(tools, `telegram:1:${index}`, { now: inTime, contest: 'dn-2023' });
    await giveConsent(registering, contest, 'có');
    const team = { unit: key.unit, team: `Đội ${index}`, contact: 'An', phone: '0905123456' };
    await registerTeam(registering, contest, { ...team, components: ['online'], headcount: 5 });
  }
  return { turn, contest };
}

const add = async (index: number, now: Date, members: ReturnType<typeof people>) => {
  const { turn, contest } = await keeper(index, now);
  return saveList(turn, contest, key, { kind: 'add', members });
};

test('what several people add at the same moment is all there', async () => {
  await Promise.all(Array.from({ length: 8 }, (_, index) => add(index, inTime, people(4, index * 4))));
  const list = await store.lists.findOne().lean();
  expect([list?.members.length, list?.version, list?.changes.length]).toEqual([32, 8, 8]);
});

test('a turn that is run again adds nothing, and says the same', async () => {
  const { turn, contest } = await keeper(1, inTime);
  const change = { kind: 'replace', members: people(31) } as const;
  const first = await saveList(turn, contest, key, change);
  await add(2, inTime, people(1, 50));
  expect(await saveList(turn, contest, key, change)).toMatchObject(first);
  expect((await store.lists.findOne().lean())?.members.length).toBe(32);
});

test('many who change a list after its day close it once, as it was', async () => {
  await add(1, inTime, people(31));
  await Promise.all(Array.from({ length: 6 }, (_, index) => add(index, late, people(1, 100 + index))));
  await closeListsDue(beginWork(tools, 'tick', new Date(late.getTime() + 120_000), 0));
  const closed = await store.listSnapshots.find().lean();
  expect(closed.map(({ number, by, members }) => [number, by, members])).toEqual([[1, null, people(31)]]);
  expect((await store.lists.findOne().lean())?.members.length).toBe(37);
});

test('a list that is begun after its day is not closed by it', async () => {
  await add(1, late, people(31));
  await closeListsDue(beginWork(tools, 'tick', new Date(late.getTime() + 120_000), 0));
  expect(await store.listSnapshots.find().lean()).toEqual([]);
});

test('nobody keeps the list of another district', async () => {
  const { turn, contest } = await keeper(1, inTime);
  const other = saveList(turn, contest, { ...key, unit: '663' }, { kind: 'add', members: people(1) });
  await expect(other).rejects.toEqual(new Refusal('list.notYours'));
});

test.each([
  ['the district', '662', ['online/662']],
  ['a commune in it', '24643', []],
])('the coordinator of %s keeps the lists of its level', async (_, unit, kept) => {
  const turn = await turnIn(tools, `telegram:1:9${unit}`, { now: inTime, contest: 'dn-2023' });
  const contest = await contestById(turn, 'dn-2023');
  expect(contest.units.isUnder(unit, '662')).toBe(true);
  turn.duties = async () => [{ role: 'unit_coordinator', unit }];
  const lists = await listsToKeep(turn, contest).catch((error: Refusal) => error.key);
  const names = typeof lists === 'string' ? [] : lists.map(({ component, unit }) => `${component}/${unit}`);
  expect(names).toEqual(kept);
  if (kept.length === 0) expect(lists).toBe('list.notChosen');
});

test('who registered only for the form without a list keeps none', async () => {
  const { turn, contest } = await keeper(20, inTime);
  await store.registrations.updateOne({ person: turn.person }, { $set: { components: ['live'] } });
  await expect(listsToKeep(turn, contest)).rejects.toEqual(new Refusal('list.notChosen'));
});
