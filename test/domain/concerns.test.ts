import { expect, test } from '@jest/globals';
import { concernOf } from '../../src/domain/concerns.js';

const committee = ['organizer', 'chair', 'standing_agency', 'secretary'];

test.each([
  ['submission', ['unit_coordinator'], 'registered'],
  ['selection', ['head_judge', 'judge', 'unit_coordinator'], 'registered'],
  ['nomination', ['unit_coordinator'], 'entered'],
  ['voting', ['support_staff'], 'entered'],
  ['judging', ['head_judge', 'judge'], 'none'],
  ['decision', [], 'none'],
  ['the-plans-own', ['support_staff', 'head_judge', 'judge', 'screener', 'unit_coordinator'], 'registered'],
])('the days of %s concern the committee and those who act in them', (window, roles, authors) => {
  expect(concernOf(window)).toEqual({ roles: [...committee, ...roles], authors });
});
