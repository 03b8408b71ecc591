import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { calendarName } from '../../src/actions/calendar.js';
import { calendarEvents } from '../../src/actions/calendarEvents.js';
import type { ChatId, Styled } from '../../src/chat.js';
import { showCalendar } from '../../src/dialogues/calendar.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { appoint, openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const contest = 'qn-2026';
const now = new Date('2026-09-01T08:00:00+07:00');

let tools: Tools;
let store: Store;
beforeAll(async () => {
  tools = {
    ...(await openTools(contest, now)),
    calendarAddress: (name) => `https://thi.example/lich/${name}.ics`,
  };
  store = tools.store;
  await appoint(store, {
    contest,
    person: 'telegram:1:2',
    role: 'judge',
    unit: null,
    name: 'Bình',
    since: now,
  });
});
afterAll(() => store.close());

async function lich(chat: ChatId): Promise<string> {
  const turn = await turnIn(tools, chat, { now, contest });
  await showCalendar(turn);
  return turn.letters.map(({ reply }) => (reply as { text: Styled }).text.text).join('\n');
}

const wholeContest = ['• thứ Ba, 10/11/2026: Công diễn', '• thứ Ba, 10/11/2026: Tổng kết, trao giải'];

test('a judge of the final reads its days and those of the whole contest, and where to subscribe to them', async () => {
  const name = calendarName(beginWork(tools, 'test', now, 0), 'telegram:1:2');
  const [title, ...dates] = (await lich('telegram:1:2')).split('\n').filter(Boolean);
  expect([title, dates.slice(0, 4)]).toEqual([
    'Lịch Video clip Tổ công nghệ số cộng đồng 2026 (mẫu)',
    [
      '• thứ Tư, 14/10/2026: Chấm điểm: bắt đầu',
      '• 23 giờ 59 thứ Sáu, 23/10/2026: Chấm điểm: hết hạn',
      ...wholeContest,
    ],
  ]);
  expect(dates[4]).toBe(`Đưa các mốc này vào lịch trên điện thoại: https://thi.example/lich/${name}.ics`);
});

test('who is nothing here reads what is for everybody, and has no calendar', async () => {
  expect((await lich('telegram:1:3')).split('\n').filter(Boolean)).toEqual([
    'Lịch Video clip Tổ công nghệ số cộng đồng 2026 (mẫu)',
    '• thứ Ba, 8/9/2026: Xét chọn ở cụm: bắt đầu',
    '• 23 giờ 59 Chủ nhật, 20/9/2026: Xét chọn ở cụm: hết hạn',
    '• thứ Hai, 28/9/2026: Bình chọn: bắt đầu',
    '• 23 giờ 59 thứ Ba, 13/10/2026: Bình chọn: hết hạn',
    ...wholeContest,
  ]);
});

test('the calendar behind the link has the same dates, and no other name opens it', async () => {
  const work = beginWork(tools, 'test', now, 0);
  const name = calendarName(work, 'telegram:1:2');
  const events = await calendarEvents(work, name);
  expect(events?.map(({ id, title, when }) => [id, title, when])).toEqual([
    ['qn-2026/judging/opens', 'Chấm điểm: bắt đầu', new Date('2026-10-14T00:00:00+07:00')],
    ['qn-2026/judging/closes', 'Chấm điểm: hết hạn', new Date('2026-10-23T23:59:59.999+07:00')],
    ['qn-2026/showcase/day', 'Công diễn', '2026-11-10'],
    ['qn-2026/awards/day', 'Tổng kết, trao giải', '2026-11-10'],
  ]);
  expect(await calendarEvents(work, `${name}x`)).toBeNull();
  expect(await calendarEvents(work, name.replace(/^./, 'A'))).toBeNull();
});

test('a team reads the last day of its own unit, and until when it may mend what was sent back', async () => {
  const person = 'telegram:1:4';
  const [unit, until] = ['21040', new Date('2026-09-03T23:59:59.999+07:00')];
  await store.registrations.create({
    ...{ _id: `${contest}/${person}`, contest, person, unit, sender: unit, team: 'Tổ 1' },
    ...{ contact: 'An', phone: '0905123456', at: now, turn: 'registered' },
  });
  await store.entries.create({
    ...{
      _id: `${contest}/entry`,
      contest,
      number: 1,
      code: 'QN-01',
      person,
      unit,
      sender: unit,
      team: 'Tổ 1',
    },
    ...{ slot: null, authorSlot: null, state: 'needs_correction', history: [], verdicts: [] },
    correction: { defects: [], since: now, until, open: true },
    ...{ title: 'Clip', video: { kind: 'link', url: 'https://youtu.be/dQw4w9WgXcQ', site: 'youtu.be' } },
    ...{ versions: [], submittedAt: now, turn: 'submitted' },
  });
  const dates = (await lich(person)).split('\n').filter((line) => line.startsWith('•'));
  expect(dates[0]).toBe('• 23 giờ 59 thứ Năm, 3/9/2026: Gửi bản sửa bài QN-01: hết hạn');
});

test('the judges’ own group reads when they judge, another one does not', async () => {
  const chat: ChatId = 'telegram:1:-7';
  const dates = async () => {
    const turn = await turnIn(tools, chat, { now, contest });
    turn.chat.group = true;
    await showCalendar(turn);
    return turn.letters.map(({ reply }) => (reply as { text: Styled }).text.text).join('\n');
  };
  const group = { _id: 'judges', contest, chat, title: '', by: 'x', since: now };
  await store.groups.create({ ...group, purpose: 'announcements' });
  expect(await dates()).not.toContain('Chấm điểm');
  await store.groups.updateOne({ _id: 'judges' }, { $set: { purpose: 'judges' } });
  expect(await dates()).toContain('• thứ Tư, 14/10/2026: Chấm điểm: bắt đầu\n');
});
