import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { foreseeMove } from '../../src/actions/moveDate.js';
import { nominate } from '../../src/actions/nominate.js';
import { openReceivingRounds } from '../../src/actions/openReceivingRounds.js';
import { takeBackNomination } from '../../src/actions/takeBackNomination.js';
import type { ChatId } from '../../src/chat.js';
import type { StoredEntry } from '../../src/store/documents.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { appoint, openTools, outcome } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const now = new Date('2026-09-21T08:00:00+07:00');
const over = new Date('2026-09-26T00:05:00+07:00');
// Nobody is written to before.
const morning = new Date('2026-09-26T07:00:00+07:00');
const cluster = 'cum:binh_son';
const commune = '21040';
const decision = { decision: '15/QĐ-UBND', day: '2026-09-20' };

let store: Store;
let tools: Tools;
beforeAll(async () => {
  tools = await openTools('qn-2026', now);
  store = tools.store;
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const model of [store.entries, store.nominations, store.roles])
    await (model as typeof store.entries).deleteMany({});
});

async function accepted(number: number): Promise<StoredEntry> {
  const entry: StoredEntry = {
    _id: `qn-2026/entry-${number}`,
    contest: 'qn-2026',
    number,
    code: `QN-${number}`,
    person: `telegram:1:${number}`,
    unit: commune,
    sender: commune,
    team: `Tổ ${number}`,
    slot: null,
    authorSlot: null,
    state: 'accepted',
    history: [],
    verdicts: [],
    correction: null,
    title: 'Clip',
    video: { kind: 'link', url: 'https://youtu.be/dQw4w9WgXcQ', site: 'youtu.be' },
    versions: [],
    submittedAt: now,
    turn: `turn-${number}`,
  };
  await store.entries.create(entry);
  return entry;
}

/** A turn of one of the cluster's coordinators. */
async function coordinator(index: number, at = now) {
  const person: ChatId = `telegram:1:${5000 + index}`;
  const about = { contest: 'qn-2026', role: 'unit_coordinator', unit: cluster, since: now } as const;
  await appoint(store, { ...about, person, name: 'Đầu' });
  return turnIn(tools, person, { now: at, contest: 'qn-2026' });
}

async function send(index: number, entry: StoredEntry, rank: number) {
  const turn = await coordinator(index);
  return nominate(turn, await contestById(turn, 'qn-2026'), entry, { rank, ...decision });
}

/** How each went: `done`, or the key of its refusal. */
const outcomes = (attempts: Promise<unknown>[]) => Promise.all(attempts.map(outcome));

const count = (results: string[], result: string) => results.filter((each) => each === result).length;

test('a hundred people race for the last slot of a cluster, and one gets it', async () => {
  const entries = await Promise.all(Array.from({ length: 102 }, (_, index) => accepted(index + 1)));
  const [first, second, ...others] = entries as [StoredEntry, StoredEntry, ...StoredEntry[]];
  await send(0, first, 1);
  await send(0, second, 2);
  const results = await outcomes(others.map((entry, index) => send(index, entry, (index % 90) + 3)));
  // Some gave the winner's rank, and were told of that first.
  const refused = count(results, 'nominate.full') + count(results, 'nominate.rankTaken');
  expect([count(results, 'done'), refused]).toEqual([1, 99]);
  const sent = await store.nominations.find().sort({ slot: 1 }).lean();
  expect(sent.map(({ slot }) => slot)).toEqual([1, 2, 3].map((n) => `qn-2026/final/${cluster}/${n}`));
  const nominated = await store.entries.find({ state: 'nominated' }).sort({ code: 1 }).lean();
  expect(nominated.map(({ code }) => code)).toEqual(sent.map(({ entry }) => entry).sort());
});

test('of ten who give the same rank at once, one does', async () => {
  const entries = await Promise.all(Array.from({ length: 10 }, (_, index) => accepted(index + 1)));
  const results = await outcomes(entries.map((entry, index) => send(index, entry, 1)));
  expect([count(results, 'done'), count(results, 'nominate.rankTaken')]).toEqual([1, 9]);
});

test('ten who send up the same entry at once send it up once', async () => {
  const entry = await accepted(1);
  const results = await outcomes(Array.from({ length: 10 }, (_, index) => send(index, entry, index + 1)));
  expect([count(results, 'done'), count(results, 'nominate.already')]).toEqual([1, 9]);
  expect((await store.entries.findById(entry._id).lean())?.history.length).toBe(1);
});

