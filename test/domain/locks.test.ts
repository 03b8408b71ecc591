import { describe, expect, test } from '@jest/globals';
import {
  canonicalJson,
  changedSheets,
  checksumOf,
  inLockOrder,
  type LockedSheet,
} from '../../src/domain/locks.js';

const sheet = (changes: Partial<LockedSheet> = {}): LockedSheet => ({
  _id: 'qn/giam/QN-01',
  judge: 'giam',
  entry: 'QN-01',
  points: { content: '32.5', form: '25' },
  sum: '57.5',
  abstained: null,
  remark: null,
  enteredBy: null,
  at: '2023-09-20T01:00:00.000Z',
  version: 1,
  uncounted: null,
  ...changes,
});

describe('a checksum', () => {
  const two = [sheet(), sheet({ _id: 'qn/giam/QN-02', entry: 'QN-02' })];

  test('can be worked out by anybody, with one line of a shell', () => {
    // printf '%s' '[{"abstained":null,…}]' | sha256sum
    expect(canonicalJson([sheet()])).toBe(
      '[{"_id":"qn/giam/QN-01","abstained":null,"at":"2023-09-20T01:00:00.000Z","enteredBy":null,"entry":"QN-01","judge":"giam","points":{"content":"32.5","form":"25"},"remark":null,"sum":"57.5","uncounted":null,"version":1}]',
    );
    expect(checksumOf([])).toBe('4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945');
  });

  test('is the same in whatever order sheets and their fields come', () => {
    const turned = two
      .map((each) => Object.fromEntries(Object.entries(each).reverse()) as LockedSheet)
      .reverse();
    expect(checksumOf(turned)).toBe(checksumOf(two));
    expect(inLockOrder(turned).map(({ entry }) => entry)).toEqual(['QN-01', 'QN-02']);
  });

  test.each<[string, Partial<LockedSheet>]>([
    ['a point', { points: { content: '32', form: '25' } }],
    ['a remark', { remark: 'Hay' }],
    ['that it counts', { uncounted: 'setAside' }],
    ['who typed it', { enteredBy: 'thu' }],
    ['whose it is', { judge: 'khao' }],
    ['how often it was changed', { version: 2 }],
  ])('is another one when %s is another', (_what, change) => {
    expect(checksumOf([sheet(change)])).not.toBe(checksumOf([sheet()]));
  });
});

describe('what changed between two locks', () => {
  const other = sheet({ _id: 'qn/giam/QN-02', entry: 'QN-02' });

  test.each<[string, Partial<LockedSheet>, boolean]>([
    ['left as it was', {}, false],
    ['another person’s now, since chats were linked', { judge: 'khao' }, false],
    ['written again', { version: 2 }, true],
    ['left out', { uncounted: 'notSitting' }, true],
  ])('a sheet that was %s', (_what, change, isChanged) => {
    const after = sheet(change);
    expect(changedSheets([sheet(), other], [after, other])).toEqual(
      isChanged ? [{ before: sheet(), after }] : [],
    );
  });

  test('a sheet that came only then', () => {
    expect(changedSheets([other], [sheet(), other])).toEqual([{ before: null, after: sheet() }]);
  });
});
