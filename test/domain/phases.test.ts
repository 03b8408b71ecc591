import { expect, test } from '@jest/globals';
import { windowsOf } from '../../src/domain/dates.js';
import { phaseNow } from '../../src/domain/phases.js';
import { preset } from '../support/plans.js';

const quangNgai = windowsOf(await preset('qn-2023'));

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
  expect(phaseNow(quangNgai, new Date(`${day}T08:00:00+07:00`))).toBe(phase);
});

test('a contest without days is being prepared', () => {
  expect(phaseNow({}, new Date())).toBe('prepare');
});
