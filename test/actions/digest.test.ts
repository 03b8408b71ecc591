import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sendDigests } from '../../src/actions/digest.js';
import type { ChatId } from '../../src/chat.js';
import type { RoleName } from '../../src/domain/roles.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { appoint, openTools } from '../support/tools.js';

const contest = 'qn-2023';
// A Monday.
const monday = new Date('2023-08-28T07:30:00+07:00');
const after = (days: number, hours = 0): Date => new Date(monday.getTime() + (days * 24 + hours) * 3_600_000);

let tools: Tools;
let store: Store;
beforeAll(async () => {
  tools = await openTools(contest, monday);
  store = tools.store;
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const model of [store.digests, store.registrations, store.roles, store.chats, store.questions])
    await (model as typeof store.digests).deleteMany({});
  await sits('organizer', 1, 'Thư');
  await sits('chair', 2, 'Chủ');
});

async function sits(role: RoleName, number: number, name: string): Promise<void> {
  const person: ChatId = `telegram:1:${number}`;
  await appoint(store, { contest, person, role, unit: null, name, since: monday });
  await store.chats.create({
    ...{ _id: person, bot: 'telegram:1' as const, group: false, person, name, reachable: true, contest },
    ...{ progress: null, menu: null, turn: null, heardAt: monday, lease: null, worker: null, newest: null },
  });
}

async function registered(number: number, team: string, unit: string, sender: string): Promise<void> {
  const person = `telegram:1:${100 + number}`;
  await store.registrations.create({
    ...{ _id: `${contest}/${person}`, contest, person, unit, sender, team, contact: 'An' },
    ...{ phone: '0905123456', at: monday, turn: `registered-${number}` },
  });
}

/** Who is told what at that moment, by the end of each letter's key. */
async function morning(now: Date): Promise<Record<string, string>> {
  const work = beginWork(tools, `tick/${now.getTime()}`, now, 0);
  await sendDigests(work);
  for (const mark of work.marks) await mark();
  return Object.fromEntries(
    work.letters.map(({ _id, reply }) => [_id, reply.kind === 'text' ? reply.text.text : reply.kind]),
  );
}

test('the first morning says where the contest stands, and on a Monday to its chair too', async () => {
  await registered(1, 'Tổ Bình Chánh', '21040', '524');
  const told = await morning(monday);
  const key = 'digest/qn-2023/2023-08-28';
  expect(Object.keys(told).sort()).toEqual([
    `${key}/picture/telegram:1:1`,
    `${key}/picture/telegram:1:2`,
    `${key}/telegram:1:1`,
    `${key}/telegram:1:2`,
  ]);
  expect(told[`${key}/telegram:1:1`]).toBe(
    [
      'Bản tin sáng thứ Hai, 28/8/2023',
      'Video clip Tổ công nghệ số cộng đồng 2023',
      '',
      'Đội đã đăng ký: 1',
      'Bài đã nộp: 0',
      '',
      'Đơn vị chưa có đội đăng ký: 12 – thành phố Quảng Ngãi, huyện Trà Bồng, huyện Sơn Tịnh, huyện Tư Nghĩa, huyện Sơn Hà, huyện Sơn Tây, huyện Minh Long, huyện Nghĩa Hành, huyện Mộ Đức, thị xã Đức Phổ, huyện Ba Tơ, huyện Lý Sơn',
      '',
      'Sắp tới:',
      '• 23 giờ 59 thứ Tư, 30/8/2023: Xét chọn ở cơ sở: hết hạn',
      '• thứ Năm, 31/8/2023: Nộp bài: bắt đầu',
      '• 23 giờ 59 thứ Sáu, 1/9/2023: Đăng ký dự thi: hết hạn',
      '',
      'Xem đầy đủ: /tinhhinh',
    ].join('\n'),
  );
});

