import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { decideProposal } from '../../src/actions/approveResult.js';
import { complain } from '../../src/actions/complain.js';
import { describeCourse, describeCourseToTeam } from '../../src/actions/describeCourse.js';
import { describeSituation } from '../../src/actions/describeSituation.js';
import { lockId } from '../../src/actions/locks.js';
import { proposeResult } from '../../src/actions/proposeResult.js';
import { publishResults, rankNow } from '../../src/actions/publishResults.js';
import { resultCourse } from '../../src/actions/resultCourse.js';
import { situationOf } from '../../src/actions/situation.js';
import type { ChatId } from '../../src/chat.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { holding, judge, judgedContest, judgedId, afterJudging as now } from '../support/judged.js';
import { openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

let tools: Tools;
beforeAll(async () => {
  tools = await openTools(judgedId, now);
});
afterAll(() => tools.store.close());
beforeEach(async () => {
  await judge(tools, [{ content: 20, likes: 100 }]);
  await holding(tools, 'telegram:1:700', 'chair');
  await holding(tools, 'telegram:1:701', 'secretary');
});

const hoursAfter = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
const turnOf = (person: ChatId) => turnIn(tools, person, { now, contest: judgedId });
const course = async (at = now) => resultCourse(beginWork(tools, 'test', at, 0), await judgedContest(tools));
const said = async (at = now) => describeCourse(tools.t, await course(at), at)?.text.split('\n') ?? null;

async function proposed() {
  const turn = await turnOf('telegram:1:101');
  const contest = await judgedContest(tools);
  const { digest } = await rankNow(turn, contest);
  await proposeResult(turn, contest, { previewed: digest, remark: null, why: null });
}
const paper = { number: '15/QĐ-BTC', day: '2026-10-28' };
const decided = async (number: number, isApproved: boolean) =>
  decideProposal(
    await turnOf('telegram:1:700'),
    await judgedContest(tools),
    number,
    isApproved ? { kind: 'approved', paper } : { kind: 'returned', reason: 'Xem lại' },
  );

test('before the lock nothing is said; from then on whose turn it is, until the result is final', async () => {
  expect(await said(new Date('2026-10-01T08:00:00+07:00'))).toBeNull();
  const judged = expect.stringMatching(/^(Việc chấm đã kết thúc|Phiếu chấm đã chốt lần 1,) lúc /);
  expect(await said()).toEqual([judged, 'Kết quả: chờ Trưởng Ban Giám khảo đề nghị (/dexuat).']);
  await proposed();
  expect(await said()).toEqual([
    judged,
    'Kết quả: đề nghị số 1 chờ Trưởng Ban Tổ chức phê duyệt (/pheduyet).',
  ]);
  await decided(1, false);
  expect(await said()).toEqual([
    judged,
    'Kết quả: đề nghị số 1 đã được trả lại, chờ Trưởng Ban Giám khảo đề nghị lại (/dexuat).',
  ]);
  await proposed();
  await decided(2, true);
  expect(await said()).toEqual([judged, 'Kết quả: đề nghị số 2 đã được phê duyệt, chờ công bố (/congbo).']);
  await publishResults(await turnOf('telegram:1:701'), await judgedContest(tools), 2);
  expect(await said()).toEqual([
    judged,
    'Kết quả bản số 1 đã công bố lúc 9 giờ thứ Tư, 28/10/2026 (/ketqua).',
    'Đó là kết quả tạm thời: khiếu nại được nhận đến hết 23 giờ 59 thứ Hai, 2/11/2026.',
  ]);
  await tools.store.contests.updateOne({ _id: judgedId }, { $set: { 'done.result-final:1': now } });
  expect((await said())?.at(-1)).toBe('Đó là kết quả chính thức: đã hết thời gian nhận khiếu nại.');
});

test('after a reopening the sheets that were locked anew call for a correction, unless they are the same', async () => {
  await proposed();
  await decided(1, true);
  await publishResults(await turnOf('telegram:1:701'), await judgedContest(tools), 1);
  const locked = async (number: number, checksum: string, reopened: boolean) => {
    const seat = { round: null, unit: (await judgedContest(tools)).plan.units.root };
    await tools.store.locks.updateOne(
      { _id: lockId(await judgedContest(tools), seat, number) },
      {
        $set: {
          ...{
            contest: judgedId,
            ...seat,
            number,
            cause: `cause ${number}`,
            at: now,
            by: null,
            sealed: true,
          },
          ...{ sheets: [], count: 0, checksum, headJudge: null },
          reopened: reopened
            ? { until: hoursAfter(2), reason: 'Sai', document: '1', at: now, by: 'x', turn: 'x' }
            : null,
        },
      },
      { upsert: true },
    );
  };
  const checksum = 'as published';
  await tools.store.results.updateMany({}, { $set: { lock: { number: 1, checksum, headJudge: null } } });
  await locked(1, checksum, true);
  expect((await said())?.at(-1)).toMatch(/^Đó là kết quả tạm thời/);
  await locked(2, checksum, false);
  expect((await said())?.at(-1)).toMatch(/^Đó là kết quả tạm thời/);
  await locked(2, 'another', false);
  expect((await said())?.at(-1)).toBe(
    'Phiếu chấm đã khác với bản đã công bố: chờ Trưởng Ban Giám khảo đề nghị đính chính (/dexuat).',
  );
});

test('while the judging is open again after a publication, the judges are shown as before it', async () => {
  const shown = async () => {
    const contest = await judgedContest(tools);
    const situation = await situationOf(beginWork(tools, 'test', now, 0), contest);
    return (until: Date | null) =>
      describeSituation(tools.t, contest, { ...situation, reopenedUntil: until }, now).text;
  };
  expect((await shown())(null)).toContain('Giám khảo 2: ');
  await proposed();
  await decided(1, true);
  await publishResults(await turnOf('telegram:1:701'), await judgedContest(tools), 1);
  expect((await shown())(null)).not.toContain('Giám khảo 2: ');
  expect((await shown())(hoursAfter(2))).toContain('Giám khảo 2: ');
});

test('a team reads that it has to wait, then where to look, and which of its complaints are open', async () => {
  const person = 'telegram:1:1';
  const toTeam = async () => describeCourseToTeam(tools.t, await course(), { person, now })?.text;
  expect(await toTeam()).toBe(
    'Việc chấm đã kết thúc. Kết quả chưa được công bố; khi công bố, Trợ lý báo ngay tại đây.',
  );
  await proposed();
  await decided(1, true);
  await publishResults(await turnOf('telegram:1:701'), await judgedContest(tools), 1);
  await holding(tools, person, 'unit_coordinator');
  const about = { about: 'QN-01', text: 'Điểm hình thức chưa đúng' };
  await complain(await turnOf(person), await judgedContest(tools), about);
  expect(await toTeam()).toBe(
    'Kết quả đã công bố lúc 9 giờ thứ Tư, 28/10/2026: gõ /ketqua để xem.\nĐó là kết quả tạm thời: khiếu nại được nhận đến hết 23 giờ 59 thứ Hai, 2/11/2026.\nKhiếu nại KN-01 của anh/chị đang chờ trả lời.',
  );
});
