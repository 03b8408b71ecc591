import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { decideProposal } from '../../src/actions/approveResult.js';
import { finalMark } from '../../src/actions/complaints.js';
import { countedEngagement } from '../../src/actions/engagement.js';
import { explainResult } from '../../src/actions/explainResult.js';
import { finishComplaints } from '../../src/actions/finishComplaints.js';
import { isDone } from '../../src/actions/once.js';
import { proposeResult } from '../../src/actions/proposeResult.js';
import { publishResults, rankNow } from '../../src/actions/publishResults.js';
import { recomputeResult } from '../../src/actions/recomputeResult.js';
import { ruleEngagement, type ToRule, whatIn } from '../../src/actions/ruleEngagement.js';
import { showExplanation } from '../../src/dialogues/explain.js';
import type { StoredEntry } from '../../src/store/documents.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { holding, judge, judgedContest, judgedId, afterJudging as now } from '../support/judged.js';
import { openTools, outcome } from '../support/tools.js';
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
  await holding(tools, 'telegram:1:901', 'secretary');
});

const as = (person: string) => turnIn(tools, person as 'telegram:1:900', { now, contest: judgedId });
const proof = { kind: 'link' as const, url: 'https://fb.com/1', by: 'x', at: now };
const about = { entry: 'QN-01', reason: 'Lượt thích ảo', document: '21/QĐ-BTC', proof };
const rule = async (numbers: ToRule['numbers']) =>
  ruleEngagement(await as('telegram:1:900'), await judgedContest(tools), { ...about, numbers });

async function publishNext(number: number): Promise<void> {
  const contest = await judgedContest(tools);
  const head = await as('telegram:1:101');
  const { digest } = await rankNow(head, contest);
  await proposeResult(head, contest, { previewed: digest, remark: null, why: 'x' });
  const paper = { number: '15/QĐ-BTC', day: '2026-10-28' };
  await decideProposal(await as('telegram:1:900'), contest, number, { kind: 'approved', paper });
  await publishResults(await as('telegram:1:901'), contest, number);
}

const likesOf = async (code: string) =>
  (await countedEngagement(await as('telegram:1:900'), await judgedContest(tools))).get(code)?.likes;

test('what was published stands as it was, until a correction goes by what was ruled', async () => {
  const contest = await judgedContest(tools);
  await publishNext(1);
  await rule({ likes: 120, shares: 5 });
  const entry = await tools.store.entries.findOne({ code: 'QN-01' }).lean<StoredEntry>();
  if (!entry) throw new Error('nothing was entered');
  const own = await turnIn(tools, 'telegram:1:1', { now, contest: judgedId });
  const likesToTeam = async () =>
    (await explainResult(own, contest, entry)).account.audience?.snapshot?.likes;
  expect([await likesOf('QN-01'), await likesToTeam()]).toEqual([120, 300]);
  expect(await recomputeResult(own, contest)).toMatchObject({ version: 1, isSame: true, rulings: [] });
  await publishNext(2);
  expect(await likesToTeam()).toBe(120);
  await showExplanation(own, 'QN-01');
  const said = JSON.stringify(own.letters.map(({ reply }) => reply));
  expect(said).toContain(
    `120 lượt thích, 5 lượt chia sẻ, theo quyết định của Ban Tổ chức lúc ${own.t.moment(now)}.`,
  );
  expect(said).toContain('Nguồn: Trưởng Ban Tổ chức quyết định, có');
  expect((await explainResult(own, contest, entry)).rulings.map(({ reason }) => reason)).toEqual([
    'Lượt thích ảo',
  ]);
  expect(await recomputeResult(own, contest)).toMatchObject({
    ...{ version: 2, isSame: true },
    rulings: [{ number: 1, entry: 'QN-01', document: '21/QĐ-BTC' }],
  });
  expect((await tools.store.snapshots.find().lean()).map(({ likes }) => likes)).toEqual([300, 200]);
});

test('a reading is set aside where another one counts instead, and a ruling too', async () => {
  expect(await outcome(rule(null))).toBe('ruling.nothingLeft');
  await tools.store.snapshots.create({
    ...{ _id: `${judgedId}/earlier`, contest: judgedId, entry: 'QN-01', likes: 250, shares: 0, by: 'x' },
    at: new Date('2026-10-12T20:00:00+07:00'),
  });
  const ruling = await rule(null);
  expect(await likesOf('QN-01')).toBe(250);
  expect(whatIn(await as('telegram:1:900'), ruling)).toBe(
    'bỏ số 300 lượt thích, 0 lượt chia sẻ ghi lúc 20 giờ thứ Ba, 13/10/2026; tính số 250 lượt thích, 0 lượt chia sẻ ghi lúc 20 giờ thứ Hai, 12/10/2026',
  );
  await rule({ likes: 260, shares: 0 });
  expect(await likesOf('QN-01')).toBe(260);
  await rule(null);
  expect([await likesOf('QN-01'), await likesOf('QN-02')]).toEqual([250, 200]);
});

test('a ruling keeps a result from being final as long as it makes another one', async () => {
  await publishNext(1);
  const isFinal = async () => {
    const work = beginWork(tools, 'finish', new Date('2026-11-20T09:00:00+07:00'), 0);
    await finishComplaints(work);
    for (const mark of work.marks) await mark();
    return isDone(await judgedContest(tools), finalMark(1));
  };
  await rule({ likes: 120, shares: 5 });
  expect(await isFinal()).toBe(false);
  // It was about the wrong entry.
  await rule(null);
  expect(await isFinal()).toBe(true);
});

test('is the chair’s, and numbers that are ruled at once stand one behind the other', async () => {
  const contest = await judgedContest(tools);
  expect(
    await outcome(ruleEngagement(await as('telegram:1:901'), contest, { ...about, numbers: null })),
  ).toBe('permissions.only');
  const turn = await as('telegram:1:900');
  const twice = { ...about, numbers: { likes: 100, shares: 0 } };
  await Promise.all([ruleEngagement(turn, contest, twice), rule({ likes: 110, shares: 0 })]);
  await ruleEngagement(turn, contest, twice);
  expect((await tools.store.rulings.find().sort({ number: 1 }).lean()).map(({ number }) => number)).toEqual([
    1, 2,
  ]);
});
