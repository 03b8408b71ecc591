import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { publishRules } from '../../src/actions/publishRules.js';
import { takeUpRole } from '../../src/actions/roles.js';
import { addContest, maySetUp, setUpContest } from '../../src/actions/setUpContest.js';
import type { Plan } from '../../src/domain/plan.js';
import { planCopy } from '../../src/domain/planCopy.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { Store } from '../../src/store/store.js';
import type { Tools } from '../../src/turn.js';
import { openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const now = new Date('2023-12-01T08:00:00+07:00');
let store: Store;
let tools: Tools;
let shipped: Plan;

beforeAll(async () => {
  tools = await openTools('qn-2023', now);
  store = tools.store;
  const plan = (await tools.presets?.())?.find(({ id }) => id === 'qn-2023');
  if (!plan) throw new Error('the plan is not shipped');
  shipped = plan;
  for (const name of ['Thư', 'Hải']) {
    const turn = await turnOf(name);
    const role = { _id: `qn-2023/${name}`, role: 'organizer', unit: null, name, by: null } as const;
    await takeUpRole(turn, await contestById(turn, 'qn-2023'), role);
  }
});
afterAll(() => store.close());

const turnOf = (name: string, contest = 'qn-2023') => turnIn(tools, `telegram:1:${name}`, { now, contest });
const copy = (id: string) => planCopy(shipped, { id, name: 'Cuộc thi mới', shortName: 'Cuộc thi mới' });
const refused = (key: string, values = {}) =>
  expect.objectContaining({ status: 'rejected', reason: new Refusal(key, values) });

test('of two who set up one contest at the same moment one does, and is its only organizer', async () => {
  const turns = await Promise.all([turnOf('Thư'), turnOf('Hải')]);
  const results = await Promise.allSettled(turns.map((turn) => setUpContest(turn, copy('qn-2024'))));
  const [winner, ...others] = turns.filter((_, index) => results[index]?.status === 'fulfilled');
  expect(others).toEqual([]);
  expect(results).toContainEqual(refused('setUp.taken', { id: 'qn-2024' }));
  const roles = await store.roles.find({ contest: 'qn-2024' }, { person: 1, role: 1 }).lean();
  expect(roles.map(({ person, role }) => ({ person, role }))).toEqual([
    { person: winner?.person, role: 'organizer' },
  ]);
  expect(winner?.chat.contest).toBe('qn-2024');
});

test('the same turn once more changes nothing', async () => {
  const turn = await turnOf('Thư');
  await setUpContest(turn, copy('qn-2025'));
  const before = [await store.contests.findById('qn-2025').lean(), await store.roles.find().lean()];
  await setUpContest(turn, copy('qn-2025'));
  expect([await store.contests.findById('qn-2025').lean(), await store.roles.find().lean()]).toEqual(before);
});

test('a plan whose units are nowhere becomes no contest', async () => {
  const turn = await turnOf('Thư');
  const nowhere = { ...copy('qn-2026'), units: { ...shipped.units, list: 'vn-1990' } };
  await expect(addContest(turn, nowhere)).rejects.toMatchObject({ key: 'setUp.unitsWrong' });
  const cluster = { id: 'a', name: 'Cụm A', members: [shipped.units.root] };
  const odd = { ...copy('qn-2026'), units: { ...shipped.units, clusters: [cluster] } };
  await expect(addContest(turn, odd)).rejects.toMatchObject({ key: 'setUp.unitsWrong' });
  expect(await store.contests.findById('qn-2026')).toBeNull();
});

test('what feeds a contest here is set up by who runs that one, and by nobody else', async () => {
  const turn = await turnOf('Thư');
  // Nobody's, as the operator adds them.
  await addContest(turn, copy('above'));
  const district = { ...shipped.units, root: '524' };
  const below = { ...copy('below'), units: district, feeds: { contest: 'above', round: 'final', count: 2 } };
  await expect(setUpContest(await turnOf('Thư'), below)).rejects.toMatchObject({ key: 'setUp.feedsOther' });
  expect(await store.contests.findById('below')).toBeNull();
  const own = { ...below, feeds: { ...below.feeds, contest: 'qn-2023' } };
  expect((await setUpContest(await turnOf('Thư'), own)).id).toBe('below');
});

test('who runs no contest sets up none', async () => {
  await expect(maySetUp(await turnOf('An'))).rejects.toMatchObject({ key: 'setUp.only' });
});

test('of two who publish rules at the same moment one does', async () => {
  const turns = await Promise.all([turnOf('Thư'), turnOf('Hải')]);
  const contest = await contestById(turns[0], 'qn-2023');
  const publish = (turn: (typeof turns)[number], text: string) =>
    publishRules(turn, contest, { text, reason: 'Sửa lỗi', document: null, seen: 0 });
  const results = await Promise.allSettled(turns.map((turn, index) => publish(turn, `Bản của ${index}`)));
  expect(results).toContainEqual(refused('rulesVersion.publishedMeanwhile'));
  expect((await contestById(turns[0], 'qn-2023')).rules.map(({ version }) => version)).toEqual([1, 2]);
});
