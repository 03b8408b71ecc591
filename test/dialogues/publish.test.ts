import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { decideProposal } from '../../src/actions/approveResult.js';
import { proposeResult } from '../../src/actions/proposeResult.js';
import { latestResult, publishResults, rankNow } from '../../src/actions/publishResults.js';
import { Again } from '../../src/dialogues/form.js';
import { publish } from '../../src/dialogues/publish.js';
import { reopenForm } from '../../src/dialogues/reopen.js';
import { pictureOf } from '../../src/dialogues/resultPicture.js';
import { describeResult } from '../../src/dialogues/resultWords.js';
import { tellResult } from '../../src/dialogues/tellResult.js';
import type { Ranking } from '../../src/domain/ranking.js';
import type { Complaint } from '../../src/store/documents.js';
import type { Tools, Turn } from '../../src/turn.js';
import { holding, judge, judgedContest, judgedId, afterJudging as now } from '../support/judged.js';
import { openTools } from '../support/tools.js';
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

let secretary: Turn;
/** The first two share their place; the result is approved. */
beforeEach(async () => {
  await judge(tools, [{ content: 20, likes: 100 }, ...[2, 3].map(() => ({ content: 10, likes: 50 }))]);
  await holding(tools, 'telegram:1:700', 'chair');
  await holding(tools, 'telegram:1:701', 'secretary');
  await tools.store.chats.create((await turnIn(tools, 'telegram:1:2', { now, contest: judgedId })).chat);
  const head = await turnIn(tools, 'telegram:1:101', { now, contest: judgedId });
  const contest = await judgedContest(tools);
  const { digest } = await rankNow(head, contest);
  await proposeResult(head, contest, { previewed: digest, remark: null, why: null });
  const chair = await turnIn(tools, 'telegram:1:700', { now, contest: judgedId });
  const paper = { number: '15/QĐ-BTC', day: '2026-10-28' };
  await decideProposal(chair, contest, 1, { kind: 'approved', paper });
  secretary = await turnIn(tools, 'telegram:1:701', { now, contest: judgedId });
});

const answered = async (says: string) => {
  const step = publish.steps.find(({ name }) => name === 'sure');
  const event = { kind: 'text' as const, text: says, links: [] };
  const answer = await step?.read(secretary, { text: says, says, old: false, event }, {});
  if (!(answer instanceof Again)) return answer;
  const { text, choices = [] } = answer.question;
  return [text.text, ...choices.map(({ label }) => label)].join('\n');
};

async function complains(number: number): Promise<void> {
  const code = `KN-0${number}`;
  const complaint: Complaint = {
    ...{ _id: `${judgedId}/${code}`, contest: judgedId, number, code, slot: `slot ${number}` },
    ...{ person: 'telegram:1:2', name: 'An', about: 'QN-02', text: 'Điểm chưa đúng', state: 'open' },
    ...{ at: now, dueAt: null, draft: null, answer: null },
  };
  await tools.store.complaints.create(complaint);
}

test('while a complaint waits for an answer, publishing is asked about once more', async () => {
  expect(await answered('yes')).toBe('yes');
  await complains(1);
  expect(await answered('yes')).toBe(
    '⚠️ Còn 1 khiếu nại chưa trả lời: KN-01. Câu trả lời có thể làm thay đổi kết quả; xem và trả lời: /traloi. Anh/chị vẫn công bố ngay chứ?\nVẫn công bố\nChưa công bố',
  );
  expect([await answered('despite KN-01'), await answered('no')]).toEqual(['yes', 'no']);
});

test('a complaint that came after that question is asked about before anything goes out', async () => {
  await complains(1);
  await answered('yes');
  await complains(2);
  expect(await answered('despite KN-01')).toMatch(/^⚠️ Còn 2 khiếu nại chưa trả lời: KN-01, KN-02\./);
  expect(await answered('despite KN-01 KN-02')).toBe('yes');
  await tools.store.complaints.updateMany({}, { $set: { state: 'answered' } });
  expect(await answered('despite KN-01')).toBe('yes');
});

