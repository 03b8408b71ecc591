import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { announceDays } from '../../src/actions/announceDays.js';
import { contestById } from '../../src/actions/contest.js';
import { sendDigests } from '../../src/actions/digest.js';
import type { ChatId } from '../../src/chat.js';
import { runTick } from '../../src/jobs/schedule.js';
import type { Letter, RoleName } from '../../src/store/documents.js';
import { openPost } from '../../src/store/post.js';
import type { Store } from '../../src/store/store.js';
import type { Tools } from '../../src/turn.js';
import { appoint, openTools } from '../support/tools.js';

const contest = 'qn-2026';
const at = (local: string) => new Date(`${local}+07:00`);
const DAY_MS = 24 * 3_600_000;
/** What each reads, by the name of his chat. */
const people = { thu: 1, cuc: 2, tham: 3, truyen: 4, giam: 5, an: 6 };
const group: ChatId = 'telegram:1:-9';

let tools: Tools;
let store: Store;
beforeAll(async () => {
  const begin = at('2026-06-20T08:00:00');
  tools = await openTools(contest, begin);
  store = tools.store;
  for (const number of Object.values(people)) await chat(`telegram:1:${number}`);
  await chat(group);
  const holds = (number: number, role: RoleName, unit: string | null = null) =>
    appoint(store, { contest, person: `telegram:1:${number}`, role, unit, name: role, since: begin });
  await holds(people.thu, 'organizer');
  await holds(people.cuc, 'unit_coordinator', '21400');
  await holds(people.tham, 'screener');
  await holds(people.truyen, 'support_staff');
  await holds(people.giam, 'judge');
  await store.registrations.create({
    ...{ _id: `${contest}/an`, contest, person: `telegram:1:${people.an}`, unit: '21400', sender: '21400' },
    ...{ team: 'Tổ An', contact: 'An', phone: '0905123456', at: begin, turn: 'an' },
  });
  await store.consents.create({
    ...{ _id: 'an', contest, person: `telegram:1:${people.an}`, chat: `telegram:1:${people.an}` },
    ...{ version: '1', text: 'x', answer: 'có', at: begin, withdrawnAt: null, withdrawnBy: null },
  });
  await store.groups.create({ _id: 'g', contest, chat: group, title: '', by: 'x', since: begin });
});
afterAll(() => store.close());

const chat = (_id: ChatId) =>
  store.chats.create({
    ...{ _id, bot: 'telegram:1', group: _id === group, person: _id === group ? null : _id },
    ...{ name: 'Ai', reachable: true, heardAt: at('2026-06-20T08:00:00') },
  });

const tick = {
  name: 'days',
  every: '',
  run: async (work: Parameters<typeof contestById>[0]) =>
    announceDays(work, await contestById(work, contest)),
};
const run = (now: Date, owner = 'a') => runTick(tick, { tools, post: openPost(store, owner), now });

/** What came since the last look, without the name of the contest that stands above. */
async function news(): Promise<string[]> {
  const letters = await store.letters.find().sort({ chat: 1 }).lean<Letter[]>();
  await store.letters.deleteMany({});
  const names = new Map<string, string>(
    Object.entries(people).map(([name, id]) => [`telegram:1:${id}`, name]),
  );
  return letters.flatMap(({ chat, reply }) =>
    reply.kind === 'text'
      ? [`${names.get(chat) ?? 'group'}: ${reply.text.text.split('\n').slice(1).join(' | ')}`]
      : [],
  );
}

