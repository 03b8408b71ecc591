import { expect, test } from '@jest/globals';
import { windowsOf } from '../../src/domain/dates.js';
import { phaseNow } from '../../src/domain/phases.js';
import { preset } from '../support/plans.js';

const plan = await preset('qn-2023');
const onStage = await preset('dn-2023');
const windows = windowsOf(plan);

test.each([
  ['2023-06-30', 'prepare'],
  ['2023-07-10', 'take'],
  ['2023-09-01', 'take'],
  // The clips are in, and are posted on the 4th.
  ['2023-09-03', 'vote'],
  ['2023-09-05', 'vote'],
  // People still vote when the judging begins, in this contest.
  ['2023-09-19', 'judge'],
  ['2023-09-24', 'result'],
])('on %s the phase of Quảng Ngãi 2023 is %s', (day, phase) => {
  expect(phaseNow(plan, windows, new Date(`${day}T08:00:00+07:00`))).toBe(phase);
});

test.each([
  ['2023-09-01', 'prepare'],
  ['2023-10-20', 'judge'],
  ['2023-11-01', 'result'],
])('on %s, where the final is on a stage in October, it is %s', (day, phase) => {
  const { showcase } = windowsOf(onStage);
  const hall = showcase ? { showcase } : {};
  expect(phaseNow(onStage, hall, new Date(`${day}T08:00:00+07:00`))).toBe(phase);
});

test('a contest without days is being prepared', () => {
  expect(phaseNow(plan, {}, new Date())).toBe('prepare');
});
