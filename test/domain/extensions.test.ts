import { describe, expect, test } from '@jest/globals';
import {
  closesWith,
  type Extension,
  latenessAt,
  partsOfExtension,
  readExtension,
} from '../../src/domain/extensions.js';

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

describe('what is typed for an extension', () => {
  const window = { closes: new Date('2026-08-31T23:59:59.999+07:00') };
  test.each([
    ['24 giờ', '2026-09-01T23:59:59.999+07:00'],
    ['thêm 2 ngày', '2026-09-02T23:59:59.999+07:00'],
    ['3/9', '2026-09-03T23:59:59.999+07:00'],
    ['đến hết 3/9', '2026-09-03T23:59:59.999+07:00'],
    ['30/8 23 giờ', '2026-08-30T23:00:00+07:00'],
    ['5h chiều 3/9', '2026-09-03T17:00:00+07:00'],
  ])('%s is until %s', (text, until) => {
    expect(readExtension(text, window)).toEqual(new Date(until));
  });

  test.each(['một lúc', '31/9', '24', ''])('«%s» is neither a span nor a day', (text) => {
    expect(readExtension(text, window)).toBeNull();
  });

  test.each([
    ['mo duc 24 giờ mất điện', 'mo duc', 'mất điện', '2026-09-01T23:59:59.999+07:00'],
    ['cum 1 24 giờ, Mưa lũ', 'cum 1', 'Mưa lũ', '2026-09-01T23:59:59.999+07:00'],
    ['cụm Tư Nghĩa đến hết 3/9 mất điện', 'cụm Tư Nghĩa', 'mất điện', '2026-09-03T23:59:59.999+07:00'],
    ['tu nghia 3/9 5h chiều: mưa lũ', 'tu nghia', 'mưa lũ', '2026-09-03T17:00:00+07:00'],
  ])('%s', (text, unit, reason, until) => {
    expect(partsOfExtension(text, window)).toEqual({ unit, reason, until: new Date(until) });
  });

  test('a unit alone has none', () => {
    expect(partsOfExtension('thôn 3 xã Mộ Đức', window)).toEqual({
      unit: 'thôn 3 xã Mộ Đức',
      until: null,
      reason: '',
    });
  });
});
