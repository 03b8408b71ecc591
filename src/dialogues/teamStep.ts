import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { teamsToActFor } from '../actions/onBehalf.js';
import { unitName } from '../actions/registrations.js';
import { Refusal } from '../domain/refusal.js';
import { fold } from '../domain/text.js';
import type { Registration } from '../store/documents.js';
import type { Offer, Turn } from '../turn.js';
import type { Label } from '../words.js';
import { Again, type Step } from './form.js';
import { typedIn } from './input.js';

/** A longer list is no help on a phone: who doesn't find the team in it types a part of its name. */
const MOST_SHOWN = 8;

type Which = (team: Registration) => boolean;

/** One of the teams of a coordinator's units: by number, or by a part of its name or its unit's. */
export const teamStepFor = ({ ask, which }: { ask: Label; which: Which }): Step => ({
  name: 'for',
  label: 'confirm.whatLabel',
  answer: z.string(),
  ask: async (turn) => {
    const offers = await offersOf(turn, which);
    return {
      text: turn.t(offers.length > MOST_SHOWN ? 'onBehalf.whichOfMany' : ask, { count: offers.length }),
      choices: offers.slice(0, MOST_SHOWN),
    };
  },
  async read(turn, input) {
    const offers = await offersOf(turn, which);
    if (offers.some(({ says }) => says === input.says)) return input.says;
    const typed = fold(typedIn(input));
    const found = offers.filter(({ label }) => fold(label).includes(typed));
    const [only, ...others] = found;
    if (!typed || !only) throw new Refusal('onBehalf.teamNone', { typed: input.text });
    if (others.length === 0) return only.says;
    return new Again({
      text: turn.t('onBehalf.whichOfMany', { count: found.length }),
      choices: found.slice(0, MOST_SHOWN),
    });
  },
});

/** Refuses who has none. */
export async function teamsToChoose(turn: Turn, which: Which): Promise<Registration[]> {
  const teams = (await teamsToActFor(turn, await contestOf(turn))).filter(which);
  if (teams.length === 0) throw new Refusal('onBehalf.noTeams');
  return teams;
}

async function offersOf(turn: Turn, which: Which): Promise<Offer[]> {
  const contest = await contestOf(turn);
  return (await teamsToChoose(turn, which)).map(({ _id, team, unit }) => ({
    label: turn.t.plain('onBehalf.teamOf', { team, unit: unitName(contest, unit) }),
    says: _id,
  }));
}
