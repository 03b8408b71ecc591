import { z } from 'zod';
import { type Contest, contestOf, isPickable } from '../actions/contest.js';
import { missedAmong } from '../actions/missed.js';
import { isUnmet } from '../actions/onBehalf.js';
import { mayRegisterOnBehalf, needFreePhone, registerOnBehalf } from '../actions/onBehalfRegister.js';
import { covers, needRight, rightOf } from '../actions/permissions.js';
import { needOpenRegistration } from '../actions/registerTeam.js';
import { unitName } from '../actions/registrations.js';
import { tidy } from '../domain/text.js';
import type { Registration } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { chosenComponents, componentStep, headcountStep, participationOf } from './componentSteps.js';
import { beginForm, type Form, type Question, type Step, Stop } from './form.js';
import { noRoomNow } from './roomWords.js';
import { chooseOne, confirmStep } from './steps.js';
import { changeable, checkTeam, contactStep, detailsIn, phoneStep, teamStep } from './teamSteps.js';
import { unitStepFor } from './unitStep.js';

/** The coordinator states that the contact has agreed to what he reads out; it is kept in his words. */
const agreedStep: Step = {
  name: 'agreed',
  label: 'register.consentLabel',
  answer: z.string().min(1),
  ask: async (turn) => {
    const { plan } = await contestOf(turn);
    const short = askAgreed(turn);
    return { ...short, text: stack([turn.t('onBehalf.agreedTitle'), plan.texts.consent.text, short.text]) };
  },
  askShort: askAgreed,
  read: (turn, { says, text }) => {
    if (says === 'no') return new Stop(turn.t('onBehalf.notAgreed'));
    if (says !== 'yes') throw chooseOne(turn);
    return tidy(text);
  },
};

function askAgreed({ t }: Turn): Question {
  return {
    text: t('onBehalf.agreedAsk'),
    choices: [
      { label: t.plain('onBehalf.agreedYes'), says: 'yes' },
      { label: t.plain('onBehalf.agreedNo'), says: 'no' },
    ],
  };
}

const unitStep = unitStepFor({
  ask: 'onBehalf.unitAsk',
  within: async (turn) => {
    const contest = await contestOf(turn);
    const right = await rightOf(turn, contest, 'actOnBehalf');
    return (unit) => covers(contest, right, unit);
  },
  refuse: async (turn, unit) => needRight(turn, await contestOf(turn), 'actOnBehalf', unit),
});

/** A coordinator registers a team whose contact can't, or would rather not. */
export const registerFor: Form = {
  name: 'registerFor',
  version: 1,
  title: 'onBehalf.registerTitle',
  resumedBy: 'dangkythay',
  mayGoOn: async (turn) => needOpenRegistration(turn, await contestOf(turn)),
  steps: [
    agreedStep,
    unitStep,
    componentStep,
    headcountStep,
    teamStep,
    contactStep,
    phoneStep(needFreePhone),
    confirmStep({ ask: checkTeam, yes: 'register.send', change: [...changeable] }),
  ],
  async finish(turn, answers) {
    const contest = await contestOf(turn);
    const agreed = String(answers.agreed);
    const registration = await registerOnBehalf(turn, contest, { ...detailsIn(answers), agreed });
    const { t } = turn;
    const hasVideo = chosenComponents(contest, answers).some(({ kind }) => kind === 'video');
    const full = hasVideo ? await noRoomNow(turn, contest, registration) : null;
    const { team, unit, contact } = registration;
    turn.say(
      stack([
        t('onBehalf.registered', { team, unit: unitName(contest, unit), contact }),
        await contactTold(turn, contest, registration),
        full,
      ]),
      [
        ...(hasVideo && !full
          ? [{ label: t.plain('onBehalf.submitTitle'), says: `/guithay ${registration._id}` }]
          : []),
        ...(isUnmet(registration.person) ? [{ label: t.plain('onBehalf.codeOffer'), says: '/nhandoi' }] : []),
      ],
    );
  },
};

/** That the contact has heard, or how he comes to hear; nothing where he did it himself. */
async function contactTold(turn: Turn, contest: Contest, { person, contact }: Registration) {
  const { t } = turn;
  if (person === turn.person) return null;
  if (isUnmet(person)) return t('onBehalf.codeNext', { contact });
  const [missed] = await missedAmong(turn, contest, [person]);
  return missed ? t('onBehalf.contactMissed', { who: missed.who }) : t('onBehalf.contactTold', { contact });
}

/** `/dangkythay` */
export async function beginRegisteringFor(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  await mayRegisterOnBehalf(turn, contest);
  const unit = await onlyUnit(turn, contest);
  await beginForm(turn, registerFor, { ...(unit && { unit }), ...participationOf(contest) });
}

/** Who answers for one commune needn't say which. */
async function onlyUnit(turn: Turn, contest: Contest): Promise<string | null> {
  const right = await rightOf(turn, contest, 'actOnBehalf');
  if (right.kind !== 'units' || right.units.length !== 1) return null;
  const unit = contest.units.get(right.units[0] ?? '');
  return unit && isPickable(contest, unit) ? unit.code : null;
}
