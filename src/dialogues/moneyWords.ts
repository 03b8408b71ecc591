import type { Contest } from '../actions/contest.js';
import { capital, unitName } from '../actions/registrations.js';
import type { Styled } from '../chat.js';
import { type MoneyFault, moneyOf } from '../domain/money.js';
import type { Outcome } from '../domain/outcome.js';
import { stack, type Words } from '../words.js';

/** What a result costs beside what the plan has, and whatever is out of the ordinary, each in one line. */
export function describeMoney(t: Words, contest: Contest, outcome: Outcome): Styled {
  const { lines, total, planned, budget, faults } = moneyOf(contest.plan, outcome);
  const over = (most: number) => t.number(total - most);
  return stack(
    [
      t('money.title'),
      ...lines.map(({ prize, count, sum }) =>
        sum === null
          ? t('money.lineNoSum', { prize, count })
          : t('money.line', { prize, count, sum: t.number(sum), total: t.number(count * sum) }),
      ),
      lines.length === 0 && t('money.nothing'),
      t('money.total', { total: t.number(total), planned: t.number(planned) }),
      total > planned && t('money.overPlan', { more: over(planned) }),
      budget !== null &&
        total > budget &&
        t('money.overBudget', { budget: t.number(budget), more: over(budget) }),
      ...faults.map((fault) => describeFault(t, contest, fault)),
    ],
    '\n',
  );
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
