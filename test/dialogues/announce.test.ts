import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ChatId } from '../../src/chat.js';
import type { Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { appoint, openTools } from '../support/tools.js';

const start = '2023-08-31T08:00:00+07:00';
const thu: ChatId = 'zalo:1:thu';

let tools: Tools;
let talk: Talk;
beforeAll(async () => {
  const now = new Date(start);
  tools = await openTools('qn-2023', now);
  const about = { contest: 'qn-2023', unit: null, since: now } as const;
  await appoint(tools.store, { ...about, person: thu, role: 'organizer', name: 'Thư' });
  talk = openTalk(tools, start);
});
afterAll(async () => {
  await talk.close();
  await tools.store.close();
});

test('to places without a team, of which none has a coordinator, nothing is sent, and it is said why', async () => {
  await talk.saysAll(thu, '/thongbao', 'Người còn việc chưa xong', 'Đầu mối của nơi chưa có đội đăng ký');
  expect(await talk.says(thu, 'Xin các huyện sớm đăng ký.')).toMatch(
    /Có 13 nơi chưa có đội đăng ký, nhưng chưa nơi nào trong số đó có đầu mối để nhắn\. Xin mời đầu mối bằng \/moi/,
  );
});
