import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { announce } from '../../../src/actions/announcements/announce.js';
import {
  approveAnnouncement,
  editAnnouncement,
  resumeAnnouncement,
  returnAnnouncement,
  stopAnnouncement,
} from '../../../src/actions/announcements/change.js';
import { announcementByNumber } from '../../../src/actions/announcements/find.js';
import { announcementNow } from '../../../src/actions/announcements/letters.js';
import { progressOf } from '../../../src/actions/announcements/progress.js';
import { sendAnnouncements } from '../../../src/actions/announcements/send.js';
import { contestById } from '../../../src/actions/contest.js';
import type { ChatId } from '../../../src/chat.js';
import type { Audience } from '../../../src/domain/announcements.js';
import { runTick } from '../../../src/jobs/schedule.js';
import type { Letter } from '../../../src/store/documents.js';
import { openPost } from '../../../src/store/post.js';
import type { Store } from '../../../src/store/store.js';
import { beginWork, type Tools, type Turn } from '../../../src/turn.js';
import { appoint, openTools, outcome } from '../../support/tools.js';
import { turnIn } from '../../support/turns.js';

const contest = 'qn-2023';
const noon = new Date('2023-08-31T12:00:00+07:00');
const later = new Date('2023-08-31T12:01:00+07:00');
const thu: ChatId = 'telegram:1:1';
const ky: ChatId = 'telegram:1:2';
const tick = { name: 'announcements', every: '', run: sendAnnouncements };

let tools: Tools;
let store: Store;
beforeAll(async () => {
  tools = await openTools(contest, noon);
  store = tools.store;
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const model of [store.announcements, store.chats, store.roles, store.letters, store.registrations])
    await (model as typeof store.letters).deleteMany({});
  await store.contests.updateOne(
    { _id: contest },
    { $unset: { 'plan.announcements': 1 }, $inc: { version: 1 } },
  );
  for (const [person, role] of [
    [thu, 'organizer'],
    [ky, 'secretary'],
  ] as const) {
    await appoint(store, { contest, person, role, unit: null, name: person, since: noon });
    await chat(person, person);
  }
});

async function chat(_id: ChatId, person: string, heardAt = noon) {
  await store.chats.create({
    _id,
    bot: 'telegram:1',
    group: false,
    person,
    name: 'Ai',
    reachable: true,
    heardAt,
  });
}

/** So many teams, each with a chat on Telegram. */
async function teams(count: number): Promise<void> {
  const people = Array.from({ length: count }, (_, index): ChatId => `telegram:1:${index + 100}`);
  await store.registrations.insertMany(
    people.map((person) => ({
      ...{
        _id: `${contest}/${person}`,
        contest,
        person,
        unit: '21433',
        sender: '533',
        team: `Đội ${person}`,
      },
      ...{ contact: 'An', phone: '0905123456', at: noon, turn: person },
    })),
  );
  await store.chats.insertMany(
    people.map((person) => ({
      ...{ _id: person, bot: 'telegram:1', group: false, person, name: 'An', reachable: true, heardAt: noon },
    })) as never,
  );
}

const here = (turn: Turn) => contestById(turn, contest);
const as = (person: ChatId, now = noon) => turnIn(tools, person, { now });

async function write(text = 'Tin thứ nhất', { now = noon, urgent = false } = {}) {
  const audience: Audience = { kind: 'teams' };
  const turn = await as(thu, now);
  return announce(turn, await here(turn), { audience, text, urgent });
}

const run = (now = later, owner = 'a') => runTick(tick, { tools, post: openPost(store, owner), now });

/** All that waits goes out, in the words of this moment; to some it can't be delivered. */
async function deliver(isGone: (letter: Letter) => boolean = () => false): Promise<string[]> {
  const waiting = await store.letters.find({ state: 'waiting' }).sort({ _id: 1 }).lean<Letter[]>();
  const said: string[] = [];
  for (const letter of waiting) {
    const reply = letter.announcement
      ? await announcementNow(beginWork(tools, 'test', later, 0), letter)
      : letter.reply;
    if (reply?.kind === 'text' && !isGone(letter)) said.push(`${letter.chat}: ${reply.text.text}`);
    const state = reply === null ? 'withdrawn' : isGone(letter) ? 'gone' : 'sent';
    if (state === 'gone') await store.chats.updateOne({ _id: letter.chat }, { $set: { reachable: false } });
    await store.letters.updateOne({ _id: letter._id }, { $set: { state, sentAt: later } });
  }
  return said;
}

async function progress() {
  const work = beginWork(tools, 'test', later, 0);
  const { sent, waiting, unreached } = await progressOf(
    work,
    await announcementByNumber(work, await contestById(work, contest), 1),
  );
  return { sent: sent.telegram, waiting, unreached };
}

