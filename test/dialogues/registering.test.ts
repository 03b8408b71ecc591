import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { appoint, openTools } from '../support/tools.js';

/* What is asked once more while a team is registered. */

const start = '2023-08-31T08:00:00+07:00';
const moi = 'zalo:1:moi';
let tools: Tools;
let talk: Talk;

beforeAll(async () => {
  const now = new Date(start);
  tools = await openTools('qn-2023', now);
  await appoint(tools.store, {
    contest: 'qn-2023',
    person: moi,
    role: 'unit_coordinator',
    unit: '533',
    name: 'Mơi',
    since: now,
  });
  talk = openTalk(tools, start);
});
afterAll(async () => {
  await talk.close();
  await tools.store.close();
});

test('a team where a person is asked for, and the other way round, is doubted once and kept on yes', async () => {
  expect(await talk.saysAll(moi, '/dangkythay', '1', 'duc phong', '1', 'Phạm Văn Năm')).toMatch(
    /^«Phạm Văn Năm» giống họ tên một người\. Đây có đúng là tên đội không\?.*\n1\. Có, đúng, ghi như vậy$/,
  );
  expect(await talk.says(moi, 'Đội thôn 2')).toMatch(/^Họ và tên người liên hệ/);
  expect(await talk.says(moi, 'Tổ CNSCĐ thôn 1 Nghĩa Điền')).toMatch(
    /^«Tổ CNSCĐ thôn 1 Nghĩa Điền» có phải họ tên một người không\?/,
  );
  expect(await talk.says(moi, 'đúng')).toMatch(/^Số điện thoại của người liên hệ/);
  expect(await talk.says(moi, '0905111222')).toContain(
    'Tên đội: Đội thôn 2\nNgười liên hệ: Tổ CNSCĐ thôn 1 Nghĩa Điền\n',
  );
});

test('a team’s name keeps its capitals', async () => {
  expect(await talk.says(moi, '1')).toMatch(/^Đã đăng ký thay cho Đội thôn 2, xã Đức Phong/);
});
