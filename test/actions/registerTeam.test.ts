import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { giveConsent } from '../../src/actions/giveConsent.js';
import { registerTeam } from '../../src/actions/registerTeam.js';
import type { Tools } from '../../src/turn.js';
import { openTools, outcome } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const now = new Date('2026-08-03T08:00:00+07:00');
let tools: Tools;
beforeAll(async () => {
  tools = await openTools('qn-2026', now);
});
afterAll(() => tools.store.close());

test.each<[number, string]>([
  [11, 'register.headcountBad'],
  [10, 'done'],
])('a team of %i comes to: %s', async (headcount, came) => {
  const turn = await turnIn(tools, `telegram:1:${headcount}`, { now, contest: 'qn-2026' });
  const contest = await contestById(turn, 'qn-2026');
  await giveConsent(turn, contest, 'có');
  const team = { unit: '21040', team: 'Tổ 1', contact: 'An', phone: `09051234${headcount}` };
  expect(await outcome(registerTeam(turn, contest, { ...team, headcount }))).toBe(came);
  expect(await tools.store.registrations.countDocuments({ headcount })).toBe(came === 'done' ? 1 : 0);
});