test('what was withdrawn while it was being sent up takes no slot', async () => {
  const entry = await accepted(1);
  await store.entries.updateOne({ _id: entry._id }, { $set: { state: 'withdrawn' } });
  // As it was read a moment before.
  expect(await outcomes([send(0, entry, 1)])).toEqual(['entry.noSuchMove']);
  expect(await store.nominations.countDocuments()).toBe(0);
});

test('a slot that was given back is free, and its entry stays out of the round', async () => {
  const entries = await Promise.all([1, 2, 3, 4].map(accepted));
  const [one, two, three, four] = entries as [StoredEntry, StoredEntry, StoredEntry, StoredEntry];
  for (const [index, entry] of [one, two, three].entries()) await send(0, entry, index + 1);
  expect(await outcomes([send(0, four, 4)])).toEqual(['nominate.full']);
  const turn = await coordinator(0);
  const contest = await contestById(turn, 'qn-2026');
  const sent = await store.entries.findById(two._id).lean<StoredEntry>();
  await takeBackNomination(turn, contest, sent as StoredEntry, 'Nhầm bài');
  await send(0, four, 2);

  const early = beginWork(tools, 'tick/early', new Date(over.getTime() - 1_000), 1);
  await openReceivingRounds(early);
  expect(await store.entries.countDocuments({ state: 'in_final' })).toBe(0);
  for (const work of [1, 2]) await openReceivingRounds(beginWork(tools, `tick/${work}`, over, 1));
  const states = await store.entries.find().sort({ number: 1 }).lean();
  expect(states.map(({ state, history }) => [state, history.length])).toEqual([
    ['in_final', 2],
    ['accepted', 2],
    ['in_final', 2],
    ['in_final', 2],
  ]);
  const late = await coordinator(0, over);
  const now1 = await store.entries.findById(one._id).lean<StoredEntry>();
  await expect(takeBackNomination(late, contest, now1 as StoredEntry, 'Nhầm bài')).rejects.toMatchObject({
    key: 'nominate.closed',
  });
});

test('who could have seen a ranking gives the judges of the clusters no more time', async () => {
  const held = 'qn-2026/organizer//telegram:1:1';
  await store.roles.create({
    ...{ _id: 'qn-2026/first', contest: 'qn-2026', person: 'telegram:1:1', role: 'organizer', unit: null },
    ...{ name: 'Thư', since: now, by: null, held, endedAt: null, endedBy: null, endReason: null },
  });
  const foresee = async (at: string) => {
    const turn = await turnIn(tools, 'telegram:1:1', { now: new Date(at), contest: 'qn-2026' });
    return foreseeMove(turn, await contestById(turn, 'qn-2026'), {
      window: 'selection',
      closes: { by: '2026-09-22' },
    });
  };
  expect((await foresee('2026-09-20T08:00:00+07:00')).changes.map(({ window }) => window)).toEqual([
    'selection',
  ]);
  await expect(foresee('2026-09-21T08:00:00+07:00')).rejects.toMatchObject({ key: 'moveDate.ranked' });
});

test('who comes into the round late is told, also when the process dies before the letter is safe', async () => {
  const entry = await accepted(1);
  await store.contests.updateOne({ _id: 'qn-2026' }, { $set: { done: {} } });
  const run = async (id: string) => {
    const work = beginWork(tools, id, morning, 1);
    await openReceivingRounds(work);
    return work;
  };
  for (const mark of (await run('tick/first')).marks) await mark();
  await reaches(entry);
  await send(0, entry, 1);
  const told = ({ letters }: Awaited<ReturnType<typeof run>>) => letters.map(({ _id }) => _id);
  // This one dies with its letters.
  expect(told(await run('tick/dies'))).toEqual([`in-final/${entry._id}`]);
  const next = await run('tick/next');
  expect(told(next)).toEqual([`in-final/${entry._id}`]);
  for (const mark of next.marks) await mark();
  expect((await store.entries.findById(entry._id).lean())?.state).toBe('in_final');
  expect(told(await run('tick/last'))).toEqual([]);
});

const reaches = ({ person }: StoredEntry) =>
  store.chats.create({
    _id: person as ChatId,
    bot: 'telegram:1',
    group: false,
    person,
    name: '',
    reachable: true,
  });
