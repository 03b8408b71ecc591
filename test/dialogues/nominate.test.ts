import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChatId } from '../../src/chat.js';
import type { StoredEntry } from '../../src/store/documents.js';
import type { Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { appoint, openTools } from '../support/tools.js';

const contest = 'qn-2026';
const at = '2026-09-21T08:00:00+07:00';
const now = new Date(at);
const dau: ChatId = 'telegram:1:1';
const pho: ChatId = 'telegram:1:2';
const judges: ChatId[] = ['telegram:1:101', 'telegram:1:102'];

let tools: Tools;
let talk: Talk;
beforeAll(async () => {
  tools = await openTools(contest, now);
  talk = openTalk(tools, at);
  const role = 'unit_coordinator';
  await appoint(tools.store, { contest, person: dau, role, unit: 'cum:binh_son', name: 'Đầu', since: now });
  await appoint(tools.store, { contest, person: pho, role, unit: 'cum:binh_son', name: 'Phó', since: now });
  await tools.store.entries.create(entryOf(1));
});
afterAll(async () => {
  await talk.close();
  await tools.store.close();
});

function entryOf(number: number): StoredEntry {
  return {
    _id: `qn-2026/entry-${number}`,
    contest,
    number,
    code: `QN-${String(number).padStart(2, '0')}`,
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
    turn: `turn-${number}`,
  };
}

/** Scored by the two judges that are needed. */
async function scored(number: number, sum: number): Promise<void> {
  const entry = entryOf(number);
  await tools.store.entries.create(entry);
  for (const judge of judges)
    await tools.store.sheets.create({
      ...{ _id: `${contest}/${judge}/${entry.code}`, contest, judge, round: 'cluster' },
      ...{ entry: entry.code, points: { content: String(sum), form: '0', meaning: '0' }, sum: String(sum) },
      ...{ at: now, version: 1, turn: `${judge}/${number}` },
    });
}

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

describe('better ones that are passed over', () => {
  beforeAll(async () => {
    for (const person of judges)
      await appoint(tools.store, {
        ...{ contest, person, role: 'judge', unit: 'cum:binh_son', name: 'Chấm', since: now },
      });
    for (const number of [11, 12, 13, 14]) await scored(number, 51 - number);
  });
  const passed = async (entry: string) => (await tools.store.nominations.findOne({ entry }).lean())?.passed;

  test('are told with the places that are left, and asked about anew where they change meanwhile', async () => {
    expect(await talk.says(dau, '/cu QN-14 4 15/QĐ-UBND 20/9/2026')).toMatch(
      /^Xếp trên bài QN-14 mà chưa được cử: QN-11, QN-12, QN-13\. Nếu cử bài QN-14 thì không còn đủ chỗ cho tất cả/,
    );
    expect(await talk.says(dau, 'Đúng chủ đề hơn')).toContain(
      'Xếp trên mà chưa được cử, nay chỉ còn 2 chỗ: QN-11, QN-12, QN-13. Lý do: Đúng chủ đề hơn',
    );
    // While it waits for his yes, the best goes up by another hand.
    await talk.saysAll(pho, '/cu QN-11 1 15/QĐ-UBND 20/9/2026', '1');
    expect(await talk.says(dau, '1')).toMatch(
      /^Từ lúc anh\/chị bắt đầu cử bài QN-14, .* xin ghi lại lý do\.\n\nXếp trên bài QN-14 mà chưa được cử: QN-12, QN-13\. /,
    );
    expect(await talk.says(dau, 'Vẫn hợp hơn')).toContain('Thứ hạng: 4\nQuyết định số 15/QĐ-UBND');
    expect(await talk.says(dau, '1')).toMatch(/^Đã cử bài QN-14 /);
    expect(await passed('QN-14')).toEqual({ entries: ['QN-12', 'QN-13'], left: 1, reason: 'Vẫn hợp hơn' });
  });

  test('are forgotten with their reason where another entry is sent up after all', async () => {
    await talk.saysAll(dau, '/cu QN-13 3 15/QĐ-UBND 20/9/2026', 'Hợp hơn', '2', 'Bài được cử');
    expect(await talk.says(dau, 'QN-12')).not.toContain('Hợp hơn');
    expect(await talk.says(dau, '1')).toMatch(/^Đã cử bài QN-12 /);
    expect(await passed('QN-12')).toBeNull();
  });
});
