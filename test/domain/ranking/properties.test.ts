import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rankingRules } from '../../../src/domain/plan/scoring.js';
import { explain } from '../../../src/domain/ranking/explain.js';
import { type RankedSheet, type RankingInput, rank } from '../../../src/domain/ranking.js';

/* What holds for every contest, tried on contests that nobody thought of. Points lie close together, so that there are ties. */

const criteria = [
  { id: 'content', max: '6', step: '0.5' },
  { id: 'form', max: '4', step: '1' },
];
const freezeAt = '2023-09-19T23:59:59+07:00';
const moment = fc.integer({ min: 0, max: 3 }).map((hour) => `2023-09-19T2${hour}:59:59+07:00`);
const scale = fc.constantFrom(
  { method: 'max' },
  { method: 'cap', cap: '7.5' },
  { method: 'rank', places: ['30', '20', '7.125'] },
);
const points = { like: '1', share: '2.5' };
const audience = fc.oneof(
  fc.constant({ mode: 'none' }),
  fc.constant({ mode: 'prize', points, freezeAt }),
  scale.map((scale) => ({ mode: 'score', weight: '30', points, scale, freezeAt })),
);
const steps = ['audience', 'criterion:content', 'head_judge', 'earlier_submission'];
const chain = fc
  .tuple(fc.shuffledSubarray(steps), fc.constantFrom([], ['shared'], ['draw']))
  .map(([first, last]) => [...first, ...last]);

const rules = fc
  .record({
    jury: fc.record({
      weight: fc.constantFrom('70', '33.3', '0'),
      aggregate: fc.constantFrom('mean', 'median', 'trimmed'),
      quorum: fc.integer({ min: 1, max: 3 }),
    }),
    audience,
    tieChain: chain,
    precision: fc.integer({ min: 0, max: 3 }),
  })
  .map((some) => rankingRules.parse({ criteria, ...some }));

const judges = ['J1', 'J2', 'J3', 'J4', 'J5', 'J6'];

const sheetOf = (judge: string, entry: string): fc.Arbitrary<RankedSheet[]> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant<RankedSheet[]>([]) },
    { weight: 1, arbitrary: fc.constant<RankedSheet[]>([{ judge, entry, abstained: true }]) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.integer({ min: 6, max: 10 }), fc.integer({ min: 2, max: 3 }))
        .map(([halves, form]): RankedSheet[] => [
          { judge, entry, points: { content: String(halves / 2), form: String(form) } },
        ]),
    },
  );

const contests: fc.Arbitrary<RankingInput> = fc.integer({ min: 0, max: 8 }).chain((size) => {
  const codes = Array.from({ length: size }, (_, index) => `QN-${index + 1}`);
  const flat = <T>(lists: fc.Arbitrary<T[]>[]): fc.Arbitrary<T[]> =>
    fc.tuple(...lists).map((all) => all.flat());
  const snapshot = (entry: string) =>
    fc.array(
      fc
        .tuple(moment, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 2 }))
        .map(([at, likes, shares]) => ({ entry, at, likes, shares })),
      { maxLength: 2 },
    );
  return fc.record({
    rules,
    entries: flat(codes.map((code) => moment.map((submittedAt) => [{ code, submittedAt }]))),
    sheets: flat(codes.flatMap((code) => judges.map((judge) => sheetOf(judge, code)))),
    snapshots: flat(codes.map(snapshot)),
    headJudge: fc.constantFrom('J1', undefined),
    drawSeed: fc.constantFrom('seed', undefined),
  });
});

const check = (property: (contest: RankingInput) => void) =>
  fc.assert(fc.property(contests, property), { seed: 2023, numRuns: 150 });

test('the order in which anything comes changes nothing', () => {
  fc.assert(
    fc.property(
      contests.chain((contest) =>
        fc.tuple(
          fc.constant(contest),
          fc.record({
            entries: shuffled(contest.entries),
            sheets: shuffled(contest.sheets),
            snapshots: shuffled(contest.snapshots),
          }),
        ),
      ),
      ([contest, otherwise]) => expect(rank({ ...contest, ...otherwise })).toEqual(rank(contest)),
    ),
    { seed: 2023, numRuns: 150 },
  );
});

