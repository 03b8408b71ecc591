import { z } from 'zod';
import { findCode } from '../actions/codes.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { entryName } from '../actions/entries.js';
import { entriesOfTeam } from '../actions/onBehalf.js';
import { disagree, takeOver, teamOfCode, teamOfPhone } from '../actions/onBehalfTakeOver.js';
import { unitName } from '../actions/registrations.js';
import { nameOf } from '../actions/roles.js';
import { findPhone } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import { tidy } from '../domain/text.js';
import type { Code, Registration } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { type Answers, beginForm, type Form, type Step, Stop } from './form.js';
import { offersOfTeam } from './status.js';

/**
 * Somebody for whom a coordinator has registered a team reads what was registered, and says himself whether
 * he agrees. One tap; with it the team is his.
 */

const choices = ({ t }: Turn) => [
  { label: t.plain('register.consentYes'), says: 'yes' },
  { label: t.plain('register.consentNo'), says: 'no' },
];

const agreeStep: Step = {
  name: 'agree',
  label: 'register.consentLabel',
  answer: z.string().min(1),
  ask: async (turn, answers) => {
    const { plan } = await contestOf(turn);
    return {
      text: stack([
        turn.t('onBehalf.agreeWhat', { what: String(answers.what) }),
        plan.texts.consent.text,
        turn.t('onBehalf.agreeAsk'),
      ]),
      choices: choices(turn),
    };
  },
  askShort: (turn) => ({ text: turn.t('onBehalf.agreeAsk'), choices: choices(turn) }),
  async read(turn, { says, text }, answers) {
    if (says === 'yes') return tidy(text);
    if (says !== 'no') throw new Refusal('register.consentUnclear');
    await disagree(turn, await contestOf(turn), await meantBy(turn, answers));
    return new Stop(turn.t('onBehalf.disagreed'));
  },
};

/** Which team he is asked about, and the code with which he came to it. */
const meantBy = async (
  turn: Turn,
  { team, code }: Answers,
): Promise<{ team: string; code: Code | null }> => ({
  team: String(team),
  code: code === undefined ? null : await findCode(turn, String(code)),
});

export const agree: Form = {
  name: 'agree',
  version: 1,
  title: 'onBehalf.agreeTitle',
  steps: [agreeStep],
  async finish(turn, answers) {
    const contest = await contestOf(turn);
    const meant = await meantBy(turn, answers);
    const { team, unit } = await takeOver(turn, contest, { ...meant, answer: String(answers.agree) });
    turn.say(
      turn.t('onBehalf.agreed', { team, unit: unitName(contest, unit) }),
      await offersOfTeam(turn, contest),
    );
  },
};

/** The code that the coordinator has handed on was typed. */
export async function beginTakingOver(turn: Turn, code: Code): Promise<void> {
  const { contest, registration } = await teamOfCode(turn, code);
  // The questions that are open here are another contest's.
  if (turn.chat.progress && turn.chat.contest !== contest.id)
    throw new Refusal('contests.unfinished', { contest: contest.plan.shortName });
  turn.chat.contest = contest.id;
  await beginAgreeing(turn, contest, registration, { code: code._id });
}

/** Somebody shares his own number, for which the messenger vouches: `false` where no team waits for it. */
export async function beginWithOwnNumber(turn: Turn): Promise<boolean> {
  const { event } = turn.update;
  if (event.kind !== 'contact' || !event.own) return false;
  const phone = findPhone(event.phone);
  const contest = await contestOf(turn);
  const registration = phone && (await teamOfPhone(turn, contest, phone));
  if (!registration) return false;
  await beginAgreeing(turn, contest, registration);
  return true;
}

export async function beginAgreeing(
  turn: Turn,
  contest: Contest,
  registration: Registration,
  given: { code?: string } = {},
): Promise<void> {
  const { _id: team, by, unit } = registration;
  const entries = (await entriesOfTeam(turn, registration)).map(entryName).join('; ');
  const about = {
    by: by ? await nameOf(turn, contest, by) : registration.contact,
    team: registration.team,
    unit: unitName(contest, unit),
    contact: registration.contact,
  };
  const what = entries
    ? turn.t.plain('onBehalf.whatEntries', { ...about, entries })
    : turn.t.plain('onBehalf.what', about);
  await beginForm(turn, agree, { ...given, team, what });
}
