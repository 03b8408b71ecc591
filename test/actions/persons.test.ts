import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { findCode, invite, redeemInvitation } from '../../src/actions/codes.js';
import { complain } from '../../src/actions/complain.js';
import { contestById } from '../../src/actions/contest.js';
import { giveConsent } from '../../src/actions/giveConsent.js';
import { personWithHolds } from '../../src/actions/holds.js';
import { revokeInvitation } from '../../src/actions/invitations.js';
import { linkChats, makeLinkCode } from '../../src/actions/linkChats.js';
import { registerTeam } from '../../src/actions/registerTeam.js';
import { submitEntry } from '../../src/actions/submitEntry.js';
import { withdrawEntry } from '../../src/actions/withdrawEntry.js';
import type { ChatId } from '../../src/chat.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { Code, Role } from '../../src/store/documents.js';
import type { Store } from '../../src/store/store.js';
import type { Tools, Turn } from '../../src/turn.js';
import { addContest } from '../support/contests.js';
import { openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const now = new Date('2023-08-31T08:00:00+07:00');
const an: ChatId = 'telegram:1:100';
const onZalo: ChatId = 'zalo:2:100';
const video = { kind: 'link', url: 'https://youtu.be/dQw4w9WgXcQ', site: 'youtu.be' } as const;
const team = { unit: '21433', team: 'Tổ', contact: 'An', phone: '0905123456' };

let store: Store;
let tools: Tools;
beforeAll(async () => {
  tools = await openTools('qn-2023', now);
  store = tools.store;
  await addContest(store, 'three-each', ({ entries }) => ({ entries: { ...entries, perAuthor: 3 } }));
});
afterAll(() => store.close());
beforeEach(async () => {
  const { people, roles, codes, registrations, entries, consents } = store;
  for (const model of [people, roles, codes, registrations, entries, consents])
    await (model as typeof people).deleteMany({});
});

/** A turn in one of the chats of the person who was met first as An on Telegram. */
const turnOfAn = (chat: ChatId, contest = 'qn-2023'): Promise<Turn> =>
  turnIn(tools, chat, { now, person: an, contest });

async function register(turn: Turn, contestId = 'qn-2023') {
  const contest = await contestById(turn, contestId);
  await giveConsent(turn, contest, 'có');
  return registerTeam(turn, contest, team);
}

async function judgeCode(): Promise<Code> {
  const organizer = await turnIn(tools, 'telegram:1:1', { now });
  const role: Role = {
    _id: 'qn-2023/first',
    contest: 'qn-2023',
    person: organizer.person,
    role: 'organizer',
    unit: null,
    name: 'Thư',
    since: now,
    by: null,
    held: null,
    endedAt: null,
    endedBy: null,
    endReason: null,
  };
  await store.roles.updateOne({ _id: role._id }, { $setOnInsert: role }, { upsert: true });
  const contest = await contestById(organizer, 'qn-2023');
  const code = await findCode(
    organizer,
    await invite(organizer, contest, { role: 'judge', unit: null, name: null }),
  );
  if (!code) throw new Error('no code was made');
  return code;
}

/** How each went: `done`, or the key of its refusal. */
async function outcomes(attempts: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(attempts);
  return settled.map((each) => {
    if (each.status === 'fulfilled') return 'done';
    if (each.reason instanceof Refusal) return each.reason.key;
    throw each.reason;
  });
}

test('of registering on one messenger and becoming a judge on the other at once, one succeeds', async () => {
  const seen = new Set<string>();
  for (let round = 0; round < 20; round += 1) {
    await Promise.all([store.people.deleteMany({}), store.registrations.deleteMany({})]);
    await store.roles.deleteMany({ role: 'judge' });
    const code = await judgeCode();
    const [here, there] = [await turnOfAn(an), await turnOfAn(onZalo)];
    const [registered, judging] = await outcomes([register(here), redeemInvitation(there, code)]);
    seen.add(`${registered} ${judging}`);
    expect([registered, judging].filter((each) => each === 'done')).toHaveLength(1);
    const teams = await store.registrations.countDocuments({ contest: 'qn-2023', person: an });
    const roles = await store.roles.countDocuments({ person: an, endedAt: null });
    expect(teams + roles).toBe(1);
  }
  for (const each of seen) expect(['done codes.barred', 'register.barred done']).toContain(each);
});

test('an invitation that was taken back lets nobody in, not even from the chat that took it back', async () => {
  const code = await judgeCode();
  const organizer = await turnIn(tools, 'telegram:1:1', { now });
  await revokeInvitation(organizer, await contestById(organizer, 'qn-2023'), code._id);
  const revoked = await findCode(organizer, code._id);
  for (const each of [code, revoked]) {
    const other = await turnIn(tools, 'telegram:1:1', { now, person: 'telegram:1:5' });
    expect(await outcomes([redeemInvitation(other, each ?? code)])).toEqual(['codes.used']);
  }
});

test('one person registers one team, however many chats try at once', async () => {
  const turns = await Promise.all(['1', '2', '3', '4'].map((chat) => turnOfAn(`telegram:1:${chat}`)));
  const results = await outcomes(turns.map((turn) => register(turn)));
  expect(results.filter((each) => each === 'done')).toHaveLength(1);
  expect(results.filter((each) => each === 'register.already')).toHaveLength(3);
  expect(await store.registrations.countDocuments()).toBe(1);
});

test('one author sends three entries of ten that he tries at once on two messengers', async () => {
  await register(await turnOfAn(an, 'three-each'), 'three-each');
  // The sender has room for more, so that it is the author's own limit that is met.
  await store.contests.updateOne(
    { _id: 'three-each' },
    { $set: { 'plan.rounds.1.intake.quota': { level: 'district', count: 9 } }, $inc: { version: 1 } },
  );
  const turns = await Promise.all(
    Array.from({ length: 10 }, (_, index) => turnOfAn(index % 2 ? an : onZalo, 'three-each')),
  );
  const contest = await contestById(turns[0] as Turn, 'three-each');
  const results = await outcomes(turns.map((turn) => submitEntry(turn, contest, { title: 'Clip', video })));
  expect(results.filter((each) => each === 'done')).toHaveLength(3);
  expect(results.filter((each) => each === 'submit.authorFull')).toHaveLength(7);
  const entries = await store.entries.find().sort({ authorSlot: 1 }).lean();
  expect(entries.map(({ authorSlot }) => authorSlot)).toEqual(
    [1, 2, 3].map((slot) => `three-each/author/${an}/${slot}`),
  );

  const [taken] = entries;
  if (!taken) throw new Error('nothing was sent');
  await withdrawEntry(await turnOfAn(onZalo, 'three-each'), contest, taken);
  const next = await submitEntry(await turnOfAn(an, 'three-each'), contest, { title: 'Clip', video });
  expect(next.entry.authorSlot).toBe(taken.authorSlot);
});

test('a hundred people race for the last slot of a sender, and one gets it', async () => {
  const people = Array.from({ length: 101 }, (_, index): ChatId => `telegram:1:${1000 + index}`);
  for (const person of people) await register(await turnIn(tools, person, { now }));
  const send = async (person: ChatId) => {
    const turn = await turnIn(tools, person, { now });
    return submitEntry(turn, await contestById(turn, 'qn-2023'), { title: 'Clip', video });
  };
  const [first, ...others] = people;
  await send(first as ChatId);
  const results = await outcomes(others.map(send));
  expect(results.filter((each) => each === 'done')).toHaveLength(1);
  expect(results.filter((each) => each === 'submit.quotaFull')).toHaveLength(99);
});

test('two chats that link each other at once make no circle', async () => {
  for (let round = 0; round < 10; round += 1) {
    const [one, other]: ChatId[] = [`telegram:1:a${round}`, `zalo:2:b${round}`];
    const codeOf = async (chat: ChatId) => {
      const turn = await turnIn(tools, chat, { now });
      const code = await findCode(turn, await makeLinkCode(turn));
      if (!code) throw new Error('no code was made');
      return code;
    };
    const [ofOne, ofOther] = [await codeOf(one as ChatId), await codeOf(other as ChatId)];
    const results = await outcomes([
      linkChats(await turnIn(tools, one as ChatId, { now }), ofOther),
      linkChats(await turnIn(tools, other as ChatId, { now }), ofOne),
    ]);
    const merged = await store.people.find({ _id: { $in: [one, other] as string[] } }).lean();
    const gone = merged.filter(({ mergedInto }) => mergedInto !== null);
    expect(gone).toHaveLength(results.filter((each) => each === 'done').length);
    expect(gone.length).toBeLessThan(2);
    for (const { mergedInto, _id } of gone)
      expect(merged.find((each) => each._id === mergedInto)?.joined).toEqual([_id]);
    // Who gave way to the other may try again.
    if (gone.length === 0)
      expect(await outcomes([linkChats(await turnIn(tools, one as ChatId, { now }), ofOther)])).toEqual([
        'done',
      ]);
  }
});

test('registering on one messenger while that chat is linked to another author leaves one team', async () => {
  for (let round = 0; round < 10; round += 1) {
    const [one, other]: [ChatId, ChatId] = [`telegram:1:c${round}`, `zalo:2:d${round}`];
    const code = await makeLinkCode(await turnIn(tools, one, { now }));
    await register(await turnIn(tools, other, { now }));
    const turn = await turnIn(tools, other, { now });
    const found = await findCode(turn, code);
    if (!found) throw new Error('no code was made');
    const results = await outcomes([register(await turnIn(tools, one, { now })), linkChats(turn, found)]);
    expect(results).not.toEqual(['done', 'done']);
    const teams = await store.registrations.find({ person: { $in: [one, other] } }).lean();
    const [mine] = await store.people.find({ _id: other }).lean();
    // Either both stay who they are, each with a team, or they are one, with one team.
    expect(teams.map(({ person }) => person).sort()).toEqual(
      mine?.mergedInto ? [one] : results[0] === 'done' ? [one, other].sort() : [other],
    );
  }
});

test('nobody registers a team while that of the person who is being joined to him is on its way', async () => {
  const [one, other]: [ChatId, ChatId] = ['telegram:1:w', 'zalo:2:w'];
  const code = await makeLinkCode(await turnIn(tools, one, { now }));
  const registering = await turnIn(tools, one, { now });
  await personWithHolds(registering, { person: one, name: 'An' });
  await register(await turnIn(tools, other, { now }));
  const linking = await turnIn(tools, other, { now });
  const found = await findCode(linking, code);
  if (!found) throw new Error('no code was made');
  // The claims of linking are made, nothing is moved yet.
  const { holds } = await personWithHolds(linking, { person: other, name: 'An' });
  await store.people.updateOne({ _id: other }, { $set: { mergedInto: one } });
  await store.people.updateOne(
    { _id: one },
    { $set: { holds }, $push: { joined: other }, $inc: { version: 1 } },
  );
  expect(await outcomes([register(registering)])).toEqual(['register.already']);
  await linkChats(linking, found);
  const teams = await store.registrations.find({ person: { $in: [one, other] } }).lean();
  expect(teams.map(({ person }) => person)).toEqual([one]);
});

test('a complaint goes along when the chat in which it was made is linked', async () => {
  const [one, other]: [ChatId, ChatId] = ['telegram:1:e', 'zalo:2:e'];
  const code = await makeLinkCode(await turnIn(tools, one, { now }));
  const author = await turnIn(tools, other, { now });
  await register(author);
  const { entry } = await submitEntry(author, await contestById(author, 'qn-2023'), { title: 'Clip', video });
  const complaining = await turnIn(tools, other, { now });
  const contest = await contestById(complaining, 'qn-2023');
  await complain(complaining, contest, { about: entry.code, text: 'Ảnh bìa chưa đúng' });
  const linking = await turnIn(tools, other, { now });
  const found = await findCode(linking, code);
  if (!found) throw new Error('no code was made');
  await linkChats(linking, found);
  expect(await store.complaints.find().lean()).toMatchObject([
    { person: one, name: 'An, Tổ', code: 'KN-01' },
  ]);
});