test('through a whole contest, everybody hears of a morning what begins and ends for him, once', async () => {
  await run(at('2026-06-20T12:00:00'));
  expect(await news()).toEqual([]);
  const told: Record<string, string[]> = {};
  for (let day = at('2026-06-21T00:00:05'); day < at('2026-11-13T00:00:00'); day = new Date(+day + DAY_MS)) {
    await run(day);
    expect(await news()).toEqual([]);
    const morning = new Date(+day + 7 * 3_600_000);
    // Two processes look at the same time, and one of them again later.
    await Promise.all([run(morning, 'a'), run(morning, 'b')]);
    await run(new Date(+morning + 5 * 3_600_000));
    const heard = await news();
    if (heard.length > 0) told[tools.t.day(morning).split(', ')[1] ?? ''] = heard;
  }
  const lich = 'Gõ /lich để xem các ngày sắp tới của anh/chị.';
  const tinhHinh = 'Gõ /tinhhinh để xem tình hình.';
  const lastDay = 'Hôm nay: Công diễn; Tổng kết, trao giải.';
  // The organizer has it in the digest, half an hour later.
  expect(told).toEqual({
    '1/7/2026': [
      'group: Đã mở đăng ký dự thi, đến hết 23 giờ 59 thứ Bảy, 15/8/2026. Muốn đăng ký, xin mở khung trò chuyện riêng với Trợ lý rồi gõ /dangky để bắt đầu.',
      'cuc: Đã bắt đầu «Đăng ký dự thi», đến hết 23 giờ 59 thứ Bảy, 15/8/2026. | Gõ /tinhhinh để xem nơi nào đã có đội đăng ký, /dangkythay để đăng ký thay cho một đội.',
    ],
    '1/9/2026': [
      'group: «Nộp bài» đã kết thúc lúc 23 giờ 59 thứ Hai, 31/8/2026.',
      `cuc: Đã hết hạn nộp bài dự thi (23 giờ 59 thứ Hai, 31/8/2026). Đã nhận 0 bài của xã Mộ Đức, cụm Nghĩa Hành, Mộ Đức (mẫu). 1 đội đã đăng ký mà không có bài: Tổ An. | ${tinhHinh}`,
      'tham: Đã bắt đầu «Sơ loại», đến hết 23 giờ 59 thứ Hai, 7/9/2026. | Gõ /thamdinh để bắt đầu.',
      'an: Đã hết hạn nộp bài dự thi (23 giờ 59 thứ Hai, 31/8/2026). Tổ An chưa gửi bài nào. | Nếu có lý do chính đáng, anh/chị hỏi Ban Tổ chức: gõ /hoi rồi đến câu hỏi.',
    ],
    '8/9/2026': [
      'cuc: Đã bắt đầu «Xét chọn ở cụm», đến hết 23 giờ 59 Chủ nhật, 20/9/2026. | Gõ /tinhhinh để xem bài của các đội thuộc đơn vị mình.',
    ],
    '21/9/2026': [
      'cuc: Đã bắt đầu «Cụm cử bài lên cấp tỉnh», đến hết 23 giờ 59 thứ Sáu, 25/9/2026. | Gõ /cu để cử bài lên.',
    ],
    '28/9/2026': [
      'truyen: Đã bắt đầu «Đăng bài», đến hết 23 giờ 59 thứ Ba, 29/9/2026. | Gõ /dangbai để ghi đường dẫn của bài đã đăng.',
    ],
    '10/11/2026': [
      `group: ${lastDay}`,
      ...['cuc', 'tham', 'truyen', 'giam', 'an'].map((name) => `${name}: ${lastDay} | ${lich}`),
    ],
  });
});