test('a shared place is called one, in private and in the picture', async () => {
  const contest = await judgedContest(tools);
  await publishResults(secretary, contest, 1);
  const result = await latestResult(secretary, contest);
  if (!result) throw new Error('nothing is published');
  const { rows } = pictureOf(tools.t, contest, result);
  expect(rows.map(({ place, title }) => `${place} ${title}`)).toEqual([
    '1 «Clip 1» · Giải Nhất',
    '2 «Clip 2» · đồng hạng · Giải Nhì',
    '2 «Clip 3» · đồng hạng · Giải Nhì',
  ]);
  await tellResult(secretary, contest, result, null);
  expect(JSON.stringify(secretary.letters)).toContain('Bài QN-02 «Clip 2»: đồng hạng 2, tổng điểm');
});

test('how long may be complained is told while it may, and a final result offers it no more', async () => {
  const result = await publishResults(secretary, await judgedContest(tools), 1);
  const standingAt = async (day: string) => {
    const contest = await judgedContest(tools);
    const about = { before: null, publishedAt: result.publishedAt, now: new Date(day) };
    const { text } = describeResult(tools.t, contest, result, about);
    return text.split('\n').filter((line) => /tạm thời|chính thức|khiếu nại/.test(line));
  };
  const open = [
    'Đây là kết quả tạm thời: khiếu nại được nhận đến hết 23 giờ 59 thứ Hai, 2/11/2026.',
    'Nếu có khiếu nại: /khieunai',
  ];
  expect(await standingAt('2026-10-29T09:00:00+07:00')).toEqual(open);
  expect(await standingAt('2026-11-03T09:00:00+07:00')).toEqual([
    'Đây là kết quả tạm thời. Thời gian nhận khiếu nại đã hết lúc 23 giờ 59 thứ Hai, 2/11/2026.',
  ]);
  await tellResult(secretary, await judgedContest(tools), result, null);
  expect(JSON.stringify(secretary.letters)).toContain(open.join('\\n'));
  const done = { 'done.result-final:1': now };
  await tools.store.contests.updateOne({ _id: judgedId }, { $set: done, $inc: { version: 1 } });
  const final = 'Đây là kết quả chính thức: đã hết thời gian nhận khiếu nại.';
  expect(await standingAt('2026-11-04T09:00:00+07:00')).toEqual([final]);
  const chair = await turnIn(tools, 'telegram:1:700', { now, contest: judgedId });
  const asked = await reopenForm.steps.find(({ name }) => name === 'reason')?.ask(chair, {});
  expect(asked?.text.text).toMatch(/^⚠️ Kết quả đã công bố \(bản số 1\) là kết quả chính thức: .*\n\nĐiểm /);
});

test('who was taken out of the ranking is not told to ask how it was counted', async () => {
  const contest = await judgedContest(tools);
  const before = await publishResults(secretary, contest, 1);
  const { ranking } = before as { ranking: Ranking };
  const places = ranking.places.filter(({ code }) => code !== 'QN-02');
  const result = { ...before, version: 2, _id: `${judgedId}/2`, ranking: { ...ranking, places } };
  for (const [version, told, howCounted] of [
    [before, 'Bài QN-02 «Clip 2»: đồng hạng 2', true],
    [result, 'Bài QN-02 nay không còn trong bảng xếp hạng', false],
  ] as const) {
    const turn = await turnIn(tools, 'telegram:1:701', { now, contest: judgedId });
    await tellResult(turn, contest, version, version === before ? null : before);
    const letter = turn.letters.find(({ chat }) => chat === 'telegram:1:2');
    expect(JSON.stringify(letter?.reply)).toContain(told);
    expect(JSON.stringify(letter?.reply).includes('/giaithich QN-02')).toBe(howCounted);
  }
});
