import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { EmulatedClock } from '../../emulator/clock.js';
import { sendDigests } from '../../src/actions/digest.js';
import { offeredInReminder } from '../../src/actions/offeredInReminder.js';
import { refuseReminders } from '../../src/actions/refuseReminders.js';
import { reminderNow, stillOwed } from '../../src/actions/reminderNow.js';
import { remindOwing } from '../../src/actions/remindOwing.js';
import { describeQuotas, watchQuota } from '../../src/actions/watchQuota.js';
import { type Bot, type Call, type ChatId, Later, type Reply } from '../../src/chat.js';
import { openOutbox } from '../../src/deliver.js';
import { runTick } from '../../src/jobs/schedule.js';
import { openLog } from '../../src/log.js';
import type { Letter, StoredReminder } from '../../src/store/documents.js';
import { openLeases } from '../../src/store/leases.js';
import { openPost, type Post } from '../../src/store/post.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { appoint, openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';
import { until } from '../support/until.js';

const at = (local: string) => new Date(`${local}+07:00`);
const contest = 'qn-2023';
const DUC_PHONG = '21433';
const MO_DUC = '533';
const chatOf = (name: string): ChatId => `telegram:1:${name}`;

let tools: Tools;
let store: Store;
let post: Post;
beforeAll(async () => {
  tools = await openTools(contest, at('2023-07-01T08:00:00'));
  store = tools.store;
  post = openPost(store, 'a');
});
afterAll(() => store.close());
beforeEach(async () => {
  const { registrations, entries, consents, roles, chats, people, letters, reminders, contests } = store;
  for (const each of [registrations, entries, consents, roles, chats, people, letters, reminders])
    await each.deleteMany();
  await contests.updateOne({ _id: contest }, { $set: { done: {}, extensions: [] }, $inc: { version: 1 } });
});

const tick = (local: string, on = post) =>
  runTick({ name: 'reminders', every: '', run: remindOwing }, { tools, post: on, now: at(local) });

/** Everything that was said so far, by whom it was said to and when: without the frame of the letter. */
async function told(): Promise<string[]> {
  const letters = await store.letters.find().sort({ order: 1, part: 1 }).lean<Letter[]>();
  return letters.map(
    ({ chat, reply }) => `${chat.split(':')[2]}: ${reply.kind === 'text' ? core(reply) : ''}`,
  );
}

const core = ({ text }: { text: { text: string } }): string =>
  text.text
    .replace('Nhắc việc · Video clip Tổ công nghệ số cộng đồng 2023\n', '')
    .replace('\n\nKhông muốn nhận lời nhắc nữa, anh/chị gõ /tatnhac.', '')
    .replaceAll('\n\n', ' | ');

async function appears(name: string, { reachable = true } = {}): Promise<void> {
  await store.chats.create({
    ...{ _id: chatOf(name), bot: 'telegram:1', group: false, person: name, name, reachable, contest },
    ...{ progress: null, menu: null, turn: null, heardAt: at('2023-07-02T08:00:00') },
    ...{ lease: null, worker: null, newest: null },
  });
}

async function registers(
  name: string,
  { unit = DUC_PHONG, sender = MO_DUC, reachable = true } = {},
): Promise<void> {
  await appears(name, { reachable });
  const about = { contest, person: name, at: at('2023-07-10T08:00:00') };
  await store.registrations.create({
    ...{ ...about, _id: `${contest}/${name}`, unit, sender, team: `Tổ ${name}`, contact: name },
    ...{ phone: '0905123456', turn: name },
  });
  await store.consents.create({
    ...{ ...about, _id: `${contest}/consent/${name}`, chat: chatOf(name), version: '1', text: '-' },
    ...{ answer: 'đồng ý', withdrawnAt: null, withdrawnBy: null },
  });
}

const submits = (name: string, number: number, unit = DUC_PHONG, sender = MO_DUC) =>
  store.entries.create({
    ...{ _id: `${contest}/${number}`, contest, number, code: `QN-0${number}`, person: name, unit, sender },
    ...{ team: `Tổ ${name}`, slot: null, authorSlot: null, state: 'submitted', history: [], verdicts: [] },
    ...{ correction: null, title: 'A', video: { kind: 'link', url: '-', site: null }, versions: [] },
    ...{ submittedAt: at('2023-08-31T09:00:00'), turn: name },
  });

const holds = (
  name: string,
  role: 'organizer' | 'secretary' | 'unit_coordinator' | 'judge',
  unit: string | null = null,
) => appoint(store, { contest, person: name, role, unit, name, since: at('2023-07-02T08:00:00') });

/** These units may hand in longer. */
const given = (until: string, units: string[]) =>
  store.contests.updateOne(
    { _id: contest },
    {
      $set: {
        extensions: units.map((unit) => ({
          ...{ id: unit, unit, until: at(until), reason: '-', by: 'Thư', at: at('2023-08-31T12:00:00') },
        })),
      },
      $inc: { version: 1 },
    },
  );

