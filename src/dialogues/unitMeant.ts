import type { Contest } from '../actions/contest.js';
import { Refusal } from '../domain/refusal.js';
import { fold } from '../domain/text.js';
import type { Unit, UnitLevel, Units } from '../domain/units.js';
import type { Turn } from '../turn.js';
import { Again } from './form.js';
import { nameAbove } from './unitStep.js';

/** The code of the one unit that was meant, in what lies `within`, of any level or of one; or a list to pick from. */
export function unitMeant(
  turn: Turn,
  contest: Contest,
  typed: string,
  within: readonly string[],
  level?: UnitLevel,
): string | Again {
  const { units, plan } = contest;
  const isIn = ({ code, ...unit }: Unit) =>
    code !== plan.units.root &&
    (level === undefined || unit.level === level) &&
    within.some((above) => units.isUnder(code, above));
  const clusters = clustersMeant(units, typed).filter(isIn);
  const found = (
    clusters.length > 0 ? clusters : units.search(typed, { under: plan.units.root, limit: 40 }).filter(isIn)
  ).slice(0, 8);
  if (found.length === 0) throw new Refusal('invite.unitNone', { typed });
  // "huyện Mộ Đức" is that district, although its town is called Mộ Đức too.
  const spelt = found.filter((unit) => fold(units.shortName(unit)) === fold(typed));
  const [only, ...others] = spelt.length > 0 ? spelt : found;
  if (only && others.length === 0)
    return isSaid(units, only, typed)
      ? only.code
      : new Again({
          text: turn.t('invite.unitIsIt', { unit: units.fullName(only) }),
          choices: [{ label: turn.t.plain('register.unitYes'), says: only.code }],
        });
  return new Again({
    text: turn.t('register.unitPick', { count: found.length, above: nameAbove(turn, contest) }),
    choices: found.map((unit) => ({ label: units.fullName(unit), says: unit.code })),
  });
}

/**
 * Whoever says "cụm" means one, also where a commune has the very name: a contest names its clusters at
 * length, after all that was put together.
 */
function clustersMeant({ all }: Units, typed: string): Unit[] {
  const name = /^cum (.+)$/.exec(fold(typed))?.[1];
  if (!name) return [];
  const clusters = all.filter(({ level }) => level === 'cluster');
  const named = clusters.filter((unit) => ` ${fold(unit.name)}`.includes(` ${name}`));
  // Somebody's name may follow, or a word that is none of the cluster's.
  return named.length > 0 ? named : clusters.filter((unit) => name.startsWith(`${bareName(unit)} `));
}

const bareName = ({ name }: Unit): string => fold(name.replace(/\(.*\)/, ''));

/** Does the unit have every word of it, as it was typed? What was only guessed is asked about. */
const isSaid = (units: Units, unit: Unit, typed: string): boolean =>
  lettersOf(units.fullName(unit)).includes(lettersOf(typed));

const lettersOf = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '');
