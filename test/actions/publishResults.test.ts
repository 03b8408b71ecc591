import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { decideProposal } from '../../src/actions/approveResult.js';
import { proposeResult } from '../../src/actions/proposeResult.js';
import { publishResults, rankNow } from '../../src/actions/publishResults.js';
import { recomputeResult } from '../../src/actions/recomputeResult.js';
import { proveEngagement, recordEngagement } from '../../src/actions/recordEngagement.js';
import type { Tools, Turn } from '../../src/turn.js';
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
const paper = { number: '15/QĐ-BTC', day: '2026-10-28' };
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
  await decideProposal(await as('telegram:1:900'), contest, 1, { kind: 'approved', paper });
});

const publish = async () => publishResults(await as('telegram:1:901'), await judgedContest(tools), 1);
const bring = async (withProof: boolean, turn?: Turn) => {
  const reading = { entry: 'QN-02', likes: 900, shares: 0, at: read };
  const entered = { source: 'typed' as const, enteredAt: now, proof: withProof ? proof : null };
  return recordEngagement(
    turn ?? (await as('telegram:1:901')),
    await judgedContest(tools),
    [reading],
    entered,
  );
};
const prove = async (id: string, turn: Turn) =>
  proveEngagement(turn, await judgedContest(tools), [id], proof);
const mark = (turns: string[]) => tools.store.proposals.updateOne({}, { $set: { publishing: turns } });

test('numbers that come in while a result goes out are refused, and leave nothing behind', async () => {
  const [kept] = await bring(false);
  await mark(['another']);
  expect(await outcome(bring(true))).toBe('engagement.published');
  expect(await outcome(prove(kept?.id ?? '', await as('telegram:1:901')))).toBe('engagement.published');
  expect(await tools.store.snapshots.findOne({ likes: 900 }).lean()).not.toHaveProperty('proof');
  expect(await tools.store.snapshots.countDocuments()).toBe(3);
  // Whoever was refused lets go of it, and it may be tried again.
  await mark([]);
  expect(await outcome(bring(true))).toBe('done');
});

test('a turn that wrote numbers and died is looked at again when it is repeated', async () => {
  const turn = await as('telegram:1:901');
  await bring(true, turn);
  // Published from the last look before them.
  await tools.store.proposals.updateOne({}, { $set: { state: 'published' } });
  expect(await outcome(bring(true, turn))).toBe('engagement.published');
  expect(await tools.store.snapshots.countDocuments()).toBe(2);
});

test('so is a turn that put a proof to them', async () => {
  const turn = await as('telegram:1:901');
  const [kept] = await bring(false);
  await prove(kept?.id ?? '', turn);
  await tools.store.proposals.updateOne({}, { $set: { state: 'published' } });
  expect(await outcome(prove(kept?.id ?? '', turn))).toBe('engagement.published');
  expect(await tools.store.snapshots.findOne({ likes: 900 }).lean()).not.toHaveProperty('proof');
});

test('numbers that a result was made with stay when their turn is repeated', async () => {
  const turn = await as('telegram:1:901');
  await bring(true, turn);
  const head = await as('telegram:1:101');
  const contest = await judgedContest(tools);
  const { digest: previewed } = await rankNow(head, contest);
  await proposeResult(head, contest, { previewed, remark: null, why: null });
  await decideProposal(await as('telegram:1:900'), contest, 2, { kind: 'approved', paper });
  await publishResults(await as('telegram:1:901'), contest, 2);
  expect(await outcome(bring(true, turn))).toBe('done');
  expect(await tools.store.snapshots.countDocuments()).toBe(3);
});

test('numbers that came in before are noticed by who publishes, and nothing is left on its way', async () => {
  await bring(true);
  expect(await outcome(publish())).toBe('publish.outOfDate');
  expect((await tools.store.proposals.findOne().lean())?.publishing ?? []).toEqual([]);
});

test('who died on the way and is refused when he tries again lets go of it', async () => {
  const turn = await as('telegram:1:901');
  await mark([turn.id]);
  expect(await outcome(publishResults(turn, await judgedContest(tools), 2))).toBe('publish.outOfDate');
  expect(await outcome(bring(true))).toBe('done');
});

test.each([1, 2, 3, 4])('of numbers and a result at the same moment (%s) one sees the other', async () => {
  const [published, brought] = await Promise.all([outcome(publish()), outcome(bring(true))]);
  expect([published, brought]).not.toEqual(['done', 'done']);
  if (published === 'done')
    expect(await recomputeResult(await as('telegram:1:901'), await judgedContest(tools))).toMatchObject({
      isSame: true,
    });
});
