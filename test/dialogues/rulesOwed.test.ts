import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { giveConsent } from '../../src/actions/giveConsent.js';
import { publishRules } from '../../src/actions/publishRules.js';
import { registerTeam } from '../../src/actions/registerTeam.js';
import type { Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { appoint, openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

/* Who owes an agreement to new rules is asked for it where he writes. */

const start = '2023-08-31T08:00:00+07:00';
const an = 'zalo:1:an';
const thu = 'zalo:1:thu';
let tools: Tools;
let talk: Talk;

beforeAll(async () => {
  const now = new Date(start);
  tools = await openTools('qn-2023', now);
  const turn = await turnIn(tools, an, { now });
  const contest = await contestById(turn, 'qn-2023');
  await giveConsent(turn, contest, 'có');
  await registerTeam(turn, contest, { unit: '21040', team: 'Tổ 1', contact: 'An', phone: '0905123456' });
  const about = { contest: 'qn-2023', person: thu, role: 'organizer', unit: null, name: 'Thư', since: now };
  await appoint(tools.store, about as Parameters<typeof appoint>[1]);
  const publishing = await turnIn(tools, thu, { now });
  const rules = { text: 'Điều 1. Video dài từ 3 đến 5 phút.', reason: 'Bổ sung', document: null };
  await publishRules(publishing, contest, { ...rules, seen: 0 });
  talk = openTalk(tools, start);
});
afterAll(async () => {
  await talk.close();
  await tools.store.close();
});

const owed = 'Thể lệ đã có bản số 2, và đội «Tổ 1» chưa trả lời.';

test('«dong y» asks whether that is meant', async () => {
  expect(await talk.says(an, 'dong y')).toMatch(
    /^Thể lệ đã có bản số 2.*\n1\. Đã đọc và đồng ý\n2\. Xem thể lệ/,
  );
});

test('a look at the team, the help, and a word that was not understood ask for it', async () => {
  for (const text of ['/trangthai', '/trogiup', 'chào']) {
    await talk.says(an, 'xin chào');
    const answer = await talk.says(an, text);
    expect(answer).toContain(owed);
    expect(answer).toMatch(/\d\. Đã đọc và đồng ý$/);
  }
});

test('«dong y», said where that was asked, means the rules', async () => {
  expect(await talk.says(an, 'dong y')).toMatch(/đội «Tổ 1» đã đọc và đồng ý với thể lệ bản số 2\./);
  expect(await talk.says(an, 'dong y')).toMatch(/^Anh\/chị đã đồng ý rồi/);
  expect(await talk.says(an, '/trangthai')).not.toContain('chưa trả lời');
});
