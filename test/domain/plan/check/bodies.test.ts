import { describe, expect, test } from '@jest/globals';
import { type Change, clean, type Found, foundAfter } from '../../../support/brokenPlans.js';

describe('who does what: a plan that is wrong or silent', () => {
  test.each<[string, Change[], Found[]]>([
    [
      'gives a step to two bodies',
      [['screening: { bodies: [secretariat] }', 'screening: { bodies: [secretariat, jury] }']],
      [['two_bodies', 'responsible.screening']],
    ],
    [
      'screens by the majority of two',
      [['screeners: { one: true }', 'screeners: { majorityOf: 2 }']],
      [['majority_of_even', 'screening.screeners']],
    ],
    [
      'who screens',
      [['screeners: { one: true }', 'screeners: unknown']],
      [['screening_not_described', 'screening']],
    ],
    [
      'how a round of screening goes',
      [
        ['    kind: selection\n', '    kind: screening\n'],
        [/screening:\n {2}round[\s\S]*?lapse: not_corrected\n/.exec(clean)?.[0] ?? '', ''],
      ],
      [['screening_not_described', 'rounds.cluster']],
    ],
    [
      'who answers for personal data',
      [['controller: Sở Khoa học và Công nghệ tỉnh Quảng Ngãi', 'controller: unknown']],
      [['controller_unknown', 'texts.consent.controller']],
    ],
  ])('%s', (_, changes, findings) => {
    expect(foundAfter(clean, changes)).toEqual(findings);
  });
});

describe('who does what: what only looks wrong', () => {
  test.each<[string, Change[]]>([
    [
      'two bodies that do it together',
      [
        [
          'screening: { bodies: [secretariat] }',
          'screening: { bodies: [secretariat, jury], together: true }',
        ],
      ],
    ],
  ])('%s', (_, changes) => {
    expect(foundAfter(clean, changes)).toEqual([]);
  });
});
