import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { lockId } from '../../src/actions/locks.js';
import { rankNow } from '../../src/actions/publishResults.js';
import { mayReplaceOnStage, replaceOnStage } from '../../src/actions/replaceOnStage.js';
import { finalSeat } from '../../src/actions/seats.js';
import { announceShowcase, faultsIn, mayPick, pickShowcase, showcaseOf } from '../../src/actions/showcase.js';
import type { Tools } from '../../src/turn.js';
import { afterJudging, holding, judge, judgedContest, judgedId } from '../support/judged.js';
import { openTools, outcome } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

let tools: Tools;
beforeAll(async () => {
  tools = await openTools(judgedId, afterJudging);
});
afterAll(() => tools.store.close());

/** QN-01 first, then QN-02, then QN-03. */
beforeEach(async () => {
  await judge(tools, [
    { content: 30, likes: 300 },
    { content: 25, likes: 200 },
    { content: 20, likes: 100 },
  ]);
  await holding(tools, 'telegram:1:900', 'organizer');
});

const organizing = () => turnIn(tools, 'telegram:1:900', { now: afterJudging, contest: judgedId });
const best = [{ code: 'QN-01', reason: null }];
const passingOver = [{ code: 'QN-03', reason: 'Có tính sân khấu' }];

test('who passes a better entry over has to say why', async () => {
  const may = await mayPick(await organizing(), await judgedContest(tools));
  expect(faultsIn(may, [{ code: 'QN-03', reason: null }])).toEqual([
    { fault: 'needsReason', code: 'QN-03', skipped: ['QN-01', 'QN-02'] },
  ]);
  expect(faultsIn(may, passingOver)).toEqual([]);
  expect(
    await outcome(
      pickShowcase(await organizing(), await judgedContest(tools), [{ code: 'QN-03', reason: null }]),
    ),
  ).toBe('showcase.changed');
});

test('a choice may be changed until it is announced, and all of them are kept', async () => {
  const contest = await judgedContest(tools);
  expect(await showcaseOf(await organizing(), contest)).toBeNull();
  expect(await pickShowcase(await organizing(), contest, best)).toBe(1);
  expect(await pickShowcase(await organizing(), contest, passingOver)).toBe(2);
  expect(await outcome(announceShowcase(await organizing(), contest, 1))).toBe('showcase.meanwhile');
  expect(await announceShowcase(await organizing(), contest, 2)).toEqual([
    { code: 'QN-03', place: 3, reason: 'Có tính sân khấu' },
  ]);
  expect(await outcome(pickShowcase(await organizing(), contest, best))).toBe('showcase.announced');
  const stored = await tools.store.showcases.findById(judgedId).lean();
  expect(stored?.choices.map(({ picks }) => picks.map(({ code }) => code))).toEqual([['QN-01'], ['QN-03']]);
  expect((await showcaseOf(await organizing(), contest))?.announcedAt).toEqual(afterJudging);
});

test('of several who choose at once one does, and a repeated turn finds its own', async () => {
  const contest = await judgedContest(tools);
  const turns = await Promise.all([organizing(), organizing(), organizing()]);
  const chosen = await Promise.all(turns.map((turn) => outcome(pickShowcase(turn, contest, best))));
  expect([...chosen].sort()).toEqual(['done', 'showcase.meanwhile', 'showcase.meanwhile']);
  const first = turns[chosen.indexOf('done')];
  expect(first && (await pickShowcase(first, contest, best))).toBe(1);
  expect((await tools.store.showcases.findById(judgedId).lean())?.choices).toHaveLength(1);
});

test('who takes no part any more is not on stage', async () => {
  const contest = await judgedContest(tools);
  await pickShowcase(await organizing(), contest, [...best, { code: 'QN-02', reason: null }]);
  await tools.store.entries.updateOne({ code: 'QN-02' }, { $set: { state: 'disqualified' } });
  expect((await showcaseOf(await organizing(), contest))?.picks.map(({ code }) => code)).toEqual(['QN-01']);
});

test('one that was announced gives its place to another, once and with a reason; until then it is chosen anew', async () => {
  const contest = await judgedContest(tools);
  const given = { out: 'QN-01', into: 'QN-03', reason: 'Đội bận', document: '21/CV-BTC' };
  await pickShowcase(await organizing(), contest, [...best, { code: 'QN-02', reason: null }]);
  expect(await outcome(replaceOnStage(await organizing(), contest, given))).toBe('showcase.notAnnounced');
  await announceShowcase(await organizing(), contest, 1);
  // It has dropped out of the contest meanwhile.
  await tools.store.entries.updateOne({ code: 'QN-01' }, { $set: { state: 'withdrawn' } });
  const turns = await Promise.all([organizing(), organizing()]);
  const done = await Promise.all(turns.map((turn) => outcome(replaceOnStage(turn, contest, given))));
  expect(done.filter((each) => each === 'done')).toHaveLength(1);
  const own = turns[done.indexOf('done')];
  expect(own && (await replaceOnStage(own, contest, given)).entries.map(({ code }) => code)).toEqual([
    'QN-01',
    'QN-03',
  ]);
  expect((await showcaseOf(await organizing(), contest))?.picks).toEqual([
    expect.objectContaining({ code: 'QN-02' }),
    expect.objectContaining({ code: 'QN-03', reason: 'Đội bận' }),
  ]);
  const nobody = { ...given, out: 'QN-02', into: null };
  await replaceOnStage(await organizing(), contest, nobody);
  expect(await outcome(replaceOnStage(await organizing(), contest, nobody))).toBe('showcase.changed');
  expect((await tools.store.showcases.findById(judgedId).lean())?.changes).toHaveLength(2);
});

test('while the final is judged once more anybody may drop out; who comes is taken from the published ranking', async () => {
  const contest = await judgedContest(tools);
  const given = { out: 'QN-01', into: 'QN-03', reason: 'Đội bận', document: '21/CV-BTC' };
  await pickShowcase(await organizing(), contest, [...best, { code: 'QN-02', reason: null }]);
  await announceShowcase(await organizing(), contest, 1);
  const places = async () => (await mayReplaceOnStage(await organizing(), contest)).others;
  expect(await places()).toEqual([{ code: 'QN-03', place: 3 }]);
  const { ranking } = await rankNow(await organizing(), contest);
  await reopened();
  expect(await places()).toEqual([]);
  expect(await outcome(replaceOnStage(await organizing(), contest, given))).toBe('showcase.changed');
  await tools.store.results.collection.insertOne({ contest: judgedId, version: 1, ranking });
  expect(await places()).toEqual([{ code: 'QN-03', place: 3 }]);
  await replaceOnStage(await organizing(), contest, given);
  await tools.store.results.deleteMany({});
  await replaceOnStage(await organizing(), contest, { ...given, out: 'QN-02', into: null });
  expect((await showcaseOf(await organizing(), contest))?.picks.map(({ code }) => code)).toEqual(['QN-03']);
});

/** The final was locked, and may be scored once more for an hour. */
async function reopened(): Promise<void> {
  const contest = await judgedContest(tools);
  const until = new Date(afterJudging.getTime() + 3_600_000);
  const reopening = { until, reason: 'Sai', document: '1', at: afterJudging, by: 'x', turn: 'x' };
  const _id = lockId(contest, finalSeat(contest), 1);
  const { modifiedCount } = await tools.store.locks.updateOne({ _id }, { $set: { reopened: reopening } });
  expect(modifiedCount).toBe(1);
}
