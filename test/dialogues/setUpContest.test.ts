import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ChatId } from '../../src/chat.js';
import type { Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { appoint, openTools } from '../support/tools.js';

const contest = 'qn-2026';
const now = '2026-12-01T08:00:00+07:00';
const thu: ChatId = 'telegram:1:1';

let tools: Tools;
let talk: Talk;
beforeAll(async () => {
  const since = new Date(now);
  tools = await openTools(contest, since);
  talk = openTalk(tools, now);
  await appoint(tools.store, { contest, person: thu, role: 'organizer', unit: null, name: 'Thư', since });
});
afterAll(async () => {
  await talk.close();
  await tools.store.close();
});

test('whoever says yes takes the code and the names that are proposed', async () => {
  await talk.saysAll(thu, '/taocuocthi', '1', '2027');
  expect(await talk.says(thu, 'đúng')).toMatch(/^Tên đầy đủ của cuộc thi là gì\?/);
  expect(await talk.says(thu, 'vâng ạ')).toMatch(/^Tên gọi tắt/);
  expect(await talk.says(thu, 'ok')).toContain(
    'Mã: qn-2027\nTên: Cuộc thi video clip Tổ công nghệ số cộng đồng tỉnh Quảng Ngãi năm 2027 (mẫu)\nGọi tắt: Video clip Tổ công nghệ số cộng đồng 2027 (mẫu)',
  );
  await talk.says(thu, '/huy');
});

test.each(['15/07/2027', '15/7 lúc 8 giờ', 'ngày 15 tháng 7', '2027', '...', '100 %'])(
  '«%s» is no name for a contest',
  async (typed) => {
    await talk.saysAll(thu, '/taocuocthi', '1', '2027', '1', '1');
    expect(await talk.says(thu, typed)).toContain(`«${typed}» chưa phải là tên cuộc thi.`);
    expect(await talk.says(thu, 'Video clip 2027')).toContain('Gọi tắt: Video clip 2027');
    await talk.says(thu, '/huy');
  },
);

test('what was half done in one contest does not go on in the new one, and is said to be over', async () => {
  expect(await talk.says(thu, '/doingay nộp bài')).toMatch(/^Kết thúc vào ngày nào/);
  expect(await talk.says(thu, '5/3/2027')).toMatch(/^Lý do là gì/);
  expect(await talk.says(thu, '/taocuocthi')).toMatch(/^Việc «.*» đang làm dở được để lại/);
  const made = await talk.saysAll(thu, '1', '2027', '1', '1', '1', '1');
  expect(made).toMatch(/^Đã tạo Cuộc thi video clip/);
  expect(made).toMatch(/Việc «Dời ngày» đang làm dở được dừng lại/);
  const { progress } = (await tools.store.chats.findById(thu).lean()) ?? {};
  expect(progress).toBeNull();
});