const owes = (name: string) =>
  `${name}: Đội Tổ ${name} đã đăng ký mà chưa nộp bài. Hạn nộp: 23 giờ 59 thứ Sáu, 1/9/2023. Gõ /nopbai để nộp bài.`;

describe('Who owes something', () => {
  test('is reminded of it by day, and who has done it is not', async () => {
    await registers('An');
    await registers('Bình');
    await submits('Bình', 1);
    await tick('2023-08-31T20:59:00');
    await tick('2023-09-01T00:30:00');
    expect(await told()).toEqual([]);
    await tick('2023-09-01T07:00:30');
    expect(await told()).toEqual([owes('An')]);
    await tick('2023-09-01T07:01:30');
    await tick('2023-09-01T19:59:30');
    expect(await told()).toEqual([owes('An')]);
    await submits('An', 2);
    await tick('2023-09-01T20:00:30');
    expect(await told()).toEqual([owes('An')]);
  });

  test('reads all of it in one letter', async () => {
    await appears('Thư');
    await holds('Thư', 'organizer');
    await registers('An');
    await tick('2023-09-01T07:00:30');
    const [first, ...others] = await told();
    expect(others).toEqual([expect.stringContaining('Thư: Còn 13 đơn vị chưa gửi bài nào')]);
    expect(others[0]).toContain(
      ' | Bình chọn mở lúc 0 giờ thứ Hai, 4/9/2023. Ban Tổ chức còn phải quy định:',
    );
    expect(first).toBe(owes('An'));
    // Its buttons can be typed too.
    const turn = await turnIn(tools, chatOf('Thư'), { now: at('2023-09-01T07:05:00'), person: 'Thư' });
    const typed = ['xem tinh hinh', 'Quy định', 'thôi'].map((label) => offeredInReminder(turn, label));
    expect(await Promise.all(typed)).toEqual(['/tinhhinh', '/quydinh', null]);
  });

  test('whose chat is about another contest is offered the way to this one, since what is pressed is meant for that', async () => {
    await registers('An');
    await store.chats.updateOne({ person: 'An' }, { $set: { contest: 'another' } });
    await tick('2023-09-01T07:00:30');
    const [letter] = await store.letters.find().lean<Letter[]>();
    expect(letter?.reply).toMatchObject({
      choices: [{ label: 'Sang Video clip Tổ công nghệ số cộng đồng 2023', data: '/cuocthi qn-2023' }],
    });
  });

  test('is not asked for what he can’t give any more: his unit’s places are taken, or he has taken his consent back', async () => {
    await registers('An');
    await registers('Bình');
    await registers('Cúc');
    await registers('Dần', { unit: '21064', sender: '524' });
    await store.consents.updateOne({ person: 'Dần' }, { $set: { withdrawnAt: at('2023-08-01T08:00:00') } });
    await submits('Bình', 1);
    await submits('Cúc', 2);
    await tick('2023-09-01T07:00:30');
    expect(await told()).toEqual([]);
  });

  test('goes by the time that his unit was given', async () => {
    await registers('An');
    await registers('Bình', { unit: '21064', sender: '524' });
    await tick('2023-08-31T12:00:00');
    await given('2023-09-04T17:00:00', [MO_DUC]);
    await tick('2023-09-01T07:00:30');
    expect(await told()).toEqual([owes('Bình')]);
    await tick('2023-09-03T17:00:30');
    expect((await told()).slice(1)).toEqual([
      owes('An').replace('23 giờ 59 thứ Sáu, 1/9/2023', '17 giờ thứ Hai, 4/9/2023'),
    ]);
  });

  test('after days in which nothing ran is reminded once, and not of what is over', async () => {
    await registers('An');
    await holds('Giám', 'judge');
    await appears('Giám');
    await tick('2023-08-20T08:00:00');
    await tick('2023-09-01T20:30:00');
    expect(await told()).toEqual([owes('An')]);
    await tick('2023-09-10T08:00:00');
    expect(await told()).toEqual([owes('An')]);
  });
});

test('What nobody was reminded of, since nothing ran, is written down and told in the digest', async () => {
  await registers('An');
  await registers('Bình', { unit: '21064', sender: '524' });
  await appears('Thư');
  await holds('Thư', 'organizer');
  await tick('2023-08-31T12:00:00');
  await given('2023-09-04T17:00:00', [MO_DUC]);
  await tick('2023-09-04T15:00:00');
  await tick('2023-09-04T15:01:00');
  const stale = await store.reminders.find({ how: 'stale' }).sort({ person: 1 }).lean<StoredReminder[]>();
  expect(
    stale
      .filter(({ person }) => person !== 'Thư')
      .map(
        ({ person, items }) => `${person}: ${items.map(({ chase, step }) => `${chase} ${step}`).join(', ')}`,
      ),
  ).toEqual(['An: entry 3d, entry 1d', 'Bình: entry 1d, entry 3h']);
  const [digest] = (
    await runTick(
      { name: 'digest', every: '', run: sendDigests },
      { tools, post, now: at('2023-09-05T07:30:00') },
    )
  ).flatMap(({ reply }) => (reply.kind === 'text' ? [reply.text.text] : []));
  expect(digest?.split('\n').filter((line) => line.includes('nộp bài, hạn'))).toEqual([
    '• nộp bài, hạn 17 giờ thứ Hai, 4/9/2023: 1 người, lần nhắc sau vẫn gửi',
    '• nộp bài, hạn 23 giờ 59 thứ Sáu, 1/9/2023: 2 người, nay đã quá hạn',
  ]);
});