test('what ends at noon is told to those concerned at once, and to nobody else', async () => {
  await store.contests.updateOne({ _id: contest }, { $set: { done: {} } });
  await windows({
    submission: { opens: { from: '2026-07-01' }, closes: { at: '2026-08-31T11:00' } },
    judging: { opens: { from: '2026-10-14' }, closes: { at: '2026-10-23T11:00' } },
  });
  const extension = { id: 'x', unit: '21400', reason: 'mưa', by: 'x', at: at('2026-08-20T08:00:00') };
  const extended = { ...extension, until: at('2026-09-02T16:59:59.999') };
  await change({ $set: { extensions: [extended] }, $inc: { version: 1 } });
  const around = async (moment: string) => {
    await run(new Date(+at(moment) - 60_000));
    await store.letters.deleteMany({});
    await run(at(moment));
    return news();
  };
  // Half an hour of grace, and nothing about the unit that was given longer.
  const [, intake, ...others] = await around('2026-08-31T11:30:01');
  expect(intake).toMatch(
    /^thu: Đã hết hạn nộp bài dự thi \(11 giờ thứ Hai, 31\/8\/2026\)\. Đã nhận 0 bài\. \d+ đơn vị không có bài: /,
  );
  expect(others).toEqual([]);
  const of = 'của xã Mộ Đức, cụm Nghĩa Hành, Mộ Đức (mẫu)';
  expect(await around('2026-09-02T17:30:00')).toEqual([
    'thu: Xã Mộ Đức, cụm Nghĩa Hành, Mộ Đức (mẫu): thời gian gia hạn nộp bài đã hết lúc 16 giờ 59 thứ Tư, 2/9/2026, đã nhận 0 bài. | Gõ /tinhhinh để xem tình hình.',
    `cuc: Đã hết hạn nộp bài dự thi (16 giờ 59 thứ Tư, 2/9/2026). Đã nhận 0 bài ${of}. 1 đội đã đăng ký mà không có bài: Tổ An. | Gõ /tinhhinh để xem tình hình.`,
    'an: Đã hết hạn nộp bài dự thi (16 giờ 59 thứ Tư, 2/9/2026). Tổ An chưa gửi bài nào. | Nếu có lý do chính đáng, anh/chị hỏi Ban Tổ chức: gõ /hoi rồi đến câu hỏi.',
  ]);
  await store.entries.create({
    ...{ _id: `${contest}/entry`, contest, number: 1, code: 'QN-01', person: 'telegram:1:9', unit: '21040' },
    ...{ sender: '21040', team: 'Tổ 1', slot: null, authorSlot: null, state: 'in_final', history: [] },
    ...{ verdicts: [], correction: null, title: 'Clip', versions: [], submittedAt: extension.at, turn: 'x' },
    video: { kind: 'link', url: 'https://youtu.be/dQw4w9WgXcQ', site: 'youtu.be' },
  });
  expect((await around('2026-09-30T07:00:00')).filter((each) => !each.startsWith('group'))).toEqual([
    'truyen: Đã hết thời gian đăng bài (23 giờ 59 thứ Ba, 29/9/2026) mà 1 bài chưa ghi đường dẫn: QN-01. | Gõ /dangbai để ghi đường dẫn của bài đã đăng.',
  ]);
  const over = '«Chấm điểm» đã kết thúc lúc 11 giờ thứ Sáu, 23/10/2026.';
  await store.groups.updateOne({ _id: 'g' }, { $set: { purpose: 'judges' } });
  expect(await around('2026-10-23T11:00:01')).toEqual([
    `group: ${over}`,
    `thu: ${over} | Gõ /tinhhinh để xem tình hình.`,
    'giam: Đã hết thời gian chấm điểm (11 giờ thứ Sáu, 23/10/2026). Anh/chị còn 1 bài chưa chấm: QN-01. | Nếu có lý do chính đáng, anh/chị hỏi Ban Tổ chức: gõ /hoi rồi đến câu hỏi.',
  ]);
  await store.entries.deleteMany({});
  await store.groups.updateOne({ _id: 'g' }, { $unset: { purpose: 1 } });
  await change({ $set: { extensions: [] }, $inc: { version: 1 } });
  await windows({
    submission: { between: ['2026-07-01', '2026-08-31'] },
    judging: { between: ['2026-10-14', '2026-10-23'] },
  });
});

test('who answers for a unit in which nobody has registered hears that it is too late', async () => {
  await store.contests.updateOne({ _id: contest }, { $set: { done: {} } });
  const since = at('2026-06-20T08:00:00');
  const role = {
    contest,
    person: `telegram:1:${people.giam}`,
    role: 'unit_coordinator',
    name: 'Giám',
  } as const;
  await appoint(store, { ...role, unit: '21040', since });
  await run(at('2026-08-16T07:00:00'));
  expect(await news()).toEqual([
    'giam: Đã hết hạn đăng ký (23 giờ 59 thứ Bảy, 15/8/2026). Đơn vị không có đội đăng ký (1): xã Bình Sơn. | Nếu có lý do chính đáng, anh/chị hỏi Ban Tổ chức: gõ /hoi rồi đến câu hỏi.',
  ]);
  await store.roles.deleteMany({ person: role.person, role: role.role });
});

