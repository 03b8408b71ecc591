import { describe, expect, test } from '@jest/globals';
import { closesWith, type Extension, latenessAt } from '../../src/domain/extensions.js';

const at = (local: string) => new Date(`2023-09-${local}+07:00`);
const window = { opens: at('01T00:00'), closes: at('01T17:00') };
const extension = (id: string, until: string): Extension => ({
  id,
  unit: '524',
  until: at(until),
  reason: 'Mất điện',
  by: 'thu',
  at: at('01T12:00'),
});
const some = [
  extension('first', '01T20:00'),
  extension('longest', '02T17:00'),
  extension('last', '02T08:00'),
];

describe('how late something is', () => {
  test.each([
    ['on the very close', '01T17:00', [], 0, { lateBySeconds: 0, extension: null }],
    ['after it', '01T17:01', [], 0, null],
    ['within the grace', '01T17:30', [], 30, { lateBySeconds: 1800, extension: null }],
    ['after the grace', '01T17:31', [], 30, null],
    ['before the close, whatever was extended', '01T16:00', some, 0, { lateBySeconds: 0, extension: null }],
    ['within an extension', '02T17:00', some, 0, { lateBySeconds: 86_400, extension: 'longest' }],
    [
      'within the grace, which needs no extension',
      '01T17:10',
      some,
      30,
      { lateBySeconds: 600, extension: null },
    ],
    [
      'within the grace after an extension',
      '02T17:30',
      some,
      30,
      { lateBySeconds: 88_200, extension: 'longest' },
    ],
    ['after all of it', '02T17:31', some, 30, null],
  ])('%s', (_, now, extensions, graceMinutes, lateness) => {
    expect(latenessAt(at(now), window, { extensions, graceMinutes })).toEqual(lateness);
  });
});

test('the close is the longest that was given, and never earlier than for the others', () => {
  expect([closesWith(window, []), closesWith(window, some)]).toEqual([window.closes, at('02T17:00')]);
  expect(closesWith(window, [extension('overtaken', '01T10:00')])).toEqual(window.closes);
});
