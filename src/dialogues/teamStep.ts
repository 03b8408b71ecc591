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

type Choosing = {
  ask: Label;
  which: Which;
  /** For which teams there is no room any more: they are shown as such. */
  isFull?: (turn: Turn, team: Registration) => Promise<boolean>;
};

/** One of the teams of a coordinator's units: by number, or by a part of its name or its unit's. */
export const teamStepFor = ({ ask, which, isFull }: Choosing): Step => ({
  name: 'for',
  label: 'confirm.whatLabel',
  answer: z.string(),
  ask: async (turn) => {
    const offers = await offersOf(turn, which);
    return {
      text: turn.t(offers.length > MOST_SHOWN ? 'onBehalf.whichOfMany' : ask, { count: offers.length }),
      choices: await shown(turn, offers, isFull),
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
      choices: await shown(turn, found, isFull),
    });
  },
});

/** Refuses who has none. */
export async function teamsToChoose(turn: Turn, which: Which): Promise<Registration[]> {
  const teams = (await teamsToActFor(turn, await contestOf(turn))).filter(which);
  if (teams.length === 0) throw new Refusal('onBehalf.noTeams');
  return teams;
}

type TeamOffer = Offer & { team: Registration };

async function offersOf(turn: Turn, which: Which): Promise<TeamOffer[]> {
  const contest = await contestOf(turn);
  return (await teamsToChoose(turn, which)).map((team) => ({
    label: turn.t.plain('onBehalf.teamOf', { team: team.team, unit: unitName(contest, team.unit) }),
    says: team._id,
    team,
  }));
}

/** The first of them, those that are full with a word about it. */
const shown = (turn: Turn, offers: readonly TeamOffer[], isFull: Choosing['isFull']): Promise<Offer[]> =>
  Promise.all(
    offers.slice(0, MOST_SHOWN).map(async ({ label, says, team }) => ({
      label: (await isFull?.(turn, team)) ? turn.t.plain('onBehalf.teamFull', { team: label }) : label,
      says,
    })),
  );
