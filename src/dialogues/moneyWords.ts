import type { Contest } from '../actions/contest.js';
import { capital, unitName } from '../actions/registrations.js';
import type { Styled } from '../chat.js';
import { type Cost, costOf, type Money, type MoneyFault } from '../domain/money.js';
import type { Outcome } from '../domain/outcome.js';
import { stack, type Words } from '../words.js';

/** What a result costs beside what the plan has, and whatever is out of the ordinary, each in one line. */
export function describeMoney(t: Words, contest: Contest, outcome: Outcome): Styled {
  const { lines, total, planned, elsewhere, budget, faults } = costOf(contest.plan, outcome);
  return stack(
    [
      t('money.title'),
      ...lines.map(({ prize, count, sum }) =>
        sum === null
          ? t('money.lineNoSum', { prize, count })
          : t('money.line', { prize, count, sum: t.number(sum), total: t.number(count * sum) }),
      ),
      lines.length === 0 && t('money.nothing'),
      stack([t('money.total', { total: t.number(total.sum) }), describePlanned(t, planned, elsewhere)], ' '),
      describeElsewhere(t, elsewhere),
      describeUnknown(t, [...total.unknown, ...planned.unknown]),
      planned.unknown.length === 0 &&
        total.sum > planned.sum &&
        t('money.overPlan', { more: t.number(total.sum - planned.sum) }),
      budget !== null && describeOver(t, { budget, here: total.sum, elsewhere: elsewhere.sum }),
      ...faults.map((fault) => describeFault(t, contest, fault)),
    ],
    '\n',
  );
}

function describePlanned(t: Words, { sum, unknown }: Money, elsewhere: Cost['elsewhere']): Styled | null {
  const about = { planned: t.number(sum) };
  if (unknown.length > 0) return sum > 0 ? t('money.plannedPartly', about) : null;
  return elsewhere.titles.length > 0 ? t('money.plannedHere', about) : t('money.planned', about);
}

function describeElsewhere(t: Words, { titles, sum, unknown }: Cost['elsewhere']): Styled | null {
  if (titles.length === 0) return null;
  const prizes = titles.join(', ');
  if (unknown.length === 0) return t('money.elsewhere', { prizes, sum: t.number(sum) });
  if (unknown.length === titles.length) return t('money.elsewhereUnknown', { prizes });
  return t('money.elsewherePartly', { prizes, sum: t.number(sum), unknown: unknown.join(', ') });
}

const describeUnknown = (t: Words, titles: string[]): Styled | null =>
  titles.length > 0 ? t('money.unknown', { prizes: [...new Set(titles)].join(', ') }) : null;

/** One budget pays for what is won here and for what is won elsewhere. */
function describeOver(
  t: Words,
  { budget, here, elsewhere }: { budget: number; here: number; elsewhere: number },
): Styled | null {
  const more = here + elsewhere - budget;
  if (more <= 0) return null;
  const about = { budget: t.number(budget), more: t.number(more) };
  return elsewhere > 0 ? t('money.overBudgetTogether', about) : t('money.overBudget', about);
}

function describeFault(t: Words, contest: Contest, fault: MoneyFault): Styled {
  switch (fault.kind) {
    case 'tooMany': {
      const { prize, given, planned, sharing } = fault;
      return sharing.length > 0
        ? t('money.tooManyShared', { prize, given, planned, codes: sharing.join(', ') })
        : t('money.tooMany', { prize, given, planned });
    }
    case 'left': {
      const { prize, count } = fault;
      return fault.isOpen ? t('money.leftOpen', { prize, count }) : t('money.left', { prize, count });
    }
    case 'severalPrizes': {
      const { code, prizes } = fault;
      return t('money.severalPrizes', { code, count: prizes.length, prizes: prizes.join(', ') });
    }
    case 'severalEntries': {
      const { unit, codes } = fault;
      const name = capital(unitName(contest, unit));
      return t('money.severalEntries', { unit: name, count: codes.length, codes: codes.join(', ') });
    }
  }
}
