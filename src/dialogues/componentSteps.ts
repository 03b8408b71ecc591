import { z } from 'zod';
import { type Contest, contestOf } from '../actions/contest.js';
import { readCount } from '../domain/answers.js';
import {
  componentChoices,
  countsPeople,
  limitsStage,
  needHeadcount,
  teamSize,
} from '../domain/participation.js';
import type { Component } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import type { Offer, Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import type { Answers, Step } from './form.js';
import { typedIn } from './input.js';
import { chooseOne } from './steps.js';

/** What the form has to know of its contest before it asks: nothing of it where there is no choice. */
export function participationOf({ plan }: Contest): Answers {
  const counted = plan.components.filter(countsPeople).map(({ id }) => id);
  return { choosesComponents: componentChoices(plan) !== null, counted };
}

const ids = z.array(z.string());

/** The forms of the contest that were chosen; all where there is no choice. */
export function chosenComponents({ plan }: Contest, answers: Answers): Component[] {
  const chosen = ids.safeParse(answers.components);
  return chosen.success ? plan.components.filter(({ id }) => chosen.data.includes(id)) : plan.components;
}

export const titlesOf = (components: readonly Component[]): string =>
  components.map(({ title }) => title).join(' + ');

/** Which forms a unit takes part in: one, or several. */
export const componentStep: Step = {
  name: 'components',
  label: 'register.componentsLabel',
  when: ({ choosesComponents }) => choosesComponents === true,
  answer: ids.min(1),
  ask: async (turn) => ({ text: turn.t('register.componentsAsk'), choices: await offers(turn) }),
  read: async (turn, input) => {
    if ((await offers(turn)).some(({ says }) => says === input.says)) return input.says?.split('+');
    throw chooseOne(turn);
  },
};

async function offers(turn: Turn): Promise<Offer[]> {
  const { plan } = await contestOf(turn);
  return (componentChoices(plan) ?? []).map((components) => ({
    label: titlesOf(components),
    says: components.map(({ id }) => id).join('+'),
  }));
}

/** How many people a team has, where the plan bounds it or lets nobody else take part. */
export const headcountStep: Step = {
  name: 'headcount',
  label: 'register.headcountLabel',
  when: (answers) => {
    const counted = ids.safeParse(answers.counted).data ?? [];
    const chosen = ids.safeParse(answers.components).data ?? counted;
    return counted.some((id) => chosen.includes(id));
  },
  answer: z.int().positive(),
  ask: async (turn, answers) => {
    const counted = chosenComponents(await contestOf(turn), answers).filter(countsPeople);
    const { t } = turn;
    const components = titlesOf(counted);
    const ask = counted.some(limitsStage)
      ? t('register.headcountAsk', { components })
      : t('register.headcountAskTeam', { components });
    return { text: stack([ask, sizeIn(t, counted)], ' ') };
  },
  read: async (turn, input, answers) => {
    const headcount = readCount(typedIn(input).replace(/ *người$/iu, ''));
    if (headcount === null) throw new Refusal('register.headcountUnclear');
    needHeadcount(chosenComponents(await contestOf(turn), answers), headcount);
    return headcount;
  },
};

/** Between what numbers the plan wants it. */
function sizeIn(t: Words, components: readonly Component[]) {
  const size = teamSize(components);
  if (!size) return null;
  const { least, most } = size;
  if (most === null) return t('register.teamAtLeast', { least });
  return least === most ? t('register.teamExactly', { most }) : t('register.teamBetween', { least, most });
}
