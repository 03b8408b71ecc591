import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { appoint, openTools } from '../support/tools.js';

const now = '2026-06-10T08:00:00+07:00';
const person = 'telegram:1:1';

let tools: Tools;
let talk: Talk;
beforeAll(async () => {
  const since = new Date(now);
  tools = await openTools('qn-2026', since, { beside: ['qn-2023'] });
  for (const contest of ['qn-2026', 'qn-2023'])
    await appoint(tools.store, { contest, person, role: 'organizer', unit: null, name: 'Thư', since });
  talk = openTalk(tools, now);
});
afterAll(async () => {
  await talk.close();
  await tools.store.close();
});

const published = (rules: string) =>
  talk.saysAll(person, '/thelemoi', rules, 'Đã đủ', 'Sở yêu cầu', 'chưa có văn bản', '1');

test('who publishes rules is told what the plan goes on demanding, to compare', async () => {
  const said = await published('Điều 1. Video dài từ 3 đến 6 phút, ghi bằng điện thoại cũng được.');
  expect(said).toContain('Đã ban hành thể lệ bản số 2.');
  expect(said).toContain(
    'Thể lệ không tự đổi kế hoạch. Về video, kế hoạch vẫn ghi: dài từ 3 phút đến 5 phút (được ngắn hoặc dài hơn 10 giây); tệp MP4, MOV. Xin so với thể lệ mới',
  );
});

test('nothing is said of demands where the plan states none', async () => {
  await talk.says(person, '/cuocthi qn-2023');
  const said = await published('Điều 1. Video dài từ 3 đến 6 phút, ghi bằng điện thoại cũng được.');
  expect(said).toContain('Đã ban hành thể lệ bản số 2.');
  expect(said).not.toContain('kế hoạch');
});
