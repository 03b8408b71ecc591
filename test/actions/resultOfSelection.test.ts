import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decideProposal } from '../../src/actions/approveResult.js';
import { contestById } from '../../src/actions/contest.js';
import { resultsOwed } from '../../src/actions/debts/results.js';
import { mayDecide } from '../../src/actions/decide.js';
import { proposeResult } from '../../src/actions/proposeResult.js';
import { publishResults, rankNow } from '../../src/actions/publishResults.js';
import { recomputeResult } from '../../src/actions/recomputeResult.js';
import { recordScore } from '../../src/actions/recordScore.js';
import { resultCourse } from '../../src/actions/resultCourse.js';
import type { ChatId } from '../../src/chat.js';
import { withValues } from '../../src/domain/decisions.js';
import type { Ranking } from '../../src/domain/ranking.js';
import type { RoleName } from '../../src/domain/roles.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { preset } from '../support/plans.js';
import { appoint, openTools, outcome } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const contest = 'binh-son-2023';
const whileJudged = new Date('2023-08-20T08:00:00+07:00');
const now = new Date('2023-08-31T08:00:00+07:00');
const communes = ['21040', '21043'];

let tools: Tools;
let store: Store;
beforeAll(async () => {
  tools = await openTools(contest, whileJudged);
  store = tools.store;
  const plan = withValues(await preset(contest), [
    { path: 'scoring.criteria', value: [{ id: 'content', label: 'Nội dung', max: 100 }] },
    { path: 'scoring.jury.quorum', value: 2 },
    { path: 'scoring.tieChain', value: ['shared'] },
  ]);
  await store.contests.updateOne({ _id: contest }, { $set: { plan }, $inc: { version: 1 } });
  for (const [index, unit] of communes.entries())
    await store.entries.create({
      _id: `${contest}/entry-${index}`,
      contest,
      number: index + 1,
      code: `BS-0${index + 1}`,
      person: `telegram:1:${index}`,
      unit,
      sender: unit,
      team: `Tổ ${index + 1}`,
      slot: null,
      authorSlot: null,
      state: 'submitted',
      history: [],
      verdicts: [],
      correction: null,
      title: `Clip ${index + 1}`,
      video: { kind: 'link', url: 'https://youtu.be/dQw4w9WgXcQ', site: 'youtu.be' },
      versions: [],
      submittedAt: new Date('2023-08-01T08:00:00+07:00'),
      turn: `turn-${index}`,
    });
});
afterAll(() => store.close());

const here = () => contestById(beginWork(tools, 'test', now, 0), contest);

async function whoIs(role: RoleName, number: number, at = now) {
  const person: ChatId = `telegram:1:${number}`;
  await appoint(store, { contest, person, role, unit: null, name: `Ông ${number}`, since: whileJudged });
  return turnIn(tools, person, { now: at, contest });
}

test('a contest that ends in its own unit’s selection publishes what that came to', async () => {
  for (const [judge, points] of [
    [101, ['80', '90']],
    [102, ['70', '95']],
  ] as const)
    for (const [index, given] of points.entries()) {
      const turn = await whoIs('judge', judge, whileJudged);
      const entry = await store.entries.findOne({ code: `BS-0${index + 1}` }).lean();
      if (!entry) throw new Error('there is no such entry');
      await recordScore(turn, await here(), entry, { points: { content: given }, remark: '' });
    }
  const head = await whoIs('head_judge', 103);
  const { locked } = await resultCourse(head, await here());
  expect(locked?.at).toEqual((await here()).windows.selection?.closes);
  const { digest } = await rankNow(head, await here());
  // He is asked for it, and not any more once it is done.
  const owing = async () =>
    (await resultsOwed.debts(head, await here())).map(({ person, of }) => [person, of]);
  expect(await owing()).toEqual([[head.person, 'proposeResult/1']]);
  await proposeResult(head, await here(), { previewed: digest, remark: null, why: null });
  const chair = await whoIs('chair', 104);
  expect(await owing()).toEqual([[chair.person, 'approveResult/1']]);
  const paper = { number: '15/QĐ-BTC', day: '2023-08-31' };
  await decideProposal(chair, await here(), 1, { kind: 'approved', paper });
  const secretary = await whoIs('secretary', 105);
  const result = await publishResults(secretary, await here(), 1);

  expect(
    (result.ranking as Ranking).places.map(({ code, place, total }) => ({ code, place, total })),
  ).toEqual([
    { code: 'BS-02', place: 1, total: '92.50' },
    { code: 'BS-01', place: 2, total: '75.00' },
  ]);
  const again = await recomputeResult(beginWork(tools, 'again', now, 0), await here());
  expect(again?.differences).toEqual([]);
});

test('once that selection is over, nobody adds to the rules for ties', async () => {
  const path = 'plan.scoring.tieChain';
  await store.contests.updateOne(
    { _id: contest },
    { $set: { [path]: ['criterion:content'] }, $inc: { version: 1 } },
  );
  await store.locks.deleteMany({});
  const settles = async (at: Date) =>
    outcome(mayDecide(await whoIs('organizer', 106, at), await here(), { kind: 'tieChain', item: null }));
  expect([await settles(whileJudged), await settles(now)]).toEqual(['done', 'decide.tieChainLate']);
});
