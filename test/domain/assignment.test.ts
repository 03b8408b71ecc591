import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assign, type Kept, stands, type ToAssign } from '../../src/domain/assignment.js';

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
const loads = ({ entries }: ReturnType<typeof assign>) => [...entries.values()].map(({ length }) => length);

const juries = fc
  .record({ judges: fc.integer({ min: 1, max: 7 }), entries: fc.integer({ min: 0, max: 25 }) })
  .map(({ judges, entries }) => ({ judges: names('J', judges), entries: names('QN-', entries) }))
  .chain(({ judges, entries }) =>
    fc.record({
      judges: fc.constant(judges),
      entries: fc.constant(entries),
      views: fc.integer({ min: 1, max: judges.length }),
      seed: fc.string(),
      conflicts: fc.array(
        fc.record({ judge: fc.constantFrom(...judges), entry: fc.constantFrom(...entries, 'none') }),
        { maxLength: 40 },
      ),
    }),
  );
const check = (property: (jury: ToAssign) => void) =>
  fc.assert(fc.property(juries, property), { seed: 2026, numRuns: 200 });

describe('an assignment', () => {
  test('gives each entry its views, or says how many it lacks for conflicts', () => {
    check((jury) => {
      const { entries, lacking } = assign(jury);
      for (const entry of jury.entries) {
        const judges = [...entries].filter(([, own]) => own.includes(entry)).map(([judge]) => judge);
        const barred = new Set(
          jury.conflicts.filter((each) => each.entry === entry).map(({ judge }) => judge),
        );
        expect(judges.filter((judge) => barred.has(judge))).toEqual([]);
        const lacks = Math.max(jury.views - (jury.judges.length - barred.size), 0);
        expect(judges).toHaveLength(jury.views - lacks);
        expect(lacking.find((each) => each.entry === entry)?.views ?? 0).toBe(lacks);
      }
    });
  });

  test('is fair to within one where nobody has a conflict', () => {
    check((jury) => {
      const all = loads(assign({ ...jury, conflicts: [] }));
      expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1);
    });
  });

  test('leaves nobody two more than another who could take one over', () => {
    check((jury) => {
      const { entries } = assign(jury);
      for (const [judge, own] of entries)
        for (const [other, theirs] of entries) {
          if (own.length - theirs.length < 2) continue;
          const free = own.filter(
            (entry) =>
              !theirs.includes(entry) &&
              !jury.conflicts.some((each) => each.judge === other && each.entry === entry),
          );
          expect({ judge, other, free }).toEqual({ judge, other, free: [] });
        }
    });
  });

  test('follows from its seed, whatever order judges and entries come in', () => {
    check((jury) => {
      const reversed = assign({
        ...jury,
        judges: [...jury.judges].reverse(),
        entries: [...jury.entries].reverse(),
      });
      const same = assign(jury);
      for (const [judge, own] of same.entries)
        expect([...(reversed.entries.get(judge) ?? [])].sort()).toEqual([...own].sort());
    });
  });

  /** Some of what an assignment gave is done; then judges leave, others come, and so do conflicts and entries. */
  const later = fc.record({
    earlier: juries,
    done: fc.func(fc.boolean()),
    gone: fc.func(fc.boolean()),
    conflicts: fc.array(
      fc.record({ judge: fc.constantFrom('J1', 'J2'), entry: fc.constantFrom('QN-1', 'QN-2') }),
    ),
  });
  const checkLater = (property: (next: ToAssign & { keep: Kept[] }) => void) =>
    fc.assert(
      fc.property(later, ({ earlier, done, gone, conflicts }) => {
        const keep = [...assign(earlier).entries].flatMap(([judge, own]) =>
          own.map((entry) => ({ judge, entry, done: done(judge, entry) })),
        );
        const judges = [...earlier.judges.filter((judge) => !gone(judge)), 'new'];
        const entries = [...earlier.entries.filter((entry) => !gone(entry)), 'late'];
        property({ ...earlier, judges, entries, conflicts: [...earlier.conflicts, ...conflicts], keep });
      }),
      { seed: 2026, numRuns: 200 },
    );
  const isBarred = ({ conflicts }: ToAssign, judge: string, entry: string) =>
    conflicts.some((each) => each.judge === judge && each.entry === entry);

  test('that follows another leaves what is done, gives each entry its views, and then stands', () => {
    checkLater((next) => {
      const { entries } = assign(next);
      for (const { judge, entry, done } of next.keep)
        if (
          done &&
          next.judges.includes(judge) &&
          next.entries.includes(entry) &&
          !isBarred(next, judge, entry)
        )
          expect(entries.get(judge)).toContain(entry);
      for (const entry of next.entries) {
        const able = next.judges.filter((judge) => !isBarred(next, judge, entry));
        const own = [...entries].filter(([, codes]) => codes.includes(entry)).map(([judge]) => judge);
        expect(able).toEqual(expect.arrayContaining(own));
        expect(own).toHaveLength(Math.min(next.views, able.length));
      }
      const keep = [...entries].flatMap(([judge, own]) =>
        own.map((entry) => ({ judge, entry, done: false })),
      );
      expect(stands({ ...next, keep })).toBe(true);
      // Somebody who leaves takes his entries along, unless there were none.
      const [left, ...judges] = next.judges;
      expect(stands({ ...next, judges, keep })).toBe(entries.get(left ?? '')?.length === 0);
    });
  });

  test('that follows another moves what is open until nobody has two more that another could take over', () => {
    checkLater((next) => {
      const { entries } = assign(next);
      const isDone = (judge: string, entry: string) =>
        next.keep.some((each) => each.done && each.judge === judge && each.entry === entry);
      for (const [judge, own] of entries)
        for (const [other, theirs] of entries) {
          if (own.length - theirs.length < 2) continue;
          const free = own.filter(
            (entry) => !isDone(judge, entry) && !theirs.includes(entry) && !isBarred(next, other, entry),
          );
          expect({ judge, other, free }).toEqual({ judge, other, free: [] });
        }
    });
  });

  test('that follows another moves nothing where nothing has changed', () => {
    check((jury) => {
      const first = assign(jury);
      const keep = [...first.entries].flatMap(([judge, own]) =>
        own.map((entry) => ({ judge, entry, done: false })),
      );
      expect(assign({ ...jury, keep })).toEqual(first);
    });
  });

  test('differs with the seed', () => {
    const jury = { judges: names('J', 7), entries: names('QN-', 40), conflicts: [], views: 3 };
    expect(assign({ ...jury, seed: 'a' })).not.toEqual(assign({ ...jury, seed: 'b' }));
    expect(loads(assign({ ...jury, seed: 'a' })).sort()).toEqual([17, 17, 17, 17, 17, 17, 18]);
  });
});
