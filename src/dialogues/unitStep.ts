import { z } from 'zod';
import { type Contest, contestOf, isPickable, madeBy } from '../actions/contest.js';
import { capital } from '../actions/registrations.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { Again, type Step } from './form.js';

/** A longer list is no help on a phone: who doesn't find his place in it types more of its name. */
const MOST_SHOWN = 8;
const MOST_FOUND = 200;

/** A team's unit is picked from the list, however its name is typed. */
export const unitStep: Step = {
  name: 'unit',
  label: 'register.unitLabel',
  answer: z.string(),
  ask: (turn) => ({ text: turn.t('register.unitAsk') }),
  read: async (turn, input) => {
    const contest = await contestOf(turn);
    if (input.says === 'no') return new Again({ text: turn.t('register.unitAsk') });
    const unit = input.says ? contest.units.get(input.says) : undefined;
    if (unit && isPickable(contest, unit)) return unit.code;
    if (input.event.kind !== 'text') throw new Refusal('form.textPlease');
    return pick(turn, contest, input.text);
  },
};

/** Asks whether it is this one, or which of several. */
function pick({ t }: Turn, contest: Contest, typed: string): Again {
  const { units, plan } = contest;
  const found = units
    .search(typed, { under: plan.units.root, limit: MOST_FOUND })
    .filter((unit) => isPickable(contest, unit));
  const [only, ...others] = found;
  if (!only) {
    const higher = units.search(typed, { under: plan.units.root, limit: 1 })[0];
    if (higher && higher.level !== madeBy(contest))
      throw new Refusal('register.unitTooHigh', { unit: capital(units.fullName(higher)) });
    throw new Refusal('register.unitNone', { typed });
  }
  if (others.length === 0)
    return new Again({
      text: t('register.unitIsIt', { unit: units.fullName(only) }),
      choices: [
        { label: t.plain('register.unitYes'), says: only.code },
        { label: t.plain('register.unitNo'), says: 'no' },
      ],
    });
  const shown = found.slice(0, MOST_SHOWN);
  const more = found.length - shown.length;
  return new Again({
    text:
      more > 0
        ? t('register.unitPickSome', { count: found.length, shown: shown.length, more })
        : t('register.unitPick', { count: found.length }),
    choices: shown.map((unit) => ({ label: units.fullName(unit), says: unit.code })),
  });
}
