import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decideProposal } from '../../src/actions/approveResult.js';
import { explainResult } from '../../src/actions/explainResult.js';
import { proposeResult, type ToKeep } from '../../src/actions/proposeResult.js';
import { outcomeOf, publishResults, rankNow } from '../../src/actions/publishResults.js';
import { readFacebook } from '../../src/actions/readFacebook.js';
import { recomputeResult } from '../../src/actions/recomputeResult.js';
import { freezeInstant } from '../../src/domain/decisions.js';
import type { Border } from '../../src/domain/prizes.js';
import { lotOf } from '../../src/domain/ranking/draw.js';
import type { Lock, Proposal, StoredEntry } from '../../src/store/documents.js';
import { beginWork, type Tools, type Turn } from '../../src/turn.js';
import { codeOf, holding, judge, judgedContest, judgedId, afterJudging as now } from '../support/judged.js';
import { openTools, outcome } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

let tools: Tools;
beforeAll(async () => {
  tools = await openTools(judgedId, now);
  await tieChain(['audience', 'draw']);
});
afterAll(() => tools.store.close());

const tieChain = (steps: string[]) =>
  tools.store.contests.updateOne(
    { _id: judgedId },
    { $set: { 'plan.scoring.tieChain': steps }, $inc: { version: 1 } },
  );

/** The first four are alike in everything, and one is behind them. */
beforeEach(async () => {
  await judge(tools, [...[1, 2, 3, 4].map(() => ({ content: 30, likes: 300 })), { content: 20, likes: 100 }]);
  await holding(tools, 'telegram:1:900', 'chair');
  await holding(tools, 'telegram:1:901', 'secretary');
});

const heading = () => turnIn(tools, 'telegram:1:101', { now, contest: judgedId });

async function propose(turn: Turn, about: Partial<ToKeep> = {}): Promise<Proposal> {
  const contest = await judgedContest(tools);
  const previewed = about.previewed ?? (await rankNow(turn, contest)).digest;
  const proposed = await proposeResult(turn, contest, { remark: null, why: null, ...about, previewed });
  if (proposed === 'changed') throw new Error('it changed');
  return proposed;
}

const orderIn = (proposal: Proposal) => outcomeOf(proposal).ranking.places.map(({ code }) => code);
const paper = { number: '15/QĐ-BTC', day: '2026-10-28' };

const decided = async (number: number, kind: 'approved' | 'returned') =>
  decideProposal(
    await turnIn(tools, 'telegram:1:900', { now, contest: judgedId }),
    await judgedContest(tools),
    number,
    kind === 'approved' ? { kind, paper } : { kind, reason: 'Xem lại' },
  );

test('lots are drawn as the proposal is made, and its order is that of the lots', async () => {
  const turn = await heading();
  const before = await rankNow(turn, await judgedContest(tools));
  expect(before.ranking.draws).toEqual([{ place: 1, codes: [1, 2, 3, 4].map(codeOf) }]);
  const proposal = await propose(turn, { previewed: before.digest });
  const [draw] = await tools.store.draws.find().lean();
  const byLot = [1, 2, 3, 4]
    .map(codeOf)
    .sort((a, b) => (lotOf(draw?.seed ?? '', a) < lotOf(draw?.seed ?? '', b) ? -1 : 1));
  expect(orderIn(proposal)).toEqual([...byLot, 'QN-05']);
  expect(outcomeOf(proposal).ranking.draws).toEqual([{ place: 1, codes: byLot, seed: draw?.seed }]);
});

test('a turn that died after the lots were drawn, and is run again, proposes by the same', async () => {
  const turn = await heading();
  const { digest } = await rankNow(turn, await judgedContest(tools));
  const first = await propose(turn, { previewed: digest });
  await tools.store.proposals.deleteMany({});
  expect(await propose(turn, { previewed: digest })).toEqual(first);
  expect(await tools.store.draws.countDocuments()).toBe(1);
});