test('who reads the digest hears all the same what he himself has missed', async () => {
  await store.contests.updateOne({ _id: contest }, { $set: { done: {} } });
  await store.entries.create({
    ...{ _id: `${contest}/entry`, contest, number: 1, code: 'QN-01', person: 'telegram:1:9', unit: '21040' },
    ...{ sender: '21040', team: 'Tổ 1', slot: null, authorSlot: null, state: 'in_final', history: [] },
    ...{ verdicts: [], correction: null, title: 'Clip', versions: [], turn: 'x' },
    ...{ submittedAt: at('2026-08-20T08:00:00') },
    video: { kind: 'link', url: 'https://youtu.be/dQw4w9WgXcQ', site: 'youtu.be' },
  });
  const thu = `telegram:1:${people.thu}` as const;
  for (const role of ['secretary', 'judge'] as const)
    await appoint(store, {
      contest,
      person: thu,
      role,
      unit: null,
      name: role,
      since: at('2026-06-20T08:00:00'),
    });
  const heardBy = async (moment: string) => {
    await run(at(moment));
    return (await news()).filter((each) => each.startsWith('thu'));
  };
  expect(await heardBy('2026-09-30T07:00:00')).toEqual([
    'thu: Đã hết thời gian đăng bài (23 giờ 59 thứ Ba, 29/9/2026) mà 1 bài chưa ghi đường dẫn: QN-01. | Gõ /dangbai để ghi đường dẫn của bài đã đăng.',
  ]);
  expect(await heardBy('2026-10-24T07:00:00')).toEqual([
    'thu: Đã hết thời gian chấm điểm (23 giờ 59 thứ Sáu, 23/10/2026). Anh/chị còn 1 bài chưa chấm: QN-01. | Nếu có lý do chính đáng, anh/chị hỏi Ban Tổ chức: gõ /hoi rồi đến câu hỏi.',
  ]);
  await store.roles.deleteMany({ person: thu, role: { $ne: 'organizer' } });
  await store.entries.deleteMany({});
});

test('what begins and ends by day is told to all who read digests, in one line each', async () => {
  await store.contests.updateOne({ _id: contest }, { $set: { done: {} } });
  await windows({ posting: { opens: { at: '2026-09-28T17:00' }, closes: { at: '2026-09-29T17:00' } } });
  const since = at('2026-06-20T08:00:00');
  for (const [number, role] of [
    [people.giam, 'standing_agency'],
    [people.tham, 'secretary'],
  ] as const)
    await appoint(store, { contest, person: `telegram:1:${number}`, role, unit: null, name: role, since });
  await run(at('2026-09-28T16:59:00'));
  await news();
  await run(at('2026-09-28T17:00:01'));
  const line = 'Đã bắt đầu «Đăng bài», đến hết 17 giờ thứ Ba, 29/9/2026.';
  const voting = 'Đã bắt đầu «Bình chọn», đến hết 23 giờ 59 thứ Ba, 13/10/2026.';
  const over = '«Đăng bài» đã kết thúc lúc 17 giờ thứ Ba, 29/9/2026.';
  const tinhHinh = 'Gõ /tinhhinh để xem tình hình.';
  const dangBai = 'Gõ /dangbai để ghi đường dẫn của bài đã đăng.';
  expect((await news()).sort()).toEqual([
    `giam: ${line} | ${voting} | ${tinhHinh}`,
    `tham: ${line} | ${voting} | ${tinhHinh} | ${dangBai}`,
    `thu: ${line} | ${voting} | ${tinhHinh}`,
    `truyen: ${line} | ${dangBai}`,
  ]);
  await run(at('2026-09-29T17:00:01'));
  expect(await news()).toEqual(['thu', 'tham', 'giam'].map((name) => `${name}: ${over} | ${tinhHinh}`));
  await store.roles.deleteMany({ role: { $in: ['standing_agency', 'secretary'] } });
  await windows({ posting: { between: ['2026-09-28', '2026-09-29'] } });
});

test('what the digest of that day has told already is not told again', async () => {
  await store.contests.updateOne({ _id: contest }, { $set: { done: {} } });
  const now = at('2026-09-28T07:40:00');
  await runTick({ name: 'digest', every: '', run: sendDigests }, { tools, post: openPost(store, 'a'), now });
  expect((await news()).filter((each) => each.startsWith('thu')).join()).toContain('Đã bắt đầu «Đăng bài»');
  await run(at('2026-09-28T07:40:10'));
  expect((await news()).map((each) => each.split(':')[0])).toEqual(['truyen']);
  await store.digests.deleteMany({});
});

