import type { Contest } from '../actions/contest.js';
import { Refusal } from '../domain/refusal.js';
import { fold } from '../domain/text.js';
import type { Unit } from '../domain/units.js';
import type { Turn } from '../turn.js';
import { Again } from './form.js';

/** The code of the one unit that was meant, in what lies `within`; or a list to pick from. */
export function unitMeant(
  turn: Turn,
  { units, plan }: Contest,
  typed: string,
  within: readonly string[],
): string | Again {
  const isIn = ({ code }: Unit) =>
    code !== plan.units.root && within.some((above) => units.isUnder(code, above));
  const found = units.search(typed, { under: plan.units.root, limit: 40 }).filter(isIn).slice(0, 8);
  if (found.length === 0) throw new Refusal('invite.unitNone', { typed });
  // "huyện Mộ Đức" is that district, although its town is called Mộ Đức too.
  const spelt = found.filter((unit) => fold(units.shortName(unit)) === fold(typed));
  const [only, ...others] = spelt.length > 0 ? spelt : found;
  if (only && others.length === 0) return only.code;
  return new Again({
    text: turn.t('register.unitPick', { count: found.length }),
    choices: found.map((unit) => ({ label: units.fullName(unit), says: unit.code })),
  });
}