test('the next morning shows what has changed, and one on which nothing has is left out', async () => {
  await morning(monday);
  await registered(1, 'Tổ Bình Chánh', '21040', '524');
  const told = await morning(after(1));
  const key = 'digest/qn-2023/2023-08-29';
  expect(Object.keys(told)).toEqual([`${key}/telegram:1:1`, `${key}/picture/telegram:1:1`]);
  expect(Object.values(told)[0]).toContain('Đội đã đăng ký: 1 (+1)');
  expect(Object.values(told)[0]).toContain('Số trong ngoặc đơn là thay đổi so với');
  expect(await morning(after(2))).toEqual({});
});

test('it is told once a day, not before half past seven, and not in the evening', async () => {
  expect(await morning(after(0, -0.1))).toEqual({});
  expect(Object.keys(await morning(after(0, 5)))).toHaveLength(4);
  expect(await morning(after(0, 6))).toEqual({});
  await registered(1, 'Tổ Bình Chánh', '21040', '524');
  expect(await morning(after(1, 14))).toEqual({});
});

test('who heads the jury reads while it scores how far each judge is', async () => {
  await sits('head_judge', 3, 'Trưởng');
  await store.entries.create({
    ...{ _id: `${contest}/entry`, contest, number: 1, code: 'QN-01', person: 'telegram:1:9', unit: '21040' },
    ...{ sender: '524', team: 'Tổ 1', slot: null, authorSlot: null, state: 'submitted', history: [] },
    ...{ verdicts: [], correction: null, title: 'Clip', versions: [], submittedAt: monday, turn: 'sent' },
    video: { kind: 'link', url: 'https://youtu.be/dQw4w9WgXcQ', site: 'youtu.be' },
  });
  const told = await morning(new Date('2023-09-20T07:30:00+07:00'));
  expect(told['digest/qn-2023/2023-09-20/judging/telegram:1:3']).toBe(
    [
      'Tiến độ chấm điểm · Video clip Tổ công nghệ số cộng đồng 2023',
      'Hạn chấm: 23 giờ 59 thứ Bảy, 23/9/2023. Mỗi giám khảo đã chấm bao nhiêu bài:',
      '• Trưởng: 0/1 bài',
    ].join('\n'),
  );
  await store.entries.deleteMany({});
});

test('why there are fewer entries than before is said with the number', async () => {
  const about = {
    ...{ contest, person: 'telegram:1:9', unit: '21040', sender: '524', team: 'Tổ 1' },
    ...{ slot: null, authorSlot: null, history: [], verdicts: [], correction: null, versions: [] },
    ...{ video: { kind: 'stage' as const }, title: 'Clip', submittedAt: monday, turn: 'sent' },
  };
  for (const number of [1, 2])
    await store.entries.create({
      ...{ ...about, _id: `${contest}/entry-${number}`, number, code: `QN-0${number}`, state: 'submitted' },
    });
  const why = 'Số bài giảm vì bài đã rút, không hợp lệ hoặc bị loại không còn được tính.';
  const first = Object.values(await morning(monday)).join('\n');
  expect(first).not.toContain(why);
  await store.entries.updateOne({ number: 2 }, { $set: { state: 'rejected' } });
  const second = Object.values(await morning(after(1))).join('\n');
  expect(second).toContain('Bài đã nộp: 1 (−1)\n');
  expect(second).toContain(`${why}\n`);
  await store.entries.deleteMany({});
});

test('what began or ended by that morning stands above, once; a late one says nothing of the morning', async () => {
  await morning(new Date('2023-09-01T07:30:00+07:00'));
  const told = await morning(new Date('2023-09-02T12:00:00+07:00'));
  const text = told['digest/qn-2023/2023-09-02/telegram:1:1'] ?? '';
  expect(text.split('\n\n').slice(0, 4)).toEqual([
    'Bản tin thứ Bảy, 2/9/2023\nVideo clip Tổ công nghệ số cộng đồng 2023',
    '«Đăng ký dự thi» đã kết thúc lúc 23 giờ 59 thứ Sáu, 1/9/2023.\n«Nộp bài» đã kết thúc lúc 23 giờ 59 thứ Sáu, 1/9/2023.',
    'Đội đã đăng ký: 0\nBài đã nộp: 0',
    expect.stringMatching(/^Đã hết hạn nộp bài, 13 đơn vị không có bài – /),
  ]);
  expect(await morning(new Date('2023-09-03T07:30:00+07:00'))).toEqual({});
});

