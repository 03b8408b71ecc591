import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { reopenForm } from '../../src/dialogues/reopen.js';
import type { Tools } from '../../src/turn.js';
import { holding, judge, judgedId, afterJudging as now } from '../support/judged.js';
import { openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

let tools: Tools;
beforeAll(async () => {
  tools = await openTools(judgedId, now);
});
afterAll(() => tools.store.close());

test('only those judges are counted as told who can be written to; the others are to be called', async () => {
  await judge(tools, [{ content: 20, likes: 100 }]);
  await holding(tools, 'telegram:1:700', 'chair');
  for (const person of ['telegram:1:101', 'telegram:1:102'] as const)
    await tools.store.chats.create((await turnIn(tools, person, { now, contest: judgedId })).chat);
  const turn = await turnIn(tools, 'telegram:1:700', { now, contest: judgedId });
  await reopenForm.finish(turn, {
    reason: 'Chấm lại',
    document: '15/QĐ',
    until: '2026-10-29T10:00:00.000Z',
  });
  const said = turn.letters.map(({ reply }) => ('text' in reply ? reply.text.text : '')).at(-1);
  expect(said).toMatch(
    /^Đã mở lại việc chấm đến 17 giờ thứ Năm, 29\/10\/2026\. Đã báo cho 2 giám khảo\.\n\nKhông nhắn được cho 4 người, xin gọi:\n• Giám khảo 3/,
  );
});
