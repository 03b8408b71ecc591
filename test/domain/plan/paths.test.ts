import { describe, expect, test } from '@jest/globals';
import { leaves, pathOf, valueAt, withValueAt } from '../../../src/domain/plan/paths.js';

const document = {
  scoring: {
    criteria: [
      { id: 'content', max: 40 },
      { id: 'form', max: 30 },
    ],
  },
  tieChain: ['audience', 'shared'],
};

describe('a path', () => {
  test.each([
    ['scoring.criteria.form.max', 30],
    ['scoring.criteria.0.max', 40],
    ['tieChain.1', 'shared'],
    ['scoring.criteria.acting.max', undefined],
    ['scoring.jury.weight', undefined],
    ['constructor', undefined],
    ['tieChain.length', undefined],
  ])('%s leads to %j', (path, value) => {
    expect(valueAt(document, path)).toEqual(value);
  });

  test('is replaced in a copy', () => {
    const changed = withValueAt(document, 'scoring.criteria.form.max', 25);
    expect(valueAt(changed, 'scoring.criteria.form.max')).toBe(25);
    expect(valueAt(document, 'scoring.criteria.form.max')).toBe(30);
    expect(changed.tieChain).toBe(document.tieChain);
  });

  test('is what the steps of a parser are in our words', () => {
    expect(pathOf(document, ['scoring', 'criteria', 1, 'max'])).toBe('scoring.criteria.form.max');
    expect(pathOf(document, ['scoring', 'jury', 'weight'])).toBe('scoring.jury.weight');
  });
});

test('the leaves of a document are its values with their paths', () => {
  expect([...leaves(document, () => false)]).toEqual([
    ['scoring.criteria.content.id', 'content'],
    ['scoring.criteria.content.max', 40],
    ['scoring.criteria.form.id', 'form'],
    ['scoring.criteria.form.max', 30],
    ['tieChain.0', 'audience'],
    ['tieChain.1', 'shared'],
  ]);
});