test('a proposal that was returned is followed by one with the same lots', async () => {
  const first = await propose(await heading());
  await decided(1, 'returned');
  const second = await propose(await heading());
  expect([second.number, orderIn(second)]).toEqual([2, orderIn(first)]);
  // Nor do those who are left draw again, when one of them is out.
  const [, out = ''] = orderIn(first);
  await tools.store.entries.updateOne({ code: out }, { $set: { state: 'disqualified' } });
  const third = await propose(await heading());
  expect(orderIn(third)).toEqual(orderIn(first).filter((code) => code !== out));
  expect(await tools.store.draws.countDocuments()).toBe(1);
});

test('of those who are tied with somebody new only he draws his place, and they keep their order', async () => {
  const first = await propose(await heading());
  await decided(1, 'returned');
  await tools.store.snapshots.updateOne({ entry: 'QN-05' }, { $set: { likes: 300 } });
  await tools.store.locks.deleteMany({});
  await tools.store.sheets.updateMany({ entry: 'QN-05' }, { $set: { 'points.content': '30', sum: '70' } });
  const second = await propose(await heading());
  expect(
    (await tools.store.draws.find().sort({ number: 1 }).lean()).map(({ codes }) => codes.length),
  ).toEqual([4, 5]);
  expect(outcomeOf(second).ranking.draws.map(({ codes }) => codes.length)).toEqual([5]);
  expect(orderIn(second).filter((code) => code !== 'QN-05')).toEqual(orderIn(first).slice(0, 4));
});

test('what was published by lots is explained and recomputed by them', async () => {
  const proposal = await propose(await heading());
  await decided(1, 'approved');
  const contest = await judgedContest(tools);
  await publishResults(await turnIn(tools, 'telegram:1:901', { now, contest: judgedId }), contest, 1);
  expect(await recomputeResult(await heading(), contest)).toMatchObject({ isSame: true, differences: [] });
  const [draw] = outcomeOf(proposal).ranking.draws;
  const code = draw?.codes[1] ?? '';
  const entry = await tools.store.entries.findOne({ code }).lean<StoredEntry>();
  if (!entry) throw new Error('nobody drew');
  const own = await turnIn(tools, 'telegram:1:700', { now, contest: judgedId, person: entry.person });
  const { account } = await explainResult(own, contest, entry);
  expect(account.result?.ties.at(-1)).toMatchObject({
    step: 'draw',
    value: lotOf(draw?.seed ?? '', code),
    draw: { codes: draw?.codes, seed: draw?.seed },
  });
  // Who changes the lots behind the result is found out.
  await tools.store.draws.updateOne({}, { $set: { seed: 'ANOTHER' } });
  expect((await recomputeResult(await heading(), contest))?.isSame).toBe(false);
});

test('a new lock in which nothing changed leaves nothing to be corrected', async () => {
  await propose(await heading());
  await decided(1, 'approved');
  const contest = await judgedContest(tools);
  await publishResults(await turnIn(tools, 'telegram:1:901', { now, contest: judgedId }), contest, 1);
  const lock = await tools.store.locks.findOne().lean<Lock>();
  if (!lock) throw new Error('nothing is locked');
  const reopened = { until: now, reason: 'Xem lại', document: '15/QĐ', at: now, by: 'x', turn: 'y' };
  await tools.store.locks.updateOne({ _id: lock._id }, { $set: { reopened } });
  await tools.store.locks.create({ ...lock, _id: `${lock._id}-2`, number: 2, cause: 'again' });
  expect(await outcome(propose(await heading(), { why: 'Xem lại' }))).toBe('propose.unchanged');
});

