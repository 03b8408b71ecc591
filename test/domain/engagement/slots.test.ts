import { expect, test } from '@jest/globals';
import { slotAt } from '../../../src/domain/engagement/slots.js';

const freeze = new Date('2023-09-19T23:59:59.999+07:00');
const before = (seconds: number) => new Date(freeze.getTime() - seconds * 1000);

test.each([
  [3 * 86_400, 'hours-72'],
  [7_199, 'hours-1'],
  [600, 'hours-0'],
  [599, 'minutes-9'],
  [60, 'minutes-1'],
  [59, 'seconds-5'],
  [20, 'seconds-2'],
  [19, 'last-9'],
  [1.9, 'last-0'],
  [0, 'last-0'],
  [-0.001, 'after'],
  [-600, 'after'],
  [-600.001, null],
])('%d seconds before the freeze a reading belongs to %s', (seconds, slot) => {
  expect(slotAt(before(seconds), freeze)).toBe(slot);
});
