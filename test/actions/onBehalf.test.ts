import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { acceptRules } from '../../src/actions/acceptRules.js';
import { findCode } from '../../src/actions/codes.js';
import { contestById } from '../../src/actions/contest.js';
import { consentStands, hasConsented } from '../../src/actions/giveConsent.js';
import { isUnmet } from '../../src/actions/onBehalf.js';
import { registerOnBehalf } from '../../src/actions/onBehalfRegister.js';
import { submitOnBehalf } from '../../src/actions/onBehalfSubmit.js';
import { disagree, makeTeamCode, takeOver } from '../../src/actions/onBehalfTakeOver.js';
import { withdrawEntry } from '../../src/actions/withdrawEntry.js';
import type { ChatId } from '../../src/chat.js';
import type { Store } from '../../src/store/store.js';
import type { Tools } from '../../src/turn.js';
import { appoint, openTools, outcome } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const now = new Date('2023-08-31T08:00:00+07:00');
const coordinators: ChatId[] = ['telegram:1:1', 'zalo:2:1'];
const video = { kind: 'link', url: 'https://youtu.be/dQw4w9WgXcQ', site: 'youtu.be' } as const;

let store: Store;
let tools: Tools;
beforeAll(async () => {
  tools = await openTools('qn-2023', now);
  store = tools.store;
  const about = { contest: 'qn-2023', role: 'unit_coordinator', unit: '533', since: now } as const;
  for (const person of coordinators) await appoint(store, { ...about, person, name: 'Đầu mối' });
});
afterAll(() => store.close());

const details = { unit: '21433', team: 'Tổ Cụ Tư', contact: 'Phạm Văn Tư', agreed: 'đã đồng ý' };

async function registers(coordinator: ChatId, phone: string) {
  const turn = await turnIn(tools, coordinator, { now });
  return registerOnBehalf(turn, await contestById(turn, 'qn-2023'), { ...details, phone });
}

test('two coordinators who register one number at once register one team', async () => {
  for (let round = 0; round < 10; round += 1) {
    const phone = `09051110${10 + round}`;
    const results = await Promise.all(coordinators.map((chat) => outcome(registers(chat, phone))));
    expect(results.sort()).toEqual(['done', 'onBehalf.phoneTaken']);
    expect(await store.registrations.countDocuments({ phone })).toBe(1);
  }
});

test('an entry that comes in while its team is taken over is the contact’s, or out again', async () => {
  const seen = new Set<string>();
  for (let round = 0; round < 20; round += 1) {
    await store.entries.deleteMany({});
    const phone = `09052220${10 + round}`;
    const { _id: team, person: unmet } = await registers('telegram:1:1', phone);
    const sender = await turnIn(tools, 'telegram:1:1', { now });
    const contact = await turnIn(tools, `zalo:2:${500 + round}`, { now });
    const contest = await contestById(sender, 'qn-2023');
    const code = await findCode(sender, (await makeTeamCode(sender, contest, team)).code);
    const results = await Promise.all([
      outcome(submitOnBehalf(sender, contest, team, { title: 'Clip', video })),
      outcome(takeOver(contact, contest, { team, code, answer: 'tôi đồng ý' })),
    ]);
    seen.add(results.join(' '));
    const registration = await store.registrations.findById(team).lean();
    expect(registration?.person).toBe(contact.person);
    const live = await store.entries.find({ state: 'submitted' }).lean();
    expect(live.map(({ person }) => person)).toEqual(results[0] === 'done' ? [contact.person] : []);
    expect(await store.entries.countDocuments({ person: unmet, state: 'submitted' })).toBe(0);
  }
  for (const each of seen) expect(['done done', 'onBehalf.noTeam done']).toContain(each);
});

test('a code gives a team to one of two who type it at once', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { _id: team } = await registers('telegram:1:1', `09053330${10 + round}`);
    const sender = await turnIn(tools, 'telegram:1:1', { now });
    const contest = await contestById(sender, 'qn-2023');
    const code = await findCode(sender, (await makeTeamCode(sender, contest, team)).code);
    const chats: ChatId[] = [`telegram:1:${600 + round}`, `zalo:2:${600 + round}`];
    const turns = await Promise.all(chats.map((chat) => turnIn(tools, chat, { now })));
    const results = await Promise.all(
      turns.map((turn) => outcome(takeOver(turn, contest, { team, code, answer: 'tôi đồng ý' }))),
    );
    expect(results.filter((each) => each === 'done')).toHaveLength(1);
    const registration = await store.registrations.findById(team).lean();
    expect(registration?.person).toBe(chats[results.indexOf('done')]);
  }
});

