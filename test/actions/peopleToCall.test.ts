import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { peopleToCall } from '../../src/actions/peopleToCall.js';
import type { ChatId } from '../../src/chat.js';
import type { Store } from '../../src/store/store.js';
import type { Tools } from '../../src/turn.js';
import { appoint, openTools, outcome } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const contest = 'qn-2023';
const now = new Date('2023-08-31T08:00:00+07:00');

let tools: Tools;
let store: Store;
beforeAll(async () => {
  tools = await openTools(contest, now);
  store = tools.store;
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const model of [store.chats, store.roles, store.letters, store.registrations])
    await (model as typeof store.chats).deleteMany({});
  await chat('telegram:1:thu', 'thu');
  await appoint(store, { contest, person: 'thu', role: 'organizer', unit: null, name: 'Thư', since: now });
});

const chat = (_id: ChatId, person: string, reachable = true) =>
  store.chats.create({ _id, bot: 'telegram:1', group: false, person, name: 'Ai', reachable, heardAt: now });

const team = (person: string, unit = '21433', sender = '533') =>
  store.registrations.create({
    ...{ _id: `${contest}/${person}`, contest, person, unit, sender, team: `Tổ ${person}`, contact: person },
    ...{ phone: '0905123456', at: now, turn: person },
  });

const letter = (to: ChatId, order: number, state: 'sent' | 'parked', kind: 'text' | 'picture' = 'text') =>
  store.letters.collection.insertOne({
    ...{ _id: `${to}/${order}`, chat: to, bot: 'telegram:1', reply: { kind }, order, part: 0, state },
  } as never);

async function called(person = 'thu') {
  const turn = await turnIn(tools, `telegram:1:${person}`, { now, person });
  const { chatless, parked } = await peopleToCall(turn, await contestById(turn, contest));
  const names = (missed: readonly { person: string }[]) => missed.map((each) => each.person).sort();
  return { chatless: names(chatless), parked: names(parked) };
}

test('who has no open chat, and who had the last letter refused until something arrives', async () => {
  for (const name of ['an', 'binh', 'chi', 'dan']) await team(name);
  await chat('telegram:1:binh', 'binh', false);
  await chat('telegram:1:chi', 'chi');
  await chat('telegram:1:dan', 'dan');
  await letter('telegram:1:chi', 1, 'sent');
  await letter('telegram:1:chi', 2, 'parked');
  await letter('telegram:1:dan', 1, 'sent');
  await letter('telegram:1:dan', 2, 'parked', 'picture');
  expect(await called()).toEqual({ chatless: ['an', 'binh'], parked: ['chi'] });
  await letter('telegram:1:chi', 3, 'sent');
  expect(await called()).toEqual({ chatless: ['an', 'binh'], parked: [] });
});

test('who can also be written to elsewhere need not be called', async () => {
  await team('an');
  await chat('telegram:1:an', 'an');
  await chat('zalo:1:an', 'an');
  await letter('telegram:1:an', 1, 'parked');
  expect(await called()).toEqual({ chatless: [], parked: [] });
});

test('a coordinator reads those of his own units, and a team nothing', async () => {
  await team('an');
  await team('binh', '21064', '524');
  await chat('telegram:1:moi', 'moi');
  await appoint(store, {
    ...{ contest, person: 'moi', role: 'unit_coordinator', unit: '533', name: 'Mơi', since: now },
  });
  expect(await called('moi')).toEqual({ chatless: ['an'], parked: [] });
  expect(await outcome(called('an'))).toBe('permissions.only');
});
