import { isKnown, type Prize } from '../../plan.js';
import { prizeTiers } from '../prizes.js';
import { type Checked, type Finding, found, term } from './finding.js';

/** A prize of which nobody said how many there are, how much it is, or by what it is won. */
export function incompletePrizes({ plan: { prizes } }: Checked): Finding[] {
  if (!isKnown(prizes)) return [found('prizes_unknown', 'prizes')];
  return prizes.flatMap((prize) => {
    const missing = (['count', 'sum', 'basis'] as const)
      .filter((name) => !isKnown(prize[name]))
      .map((name) => term('prize', name));
    return missing.length > 0
      ? [found('prize_incomplete', `prizes.${prize.id}`, { prize: prize.title, missing })]
      : [];
  });
}

/** The prizes whose number and sum are known already cost more than there is. */
export function overBudget({ plan: { prizes, budget } }: Checked): Finding[] {
  if (!isKnown(prizes) || budget === undefined || !isKnown(budget)) return [];
  const total = prizes.reduce(
    (spent, { count, sum }) => spent + (isKnown(count) && isKnown(sum) ? count * sum : 0),
    0,
  );
  return total > budget
    ? [found('prizes_over_budget', 'budget', { total: { dong: total }, budget: { dong: budget } })]
    : [];
}

/** A lower prize of the same kind that brings more than a higher one. */
export function prizeOrder({ plan: { prizes } }: Checked): Finding[] {
  if (!isKnown(prizes)) return [];
  return prizes.flatMap((lower) => {
    const higher = prizes.find((prize) => isHigher(prize, lower) && worth(prize) < worth(lower));
    return higher
      ? [
          found('lower_prize_is_worth_more', `prizes.${lower.id}.sum`, {
            lower: lower.title,
            higher: higher.title,
          }),
        ]
      : [];
  });
}

function isHigher(a: Prize, b: Prize): boolean {
  if (!isKnown(a.tier) || !isKnown(b.tier) || !isKnown(a.sum) || !isKnown(b.sum)) return false;
  if (a.tier === 'extra' || b.tier === 'extra') return false;
  const sameKind = isKnown(a.scope) === isKnown(b.scope) && (!isKnown(a.scope) || a.scope === b.scope);
  return sameKind && prizeTiers.indexOf(a.tier) < prizeTiers.indexOf(b.tier);
}

const worth = ({ sum }: Prize): number => (isKnown(sum) ? sum : 0);

/** Likes and shares decide a prize of their own, and the prizes have none for them; or the other way round. */
export function audiencePrize({ plan: { prizes, scoring } }: Checked): Finding[] {
  if (!isKnown(prizes)) return [];
  const prize = prizes.find(({ basis }) => basis === 'audience');
  const mayBe = prizes.some(({ basis }) => !isKnown(basis));
  if (scoring.audience.mode === 'prize' && !prize && !mayBe)
    return [found('audience_prize_missing', 'scoring.audience.mode')];
  if (scoring.audience.mode === 'none' && prize)
    return [found('audience_prize_without_vote', `prizes.${prize.id}.basis`, { prize: prize.title })];
  return [];
}
