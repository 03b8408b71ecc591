import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ChatId } from '../../src/chat.js';
import type { Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { appoint, openTools } from '../support/tools.js';

const contest = 'qn-2026';
const now = '2026-08-10T08:00:00+07:00';
const thu: ChatId = 'telegram:1:1';

let tools: Tools;
let talk: Talk;
beforeAll(async () => {
  const since = new Date(now);
  tools = await openTools(contest, since);
  talk = openTalk(tools, now);
  const role = (person: string, role: 'organizer' | 'secretary' | 'unit_coordinator', unit: string | null) =>
    appoint(tools.store, { contest, person, role, unit, name: person, since });
  await role(thu, 'organizer', null);
  await role('telegram:1:2', 'secretary', null);
  await role('zalo:1:3', 'unit_coordinator', 'cum-1');
  // Nobody has ever heard of this one.
  await role('zalo:1:4', 'unit_coordinator', 'cum-2');
  for (const chat of ['telegram:1:2', 'zalo:1:3'] as const) await talk.says(chat, 'xin chào');
});
afterAll(async () => {
  await talk.close();
  await tools.store.close();
});

test('of those who hear of a move, the parts make up the whole, before and after', async () => {
  const parts = '2 người (1 Tổ Thư ký, 1 đầu mối đơn vị): 1 qua Zalo, 1 qua Telegram.';
  const preview = await talk.saysAll(
    thu,
    '/doingay nop bai',
    'Ngày kết thúc',
    '12/9',
    'Mưa lũ',
    'chưa có văn bản',
  );
  expect(preview).toContain(
    `Sẽ báo cho ${parts}\nKhông nhắn được cho 1 người khác (1 đầu mối đơn vị), xin liên hệ bằng cách khác.`,
  );
  const done = await talk.says(thu, '1');
  expect(done).toContain(`Đã báo cho ${parts}`);
  expect(done).toContain('Không nhắn được cho 1 người, xin gọi:');
});

test('judges hear in their group of the days that are theirs', async () => {
  const chat: ChatId = 'telegram:1:-9';
  await tools.store.chats.create({
    ...{ _id: chat, bot: 'telegram:1', group: true, person: null, name: '', reachable: true },
    heardAt: null,
  });
  await tools.store.groups.create({
    ...{ _id: 'g', contest, chat, title: 'BGK', purpose: 'judges', by: thu, since: new Date(now) },
  });
  const move = ['Ngày kết thúc', '24/10', 'Thêm bài', 'chưa có văn bản'];
  expect(await talk.saysAll(thu, '/doingay cham diem', ...move)).toContain('Số nhóm nhận tin: 1.');
  await talk.says(thu, '1');
  const [told] = await tools.store.letters.find({ chat }).lean();
  const text = told?.reply.kind === 'text' ? told.reply.text.text : '';
  expect(text).toMatch(/Chấm điểm: .*24\/10\/2026/);
  expect(text).not.toContain('Nộp bài');
  await tools.store.groups.deleteMany({});
});

test('before it is confirmed it is said that there is no document, and each part can be changed', async () => {
  await talk.saysAll(thu, '/doingay nop bai', 'Ngày kết thúc');
  expect(await talk.says(thu, '31/9')).toMatch(/^Tháng 9 chỉ có 30 ngày\. Xin ghi lại ngày\./);
  await talk.saysAll(thu, '14/9', 'Mưa lũ');
  expect(await talk.says(thu, 'khong co')).toMatch(/Lý do: Mưa lũ\nVăn bản: chưa có văn bản/);
  expect(await talk.says(thu, 'sửa lại')).toBe(
    'Anh/chị muốn sửa mục nào?\n1. Ngày kết thúc\n2. Lý do\n3. Số văn bản',
  );
  await talk.says(thu, 'Số văn bản');
  expect(await talk.says(thu, '12/CV-SKHCN')).toContain('Lý do: Mưa lũ\nVăn bản: 12/CV-SKHCN');
  await talk.saysAll(thu, 'sửa lại', 'Ngày kết thúc');
  expect(await talk.says(thu, '15/9')).toContain('Nộp bài: từ thứ Bảy, 1/8/2026 đến thứ Ba, 15/9/2026');
  expect(await talk.says(thu, 'không')).toBe('Chưa có gì thay đổi.');
});