describe('a shared place that reaches over a border between prizes', () => {
  beforeEach(async () => {
    // The sample has one first prize, and two second ones.
    await judge(tools, [
      { content: 30, likes: 300 },
      { content: 30, likes: 300 },
      { content: 20, likes: 100 },
    ]);
    await tieChain(['shared']);
    await holding(tools, 'telegram:1:900', 'chair');
    await holding(tools, 'telegram:1:901', 'secretary');
  });
  afterEach(() => tieChain(['audience', 'draw']));

  const border: Border = {
    ...{ codes: ['QN-01', 'QN-02'], prizes: ['first', 'second'], to: 'higher', reason: 'Ngang nhau mọi mặt' },
  };
  const publishing = async (number: number) =>
    publishResults(
      await turnIn(tools, 'telegram:1:901', { now, contest: judgedId }),
      await judgedContest(tools),
      number,
    );

  test('is decided with the proposal, published, and recomputed', async () => {
    const ids = (await rankNow(await heading(), await judgedContest(tools))).borders.map(({ prizes }) =>
      prizes.map(({ id }) => id),
    );
    const decision = { ...border, prizes: ids[0] ?? [] };
    const proposal = await propose(await heading(), { borders: [decision] });
    expect(proposal.borders).toEqual([decision]);
    await decided(1, 'approved');
    const result = await publishing(1);
    expect(result.prizes.given.slice(0, 2).map(({ code, prize }) => [code, prize])).toEqual([
      ['QN-01', 'Giải Nhất'],
      ['QN-02', 'Giải Nhất'],
    ]);
    expect(result.prizes.agreed?.map(({ reason }) => reason)).toEqual(['Ngang nhau mọi mặt']);
    expect(await recomputeResult(await heading(), await judgedContest(tools))).toMatchObject({
      isSame: true,
    });
    expect(await outcome(propose(await heading()))).toBe('propose.unchanged');
    // A correction of something else begins with it.
    await tools.store.entries.updateOne({ code: 'QN-03' }, { $set: { state: 'disqualified' } });
    const second = await propose(await heading(), { why: 'QN-03 bị loại' });
    expect([second.borders, second.prizes.given.length]).toEqual([[decision], 2]);
  });

  test('is decided otherwise by a correction, and not twice the same', async () => {
    const [open] = (await rankNow(await heading(), await judgedContest(tools))).borders;
    const decision = { ...border, prizes: (open?.prizes ?? []).map(({ id }) => id) };
    await propose(await heading(), { borders: [decision] });
    await decided(1, 'approved');
    await publishing(1);
    const anew = (to: Border['to']) => ({ why: 'Xem lại', borders: [{ ...decision, to }], anew: true });
    expect(await outcome(propose(await heading(), anew('higher')))).toBe('propose.unchanged');
    const second = await propose(await heading(), anew('lower'));
    expect(second.prizes.given.slice(0, 2).map(({ prize }) => prize)).toEqual(['Giải Nhì', 'Giải Nhì']);
    await decided(2, 'approved');
    expect((await publishing(2)).borders).toEqual([{ ...decision, to: 'lower' }]);
    expect(await recomputeResult(await heading(), await judgedContest(tools))).toMatchObject({
      isSame: true,
    });
  });

  test('may be left open, and decided by a correction', async () => {
    const [open] = (await rankNow(await heading(), await judgedContest(tools))).borders;
    await propose(await heading());
    await decided(1, 'approved');
    expect((await publishing(1)).prizes.open).toEqual([
      { prizes: ['Giải Nhất', 'Giải Nhì'], codes: ['QN-01', 'QN-02'] },
    ]);
    expect(await outcome(propose(await heading(), { why: 'Vẫn để sau' }))).toBe('propose.unchanged');
    const decision = { ...border, prizes: (open?.prizes ?? []).map(({ id }) => id), to: 'lower' as const };
    const second = await propose(await heading(), { why: 'Quyết định giải', borders: [decision] });
    expect([second.version, second.prizes.open]).toEqual([2, []]);
  });
});

test('what Facebook’s reader wrote behind a publication before it was cut off is taken out by the next look', async () => {
  const contest = await judgedContest(tools);
  await propose(await heading());
  await decided(1, 'approved');
  await publishResults(await turnIn(tools, 'telegram:1:901', { now, contest: judgedId }), contest, 1);
  const freeze = freezeInstant(contest.plan) ?? now;
  const late = {
    likes: 9_999,
    shares: 0,
    at: freeze,
    enteredAt: freeze,
    source: 'facebook',
    by: null,
  } as const;
  await tools.store.snapshots.create({ _id: 'late', contest: judgedId, entry: 'QN-01', ...late });
  const reading = { ...tools, facebook: async () => ({ counts: [], denied: false }) };
  const look = (minutes: number) =>
    readFacebook(beginWork(reading, 'tick', new Date(freeze.getTime() + minutes * 60_000), 0));
  await look(90);
  expect(await tools.store.snapshots.exists({ _id: 'late' })).not.toBeNull();
  await look(1);
  expect(await tools.store.snapshots.exists({ _id: 'late' })).toBeNull();
});
