import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { judge, judgedId } from '../support/judged.js';
import { openTalk, type Talk } from '../support/talk.js';
import { openTools } from '../support/tools.js';

/* What counts as said twice, where the questions in between had not gone out. */

const start = '2026-10-20T08:00:00+07:00';
const giam = 'telegram:1:102';
const tools = await openTools(judgedId, new Date(start));
let talk: Talk;

beforeEach(async () => {
  await judge(tools, [{ content: 20, likes: 100 }]);
  await tools.store.sheets.deleteMany({});
  talk = openTalk(tools, start);
});
afterEach(() => talk.close());
afterAll(() => tools.store.close());

const lastSaid = async () => (await talk.read(giam)).at(-1);

test('the same points for several criteria are all taken, be they in one batch', async () => {
  await talk.says(giam, '/cham QN-01');
  await talk.stick(true);
  for (const points of ['9', '9', '8']) await talk.says(giam, points, 0);
  await talk.stick(false);
  expect(await lastSaid()).toMatch(/^Xin xác nhận điểm bài QN-01.*: 9\/.*: 9\/.*: 8\//s);
});

test('a yes that came twice ends one sheet, and the judge is told', async () => {
  await talk.saysAll(giam, '/cham QN-01', '9 9 8');
  await talk.stick(true);
  await talk.says(giam, '1');
  const second = await talk.says(giam, '1', 1);
  expect(second).toMatch(/^Hai tin giống nhau đến liền nhau/);
  expect(await talk.says(giam, '1', 0.5)).toBe(second);
  await talk.stick(false);
  expect(await tools.store.sheets.countDocuments()).toBe(1);
});

test('a question whose own letter still waits was not read, though another letter of its turn was out', async () => {
  await talk.says(giam, '/hoi');
  await talk.stick(true);
  await talk.says(giam, 'Chấm đến bao giờ?');
  const letters = await tools.store.letters.find({ chat: giam, state: 'waiting' }).sort({ part: 1 }).lean();
  const [first] = letters;
  const over = { ...first, _id: `${first?._id}/2`, part: 1 };
  await tools.store.letters.create(over);
  await tools.store.letters.updateOne({ _id: first?._id ?? '' }, { $set: { sentAt: new Date(start) } });
  expect(await talk.says(giam, 'Chấm đến bao giờ?', 1)).toMatch(/^Hai tin giống nhau đến liền nhau/);
  await talk.stick(false);
});
