import { describe, expect, test } from '@jest/globals';
import {
  admitted,
  type Course,
  courseOf,
  type EntryState,
  entryStates,
  mayBecome,
  needMove,
  partaking,
  screened,
  takesPart,
} from '../../src/domain/entryStates.js';
import { Refusal } from '../../src/domain/refusal.js';
import { loadContest } from '../../src/store/contestFiles.js';

const full: Course = { screening: true, nomination: 'within' };

/** Every move there is; each one that isn't written here is forbidden. */
const allowed: Record<EntryState, EntryState[]> = {
  draft: ['submitted', 'withdrawn', 'disqualified'],
  submitted: ['screening', 'withdrawn', 'disqualified'],
  screening: ['needs_correction', 'accepted', 'rejected', 'withdrawn', 'disqualified'],
  needs_correction: ['submitted', 'rejected', 'withdrawn', 'disqualified'],
  accepted: ['nominated', 'withdrawn', 'disqualified'],
  rejected: ['withdrawn', 'disqualified'],
  nominated: ['in_final', 'accepted', 'withdrawn', 'disqualified'],
  in_final: ['scored', 'withdrawn', 'disqualified'],
  scored: ['awarded', 'not_awarded', 'withdrawn', 'disqualified'],
  awarded: ['withdrawn', 'disqualified'],
  not_awarded: ['withdrawn', 'disqualified'],
  withdrawn: [],
  disqualified: [],
};

describe('an entry in a contest with screening and nomination', () => {
  for (const from of entryStates)
    for (const to of entryStates) {
      const may = allowed[from].includes(to);
      test(`${from} ${may ? 'may become' : 'never becomes'} ${to}`, () => {
        expect(mayBecome(from, to, full)).toBe(may);
        const move = () => needMove({ code: 'QN-07', from, to, course: full, reason: 'Theo công văn 12' });
        if (may) expect(move).not.toThrow();
        else expect(move).toThrow(new Refusal('entry.noSuchMove', { code: 'QN-07', from, to }));
      });
    }
});

test.each<[string, Course, EntryState, EntryState, boolean]>([
  [
    'without screening, what was submitted is accepted',
    { screening: false, nomination: 'within' },
    'submitted',
    'accepted',
    true,
  ],
  [
    'without screening, nothing is screened',
    { screening: false, nomination: 'within' },
    'submitted',
    'screening',
    false,
  ],
  [
    'without nomination, what was accepted is in the final',
    { screening: true, nomination: 'none' },
    'accepted',
    'in_final',
    true,
  ],
  [
    'without nomination, nothing is nominated',
    { screening: true, nomination: 'none' },
    'accepted',
    'nominated',
    false,
  ],
  ['with nomination, nothing comes to the final by itself', full, 'accepted', 'in_final', false],
  [
    'without screening, what was submitted is nominated',
    { screening: false, nomination: 'above' },
    'submitted',
    'nominated',
    true,
  ],
  [
    'without screening, what was taken back is as it was submitted',
    { screening: false, nomination: 'above' },
    'nominated',
    'submitted',
    true,
  ],
  ['with screening, nothing taken back is screened again', full, 'nominated', 'submitted', false],
  ['with screening, nothing is nominated before it has passed', full, 'submitted', 'nominated', false],
  [
    'what went up to another contest has its final there',
    { screening: false, nomination: 'above' },
    'nominated',
    'in_final',
    false,
  ],
])('%s', (_title, course, from, to, may) => {
  expect(mayBecome(from, to, course)).toBe(may);
});

test.each(['withdrawn', 'disqualified'] as const)('an entry is not %s without a reason', (to) => {
  const move = (reason: string | null) =>
    needMove({ code: 'QN-07', from: 'accepted', to, course: full, reason });
  expect(() => move(null)).toThrow(new Refusal('entry.reasonNeeded', { code: 'QN-07', to }));
  expect(() => move('  ')).toThrow(new Refusal('entry.reasonNeeded', { code: 'QN-07', to }));
  expect(() => move('Trùng bài')).not.toThrow();
});

describe('who may be judged', () => {
  test('is whatever takes part, where nothing is screened', () => {
    expect(admitted({ screening: false, nomination: 'none' })).toEqual(partaking);
    expect(partaking).toEqual(entryStates.filter(takesPart));
  });

  test('has passed the screening, where there is one', () => {
    const passed = ['accepted', 'nominated', 'in_final', 'scored', 'awarded', 'not_awarded'];
    expect(admitted({ screening: true, nomination: 'none' })).toEqual(passed);
    expect(screened({ screening: true })).toEqual(passed);
    expect(screened({ screening: false })).toEqual(partaking);
  });

  test('has come up from below, where a level below picks', () => {
    for (const screening of [true, false])
      expect(admitted({ screening, nomination: 'within' })).toEqual([
        'in_final',
        'scored',
        'awarded',
        'not_awarded',
      ]);
  });
});

test.each([
  ['qn-2023', { screening: false, nomination: 'none' }],
  ['sl-2024', { screening: true, nomination: 'none' }],
  ['qn-2026', { screening: true, nomination: 'within' }],
  ['binh-son-2023', { screening: false, nomination: 'above' }],
  ['dn-2023', { screening: false, nomination: 'none' }],
])('the course of %s', async (preset, course) => {
  const read = await loadContest(`contests/${preset}.yaml`);
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  expect(courseOf(read.plan)).toEqual(course);
});
