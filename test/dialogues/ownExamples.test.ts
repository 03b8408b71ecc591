import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ChatId } from '../../src/chat.js';
import type { Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { appoint, openTools } from '../support/tools.js';

/* What a contest shows as an example is its own, and what it offers can still be done. */

const start = '2026-08-03T08:00:00+07:00';
const [an, thu] = ['zalo:1:an', 'zalo:1:thu'] as [ChatId, ChatId];
let tools: Tools;
let talk: Talk;

beforeAll(async () => {
  const since = new Date(start);
  tools = await openTools('qn-2026', since);
  await appoint(tools.store, {
    ...{ contest: 'qn-2026', person: thu, role: 'organizer', unit: null, name: 'Thư', since },
  });
  talk = openTalk(tools, start);
});
afterAll(async () => {
  await talk.close();
  await tools.store.close();
});

test('a unit is named that is there', async () => {
  expect(await talk.saysAll(an, '/dangky', 'tôi đồng ý')).toBe(
    'Đội của anh/chị thuộc xã, phường, đặc khu nào? Xin gõ tên, không dấu cũng được (ví dụ: cam thanh).',
  );
  expect(await talk.says(thu, '/nhom')).toContain('ví dụ: /nhom phường Cẩm Thành\n');
  expect(await talk.says(thu, '/thongbao')).toContain('ví dụ: phường Cẩm Thành\n');
  await talk.says(thu, '/huy');
});

test('how many screen is offered until it is settled', async () => {
  const line = '• /thamdinh – thẩm định bài tiếp theo';
  expect(await talk.says(thu, '/trogiup tất cả')).toContain(`${line}\n`);
  await tools.store.contests.updateOne(
    { _id: 'qn-2026' },
    { $set: { 'plan.screening.screeners': 'unknown' }, $inc: { version: 1 } },
  );
  expect(await talk.says(thu, '/trogiup tất cả')).toContain(`${line}; /sothamdinh – `);
});
