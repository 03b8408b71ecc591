import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { figuresOf } from '../../src/actions/resultFigures.js';
import { ruleEngagement } from '../../src/actions/ruleEngagement.js';
import type { Tools } from '../../src/turn.js';
import { holding, judge, judgedContest, judgedId, afterJudging as now } from '../support/judged.js';
import { appoint, openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

let tools: Tools;
beforeAll(async () => {
  tools = await openTools(judgedId, now);
});
afterAll(() => tools.store.close());

beforeEach(async () => {
  await judge(tools, [
    { content: 30, likes: 300 },
    { content: 25, likes: 200 },
  ]);
  await holding(tools, 'telegram:1:900', 'chair');
});

const chair = () => turnIn(tools, 'telegram:1:900', { now, contest: judgedId });

test('who left the jury is told apart from those who sit there, and who came in his place', async () => {
  const { store } = tools;
  const until = new Date('2026-10-14T09:00:00+07:00');
  const since = new Date('2026-10-14T10:00:00+07:00');
  const gone = await store.roles.findOneAndUpdate(
    { person: 'telegram:1:106' },
    { $set: { endedAt: until, endedBy: 'x', endReason: 'Bận công tác', held: null } },
  );
  const seat = { contest: judgedId, role: 'judge' as const, unit: null };
  await appoint(store, { ...seat, person: 'telegram:1:107', name: 'Ngô Thay', since });
  await store.roles.updateOne({ person: 'telegram:1:107' }, { $set: { replaces: gone?._id ?? '' } });
  await store.sheets.updateOne(
    { judge: 'telegram:1:102', entry: 'QN-01' },
    { $set: { points: {}, sum: '0', abstained: { reason: 'relation', words: null } } },
  );
  const { jury, lock } = await figuresOf(await chair(), await judgedContest(tools));
  expect(jury.left).toEqual([{ id: 'telegram:1:106', name: 'Giám khảo 6', until, reason: 'Bận công tác' }]);
  expect(jury.judges.slice(-2)).toEqual([
    { id: 'telegram:1:107', name: 'Ngô Thay', instead: { of: 'Giám khảo 6', since } },
    { id: 'telegram:1:106', name: 'Giám khảo 6', instead: undefined },
  ]);
  expect([lock?.count, lock?.refused]).toEqual([12, 1]);
});

test('readings name their source, and the ruling by which they count or don’t any more', async () => {
  const contest = await judgedContest(tools);
  const turn = await chair();
  const url = 'https://fb.com/xac-minh';
  await ruleEngagement(turn, contest, {
    ...{ entry: 'QN-02', numbers: { likes: 120, shares: 5 }, reason: 'Đếm sai', document: '21/QĐ' },
    proof: { kind: 'link', url, by: turn.person, at: now },
  });
  const { snapshots, rulings } = await figuresOf(turn, contest);
  const [ruling] = rulings ?? [];
  expect(ruling).toMatchObject({ entry: 'QN-02', document: '21/QĐ', reason: 'Đếm sai', at: now });
  expect(
    snapshots.map(({ entry, likes, counts, from, ruling: by, isRuled }) => [
      ...[entry, likes, counts, from, by?.document, isRuled],
    ]),
  ).toEqual([
    ['QN-01', 300, true, 'ghi tay, chưa có minh chứng', undefined, false],
    ['QN-02', 200, false, 'ghi tay, chưa có minh chứng', '21/QĐ', false],
    ['QN-02', 120, true, `Trưởng Ban Tổ chức quyết định, có đường dẫn: ${url}`, '21/QĐ', true],
  ]);
});
