import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ChatId } from '../../src/chat.js';
import type { Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { appoint, openTools } from '../support/tools.js';

/* How many people make a clip, where the plan bounds their number. */

const contest = 'qn-2026';
const start = '2026-08-03T08:00:00+07:00';
const [an, moi] = ['zalo:1:an', 'zalo:1:moi'] as [ChatId, ChatId];
let tools: Tools;
let talk: Talk;

beforeAll(async () => {
  const since = new Date(start);
  tools = await openTools(contest, since);
  await appoint(tools.store, {
    ...{ contest, person: moi, role: 'unit_coordinator', unit: 'cum:binh_son', name: 'Mơi', since },
  });
  talk = openTalk(tools, start);
});
afterAll(async () => {
  await talk.close();
  await tools.store.close();
});

const headcountOf = async (team: string) =>
  (await tools.store.registrations.findOne({ team }).lean())?.headcount;

test('a team is asked for it, kept to the plan’s bounds, and reads it back', async () => {
  expect(await talk.saysAll(an, '/dangky', 'tôi đồng ý', 'xa binh son', '1')).toBe(
    'Video clip: đội có bao nhiêu người? Kế hoạch quy định mỗi đội từ 1 đến 10 người.',
  );
  expect(await talk.says(an, '11')).toMatch(/^Số người đăng ký phải từ 1 đến 10\. Xin gõ lại\./);
  const check = await talk.saysAll(an, '8 người', 'Tổ Một', 'Nguyễn Văn An', '0905111111');
  expect(check).toContain('Số điện thoại: 0905 111 111\nSố người đăng ký: 8\n');
  await talk.says(an, '1');
  expect(await headcountOf('Tổ Một')).toBe(8);
  expect(await talk.says(an, '/trangthai')).toContain('0905 111 111\nSố người đăng ký: 8\n');
});

test('so is a coordinator who registers for one', async () => {
  expect(await talk.saysAll(moi, '/dangkythay', '1', 'van tuong', '1')).toMatch(/^Video clip: đội có bao/);
  expect(await talk.saysAll(moi, '0')).toMatch(/^Số người đăng ký phải từ 1 đến 10\./);
  const check = await talk.saysAll(moi, '10', 'Tổ Hai', 'Phạm Văn Tư', '0905222222');
  expect(check).toContain('Số người đăng ký: 10');
  await talk.says(moi, '1');
  expect(await headcountOf('Tổ Hai')).toBe(10);
});

test('a coordinator sees it before confirming; a team from before it was asked is as it was', async () => {
  const before = { team: 'Tổ Ba', person: 'zalo:1:cu', _id: `${contest}/zalo:1:cu`, phone: '0905333333' };
  const { registrations } = tools.store;
  const first = await registrations.findOne({ team: 'Tổ Một' }, { headcount: 0 }).lean();
  await registrations.create({ ...first, ...before, turn: 'before' });
  expect(await talk.says(moi, '/xacnhan')).toContain(
    [
      '1. Tổ Một, xã Bình Sơn, cụm Bình Sơn (mẫu)\nNgười liên hệ: Nguyễn Văn An, 0905 111 111\nSố người đăng ký: 8',
      '2. Tổ Ba, xã Bình Sơn, cụm Bình Sơn (mẫu)\nNgười liên hệ: Nguyễn Văn An, 0905 333 333',
      'Đội nào đúng',
    ].join('\n\n'),
  );
  await talk.says(moi, '/huy');
  expect(await talk.says('zalo:1:cu', '/trangthai')).toMatch(/^Tổ Ba, .*\n.*0905 333 333\n\n/);
});