test('What a tick writes down while the digest is made is in the next digest, and nothing is in two', async () => {
  await store.digests.deleteMany();
  const digest = (local: string) =>
    runTick({ name: 'digest', every: '', run: sendDigests }, { tools, post, now: at(local) });
  const counts = async () =>
    (await store.digests.find().sort({ day: 1 }).lean()).map(
      ({ counts: { reminded, unreached, stale = [] } }) => [
        ...[reminded, unreached],
        stale.map(({ kind, count }) => `${kind} ${count}`),
      ],
    );
  const writes = (name: string, local: string, how: StoredReminder['how']) =>
    store.reminders.create({
      ...{ _id: `reminder/${name}`, person: name, day: '2023-09-05', at: at(local), how, withdrawnAt: null },
      ...{ claims: [name], chat: null, text: null, offers: [] },
      items: [
        {
          claim: name,
          contest,
          chase: 'entry',
          of: '',
          step: '1d',
          deadline: null,
          what: [],
          insteadOf: null,
        },
      ],
    });
  await writes('An', '2023-09-05T07:29:30', 'letter');
  await writes('Bình', '2023-09-05T07:29:30', 'stale');
  await digest('2023-09-05T07:30:00');
  // The other tick began before it.
  await writes('Cúc', '2023-09-05T07:29:59', 'stale');
  await writes('Dần', '2023-09-05T07:29:59', 'letter');
  await store.reminders.updateOne(
    { person: 'An' },
    { $set: { how: 'unreachable', lostAt: at('2023-09-05T09:00:00') } },
  );
  await digest('2023-09-06T07:30:00');
  await digest('2023-09-07T07:30:00');
  expect(await counts()).toEqual([
    [1, 0, ['entry 1']],
    [1, 1, ['entry 1']],
    [0, 0, []],
  ]);
});

describe('Nothing is said twice', () => {
  test('when the process dies before the letters, or before the marks', async () => {
    await registers('An');
    const now = at('2023-09-01T07:00:30');
    const work = beginWork(tools, 'first', now, 1);
    await remindOwing(work);
    expect([work.letters.length, await told()]).toEqual([1, []]);
    const again = beginWork(tools, 'second', at('2023-09-01T07:02:00'), 2);
    await remindOwing(again);
    await post.addLetters(again.letters);
    expect(await told()).toEqual([owes('An')]);
    await tick('2023-09-01T07:03:00');
    expect(await told()).toEqual([owes('An')]);
  });

  test('by two processes at once', async () => {
    await Promise.all(['An', 'Bình', 'Cúc', 'Dần', 'Em'].map((name) => registers(name)));
    const local = '2023-09-01T07:00:30';
    await Promise.all([tick(local), tick(local, openPost(store, 'b')), tick(local, openPost(store, 'c'))]);
    expect((await told()).sort()).toEqual(['An', 'Bình', 'Cúc', 'Dần', 'Em'].map(owes).sort());
  });
});

