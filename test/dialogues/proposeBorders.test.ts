import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { rankNow } from '../../src/actions/publishResults.js';
import type { Answers } from '../../src/dialogues/form.js';
import { borderSteps, bordersIn, bordersToAsk } from '../../src/dialogues/proposeBorders.js';
import type { Tools, Turn } from '../../src/turn.js';
import { judge, judgedContest, judgedId, afterJudging as now } from '../support/judged.js';
import { openTools, outcome } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

let tools: Tools;
beforeAll(async () => {
  tools = await openTools(judgedId, now);
  await tools.store.contests.updateOne(
    { _id: judgedId },
    { $set: { 'plan.scoring.tieChain': ['shared'] }, $inc: { version: 1 } },
  );
});
afterAll(() => tools.store.close());

/** One first prize for the first two, and of two second and three third ones one and two for the next three. */
beforeEach(() =>
  judge(tools, [
    ...[1, 2].map(() => ({ content: 30, likes: 300 })),
    ...[3, 4, 5].map(() => ({ content: 20, likes: 100 })),
  ]),
);

async function answered(turn: Turn, says: (string | null)[]): Promise<{ answers: Answers; asked: string[] }> {
  const answers: Answers = bordersToAsk(await rankNow(turn, await judgedContest(tools)));
  const asked: string[] = [];
  for (const step of borderSteps) {
    if (!(step.when?.(answers) ?? true)) continue;
    const { text, choices = [] } = await step.ask(turn, answers);
    asked.push([text.text, ...choices.map(({ label }) => label)].join('\n'));
    const [said = null] = says.splice(0, 1);
    const input = {
      text: said ?? '',
      says: said,
      old: false,
      event: { kind: 'text' as const, text: said ?? '', links: [] },
    };
    answers[step.name] = step.answer.parse(await step.read(turn, input, answers));
  }
  return { answers, asked };
}

const head = () => turnIn(tools, 'telegram:1:101', { now, contest: judgedId });

test('the head judge is asked of each border what all get, and why', async () => {
  const turn = await head();
  const { answers, asked } = await answered(turn, ['lower', 'Ngang nhau', 'open']);
  expect(asked).toEqual([
    'Các bài QN-01, QN-02 đồng hạng, mà ở đó kế hoạch có 1 Giải Nhất, 1 Giải Nhì và không quy định trao thế nào. Anh/chị đề nghị thế nào? Nếu cùng nhận giải cao hơn thì số giải và tiền thưởng nhiều hơn kế hoạch.\nCùng nhận Giải Nhất\nCùng nhận Giải Nhì\nĐể Ban Tổ chức quyết định sau',
    'Vì sao? Xin ghi lý do; lý do được công bố cùng kết quả.',
    'Các bài QN-03, QN-04, QN-05 đồng hạng, mà ở đó kế hoạch có 1 Giải Nhì, 2 Giải Ba và không quy định trao thế nào. Anh/chị đề nghị thế nào? Nếu cùng nhận giải cao hơn thì số giải và tiền thưởng nhiều hơn kế hoạch.\nCùng nhận Giải Nhì\nCùng nhận Giải Ba\nĐể Ban Tổ chức quyết định sau',
  ]);
  const borders = bordersIn(answers);
  expect(borders.map(({ codes, to, reason }) => [codes.join(' '), to, reason])).toEqual([
    ['QN-01 QN-02', 'lower', 'Ngang nhau'],
  ]);
  const { prizes } = await rankNow(turn, await judgedContest(tools), borders);
  expect([prizes.given.map(({ prize }) => prize), prizes.open.map(({ codes }) => codes.length)]).toEqual([
    ['Giải Nhì', 'Giải Nhì'],
    [3],
  ]);
});

test('what is none of the offers is asked again, and a contest without such a place asks nothing', async () => {
  expect(await outcome(answered(await head(), ['cả hai']))).toBe('form.chooseOne');
  await judge(tools, [
    { content: 30, likes: 300 },
    { content: 20, likes: 100 },
  ]);
  expect((await answered(await head(), [])).asked).toEqual([]);
});
