import { z } from 'zod';
import {
  type Contest,
  contestOf,
  exampleMaker,
  isPickable,
  kindAbove,
  kindsOf,
  madeBy,
} from '../actions/contest.js';
import { capital, unitName } from '../actions/registrations.js';
import type { Styled } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import { fold } from '../domain/text.js';
import type { UnitFound } from '../domain/units.js';
import type { Offer, Turn } from '../turn.js';
import { Again, type Step } from './form.js';

/** A unit's code; with the hamlet that was typed before its name, since its teams count for the commune. */
export const home = z.union([z.string(), z.object({ unit: z.string(), hamlet: z.string() })]);

export const whereIs = (answer: z.output<typeof home>) =>
  typeof answer === 'string' ? { unit: answer } : answer;

/** `thôn Kỳ Thọ Nam 2, xã Hành Đức, huyện Nghĩa Hành`. */
export function homeName(contest: Contest, answer: unknown): string {
  const { unit, hamlet } = { hamlet: '', ...whereIs(home.parse(answer)) };
  return withHamlet(hamlet, unitName(contest, unit));
}

const withHamlet = (hamlet: string, unit: string): string => (hamlet ? `${hamlet}, ${unit}` : unit);

/** A longer list is no help on a phone: who doesn't find his place in it types more of its name. */
const MOST_SHOWN = 8;
const MOST_FOUND = 200;

type AsksUnit = 'register.unitAsk' | 'onBehalf.unitAsk';

type Within = (turn: Turn) => Promise<(unit: string) => boolean>;

/**
 * A team's unit is picked from the list, however its name is typed. `within`: only some of the units are
 * meant; what is found elsewhere is refused by `refuse`.
 */
export const unitStepFor = (about: {
  ask: AsksUnit;
  within?: Within;
  refuse?(turn: Turn, unit: string): Promise<void>;
}): Step => ({
  name: 'unit',
  label: 'register.unitLabel',
  answer: home,
  ask: async (turn) => ({ text: await askUnit(turn, about.ask) }),
  read: async (turn, input) => {
    const contest = await contestOf(turn);
    if (input.says === 'no') return new Again({ text: await askUnit(turn, about.ask) });
    const [code = '', hamlet] = input.says?.split('\n') ?? [];
    const unit = contest.units.get(code);
    if (unit && isPickable(contest, unit)) return hamlet ? { unit: unit.code, hamlet } : unit.code;
    if (input.event.kind !== 'text') throw new Refusal('form.textPlease');
    const found = contest.units
      .find(input.text, { under: contest.plan.units.root, limit: MOST_FOUND })
      .filter((each) => isPickable(contest, each.unit));
    const isMeant = (await about.within?.(turn)) ?? (() => true);
    const meant = found.filter((each) => isMeant(each.unit.code));
    const [elsewhere] = found;
    if (meant.length === 0 && elsewhere) await about.refuse?.(turn, elsewhere.unit.code);
    return pick(turn, contest, input.text, meant);
  },
});

const askUnit = async (turn: Turn, ask: AsksUnit): Promise<Styled> => {
  const contest = await contestOf(turn);
  const kinds = kindsOf(contest, madeBy(contest));
  return ask === 'register.unitAsk'
    ? turn.t(ask, { kinds, example: fold(exampleMaker(contest)) })
    : turn.t(ask, { kinds });
};

export const unitStep = unitStepFor({ ask: 'register.unitAsk' });

/** Asks whether it is this one, or which of several. */
function pick(turn: Turn, contest: Contest, typed: string, meant: UnitFound[]): Again {
  const { t } = turn;
  const { units, plan } = contest;
  const kinds = kindsOf(contest, madeBy(contest));
  const above = nameAbove(turn, contest);
  const found = meant.map((each) => offerOf(turn, contest, each));
  const [only, ...others] = found;
  if (!only) {
    const higher = units.search(typed, { under: plan.units.root, limit: 1 })[0];
    if (higher && higher.level !== madeBy(contest))
      throw new Refusal('register.unitTooHigh', { unit: capital(units.fullName(higher)), kinds });
    throw new Refusal('register.unitNone', { typed, kinds });
  }
  if (others.length === 0)
    return new Again({
      text: t('register.unitIsIt', { unit: only.label }),
      choices: [
        { label: t.plain('register.unitYes'), says: only.says },
        { label: t.plain('register.unitNo'), says: 'no' },
      ],
    });
  const shown = found.slice(0, MOST_SHOWN);
  const more = found.length - shown.length;
  return new Again({
    text:
      more > 0
        ? t('register.unitPickSome', {
            ...{ count: found.length, shown: shown.length, more, above },
            example: only.label,
          })
        : t('register.unitPick', { count: found.length, above }),
    choices: shown,
  });
}

/** By what a unit is told from another of its name. */
export const nameAbove = ({ t }: Turn, contest: Contest): string =>
  t.plain('register.unitAbove', { kind: kindAbove(contest) ?? t.plain('register.unitKind') });

/** Names the unit as it is called now, and as it was called if it was found by that. */
function offerOf({ t }: Turn, { units }: Contest, { unit, former, hamlet }: UnitFound): Offer {
  const label = withHamlet(hamlet ?? '', units.fullName(unit));
  const says = hamlet ? `${unit.code}\n${hamlet}` : unit.code;
  if (!former) return { label, says };
  const sentence = former.extent === 'part' ? 'register.unitWasPart' : 'register.unitWas';
  return { label: t.plain(sentence, { unit: label, former: former.fullName }), says };
}