describe('Who is not written to', () => {
  const kept = async () =>
    (await store.reminders.find().sort({ at: 1, person: 1 }).lean<StoredReminder[]>()).map(
      ({ person, how, items }) =>
        `${person} ${how}: ${items.map(({ chase, step }) => `${chase} ${step}`).join(', ')}`,
    );

  test('wants no reminders, until he wants them again', async () => {
    await registers('An');
    await refuseReminders(
      await turnIn(tools, chatOf('An'), { now: at('2023-08-31T09:00:00'), person: 'An' }),
      true,
    );
    await tick('2023-09-01T07:00:30');
    expect([await told(), await kept()]).toEqual([[], ['An refused: entry 1d']]);
    await refuseReminders(
      await turnIn(tools, chatOf('An'), { now: at('2023-09-01T09:00:00'), person: 'An' }),
      false,
    );
    await tick('2023-09-01T20:00:30');
    expect(await told()).toEqual([owes('An')]);
  });

  test('wants none and can’t be reached: nobody else is asked to remind or to call him', async () => {
    await registers('An');
    await registers('Bình', { reachable: false });
    for (const [name, role, unit] of [
      ['Mơi', 'unit_coordinator', MO_DUC],
      ['Kỳ', 'secretary', null],
    ] as const) {
      await appears(name);
      await holds(name, role, unit);
    }
    await given('2023-09-05T17:00:00', [MO_DUC]);
    const refuses = async (name: string, now: string) =>
      refuseReminders(await turnIn(tools, chatOf(name), { now: at(now), person: name }), true);
    await refuses('Bình', '2023-08-31T13:00:00');
    await tick('2023-09-02T17:00:30');
    const letters = await told();
    expect([letters.map((line) => line.split(':')[0]), await kept()]).toEqual([
      ['An'],
      ['An letter: entry 3d', 'Bình refused: entry 3d'],
    ]);
    // His letter was written, and lost, before he said so.
    await store.letters.updateOne({ chat: chatOf('An') }, { $set: { state: 'gone' } });
    await store.chats.updateOne({ _id: chatOf('An') }, { $set: { reachable: false } });
    await refuses('An', '2023-09-02T18:00:00');
    await tick('2023-09-02T18:01:00');
    await tick('2023-09-03T08:00:30');
    expect([await told(), (await kept()).slice(0, 1)]).toEqual([letters, ['An refused: entry 3d']]);
  });

  test('has had his number of them that day, those that were withdrawn not counted, unless it is the last day', async () => {
    for (const [name, withdrawnAt] of [
      ['An', null],
      ['Bình', at('2023-09-04T07:00:00')],
    ] as const) {
      await registers(name);
      for (const n of [1, 2, 3])
        await store.reminders.create({
          ...{ _id: `reminder/${name}/2023-09-04/${n}`, person: name, day: '2023-09-04', how: 'letter' },
          ...{ at: at('2023-09-04T06:00:00'), claims: [`${name}${n}`], items: [], chat: null, text: null },
          ...{ offers: [], withdrawnAt: n === 1 ? withdrawnAt : null },
        });
    }
    await given('2023-09-05T16:00:00', [MO_DUC]);
    await tick('2023-09-04T16:00:30');
    expect((await told()).map((line) => line.split(':')[0])).toEqual(['Bình']);
    expect(await kept()).toContainEqual('An capped: entry 1d');
    await store.reminders.updateMany({ how: 'letter' }, { $set: { day: '2023-09-05' } });
    await tick('2023-09-05T13:00:30');
    expect((await told()).map((line) => line.split(':')[0])).toEqual(['Bình', 'An', 'Bình']);
  });

  test('can’t be reached: the coordinator is asked to remind him, and nobody has to call', async () => {
    await registers('An', { reachable: false });
    await appears('Mơi');
    await holds('Mơi', 'unit_coordinator', MO_DUC);
    await appears('Kỳ');
    await holds('Kỳ', 'secretary');
    await tick('2023-09-01T07:00:30');
    await tick('2023-09-01T08:00:30');
    const [asked, ...others] = await told();
    expect(asked?.split(' | ')).toContain(
      'Trong đó Trợ lý không nhắn được cho: An, Tổ An, xã Đức Phong, huyện Mộ Đức, 0905 123 456. Nhờ anh/chị gọi giúp.',
    );
    expect(others).toEqual([]);
  });

  test('can’t be reached, and nobody answers for his unit: the secretary reads next morning who still owes it', async () => {
    for (const [name, unit, sender] of [
      ['An', DUC_PHONG, MO_DUC],
      ['Bình', '21064', '524'],
      ['Cúc', '21067', '524'],
    ] as const)
      await registers(name, { unit, sender, reachable: false });
    await holds('Kỳ', 'secretary');
    await given('2023-09-05T17:00:00', [MO_DUC, '524']);
    await tick('2023-09-02T17:00:30');
    // Nobody has read this list: those who are on it are on the next one.
    await tick('2023-09-03T08:00:30');
    expect([await told(), (await kept()).at(-1)]).toEqual([[], 'Kỳ unreachable: unreached day']);
    await appears('Kỳ');
    await submits('Bình', 1, '21064', '524');
    await store.people.create({
      ...{
        _id: 'Cúc',
        name: 'Cúc',
        phone: null,
        createdAt: at('2023-07-10T08:00:00'),
        holds: [],
        version: 0,
        joined: [],
        mergedInto: 'Dần',
      },
    });
    await store.registrations.updateMany({ person: 'Cúc' }, { $set: { person: 'Dần' } });
    await store.consents.updateMany({ person: 'Cúc' }, { $set: { person: 'Dần' } });
    await appears('Dần', { reachable: false });
    await tick('2023-09-04T08:00:00');
    const called = [
      'Kỳ: Trợ lý không nhắn được cho 2 người còn việc chưa xong. Xin gọi giúp:',
      '• An, Tổ An, xã Đức Phong, huyện Mộ Đức, 0905 123 456',
      '• Cúc, Tổ Cúc, xã Bình Hải, huyện Bình Sơn, 0905 123 456',
      'Gõ /tinhhinh để xem đơn vị nào còn thiếu gì.',
    ].join('\n');
    expect(await told()).toEqual([called]);
    await tick('2023-09-04T08:01:00');
    expect(await told()).toEqual([called]);
  });
});

