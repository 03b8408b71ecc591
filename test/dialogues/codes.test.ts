import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { invite } from '../../src/actions/codes.js';
import { contestById } from '../../src/actions/contest.js';
import type { Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { appoint, openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

/* A code is found wherever it stands. */

const start = '2023-08-31T08:00:00+07:00';
const thu = 'zalo:1:thu';
let tools: Tools;
let talk: Talk;
let code: string;

beforeAll(async () => {
  const now = new Date(start);
  tools = await openTools('qn-2023', now);
  const about = { contest: 'qn-2023', person: thu, role: 'organizer', unit: null, name: 'Thư', since: now };
  await appoint(tools.store, about as Parameters<typeof appoint>[1]);
  talk = openTalk(tools, start);
});
beforeEach(async () => {
  const turn = await turnIn(tools, thu, { now: new Date(start) });
  const contest = await contestById(turn, 'qn-2023');
  code = await invite(turn, contest, { role: 'judge', unit: null, name: 'Bình' });
});
afterAll(async () => {
  await talk.close();
  await tools.store.close();
});

test.each([
  ['zalo:1:binh', (each: string) => `Mã của tôi là ${each}`],
  ['telegram:1:binh', (each: string) => `dạ mã mời: ${each.toLowerCase()}.`],
  ['zalo:1:chi', (each: string) => `/ma của em là ${each}`],
] as const)('%s says nothing else, and it is taken', async (chat, words) => {
  expect(await talk.says(chat, words(code))).toMatch(/^Chào mừng giám khảo Bình/);
});

test('among other words it is asked about first', async () => {
  const chat = 'zalo:1:dung';
  expect(await talk.says(chat, `Cô Thư đưa tôi tờ giấy ghi ${code} để làm gì?`)).toBe(
    `Trong tin của anh/chị có mã ${code}. Anh/chị muốn dùng mã này không?\n1. Dùng mã ${code}`,
  );
  expect(await talk.says(chat, '1')).toMatch(/^Chào mừng giám khảo Bình/);
});

test('what is no code is no code', async () => {
  await talk.says('zalo:1:em', 'chào');
  expect(await talk.says('zalo:1:em', 'Tôi ở xã Tinh2024 nhé')).toMatch(/^Trợ lý chưa hiểu ý anh\/chị/);
});
