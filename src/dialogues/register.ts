import { contestOf, intakeOf } from '../actions/contest.js';
import { hasConsented } from '../actions/giveConsent.js';
import { mayRegister, needOpenRegistration, needOwnPhone, registerTeam } from '../actions/registerTeam.js';
import { senderName, unitName } from '../actions/registrations.js';
import { submissionNow } from '../actions/submitEntry.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { chosenComponents, componentStep, headcountStep, participationOf } from './componentSteps.js';
import { consentStep } from './consentStep.js';
import { beginForm, type Form } from './form.js';
import { noRoomNow } from './roomWords.js';
import { confirmStep } from './steps.js';
import { changeable, checkTeam, contactStep, detailsIn, phoneStep, teamStep } from './teamSteps.js';
import { unitStep } from './unitStep.js';

/** A team registers: consent first, then its unit, its name, who answers for it, and how to reach him. */
export const register: Form = {
  name: 'register',
  version: 1,
  title: 'register.title',
  resumedBy: 'dangky',
  mayGoOn: async (turn) => needOpenRegistration(turn, await contestOf(turn)),
  steps: [
    consentStep({ title: 'register.consentTitle', refused: 'register.consentRefused' }),
    unitStep,
    componentStep,
    headcountStep,
    teamStep,
    contactStep,
    phoneStep(needOwnPhone),
    confirmStep({
      ask: checkTeam,
      yes: 'register.send',
      change: [...changeable],
    }),
  ],
  async finish(turn, answers) {
    const contest = await contestOf(turn);
    const registration = await registerTeam(turn, contest, detailsIn(answers));
    const { t } = turn;
    const { quota } = intakeOf(contest);
    const { submission } = contest.windows;
    const components = chosenComponents(contest, answers);
    const owesList = components.some(({ list }) => list);
    const hasVideo = components.some(({ kind }) => kind === 'video');
    const takes = hasVideo && submissionNow(turn, contest, registration.unit) === 'open';
    const full = hasVideo ? await noRoomNow(turn, contest, registration) : null;
    turn.say(
      stack([
        t('register.done', { team: registration.team, unit: unitName(contest, registration.unit) }),
        submission?.opens &&
          t('register.submitWhen', {
            opens: t.moment(submission.opens),
            closes: t.moment(submission.closes),
          }),
        full,
        quota !== null &&
          !full &&
          t('register.quota', { sender: senderName(contest, registration.sender), quota }),
        owesList && t('register.listNext'),
      ]),
      [
        owesList && { label: t.plain('list.formTitle'), says: '/danhsach' },
        takes && !full && { label: t.plain('menu.submit'), says: '/nopbai' },
        { label: t.plain('menu.status'), says: '/trangthai' },
      ].filter((offer) => offer !== false),
    );
  },
};

export async function beginRegistration(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  await mayRegister(turn, contest);
  const consented = await hasConsented(turn, contest);
  await beginForm(turn, register, { ...(consented && { consent: 'yes' }), ...participationOf(contest) });
}