test('who says no after another has taken the team over takes nothing away from him', async () => {
  const { _id: team } = await registers('telegram:1:1', '0905444010');
  const sender = await turnIn(tools, 'telegram:1:1', { now });
  const contest = await contestById(sender, 'qn-2023');
  const code = await findCode(sender, (await makeTeamCode(sender, contest, team)).code);
  const contact = await turnIn(tools, 'zalo:2:700', { now });
  await takeOver(contact, contest, { team, code, answer: 'tôi đồng ý' });
  const stranger = await turnIn(tools, 'telegram:1:700', { now });
  for (const given of [code, null])
    expect(await outcome(disagree(stranger, contest, { team, code: given }))).toBe('onBehalf.codeUsed');
  expect(await hasConsented(contact, contest)).toBe(true);
  expect([...contact.letters, ...stranger.letters].map(({ chat }) => chat)).toEqual([]);
  // Whose the team is may say no himself.
  expect(await outcome(disagree(contact, contest, { team, code }))).toBe('done');
  expect(await hasConsented(contact, contest)).toBe(false);
});

test('who says no has used the code up; nobody else agrees with it', async () => {
  const { _id: team, person } = await registers('telegram:1:1', '0905444011');
  const sender = await turnIn(tools, 'telegram:1:1', { now });
  const contest = await contestById(sender, 'qn-2023');
  const code = await findCode(sender, (await makeTeamCode(sender, contest, team)).code);
  const first = await turnIn(tools, 'zalo:2:701', { now });
  expect(await outcome(disagree(first, contest, { team, code }))).toBe('done');
  expect(await consentStands(first, contest, person)).toBe(false);
  const second = await turnIn(tools, 'telegram:1:701', { now });
  const answer = 'tôi đồng ý';
  expect(await outcome(takeOver(second, contest, { team, code, answer }))).toBe('codes.used');
  const again = await turnIn(tools, 'zalo:2:701', { now });
  expect(await outcome(takeOver(again, contest, { team, code, answer }))).toBe('done');
});

test('a coordinator agrees to rules for teams that nobody else speaks for, while he answers for their unit', async () => {
  await store.registrations.deleteMany({});
  const { _id: waiting } = await registers('telegram:1:1', '0905555010');
  const { _id: taken } = await registers('telegram:1:1', '0905555011');
  const contact = await turnIn(tools, 'zalo:2:800', { now });
  const contest = await contestById(contact, 'qn-2023');
  const code = await findCode(
    contact,
    (await makeTeamCode(await turnIn(tools, 'telegram:1:1', { now }), contest, taken)).code,
  );
  await takeOver(contact, contest, { team: taken, code, answer: 'tôi đồng ý' });
  const agreesFor = async (person: ChatId) => {
    const { teams } = await acceptRules(await turnIn(tools, person, { now }), contest, 1);
    return teams.map(({ _id }) => _id);
  };
  expect(await agreesFor('telegram:1:1')).toEqual([waiting]);
  expect(await agreesFor('zalo:2:800')).toEqual([taken]);
  const role = { person: 'telegram:1:1', contest: 'qn-2023' };
  await store.roles.updateOne(role, { $set: { endedAt: now } });
  try {
    expect(await agreesFor('telegram:1:1')).toEqual([]);
    const dismissed = await turnIn(tools, 'telegram:1:1', { now });
    expect(await outcome(acceptRules(dismissed, contest, 1, waiting))).toBe('permissions.only');
  } finally {
    await store.roles.updateOne(role, { $set: { endedAt: null } });
  }
});

test('a number whose first owner has been taken in by somebody still registers a team elsewhere', async () => {
  const phone = '0905666010';
  const given = { ...details, phone };
  const seen = new Set<string>();
  for (let round = 0; round < 3; round += 1) {
    const turn = await turnIn(tools, 'telegram:1:1', { now });
    const contest = await contestById(turn, 'qn-2023');
    const { _id: team, person } = await registerOnBehalf(turn, contest, given);
    expect(isUnmet(person)).toBe(true);
    seen.add(person);
    const code = await findCode(turn, (await makeTeamCode(turn, contest, team)).code);
    const contact = await turnIn(tools, `zalo:2:${900 + round}`, { now });
    await takeOver(contact, contest, { team, code, answer: 'tôi đồng ý' });
    // Cut off before its end, the turn that registered it finds what it has done.
    expect(await registerOnBehalf(turn, contest, given)).toMatchObject({ person: contact.person });
    expect(await store.registrations.countDocuments({ phone })).toBe(1);
    await store.registrations.deleteMany({ phone });
    await store.people.updateMany({ _id: contact.person }, { $set: { phone: null } });
  }
  expect(seen.size).toBe(3);
});

test('who has taken an entry back is kept: the team or its coordinator', async () => {
  await store.entries.deleteMany({});
  const { _id: team } = await registers('telegram:1:1', '0905777010');
  const sender = await turnIn(tools, 'telegram:1:1', { now });
  const contest = await contestById(sender, 'qn-2023');
  const { entry } = await submitOnBehalf(sender, contest, team, { title: 'Clip', video });
  await withdrawEntry(sender, contest, entry);
  expect((await store.entries.findById(entry._id).lean())?.history?.at(-1)).toMatchObject({
    to: 'withdrawn',
    by: 'telegram:1:1',
    reason: 'by_coordinator',
  });
});