test('two processes, and one that dies before its mark, write everybody once', async () => {
  await teams(1_200);
  await write();
  expect(await run(noon)).toEqual([]);
  await Promise.all([run(later, 'a'), run(later, 'b')]);
  expect(await progress()).toEqual({ sent: 0, waiting: 1_200, unreached: 0 });
  expect(await store.letters.countDocuments()).toBe(500);
  // The next portion waits until most of this one is out.
  await run();
  expect(await store.letters.countDocuments()).toBe(500);
  await deliver();
  // It died between its letters and its mark.
  const work = beginWork(tools, 'tick', later, 0);
  await sendAnnouncements(work);
  await openPost(store, 'dead').addLetters(work.letters);
  for (let times = 0; times < 12; times += 1) {
    await run();
    await deliver();
  }
  expect(await progress()).toEqual({ sent: 1_200, waiting: 0, unreached: 0 });
  expect(await store.announcements.findOne({}, { state: 1 }).lean()).toMatchObject({ state: 'done' });
  expect(await store.letters.countDocuments({ announcement: { $exists: true } })).toBe(1_200);
  expect(await store.letters.countDocuments({ _id: /report$/ })).toBe(1);
});

test('stopped in the middle, edited and resumed: those who had it keep the old text', async () => {
  await teams(3);
  await write();
  await run();
  await store.letters.updateOne({ chat: 'telegram:1:100' }, { $set: { state: 'sent', sentAt: later } });
  const stopping = await as(thu);
  await stopAnnouncement(stopping, await here(stopping), 1);
  // The same turn again, and another one.
  await stopAnnouncement(stopping, await here(stopping), 1);
  const late = await as(thu);
  expect(await outcome(stopAnnouncement(late, await here(late), 1))).toBe('announce.notSending');
  expect(await deliver()).toEqual([]);
  expect(await progress()).toEqual({ sent: 1, waiting: 2, unreached: 0 });
  const editing = await as(ky);
  const edit = { text: 'Tin thứ hai', before: 'Tin thứ nhất' };
  await editAnnouncement(editing, await here(editing), 1, edit);
  const second = await as(thu);
  expect(await outcome(editAnnouncement(second, await here(second), 1, edit))).toBe(
    'announce.changedMeanwhile',
  );
  const resuming = await as(ky);
  await resumeAnnouncement(resuming, await here(resuming), 1);
  expect(await deliver()).toEqual(
    [101, 102].map((id) => expect.stringMatching(new RegExp(`^telegram:1:${id}: .*\n\nTin thứ hai$`))),
  );
});

test('whose chat is closed is written to in another one; whoever has none is told to the secretary', async () => {
  await teams(2);
  await store.chats.create({
    ...{
      _id: 'zalo:1:7',
      bot: 'zalo:1',
      group: false,
      person: 'telegram:1:100',
      name: 'An',
      reachable: true,
    },
    heardAt: new Date(0),
  });
  await write();
  await run();
  await deliver(() => true);
  await run();
  expect((await deliver()).map((each) => each.split(':', 3).join(':'))).toEqual(['zalo:1:7']);
  for (let times = 0; times < 3; times += 1) await run();
  const [toWriter, toSecretary] = await deliver();
  expect(toWriter).toContain('Thông báo số 1 đã gửi xong: 1/2 nơi đã nhận (qua Zalo 1, qua Telegram 0).');
  expect(toWriter).toContain('Không nhắn được cho 1 người, xin gọi:\n• An, Đội telegram:1:101');
  expect(toSecretary).toMatch(
    /^telegram:1:2: .*\nThông báo số 1 không đến được một số người\.\n\nKhông nhắn/,
  );
  expect(await progress()).toEqual({ sent: 0, waiting: 0, unreached: 1 });
});

test('at night it waits for the morning, unless it is urgent', async () => {
  await teams(1);
  const night = new Date('2023-08-31T22:00:00+07:00');
  await write('Tin ban đêm', { now: night });
  await run(new Date('2023-09-01T06:59:00+07:00'));
  expect(await store.letters.countDocuments()).toBe(0);
  await run(new Date('2023-09-01T07:00:00+07:00'));
  expect(await store.letters.countDocuments()).toBe(1);
  await write('Tin gấp ban đêm', { now: night, urgent: true });
  await run(new Date('2023-08-31T22:01:00+07:00'));
  expect(await store.letters.countDocuments()).toBe(2);
});

test('where the plan wants a second person, nothing goes out before he agrees', async () => {
  await store.contests.updateOne(
    { _id: contest },
    { $set: { 'plan.announcements': { approval: true } }, $inc: { version: 1 } },
  );
  await teams(2);
  expect(await write()).toMatchObject({ state: 'waiting_approval', count: 0 });
  expect(await run()).toEqual([]);
  const own = await as(thu);
  expect(await outcome(approveAnnouncement(own, await here(own), 1))).toBe('announce.ownText');
  const returning = await as(ky);
  await returnAnnouncement(returning, await here(returning), 1);
  expect(returning.letters.map(({ chat: to }) => to)).toEqual([thu]);
  const editing = await as(thu);
  await editAnnouncement(editing, await here(editing), 1, { text: 'Tin thứ hai', before: 'Tin thứ nhất' });
  expect(editing.letters.map(({ chat: to }) => to)).toEqual([ky]);
  const approving = await as(ky);
  expect(await approveAnnouncement(approving, await here(approving), 1)).toMatchObject({ state: 'sending' });
  expect((await approveAnnouncement(approving, await here(approving), 1)).count).toBe(2);
  await run();
  expect(await deliver()).toHaveLength(2);
});

