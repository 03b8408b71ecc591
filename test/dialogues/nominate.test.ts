import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ChatId } from '../../src/chat.js';
import type { StoredEntry } from '../../src/store/documents.js';
import type { Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { appoint, openTools } from '../support/tools.js';

const contest = 'qn-2026';
const at = '2026-09-21T08:00:00+07:00';
const now = new Date(at);
const dau: ChatId = 'telegram:1:1';

let tools: Tools;
let talk: Talk;
beforeAll(async () => {
  tools = await openTools(contest, now);
  talk = openTalk(tools, at);
  const role = 'unit_coordinator';
  await appoint(tools.store, { contest, person: dau, role, unit: 'cum:binh_son', name: 'Đầu', since: now });
  const entry: StoredEntry = {
    _id: 'qn-2026/entry-1',
    contest,
    number: 1,
    code: 'QN-01',
    person: 'telegram:1:7',
    unit: '21040',
    sender: '21040',
    team: 'Tổ Một',
    slot: null,
    authorSlot: null,
    state: 'accepted',
    history: [],
    verdicts: [],
    correction: null,
    title: 'Clip',
    video: { kind: 'link', url: 'https://youtu.be/dQw4w9WgXcQ', site: 'youtu.be' },
    versions: [],
    submittedAt: now,
    turn: 'turn-1',
  };
  await tools.store.entries.create(entry);
});
afterAll(async () => {
  await talk.close();
  await tools.store.close();
});

test('who sends up what too few have scored is told so, and may', async () => {
  const few =
    'Lưu ý: bài này mới có 0 phiếu chấm, cần ít nhất 2 phiếu mới được xếp hạng theo điểm. Anh/chị vẫn cử lên được.';
  expect(await talk.says(dau, '/cu QN-01')).toBe(
    `${few}\n\nBài QN-01 «Clip» được xếp hạng mấy trong các bài được cử? Xin gõ một số, ví dụ 1.`,
  );
  expect(await talk.says(dau, 'hạng nhất')).toMatch(/^Quyết định cử bài số mấy\?/);
  const check = await talk.says(dau, 'QD 12 ngày 20/9/2026');
  expect(check).toContain('Thứ hạng: 1\nQuyết định số 12, Chủ nhật, 20/9/2026');
  expect(check).toContain(few);
  await talk.says(dau, '/huy');
});

test.each([
  '/cu QN-01 hạng nhất 15/QĐ-UBND ký ngày 20/9/2026',
  '/cu QN-01 nhất 15/QĐ-UBND, ngày 20/9/2026',
  '/cu QN-01 nhất QĐ số 15/QĐ-UBND ngày 20/9/2026',
])('%s says all of it', async (typed) => {
  expect(await talk.says(dau, typed)).toContain('Thứ hạng: 1\nQuyết định số 15/QĐ-UBND, Chủ nhật, 20/9/2026');
  await talk.says(dau, '/huy');
});
