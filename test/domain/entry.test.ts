import { describe, expect, test } from '@jest/globals';
import {
  changeable,
  type EntryState,
  entryStates,
  gone,
  mayBecome,
  takingPlace,
} from '../../src/domain/entry.js';

const moves: [EntryState, EntryState[]][] = [
  ['draft', ['submitted', 'withdrawn', 'disqualified']],
  ['submitted', ['screening', 'withdrawn', 'disqualified']],
  ['screening', ['needs_correction', 'accepted', 'rejected', 'withdrawn', 'disqualified']],
  ['needs_correction', ['submitted', 'withdrawn', 'disqualified']],
  ['accepted', ['nominated', 'withdrawn', 'disqualified']],
  ['rejected', ['withdrawn', 'disqualified']],
  ['nominated', ['in_final', 'withdrawn', 'disqualified']],
  ['in_final', ['scored', 'withdrawn', 'disqualified']],
  ['scored', ['awarded', 'not_awarded', 'withdrawn', 'disqualified']],
  ['awarded', ['withdrawn', 'disqualified']],
  ['not_awarded', ['withdrawn', 'disqualified']],
  ['withdrawn', []],
  ['disqualified', []],
];

describe('the states of an entry', () => {
  test.each(moves)('%s may become %j and nothing else', (from, allowed) => {
    expect(entryStates.filter((to) => mayBecome(from, to)).sort()).toEqual([...allowed].sort());
  });

  test('every state is in the table', () => {
    expect(moves.map(([from]) => from)).toEqual([...entryStates]);
  });

  test('a draft takes no place yet, and what has gone takes none any more', () => {
    expect(takingPlace).toEqual(entryStates.filter((state) => ![...gone, 'draft'].includes(state)));
    expect(takingPlace).toContain('not_awarded');
    expect(changeable.some((state) => gone.includes(state))).toBe(false);
  });
});
