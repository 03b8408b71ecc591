import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Tools } from '../../src/turn.js';
import { afterJudging, holding, judge, judgedId } from '../support/judged.js';
import { openTalk, type Talk } from '../support/talk.js';
import { openTools } from '../support/tools.js';

const [head, other, chair] = ['telegram:1:101', 'telegram:1:102', 'telegram:1:700'] as const;
const quorum = 5;

let tools: Tools;
let talk: Talk;
beforeAll(async () => {
  tools = await openTools(judgedId, afterJudging);
});
afterAll(() => tools.store.close());

beforeEach(async () => {
  await judge(tools, [
    { content: 30, likes: 10 },
    { content: 25, likes: 20 },
  ]);
  await holding(tools, chair, 'chair');
  // Of the second entry as many sheets as it takes, and one of these was set aside.
  const { sheets } = tools.store;
  const given = await sheets.find({ entry: 'QN-02' }).sort({ _id: -1 }).lean();
  const extra = given.slice(0, given.length - quorum).map(({ _id }) => _id);
  await sheets.deleteMany({ _id: { $in: extra } });
  const at = new Date('2026-10-14T08:00:00+07:00');
  const asides = [{ kind: 'aside', reason: 'Xem nhầm video', by: head, at, turn: 'x' }];
  await sheets.updateOne({ judge: other, entry: 'QN-02' }, { $set: { asides } });
  talk = openTalk(tools, afterJudging.toISOString());
});
afterEach(() => talk.close());

test('who proposes and who approves read which entries lack sheets, and which were set aside, by whom and why', async () => {
  await talk.says(head, '/cuocthi qn-2026');
  const missing =
    /\n\n⚠️ QN-02 chỉ có 4 phiếu được tính, cần 5 phiếu mới được xếp hạng\.\n\nPhiếu được để riêng, không tính \(1\):\n• QN-02, phiếu của Giám khảo 2: Giám khảo 1 để riêng lúc 8 giờ thứ Tư, 14\/10\/2026\. Lý do: Xem nhầm video\n/;
  expect(await talk.says(head, '/dexuat')).toMatch(missing);
  await talk.saysAll(head, '1', '1');
  await talk.says(chair, '/cuocthi qn-2026');
  expect(await talk.says(chair, '/pheduyet')).toMatch(missing);
});

test('a sheet that is set aside after a reopening is told to the chair, and first what it leaves', async () => {
  await talk.says(head, '/dexuat');
  const reopened = {
    until: new Date('2026-10-30T17:00:00+07:00'),
    reason: 'Khiếu nại',
    document: '15/QĐ-BTC',
    by: chair,
    at: afterJudging,
    turn: 'y',
  };
  await tools.store.locks.updateOne({ contest: judgedId }, { $set: { reopened } });
  await talk.says(chair, '/trogiup');
  await talk.saysAll(head, '/huy', '/bophieu QN-02 Giám khảo 3');
  expect(await talk.says(head, 'Có liên quan đến đội')).toMatch(
    /^⚠️ Không có phiếu này, bài QN-02 nhiều nhất còn 4 phiếu được tính, mà cần 5 phiếu/,
  );
  await talk.says(head, '1');
  expect((await talk.read(chair)).at(-1)).toMatch(
    /\nSau khi mở lại việc chấm, Giám khảo 1 đã để riêng phiếu của Giám khảo 3 cho bài QN-02: .* Lý do: Có liên quan đến đội$/,
  );
});
