import { z } from 'zod';
import { type Contest, contestOf } from '../actions/contest.js';
import type { TeamDetails } from '../actions/registerTeam.js';
import type { Styled } from '../chat.js';
import { findPhone } from '../domain/answers.js';
import { isHardlyPerson, isHardlyTeam } from '../domain/personNames.js';
import { Refusal } from '../domain/refusal.js';
import { showPhone } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { agreeing } from './acceptRules.js';
import { chosenComponents, titlesOf } from './componentSteps.js';
import { Again, type Answers, type Step } from './form.js';
import { noRoomAhead } from './roomWords.js';
import { textStep } from './steps.js';
import { home, homeName, whereIs } from './unitStep.js';

/** What is asked about a team, by whomever it is registered. */

const hasLetters = (text: string): boolean => /\p{L}/u.test(text);

/** Something that is hardly what was asked for is asked about once, and kept if it is. */
const doubting = (
  step: Step,
  doubts: (text: string) => boolean,
  ask: 'register.teamDoubt' | 'register.contactDoubt',
): Step => ({
  ...step,
  async read(turn, input, answers) {
    const sure = /^sure:(.+)$/.exec(input.says ?? '')?.[1];
    if (sure !== undefined) return sure;
    const text = await step.read(turn, input, answers);
    if (typeof text !== 'string' || !doubts(text)) return text;
    return new Again({
      text: turn.t(ask, { typed: text }),
      choices: [{ label: turn.t.plain('register.doubtYes'), says: `sure:${text}` }],
    });
  },
});

const typedTeam = textStep({
  name: 'team',
  label: 'register.teamLabel',
  length: [2, 100],
  ask: (turn) => turn.t('register.teamAsk'),
  check: (text) => {
    if (!hasLetters(text)) throw new Refusal('register.teamNoName');
  },
});

const typedContact = textStep({
  name: 'contact',
  label: 'register.contactLabel',
  length: [2, 60],
  ask: (turn) => turn.t('register.contactAsk'),
  check: (text) => {
    if (!hasLetters(text)) throw new Refusal('register.contactNoName');
  },
});

export const teamStep = doubting(typedTeam, isHardlyTeam, 'register.teamDoubt');
export const contactStep = doubting(typedContact, isHardlyPerson, 'register.contactDoubt');

/** `need` refuses a number that can't be this contact's. */
export const phoneStep = (need: (turn: Turn, contest: Contest, phone: string) => Promise<void>): Step => ({
  name: 'phone',
  label: 'register.phoneLabel',
  answer: z.string(),
  ask: (turn) => ({ text: turn.t('register.phoneAsk') }),
  read: async (turn, input) => {
    const { event, text } = input;
    if (event.kind !== 'contact' && event.kind !== 'text') throw new Refusal('register.phonePlease');
    const phone = findPhone(event.kind === 'contact' ? event.phone : text);
    if (!phone) throw new Refusal('register.phoneBad');
    await need(turn, await contestOf(turn), phone);
    return phone;
  },
});

/** Everything that was answered, and that nothing can be handed in as things stand where that is so. */
export async function checkTeam(turn: Turn, answers: Answers): Promise<Styled> {
  const contest = await contestOf(turn);
  const { t } = turn;
  const chosen = chosenComponents(contest, answers);
  const hasVideo = chosen.some(({ kind }) => kind === 'video');
  const answered = stack(
    [
      t('register.check', {
        unit: homeName(contest, answers.unit),
        team: String(answers.team),
        contact: String(answers.contact),
        phone: showPhone(String(answers.phone)),
      }),
      answers.components !== undefined && t('register.checkComponents', { components: titlesOf(chosen) }),
      answers.headcount !== undefined &&
        t('register.checkHeadcount', { headcount: Number(answers.headcount) }),
      agreeing(turn, contest),
    ],
    '\n',
  );
  const { unit } = whereIs(home.parse(answers.unit));
  return stack([answered, hasVideo && (await noRoomAhead(turn, contest, unit))]);
}

/** What of it may be changed at the check. */
export const changeable = [
  { step: 'unit', label: 'register.unitLabel' },
  { step: 'components', label: 'register.componentsLabel', also: ['headcount'] },
  { step: 'headcount', label: 'register.headcountLabel' },
  { step: 'team', label: 'register.teamLabel' },
  { step: 'contact', label: 'register.contactLabel' },
  { step: 'phone', label: 'register.phoneLabel' },
] as const;

const details = z.object({
  unit: home,
  team: z.string(),
  contact: z.string(),
  phone: z.string(),
  components: z.array(z.string()).optional(),
  headcount: z.number().optional(),
});

export function detailsIn(answers: Answers): TeamDetails {
  const given = details.parse(answers);
  return { ...given, ...whereIs(given.unit) };
}
