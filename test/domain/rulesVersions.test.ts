import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import {
  hasMissed,
  inForce,
  isAcknowledged,
  type PublishedRules,
  rulesVersions,
  withRules,
} from '../../src/domain/rulesVersions.js';
import { loadContest } from '../../src/store/contestFiles.js';

const read = await loadContest('contests/qn-2023.yaml');
if ('findings' in read) throw new Error(JSON.stringify(read.findings));
const { plan } = read;

const published = (text: string, day: number): PublishedRules => ({
  text,
  reason: 'Sửa',
  document: null,
  by: 'thu',
  at: new Date(Date.UTC(2023, 7, day)),
  turn: `turn-${day}`,
});
const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const [second, third] = [published('Bản hai', 1), published('Bản ba', 2)];

test('the plan’s own rules are the first version, and those that were published follow on', () => {
  expect(rulesVersions(plan, [second, third])).toEqual([
    { version: 1, text: plan.texts.rules.text, digest: digest(plan.texts.rules.text), published: null },
    { version: 2, text: 'Bản hai', digest: digest('Bản hai'), published: second },
    { version: 3, text: 'Bản ba', digest: digest('Bản ba'), published: third },
  ]);
});

test('the plan has the newest of them, which is nobody’s sample; its consent is as it was', () => {
  expect(withRules(plan, [])).toBe(plan);
  expect(withRules(plan, [second, third])).toEqual({
    ...plan,
    texts: { consent: plan.texts.consent, rules: { version: 3, sample: false, text: 'Bản ba' } },
  });
});

test('an agreement is to one version with its very words', () => {
  const current = inForce(rulesVersions(plan, [second]));
  const given = { version: 2, digest: digest('Bản hai'), by: 'an', at: new Date(0), turn: 't' };
  expect(isAcknowledged(current, [{ ...given, version: 1 }, given])).toBe(true);
  expect(isAcknowledged(current, [{ ...given, version: 1 }])).toBe(false);
  expect(isAcknowledged(current, [{ ...given, digest: digest('Bản khác') }])).toBe(false);
  expect(isAcknowledged(current, undefined)).toBe(false);
});

test('who says nothing of the version means the newest only where there was no other since his last', () => {
  const given = (version: number) => [{ version, digest: '', by: 'an', at: new Date(0), turn: 't' }];
  expect([hasMissed(2, given(1)), hasMissed(2, given(2)), hasMissed(1, undefined)]).toEqual([
    false,
    false,
    false,
  ]);
  expect([hasMissed(3, given(1)), hasMissed(2, undefined)]).toEqual([true, true]);
});
