import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ChatId } from '../../src/chat.js';
import type { Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { openTools } from '../support/tools.js';

/* A team that chooses in which forms of a contest it takes part. */

const contest = 'dn-2023';
const start = '2023-10-05T08:00:00+07:00';
const an: ChatId = 'zalo:1:an';
let tools: Tools;
let talk: Talk;
beforeAll(async () => {
  tools = await openTools(contest, new Date(start));
  talk = openTalk(tools, start);
});
afterAll(async () => {
  await talk.close();
  await tools.store.close();
});

test('is asked anew how many people it has where it chooses others, since they bound it', async () => {
  await talk.saysAll(an, '/dangky', 'tôi đồng ý', 'gia nghia', '1', '1');
  const check = await talk.saysAll(an, '5', 'Tổ Một', 'Nguyễn Văn An', '0905111111');
  expect(check).toContain('Số người đăng ký: 5\n');
  await talk.saysAll(an, '2', 'Hình thức thi');
  expect(await talk.says(an, '3')).toMatch(/bao nhiêu người/);
  expect(await talk.says(an, '6')).toContain('Số người đăng ký: 6\n');
});
