import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { announceShowcase, pickShowcase } from '../../src/actions/showcase.js';
import type { Tools } from '../../src/turn.js';
import { holding, judge, judgedContest, judgedId, afterJudging as now } from '../support/judged.js';
import { openTalk, type Talk } from '../support/talk.js';
import { openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

/* Another in the place of one that was announced: what the committee types, and what the hall makes of it. */

const [to, ky] = ['zalo:1:to', 'zalo:1:ky'] as const;

let tools: Tools;
let talk: Talk;
beforeAll(async () => {
  tools = await openTools(judgedId, now);
});
afterAll(() => tools.store.close());
afterEach(() => talk.close());

const as = (person: Parameters<typeof turnIn>[1]) => turnIn(tools, person, { now, contest: judgedId });

/** QN-01 and QN-02 are announced, and come on stage in the other order. */
beforeEach(async () => {
  await judge(tools, [
    { content: 30, likes: 300 },
    { content: 25, likes: 200 },
    { content: 20, likes: 100 },
    { content: 10, likes: 50 },
  ]);
  await holding(tools, to, 'organizer');
  await holding(tools, ky, 'secretary');
  const picks = ['QN-01', 'QN-02'].map((code) => ({ code, reason: null }));
  await pickShowcase(await as(to), await judgedContest(tools), picks);
  await announceShowcase(await as(to), await judgedContest(tools), 1);
  talk = openTalk(tools, now.toISOString());
  await talk.saysAll(ky, '/xepthutu QN-02, QN-01', '1');
});

test('an order of others than were chosen, or that leaves somebody out, is told so', async () => {
  expect(await talk.says(ky, '/xepthutu QN-01, QN-03')).toMatch(/^Bài QN-03 không có trong danh sách/);
  await talk.saysAll(ky, '/xepthutu QN-01', 'Đội QN-02 chưa chắc đến');
  expect((await talk.read(ky)).at(-1)).toMatch(/1\. QN-01 .*\n\n⚠️ Không có trong thứ tự: QN-02 /s);
});

const replaces = (codes: string) =>
  talk.saysAll(to, `/chondien ${codes}`, 'Đội bận việc', 'Công văn 21/CV-BTC ngày 20/10/2026', '1');

test('who drops out and who comes are taken from the command, and the place in the hall is offered', async () => {
  expect(await talk.says(to, '/chondien QN-01 QN-03')).toMatch(/^Vì sao phải thay\?/);
  const done = await talk.saysAll(to, 'Đội bận việc', 'Công văn 21/CV-BTC ngày 20/10/2026', '1');
  expect(done).toContain('Thứ tự lên sân khấu còn ghi QN-01 mà chưa có QN-03.');
  expect(await talk.says(ky, '/xepthutu QN-03')).toMatch(/2\. QN-03/);
  expect(await talk.says(ky, '/thutu')).not.toContain('QN-01');
});

test('nobody who was replaced is called on stage, also before the order is mended', async () => {
  await replaces('QN-02 QN-03');
  const shown = await talk.says(ky, '/thutu');
  expect(shown).toMatch(/1\. .*QN-02.*: không công diễn nữa/);
  expect(shown).toMatch(/Mở QN-01/);
  expect(shown).not.toMatch(/Mở QN-02/);
});

test('who came for somebody that came for another has the place of the first', async () => {
  await replaces('QN-01 QN-03');
  const done = await replaces('QN-03 QN-04');
  expect(done).toContain('Thứ tự lên sân khấu còn ghi QN-01 mà chưa có QN-04.');
  expect(await talk.says(ky, '/xepthutu QN-04')).toMatch(/2\. QN-04/);
});

test('one is replaced at a time, by somebody who is ranked', async () => {
  expect(await talk.says(to, '/chondien QN-01 QN-02')).toMatch(
    /^Danh sách công diễn đã được báo cho các đội, nên mỗi lần chỉ thay một bài\..*: \/chondien QN-01 QN-03$/,
  );
  expect(await talk.says(to, '/chondien QN-09')).toMatch(/^Không chọn được «QN-09» ở đây/);
});