describe('Who can’t be written to himself', () => {
  const zalo = 'zalo:1';
  /** Of forty messages a month, two are kept. */
  beforeEach(() => {
    tools.bots = [
      { id: 'telegram:1', platform: 'telegram', name: '@thi', link: () => '', monthlyQuota: null },
      { id: zalo, platform: 'zalo', name: 'Bot Hội thi', link: () => '', monthlyQuota: 40 },
    ];
  });
  afterEach(async () => {
    tools.bots = [];
    await store.settings.deleteMany({ _id: /^quota/ });
    await store.groups.deleteMany();
  });
  const onZalo = (name: string, only = true) =>
    Promise.all([
      only && store.chats.deleteOne({ _id: chatOf(name) }),
      store.chats.create({
        ...{ _id: `zalo:1:${name}`, bot: zalo, group: false, person: name, name, reachable: true, contest },
        ...{ progress: null, menu: null, turn: null, heardAt: at('2023-07-03T08:00:00') },
        ...{ lease: null, worker: null, newest: null },
      }),
    ]);
  const used = (count: number) =>
    store.letters.insertMany(
      Array.from({ length: count }, (_, index) => ({
        ...{ _id: `sent/${index}`, chat: 'zalo:1:x', bot: zalo, order: 0, part: 0, tries: 0, state: 'sent' },
        ...{ reply: { kind: 'closeChoices', message: '' }, dueAt: at('2023-09-01T00:30:00') },
        ...{ sentParts: 1, sentAt: at('2023-09-01T00:30:00') },
      })) as never,
    );
  const groupOfMoDuc = async () => {
    const chat: ChatId = 'telegram:1:-5';
    await store.chats.create({
      ...{ _id: chat, bot: 'telegram:1', group: true, person: null, name: 'Mộ Đức', reachable: true },
      ...{ contest: null, progress: null, menu: null, turn: null, heardAt: null },
      ...{ lease: null, worker: null, newest: null },
    });
    await store.groups.create({
      ...{ _id: `${contest}/mo-duc`, contest, chat, title: 'Mộ Đức', by: 'Thư' },
      ...{ since: at('2023-07-02T08:00:00'), purpose: 'unit', unit: MO_DUC },
    });
    return chat;
  };
  /** Whom the tick writes to that has not been written to before, and what. */
  const writes = async (local: string) => {
    const before = new Set((await store.letters.find({}, { _id: 1 }).lean()).map(({ _id }) => _id));
    const fresh = (await tick(local)).filter(({ _id }) => !before.has(_id));
    return fresh.map(({ chat, reply }) => `${chat} ${reply.kind === 'text' ? core(reply) : ''}`);
  };
  const inGroup =
    'Trợ lý không nhắn riêng được cho đội có tên dưới đây. Nhờ mọi người trong nhóm báo giúp cho đội. | Đội Tổ An đã đăng ký mà chưa nộp bài. Hạn nộp: 23 giờ 59 thứ Sáu, 1/9/2023. Xin đội nhắn riêng cho Trợ lý và gõ /nopbai để nộp bài.';

  test('since the last of a month is kept: by the other messenger, else his unit’s group, with no name of a person', async () => {
    await registers('An');
    await onZalo('An');
    await registers('Bình', { unit: '21064', sender: '524' });
    await onZalo('Bình', false);
    await appears('Thư');
    await onZalo('Thư');
    await holds('Thư', 'organizer');
    await groupOfMoDuc();
    await used(38);
    expect((await writes('2023-09-01T07:00:30')).map((line) => line.replaceAll('\n', ' | '))).toEqual([
      `telegram:1:Bình ${owes('Bình').slice(6)}`,
      // Whoever runs the contest is written to from what is kept.
      expect.stringMatching(/^zalo:1:Thư Còn 13 đơn vị chưa gửi bài nào/),
      `telegram:1:-5 ${inGroup}`,
    ]);
    expect(await store.reminders.find({ group: true }, { person: 1, how: 1 }).lean()).toEqual([
      { _id: `reminder/${contest}/mo-duc/2023-09-01/1`, person: `${contest}/mo-duc`, how: 'letter' },
    ]);
    const [letter] = await store.letters.find({ chat: 'telegram:1:-5' }).lean<Letter[]>();
    const now = at('2023-09-01T07:01:00');
    const said = () => letter && reminderNow(beginWork(tools, 'x', now, 0), letter);
    expect(await said()).toEqual(letter?.reply);
    await store.letters.deleteMany({ bot: zalo });
    // There is room again, and yet nobody has told him.
    expect(await said()).toEqual(letter?.reply);
    await submits('An', 1);
    expect(await said()).toBeNull();
  });

  test('and of whom there are many: the group reads every team’s name, in one line for what is due together', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `An ${index + 10}`);
    for (const name of names) await registers(name, { reachable: false });
    await groupOfMoDuc();
    expect(await writes('2023-09-01T07:00:30')).toEqual([
      `telegram:1:-5 Trợ lý không nhắn riêng được cho đội có tên dưới đây. Nhờ mọi người trong nhóm báo giúp cho đội. | 12 đội đã đăng ký mà chưa nộp bài: ${names.map((name) => `Tổ ${name}`).join(', ')}. Hạn nộp: 23 giờ 59 thứ Sáu, 1/9/2023. Xin các đội nhắn riêng cho Trợ lý và gõ /nopbai để nộp bài.`,
    ]);
  });

  test('and whose letters were lost, all in one tick: together they take no more than is left', async () => {
    const names = ['An', 'Bình', 'Cúc', 'Thư'];
    for (const name of names) {
      await (name === 'Thư' ? appears(name) : registers(name));
      await onZalo(name, false);
      await store.chats.updateOne(
        { _id: `zalo:1:${name}` },
        { $set: { heardAt: at('2023-07-01T08:00:00') } },
      );
    }
    await holds('Thư', 'organizer');
    await used(37);
    await writes('2023-09-01T07:00:30');
    await store.letters.updateMany({ bot: 'telegram:1' }, { $set: { state: 'parked' } });
    const chats = (await writes('2023-09-01T07:01:30')).map((line) => line.split(' ', 1)[0]);
    expect(chats.sort()).toEqual(['zalo:1:An', 'zalo:1:Thư']);
  });

  test('more than once a day, where four fifths of a month are used: one letter in the morning has all of the day', async () => {
    await registers('An');
    await onZalo('An');
    await registers('Bình', { unit: '21064', sender: '524' });
    await used(32);
    const watch = { name: 'quota', every: '', run: watchQuota };
    await runTick(watch, { tools, post, now: at('2023-08-31T12:00:00') });
    expect((await describeQuotas(beginWork(tools, 'x', at('2023-08-31T12:00:00'), 0)))?.text).toContain(
      'mỗi người chỉ nhận một tin nhắc việc mỗi ngày',
    );
    await runTick(watch, { tools, post, now: at('2023-09-01T06:00:00') });
    const days = ['2023-09-01T07:00:30', '2023-09-01T07:01:30', '2023-09-01T20:00:30'];
    const written: string[][] = [];
    for (const local of days) written.push((await writes(local)).map((line) => line.split(' ', 1)[0] ?? ''));
    expect(written).toEqual([['telegram:1:Bình', 'zalo:1:An'], [], ['telegram:1:Bình']]);
    const own = await store.reminders.find({ person: 'An' }).lean<StoredReminder[]>();
    expect(own.map(({ how, merged, items }) => [how, merged, items.map(({ step }) => step)])).toEqual([
      ['letter', true, ['3h']],
    ]);
    // What comes up later that day waits for the next one.
    await given('2023-09-02T17:00:00', [MO_DUC]);
    await writes('2023-09-01T20:30:00');
    expect(await writes('2023-09-02T07:00:30')).toEqual([expect.stringMatching(/^zalo:1:An Đội Tổ An/)]);
    expect(await writes('2023-09-02T14:00:30')).toEqual([]);
  });

  describe('while his bot saves its messages', () => {
    const saves = async () => {
      await used(32);
      const watch = { name: 'quota', every: '', run: watchQuota };
      await runTick(watch, { tools, post, now: at('2023-09-01T06:00:00') });
    };

    test('hears all the same of what is due today and came up today', async () => {
      await registers('An');
      await onZalo('An');
      await given('2023-09-02T17:00:00', [MO_DUC]);
      await saves();
      await writes('2023-09-02T07:00:30');
      // His unit is given a little longer, at noon.
      await given('2023-09-02T20:00:00', [MO_DUC]);
      expect(await writes('2023-09-02T17:00:30')).toEqual([expect.stringMatching(/^zalo:1:An Đội Tổ An/)]);
    });

    test('is asked once a day to remind others as well, with all of their day', async () => {
      await registers('An', { reachable: false });
      await appears('Mơi');
      await onZalo('Mơi');
      await holds('Mơi', 'unit_coordinator', MO_DUC);
      await saves();
      expect(await writes('2023-09-01T07:00:30')).toEqual([
        expect.stringMatching(/^zalo:1:Mơi .*Trợ lý không nhắn được cho: An, Tổ An/s),
      ]);
      expect(await writes('2023-09-01T20:00:30')).toEqual([]);
      const passed = await store.reminders.find({ person: 'Mơi' }).lean<StoredReminder[]>();
      expect(
        passed.map(({ how, merged, items }) => [
          how,
          merged,
          items.flatMap(({ step, insteadOf }) => (insteadOf === 'An' ? step : [])),
        ]),
      ).toEqual([['letter', true, ['3h']]]);
    });
  });

  test('and whose group has gone: a coordinator who wants to be asked', async () => {
    await registers('An', { reachable: false });
    const chat = await groupOfMoDuc();
    for (const name of ['Mơi', 'Phong']) {
      await appears(name);
      await holds(name, 'unit_coordinator', MO_DUC);
    }
    await refuseReminders(
      await turnIn(tools, chatOf('Mơi'), { now: at('2023-08-31T09:00:00'), person: 'Mơi' }),
      true,
    );
    expect((await writes('2023-09-01T07:00:30')).filter((line) => line.includes('không nhắn'))).toEqual([
      expect.stringMatching(/^telegram:1:-5 Trợ lý không nhắn riêng được/),
    ]);
    await store.letters.updateMany({ chat }, { $set: { state: 'gone' } });
    await store.chats.updateOne({ _id: chat }, { $set: { reachable: false } });
    expect(await writes('2023-09-01T07:01:30')).toEqual([
      expect.stringMatching(/^telegram:1:Phong Trợ lý không nhắn được cho: An, Tổ An/),
    ]);
    expect(await writes('2023-09-01T07:02:30')).toEqual([]);
  });

  test('since the only chat that he has refused the letter', async () => {
    await registers('An');
    await writes('2023-09-01T07:00:30');
    await appears('Mơi');
    await holds('Mơi', 'unit_coordinator', MO_DUC);
    await store.letters.updateMany({}, { $set: { state: 'parked' } });
    expect(await writes('2023-09-01T07:01:30')).toEqual([
      expect.stringMatching(/^telegram:1:Mơi Trợ lý không nhắn được cho: An, Tổ An/),
    ]);
    const [letter] = await store.letters.find({ state: 'waiting' }).lean<Letter[]>();
    const now = at('2023-09-01T07:02:00');
    expect(letter && (await reminderNow(beginWork(tools, 'x', now, 0), letter))).toMatchObject({
      text: { text: expect.stringContaining('An, Tổ An') },
    });
  });
});

