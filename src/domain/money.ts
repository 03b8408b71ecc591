import type { Outcome } from './outcome.js';
import { isKnown, type Plan } from './plan.js';

/** What a result costs: how often each prize goes out, and what the plan has for it. Sums are in đồng. */
export type Money = {
  lines: { prize: string; count: number; sum: number | null }[];
  total: number;
  /** All prizes of the plan together. */
  planned: number;
  /** What the plan sets aside for the whole contest, `null` where it says nothing. */
  budget: number | null;
  faults: MoneyFault[];
};

/** What whoever signs for the money wants to see before he does; none of it is forbidden. */
export type MoneyFault =
  /** `sharing`: those of its winners who share their place with somebody. */
  | { kind: 'tooMany'; prize: string; given: number; planned: number; sharing: string[] }
  /** Nobody gets so many of it; `isOpen`: nobody yet. */
  | { kind: 'left'; prize: string; count: number; isOpen: boolean }
  | { kind: 'severalPrizes'; code: string; prizes: string[] }
  | { kind: 'severalEntries'; unit: string; codes: string[] };

/** A prize goes by its title and its sum: a plan may have a first prize for teams, and another for people. */
export function moneyOf(
  { prizes, budget }: Pick<Plan, 'prizes' | 'budget'>,
  { ranking, entries, prizes: { given, open } }: Outcome,
): Money {
  const known = isKnown(prizes) ? prizes : [];
  const planned = known.map(({ title, count, sum }) => ({
    prize: title,
    sum: isKnown(sum) ? sum : null,
    count: isKnown(count) ? count : 0,
  }));
  const kinds = [...new Map([...planned, ...given].map((each) => [keyOf(each), each])).values()].map(
    ({ prize, sum }) => {
      const own = given.filter((each) => keyOf(each) === keyOf({ prize, sum }));
      const inPlan = planned.filter((each) => keyOf(each) === keyOf({ prize, sum }));
      return {
        prize,
        sum,
        codes: own.map(({ code }) => code),
        planned: totalOf(inPlan, ({ count }) => count),
      };
    },
  );
  const isShared = (code: string) => ranking.places.some((each) => each.code === code && each.tied);
  const isOpen = (prize: string) => open.some((each) => each.prizes.includes(prize));
  const won = (code: string) => given.filter((each) => each.code === code).map(({ prize }) => prize);
  const winners = [...new Set(given.map(({ code }) => code))];
  const unitOf = (code: string) => entries.find((each) => each.code === code)?.unit;
  return {
    lines: kinds
      .filter(({ codes }) => codes.length > 0)
      .map(({ prize, sum, codes }) => ({ prize, sum, count: codes.length })),
    total: totalOf(given, ({ sum }) => sum ?? 0),
    planned: totalOf(planned, ({ count, sum }) => count * (sum ?? 0)),
    budget: budget !== undefined && isKnown(budget) ? budget : null,
    faults: [
      ...kinds.flatMap(({ prize, codes, planned }): MoneyFault[] => {
        const left = planned - codes.length;
        if (left > 0) return [{ kind: 'left', prize, count: left, isOpen: isOpen(prize) }];
        const sharing = codes.filter(isShared);
        return left < 0 ? [{ kind: 'tooMany', prize, given: codes.length, planned, sharing }] : [];
      }),
      ...winners.flatMap((code): MoneyFault[] => {
        const prizes = won(code);
        return prizes.length > 1 ? [{ kind: 'severalPrizes', code, prizes }] : [];
      }),
      ...[...new Set(winners.map(unitOf))].flatMap((unit): MoneyFault[] => {
        const codes = winners.filter((code) => unitOf(code) === unit);
        return unit !== undefined && codes.length > 1 ? [{ kind: 'severalEntries', unit, codes }] : [];
      }),
    ],
  };
}

const keyOf = ({ prize, sum }: { prize: string; sum: number | null }): string => `${sum} ${prize}`;

const totalOf = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
