import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { decideProposal } from '../../src/actions/approveResult.js';
import { proposeResult } from '../../src/actions/proposeResult.js';
import { publishResults, rankNow } from '../../src/actions/publishResults.js';
import { recomputeResult } from '../../src/actions/recomputeResult.js';
import { proveEngagement, recordEngagement } from '../../src/actions/recordEngagement.js';
import type { Tools } from '../../src/turn.js';
import { holding, judge, judgedContest, judgedId, afterJudging as now } from '../support/judged.js';
import { openTools, outcome } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

let tools: Tools;
beforeAll(async () => {
  tools = await openTools(judgedId, now);
});
afterAll(() => tools.store.close());

const as = (person: string) => turnIn(tools, person as 'telegram:1:900', { now, contest: judgedId });
const proof = { kind: 'link' as const, url: 'https://fb.com/1', by: 'x', at: now };
const read = new Date('2026-10-13T21:00:00+07:00');

/** The result is approved, and waits to be published. */
beforeEach(async () => {
  await judge(tools, [
    { content: 30, likes: 300 },
    { content: 25, likes: 200 },
  ]);
  await holding(tools, 'telegram:1:900', 'chair');
  await holding(tools, 'telegram:1:901', 'secretary');
  const contest = await judgedContest(tools);
  const head = await as('telegram:1:101');
  const { digest } = await rankNow(head, contest);
  await proposeResult(head, contest, { previewed: digest, remark: null, why: null });
  const paper = { number: '15/QĐ-BTC', day: '2026-10-28' };
  await decideProposal(await as('telegram:1:900'), contest, 1, { kind: 'approved', paper });
});

const publish = async () => publishResults(await as('telegram:1:901'), await judgedContest(tools), 1);
const bring = async (withProof: boolean) => {
  const reading = { entry: 'QN-02', likes: 900, shares: 0, at: read };
  const entered = { source: 'typed' as const, enteredAt: now, proof: withProof ? proof : null };
  return recordEngagement(await as('telegram:1:901'), await judgedContest(tools), [reading], entered);
};
const mark = (turns: string[]) => tools.store.proposals.updateOne({}, { $set: { publishing: turns } });

test('numbers that come in while a result goes out are refused, and leave nothing behind', async () => {
  const [kept] = await bring(false);
  await mark(['another']);
  expect(await outcome(bring(true))).toBe('engagement.published');
  const proving = proveEngagement(
    await as('telegram:1:901'),
    await judgedContest(tools),
    [kept?.id ?? ''],
    proof,
  );
  expect(await outcome(proving)).toBe('engagement.published');
  expect(await tools.store.snapshots.findOne({ likes: 900 }).lean()).not.toHaveProperty('proof');
  expect(await tools.store.snapshots.countDocuments()).toBe(3);
  // Whoever was refused lets go of it, and it may be tried again.
  await mark([]);
  expect(await outcome(bring(true))).toBe('done');
});

test('numbers that came in before are noticed by who publishes, and nothing is left on its way', async () => {
  await bring(true);
  expect(await outcome(publish())).toBe('publish.outOfDate');
  expect((await tools.store.proposals.findOne().lean())?.publishing ?? []).toEqual([]);
});

test.each([1, 2, 3, 4])('of numbers and a result at the same moment (%s) one sees the other', async () => {
  const [published, brought] = await Promise.all([outcome(publish()), outcome(bring(true))]);
  expect([published, brought]).not.toEqual(['done', 'done']);
  if (published === 'done')
    expect(await recomputeResult(await as('telegram:1:901'), await judgedContest(tools))).toMatchObject({
      isSame: true,
    });
});
