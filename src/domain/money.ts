import { isWonElsewhere } from './decisions.js';
import type { Outcome } from './outcome.js';
import { isKnown, type Plan, type Prize } from './plan.js';
import type { Staged } from './stage.js';

/** Several prizes together. `unknown`: the titles of those whose number or sum nobody has stated; `sum` is without them. */
export type Money = { sum: number; unknown: string[] };

/** What a result costs: how often each prize goes out, and what the plan has for it. Sums are in đồng. */
export type Cost = {
  lines: { prize: string; count: number; sum: number | null }[];
  total: Money;
  /** All prizes of the plan that this result gives out. */
  planned: Money;
  /** Those that are won by another part of the contest, and paid from the same budget. */
  elsewhere: Money & { titles: string[] };
  /** What the plan sets aside for the whole contest, `null` where it says nothing. */
  budget: number | null;
  faults: MoneyFault[];
};

/** What whoever signs for the money wants to see before he does; none of it is forbidden. */
export type MoneyFault =
  /** `sharing`: those who get it because people agreed that all who share a place do. */
  | { kind: 'tooMany'; prize: string; given: number; planned: number; sharing: string[] }
  /** Nobody gets so many of it; `isOpen`: nobody yet, or of another prize of that title, since a result tells no more. */
  | { kind: 'left'; prize: string; count: number; isOpen: boolean }
  | { kind: 'severalPrizes'; code: string; prizes: string[] }
  | { kind: 'severalEntries'; unit: string; codes: string[] };

/** A prize goes by its title and its sum: a plan may have a first prize for teams, and another for people. */
export function costOf(
  plan: Pick<Plan, 'prizes' | 'budget'> & Staged,
  { entries, prizes: { given, open, agreed = [] } }: Outcome,
): Cost {
  const { budget } = plan;
  const known = isKnown(plan.prizes) ? plan.prizes : [];
  const beside = known.filter((prize) => isWonElsewhere(plan, prize));
  const planned = known.filter((prize) => !beside.includes(prize)).map(plannedOf);
  const kinds = [...new Map([...planned, ...given].map((each) => [keyOf(each), each])).values()].map(
    ({ prize, sum }) => {
      const isIt = (each: { prize: string; sum: number | null }) => keyOf(each) === keyOf({ prize, sum });
      return {
        prize,
        sum,
        codes: given.filter(isIt).map(({ code }) => code),
        planned: totalOf(planned.filter(isIt), ({ count }) => count ?? 0),
      };
    },
  );
  const isShared = (prize: string, code: string) =>
    agreed.some((each) => each.prize === prize && each.codes.includes(code));
  const isOpen = (prize: string) => open.some((each) => each.prizes.includes(prize));
  const won = (code: string) => given.filter((each) => each.code === code).map(({ prize }) => prize);
  const winners = [...new Set(given.map(({ code }) => code))];
  const unitOf = (code: string) => entries.find((each) => each.code === code)?.unit;
  return {
    lines: kinds
      .filter(({ codes }) => codes.length > 0)
      .map(({ prize, sum, codes }) => ({ prize, sum, count: codes.length })),
    total: together(given.map((each) => ({ ...each, count: 1 }))),
    planned: together(planned),
    elsewhere: { ...together(beside.map(plannedOf)), titles: [...new Set(beside.map(({ title }) => title))] },
    budget: budget !== undefined && isKnown(budget) ? budget : null,
    faults: [
      ...kinds.flatMap(({ prize, codes, planned }): MoneyFault[] => {
        const left = planned - codes.length;
        if (left > 0) return [{ kind: 'left', prize, count: left, isOpen: isOpen(prize) }];
        const sharing = codes.filter((code) => isShared(prize, code));
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

type Planned = { prize: string; sum: number | null; count: number | null };

const plannedOf = ({ title, count, sum }: Prize): Planned => ({
  prize: title,
  sum: isKnown(sum) ? sum : null,
  count: isKnown(count) ? count : null,
});

const together = (prizes: readonly Planned[]): Money => ({
  sum: totalOf(prizes, ({ count, sum }) => (count ?? 0) * (sum ?? 0)),
  unknown: [
    ...new Set(prizes.filter(({ count, sum }) => count === null || sum === null).map(({ prize }) => prize)),
  ],
});

const keyOf = ({ prize, sum }: { prize: string; sum: number | null }): string => `${sum} ${prize}`;

const totalOf = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