const change = (update: object) => store.contests.collection.updateOne({ _id: contest } as never, update);
const windows = (days: Record<string, unknown>) =>
  change({
    $set: Object.fromEntries(Object.entries(days).map(([name, each]) => [`plan.windows.${name}`, each])),
    $inc: { version: 1 },
  });

describe('what comes otherwise than planned', () => {
  test('a day that begins by the hour is told in the morning before, with its hour', async () => {
    await store.contests.updateOne({ _id: contest }, { $set: { done: {} } });
    await windows({ awards: { opens: { at: '2026-11-10T14:00' }, closes: { at: '2026-11-10T17:00' } } });
    await run(at('2026-11-10T07:00:00'));
    expect((await news()).filter((each) => each.startsWith('an:'))).toEqual([
      'an: Hôm nay: Công diễn. | Hôm nay: Tổng kết, trao giải, bắt đầu lúc 14 giờ thứ Ba, 10/11/2026. | Gõ /lich để xem các ngày sắp tới của anh/chị.',
    ]);
  });

  test('a window that is moved to a day of which was told already is told of all the same', async () => {
    await store.contests.updateOne({ _id: contest }, { $set: { done: {} } });
    await run(at('2026-09-21T07:00:00'));
    await news();
    await windows({ posting: { between: ['2026-09-21', '2026-09-29'] } });
    await run(at('2026-09-21T09:00:00'));
    expect((await news()).filter((each) => !each.startsWith('thu'))).toEqual([
      'truyen: Đã bắt đầu «Đăng bài», đến hết 23 giờ 59 thứ Ba, 29/9/2026. | Gõ /dangbai để ghi đường dẫn của bài đã đăng.',
    ]);
  });

  test('what nobody was told, since nothing ran, stands in one digest; not what lay before the contest', async () => {
    await store.contests.updateOne(
      { _id: contest },
      { $set: { done: {}, createdAt: at('2026-09-02T00:00:00') } },
    );
    await run(at('2026-09-23T08:00:00'));
    await news();
    const dropped = async (now: string) => {
      await runTick(
        { name: 'digest', every: '', run: sendDigests },
        { tools, post: openPost(store, 'a'), now: at(now) },
      );
      return (await news()).flatMap((each) => each.match(/Có lúc Trợ lý không chạy.*?(?= \| {2}\|)/) ?? []);
    };
    expect(await dropped('2026-09-23T08:00:30')).toEqual([
      'Có lúc Trợ lý không chạy, nên chưa báo cho mọi người những việc sau. Nếu cần, xin gõ /thongbao để báo: | • «Sơ loại» kết thúc lúc 23 giờ 59 thứ Hai, 7/9/2026 | • «Xét chọn ở cụm» bắt đầu lúc 0 giờ thứ Ba, 8/9/2026 | • «Xét chọn ở cụm» kết thúc lúc 23 giờ 59 Chủ nhật, 20/9/2026 | • «Cụm cử bài lên cấp tỉnh» bắt đầu lúc 0 giờ thứ Hai, 21/9/2026 | • «Đăng bài» bắt đầu lúc 0 giờ thứ Hai, 21/9/2026 | • «Bình chọn» bắt đầu lúc 0 giờ thứ Hai, 21/9/2026',
    ]);
    expect(await dropped('2026-09-24T08:00:00')).toEqual([]);
    const extended = { id: 'x', unit: '21400', reason: 'mưa', by: 'x', at: at('2026-08-20T08:00:00') };
    const until = at('2026-09-24T16:59:59.999');
    await change({ $set: { extensions: [{ ...extended, until }] }, $inc: { version: 1 } });
    await run(at('2026-09-26T08:00:00'));
    expect((await dropped('2026-09-26T08:00:30')).join()).toMatch(
      / \| • Xã Mộ Đức, cụm Nghĩa Hành, Mộ Đức \(mẫu\): thời gian gia hạn nộp bài hết lúc 16 giờ 59 thứ Năm, 24\/9\/2026$/,
    );
  });
});
