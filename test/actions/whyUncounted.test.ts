import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { explainResult } from '../../src/actions/explainResult.js';
import type { Styled } from '../../src/chat.js';
import { showExplanation } from '../../src/dialogues/explain.js';
import { describeAccount } from '../../src/dialogues/explainWords.js';
import type { Tools } from '../../src/turn.js';
import { afterJudging, holding, judge, judgedId } from '../support/judged.js';
import { openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const before = new Date('2026-10-14T08:00:00+07:00');
const judgeOf = (number: number) => `telegram:1:${100 + number}`;
const secretary = 'telegram:1:200';

let tools: Tools;
beforeAll(async () => {
  tools = await openTools(judgedId, before);
});
afterAll(() => tools.store.close());

/** Of six judges one has left, one is tied to the second entry, and one's sheet for it was set aside. */
async function threeLeftOut(): Promise<void> {
  const { store } = tools;
  await judge(tools, [
    { content: 30, likes: 10 },
    { content: 20, likes: 5 },
  ]);
  await holding(tools, secretary, 'secretary');
  const ended = { endedAt: before, endedBy: secretary, endReason: 'Chuyển công tác', held: null };
  await store.roles.updateOne({ person: judgeOf(4) }, { $set: ended });
  await store.sheets.deleteOne({ judge: judgeOf(4), entry: 'QN-01' });
  await store.relations.create({
    ...{ _id: 'relation', contest: judgedId, person: judgeOf(5), to: { entry: 'QN-02' } },
    ...{ words: 'Anh em họ', at: before },
  });
  // What he declared after the lock is no reason for what was left out by it.
  await store.relations.create({
    ...{ _id: 'later', contest: judgedId, person: judgeOf(5), to: { entry: 'QN-02' } },
    ...{ words: 'Khai sau khi chốt', at: new Date(afterJudging.getTime() + 60_000) },
  });
  const aside = { kind: 'aside', reason: 'Chấm nhầm bài', by: secretary, at: before, turn: 'x' } as const;
  await store.sheets.updateOne({ judge: judgeOf(6), entry: 'QN-02' }, { $push: { asides: aside } });
}

test('a sheet that doesn’t count is never denied: the committee reads why in the words that were kept', async () => {
  await threeLeftOut();
  const turn = await turnIn(tools, secretary, { now: afterJudging, contest: judgedId });
  await showExplanation(turn, 'QN-02');
  const lines = turn.letters.flatMap(({ reply }) => (reply as { text: Styled }).text.text.split('\n'));
  expect(lines.filter((line) => line.startsWith('•'))).toEqual([
    ...[1, 2, 3].map((number) => `• Giám khảo ${number}: 20 + 20 + 20 = 60`),
    '• Giám khảo 5: có phiếu nhưng không được tính, vì giám khảo có liên quan đến đội hoặc đơn vị dự thi – lý do: Anh em họ',
    '• Giám khảo 6: có phiếu nhưng không được tính, vì Ban Tổ chức hoặc Trưởng Ban Giám khảo đã để riêng phiếu này – lý do: Chấm nhầm bài',
    '• Giám khảo 4: có phiếu nhưng không được tính, vì người chấm không còn là giám khảo – lý do: Chuyển công tác',
  ]);
});

test('a team reads that there is a sheet and why it doesn’t count, without a name; who left is missing nowhere', async () => {
  const turn = await turnIn(tools, secretary, { now: afterJudging, contest: judgedId });
  const contest = await contestById(turn, judgedId);
  const linesFor = async (code: string) => {
    const entry = await tools.store.entries.findOne({ code }).lean();
    if (!entry) throw new Error('the entry is not there');
    const { account, judges } = await explainResult(turn, contest, entry);
    const judgeName = (id: string) => `GK${judges.findIndex(({ person }) => person === id) + 1}`;
    const names = { entry: code, judge: judgeName, criteria: [] };
    return describeAccount(turn.t, account, names)
      .text.split('\n')
      .filter((line) => line.startsWith('•'));
  };
  expect((await linesFor('QN-02')).at(-1)).toBe(
    '• GK6: có phiếu nhưng không được tính, vì người chấm không còn là giám khảo',
  );
  expect((await linesFor('QN-01')).map((line) => line.slice(0, 5))).toEqual(
    [1, 2, 3, 4, 5].map((number) => `• GK${number}`),
  );
});