test('A contest whose debts can’t be worked out keeps no other from reminding', async () => {
  await registers('An');
  const stored = await store.contests.findById(contest).lean();
  const spoilt = {
    ...stored,
    _id: 'spoilt',
    extensions: [{ unit: MO_DUC, at: 'then' }],
    createdAt: at('2023-06-01T08:00:00'),
  };
  await store.contests.collection.insertOne(spoilt as never);
  const warned: string[] = [];
  const work = beginWork(
    { ...tools, warn: (_error, what) => void warned.push(what) },
    'x',
    at('2023-09-01T07:00:30'),
    1,
  );
  await remindOwing(work);
  await store.contests.deleteOne({ _id: 'spoilt' });
  expect([warned, work.letters.map(({ chat }) => chat)]).toEqual([
    ['the reminders of spoilt could not be worked out'],
    [chatOf('An')],
  ]);
});

describe('A reminder that no messenger took', () => {
  const becomes = (state: 'gone' | 'parked') =>
    store.letters.updateOne({ chat: chatOf('An') }, { $set: { state } });
  const zalo: ChatId = 'zalo:1:An';
  const alsoOnZalo = async () => {
    const chat = await store.chats.findById(chatOf('An')).lean();
    await store.chats.create({ ...chat, _id: zalo, bot: 'zalo:1', heardAt: at('2023-07-01T08:00:00') });
  };

  test('goes to the other one, once', async () => {
    await registers('An');
    await alsoOnZalo();
    await tick('2023-09-01T07:00:30');
    await becomes('parked');
    await tick('2023-09-01T07:01:30');
    await tick('2023-09-01T07:02:30');
    const chats = (await store.letters.find().sort({ order: 1 }).lean()).map(({ chat }) => chat);
    expect([await told(), chats]).toEqual([
      [owes('An'), owes('An')],
      [chatOf('An'), zalo],
    ]);
  });

  test('makes its person one whom the coordinator reminds, also after a crash', async () => {
    await registers('An');
    await appears('Mơi');
    await tick('2023-09-01T07:00:30');
    await becomes('gone');
    await store.chats.updateOne({ _id: chatOf('An') }, { $set: { reachable: false } });
    await holds('Mơi', 'unit_coordinator', MO_DUC);
    await remindOwing(beginWork(tools, 'cut off', at('2023-09-01T07:01:00'), 1));
    await tick('2023-09-01T07:02:00');
    await tick('2023-09-01T07:03:00');
    expect((await told()).slice(1)).toEqual([expect.stringMatching(/^Mơi: Trợ lý không nhắn được cho: An/)]);
    expect(await store.letters.countDocuments({ state: 'gone', reminder: { $exists: true } })).toBe(0);
  });

  test('long after it was written, or to who was to pass it on, puts its person on the next list of those to call', async () => {
    await registers('An');
    await appears('Mơi');
    await appears('Kỳ');
    await holds('Kỳ', 'secretary');
    await given('2023-09-05T17:00:00', [MO_DUC]);
    await tick('2023-09-02T17:00:30');
    await tick('2023-09-03T08:00:30');
    await becomes('gone');
    await store.chats.updateOne({ _id: chatOf('An') }, { $set: { reachable: false } });
    await holds('Mơi', 'unit_coordinator', MO_DUC);
    await tick('2023-09-03T09:00:30');
    const list = expect.stringMatching(/^Kỳ: Trợ lý không nhắn được cho 1 người/);
    const asked = expect.stringMatching(/^Mơi: Trợ lý không nhắn được cho: An/);
    expect((await told()).slice(1)).toEqual([asked]);
    await store.letters.updateOne({ chat: chatOf('Mơi') }, { $set: { state: 'parked' } });
    await tick('2023-09-03T10:00:30');
    await tick('2023-09-04T08:00:30');
    expect((await told()).slice(1)).toEqual([asked, list]);
  });

  test('is left alone where it is done', async () => {
    await registers('An');
    await alsoOnZalo();
    await tick('2023-09-01T07:00:30');
    await becomes('parked');
    await submits('An', 1);
    await tick('2023-09-01T07:02:00');
    expect(await told()).toEqual([owes('An')]);
  });
});