const shuffled = <T>(list: readonly T[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

test('every entry has a place or is named as unranked, and not both', () => {
  check((contest) => {
    const { places, unranked } = rank(contest);
    const told = [...places, ...unranked].map(({ code }) => code).sort();
    expect(told).toEqual(contest.entries.map(({ code }) => code).sort());
  });
});

test('totals are the printed parts added up, and better places have no lower totals', () => {
  check((contest) => {
    const { places } = rank(contest);
    const units = (text: string) => BigInt(text.replace('.', ''));
    for (const { total, jury, audience } of places) expect(units(total)).toBe(units(jury) + units(audience));
    for (const [index, { total }] of places.entries())
      expect(units(total) <= units(places[index - 1]?.total ?? total)).toBe(true);
  });
});

test('a place is one more than the number of those before it, and only ties are decided', () => {
  check((contest) => {
    const { places } = rank(contest);
    for (const { place, total, decidedBy, tied } of places) {
      expect(places.filter((other) => other.place < place)).toHaveLength(place - 1);
      expect(places.filter((other) => other.place === place).length > 1).toBe(tied);
      if (decidedBy !== null)
        expect(places.filter((other) => other.total === total).length).toBeGreaterThan(1);
    }
  });
});

test('an explanation agrees with the ranking on every number', () => {
  check((contest) => {
    const { places, unranked } = rank(contest);
    for (const { code, tied, ...printed } of places) {
      const account = explain(contest, code);
      const { total, jury, audience, place, decidedBy, sharedWith, ties } = account?.result ?? {};
      expect({ total, jury, audience, place, decidedBy }).toEqual(printed);
      expect(sharedWith?.length !== 0).toBe(tied);
      expect([account?.jury.points, account?.audience?.points ?? audience]).toEqual([jury, audience]);
      // Whoever is ahead in a tie stands before, whoever is behind stands after.
      for (const other of ties?.flatMap(({ others }) => others) ?? []) {
        const theirs = places.find((each) => each.code === other.code)?.place ?? 0;
        if (other.is === 'ahead') expect(theirs).toBeLessThan(printed.place);
        if (other.is === 'behind') expect(theirs).toBeGreaterThan(printed.place);
      }
    }
    for (const { code } of unranked) {
      const account = explain(contest, code);
      expect(account?.result).toBeNull();
      expect(account?.jury.counted).toBeLessThan(contest.rules.jury.quorum);
    }
    expect(explain(contest, 'QN-99')).toBeNull();
  });
});

test('with a seed nobody is left to draw, and the same seed draws the same', () => {
  check((contest) => {
    const drawn = rank({ ...contest, drawSeed: 'seed' });
    expect(drawn.draws.every(({ seed }) => seed === 'seed')).toBe(true);
    if (contest.rules.tieChain.at(-1) === 'draw') expect(drawn.places.some(({ tied }) => tied)).toBe(false);
    expect(rank({ ...contest, drawSeed: 'seed' })).toEqual(drawn);
  });
});

test('under the mean, a judge who raises his points never lowers a place', () => {
  fc.assert(
    fc.property(contests, fc.nat(), (contest, which) => {
      const filledIn = contest.sheets.filter((sheet) => 'points' in sheet);
      const raised = filledIn[which % Math.max(filledIn.length, 1)];
      if (!raised) return;
      const mean: RankingInput = {
        ...contest,
        rules: { ...contest.rules, jury: { ...contest.rules.jury, aggregate: 'mean' } },
      };
      const better = { ...raised, points: { ...raised.points, content: '6' } };
      const sheets = contest.sheets.map((sheet) => (sheet === raised ? better : sheet));
      const placeIn = (input: RankingInput) =>
        rank(input).places.find(({ code }) => code === raised.entry)?.place ?? 0;
      expect(placeIn({ ...mean, sheets })).toBeLessThanOrEqual(placeIn(mean));
    }),
    { seed: 2023, numRuns: 150 },
  );
});