const begunAndOver = (told: Record<string, string>) =>
  Object.values(told)[0]?.match(/^(«.*» đã kết thúc|Đã bắt đầu «.*»)/gm) ?? [];

test('what was left to a digest that nobody was told stands in the next one', async () => {
  await morning(new Date('2023-09-01T07:30:00+07:00'));
  // Nothing runs on the day after.
  const late = await morning(new Date('2023-09-03T12:00:00+07:00'));
  expect(begunAndOver(late)).toEqual(['«Đăng ký dự thi» đã kết thúc', '«Nộp bài» đã kết thúc']);
  await store.digests.deleteMany({ day: '2023-09-03' });
  // It was written, and nothing ran on from there.
  await morning(new Date('2023-09-02T07:30:00+07:00'));
  await store.digests.updateOne({ day: '2023-09-02' }, { $set: { told: null } });
  const next = await morning(new Date('2023-09-03T07:30:00+07:00'));
  expect(begunAndOver(next)).toEqual(['«Đăng ký dự thi» đã kết thúc', '«Nộp bài» đã kết thúc']);
  expect(begunAndOver(await morning(new Date('2023-09-04T07:30:00+07:00')))).toEqual([
    'Đã bắt đầu «Đăng bài»',
    'Đã bắt đầu «Bình chọn»',
  ]);
});

test('once it is over, who was given longer stands apart, and no change is named', async () => {
  const set = (extensions: object[]) =>
    store.contests.collection.updateOne({ _id: contest } as never, {
      $set: { extensions },
      $inc: { version: 1 },
    });
  const extension = { id: 'x', reason: 'mưa', by: 'x', at: monday };
  const until = new Date('2023-09-03T16:59:59.999+07:00');
  await set([{ ...extension, unit: '536', until }]);
  const missing = (told: Record<string, string>) =>
    Object.values(told)[0]
      ?.match(/^.*(không có bài|được gia hạn và còn).*$/gm)
      ?.map((line) => line.slice(0, 80));
  await morning(new Date('2023-09-01T07:30:00+07:00'));
  expect(missing(await morning(new Date('2023-09-02T07:30:00+07:00')))).toEqual([
    expect.stringMatching(/^Đã hết hạn nộp bài, 12 đơn vị không có bài – /),
    'Đơn vị chưa có bài, được gia hạn và còn thời gian nộp: 1 – huyện Lý Sơn',
  ]);
  expect(missing(await morning(new Date('2023-09-04T07:30:00+07:00')))).toEqual([
    expect.stringMatching(/^Đã hết hạn nộp bài, 13 đơn vị không có bài – /),
  ]);
  await set([]);
});

test('its chair reads what has changed in a week, and everybody how many mornings were missed', async () => {
  await morning(monday);
  await registered(1, 'Tổ Bình Chánh', '21040', '524');
  await morning(after(3));
  const told = await morning(after(7));
  const key = 'digest/qn-2023/2023-09-04';
  expect(told[`${key}/telegram:1:1`]).toContain('Đội đã đăng ký: 1\n');
  expect(told[`${key}/telegram:1:1`]).toContain('Trước đó có 3 buổi sáng Trợ lý không gửi được bản tin.');
  const week = told[`${key}/telegram:1:2`] ?? '';
  expect(week).toMatch(/^Bản tin tuần, thứ Hai, 4\/9\/2023\n/);
  expect(week).toContain('Đội đã đăng ký: 1 (+1)\n');
  expect(week).toContain('Số trong ngoặc đơn là thay đổi so với thứ Hai, 28/8/2023.');
});