describe('A reminder that waits', () => {
  const clock = new EmulatedClock({ now: at('2023-09-01T07:00:30').getTime(), frozen: true });
  const accepted: string[] = [];
  let held = false;
  const bot = {
    id: 'telegram:1',
    platform: 'telegram',
    abilities: {
      pace: {
        bot: { count: 1, perMs: 0 },
        patient: { everyMs: 0, burst: 1 },
        chat: { everyMs: 0, burst: 1 },
        group: { everyMs: 0, burst: 1 },
      },
    },
    write: (chat: ChatId, reply: Reply): Call[] => [{ method: 'say', params: { chat, reply } }],
    send: async ({ params }: Call) => {
      const { chat, reply } = params as { chat: ChatId; reply: { text: { text: string } } };
      if (held) throw new Later(30_000, 'bot', 'too many requests');
      accepted.push(`${chat.split(':')[2]}: ${core(reply)}`);
      return null;
    },
  } as unknown as Bot;

  /** The letters meet a platform that lets them wait; `meanwhile` happens before it lets them go. */
  async function sendAfter(meanwhile: () => Promise<unknown>): Promise<string[]> {
    accepted.length = 0;
    held = true;
    let asking = 0;
    const outbox = openOutbox({
      ...{ bots: [bot], post, clock, log: openLog('silent'), leases: openLeases(store, 'a') },
      sayNow: async (letter) => {
        asking += 1;
        const now = await reminderNow(beginWork(tools, letter._id, clock.now(), 0), letter);
        asking -= 1;
        return now;
      },
    });
    outbox.start();
    // Nobody is between the asking and the sending.
    await until(() => outbox.counts.refused > 0 && asking === 0);
    await meanwhile();
    held = false;
    clock.advance(31_000);
    const waiting = () => store.letters.countDocuments({ state: 'waiting' });
    while ((await waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await outbox.close();
    return accepted;
  }
  const states = async () =>
    (await store.letters.find().sort({ chat: 1 }).lean()).map(
      ({ chat, state }) => `${chat.split(':')[2]} ${state}`,
    );

  test('is withdrawn when the thing is done, and goes out where it is not', async () => {
    await registers('An');
    await registers('Bình');
    await tick('2023-09-01T07:00:30');
    expect(await sendAfter(() => submits('An', 1))).toEqual([owes('Bình')]);
    expect(await states()).toEqual(['An withdrawn', 'Bình sent']);
  });

  test('says only what is still owed', async () => {
    await registers('An');
    await registers('Bình');
    await appears('Mơi');
    await holds('Mơi', 'unit_coordinator', MO_DUC);
    await tick('2023-09-01T07:00:30');
    const before = (await told()).find((line) => line.startsWith('Mơi'));
    expect(before).toContain(
      'Còn 2 đội trong địa bàn chưa nộp bài: Tổ An (xã Đức Phong, huyện Mộ Đức), Tổ Bình',
    );
    const sent = await sendAfter(() => submits('An', 1));
    expect(sent.find((line) => line.startsWith('Mơi'))).toContain(
      'Còn 1 đội trong địa bàn chưa nộp bài: Tổ Bình (xã Đức Phong, huyện Mộ Đức).',
    );
  });

  test('for somebody else is withdrawn when another answers for his unit', async () => {
    await registers('An', { reachable: false });
    await appears('Mơi');
    await holds('Mơi', 'unit_coordinator', MO_DUC);
    await tick('2023-09-01T07:00:30');
    await store.letters.updateMany({}, { $set: { state: 'sent' } });
    const stored = await store.reminders.findOne({ person: 'Mơi' }).lean<StoredReminder>();
    const others = stored?.items.filter(({ insteadOf }) => insteadOf === 'An') ?? [];
    expect(others).toHaveLength(1);
    const owed = () =>
      stillOwed(beginWork(tools, 'x', clock.now(), 0), { ...(stored as StoredReminder), items: others });
    expect(await owed()).toHaveLength(1);
    await store.roles.updateMany({}, { $set: { endedAt: clock.now() } });
    expect(await owed()).toEqual([]);
  });

  test('goes out as it was written where nobody can say whether it holds', async () => {
    await registers('An');
    await tick('2023-09-01T07:00:30');
    accepted.length = 0;
    let asked = 0;
    const outbox = openOutbox({
      ...{ bots: [bot], post, clock, log: openLog('silent'), leases: openLeases(store, 'a') },
      sayNow: async () => {
        asked += 1;
        throw new Error('the debts are broken');
      },
    });
    outbox.start();
    while (accepted.length === 0) {
      clock.advance(1_000);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await outbox.close();
    expect([accepted, asked]).toEqual([[owes('An')], 4]);
  });

  test('is withdrawn when its person wants none any more', async () => {
    await registers('An');
    await tick('2023-09-01T07:00:30');
    const refuses = async () =>
      refuseReminders(await turnIn(tools, chatOf('An'), { now: clock.now(), person: 'An' }), true);
    expect(await sendAfter(refuses)).toEqual([]);
    expect(await states()).toEqual(['An withdrawn']);
  });
});