test('who has done it by then, or wants no reminders, is not written to of what he owes', async () => {
  await teams(3);
  await store.consents.insertMany(
    [100, 101, 102].map((id) => ({
      ...{
        _id: `c${id}`,
        contest,
        person: `telegram:1:${id}`,
        at: noon,
        chat: `telegram:1:${id}`,
        version: '1',
      },
      ...{ text: '-', answer: 'đồng ý', withdrawnAt: null, withdrawnBy: null },
    })),
  );
  await store.people.create({
    ...{
      _id: 'telegram:1:102',
      name: 'Cúc',
      phone: null,
      createdAt: noon,
      holds: [],
      version: 0,
      joined: [],
    },
    ...{ mergedInto: null, remindersOff: noon },
  });
  const turn = await as(thu);
  const audience: Audience = { kind: 'owing', owes: 'entry' };
  await announce(turn, await here(turn), { audience, text: 'Tin thứ nhất', urgent: false });
  await run();
  expect(await store.letters.countDocuments()).toBe(2);
  await store.entries.create({
    ...{ _id: `${contest}/1`, contest, number: 1, code: 'QN-01', person: 'telegram:1:100', unit: '21433' },
    ...{ sender: '533', team: 'A', slot: null, authorSlot: null, state: 'submitted', history: [] },
    ...{ verdicts: [], correction: null, title: 'A', video: { kind: 'link', url: '-', site: null } },
    ...{ versions: [], submittedAt: noon, turn: 'x' },
  });
  expect((await deliver()).map((line) => line.split(':', 3).join(':'))).toEqual(['telegram:1:101']);
  expect(await progress()).toEqual({ sent: 1, waiting: 0, unreached: 0 });
  for (let times = 0; times < 3; times += 1) await run();
  const [report] = await deliver();
  expect(report).toContain('1 người không cần gửi nữa, vì đã làm xong việc');
  await Promise.all([store.entries.deleteMany(), store.consents.deleteMany(), store.people.deleteMany()]);
});

describe('What is passed on by a unit’s group', () => {
  beforeEach(async () => {
    await teams(1);
    await store.chats.updateMany({ person: 'telegram:1:100' }, { $set: { reachable: false } });
    await store.chats.create({
      ...{ _id: 'telegram:1:-5', bot: 'telegram:1', group: true, person: null, name: 'Mộ Đức' },
      ...{ reachable: true, heardAt: noon },
    });
    await store.groups.create({
      ...{ _id: `${contest}/mo-duc`, contest, chat: 'telegram:1:-5', title: 'Mộ Đức', by: thu },
      ...{ since: noon, purpose: 'unit', unit: '533' },
    });
  });
  afterEach(() => store.groups.deleteMany());

  const passedOn = async (audience: Audience) => {
    const turn = await as(thu);
    await announce(turn, await here(turn), { audience, text: 'Tin thứ nhất', urgent: false });
    for (let times = 0; times < 4; times += 1) await run();
    const to = [thu, ky];
    return (await deliver()).filter((line) => !to.some((chat) => line.startsWith(`${chat}:`)));
  };

  test('names teams there, and nobody’s name or number', async () => {
    const [letter, ...others] = await passedOn({ kind: 'teams' });
    expect([letter?.split('\n').slice(0, 2), others]).toEqual([
      [
        'telegram:1:-5: Trợ lý không nhắn được cho 1 người dưới đây. Xin anh/chị chuyển giúp thông báo này tới:',
        '• Đội telegram:1:100, xã Đức Phong, huyện Mộ Đức',
      ],
      [],
    ]);
  });

  test('is not what became of somebody’s entry, nor who has a task and no team', async () => {
    await store.entries.create({
      ...{ _id: `${contest}/1`, contest, number: 1, code: 'QN-01', person: 'telegram:1:100', unit: '21433' },
      ...{ sender: '533', team: 'A', slot: null, authorSlot: null, state: 'rejected', history: [] },
      ...{ verdicts: [], correction: null, title: 'A', video: { kind: 'link', url: '-', site: null } },
      ...{ versions: [], submittedAt: noon, turn: 'x' },
    });
    await appoint(store, {
      contest,
      person: 'Mơi',
      role: 'unit_coordinator',
      unit: '533',
      name: 'Mơi',
      since: noon,
    });
    expect(await passedOn({ kind: 'entries', state: 'rejected' })).toEqual([]);
    expect(await passedOn({ kind: 'role', role: 'unit_coordinator' })).toEqual([]);
    await store.entries.deleteMany();
  });
});
