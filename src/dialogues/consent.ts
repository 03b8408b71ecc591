import { contestOf } from '../actions/contest.js';
import { entriesOf } from '../actions/entries.js';
import {
  consentStands,
  hasConsented,
  mayWithdrawConsent,
  tellConsentGivenAgain,
  withdrawConsent,
} from '../actions/giveConsent.js';
import { registrationOf } from '../actions/registrations.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { agreeToRules } from './acceptRules.js';
import { consentStep } from './consentStep.js';
import { beginForm, type Form, leaveForm } from './form.js';
import { beginAgreeing } from './onBehalfAgree.js';
import { beginRegistration } from './register.js';
import { rulesOwed } from './rulesOwed.js';
import { offersOfTeam } from './status.js';
import { choiceStep } from './steps.js';

/** The consent to the processing of data is taken back at any time, and may be given again. */

export const takeConsentBack: Form = {
  name: 'takeConsentBack',
  version: 1,
  title: 'consent.backTitle',
  steps: [
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: async (turn) => {
        const entries = await entriesOf(turn, await contestOf(turn));
        const live = entries.filter(({ state }) => state === 'submitted').map(({ code }) => code);
        return stack([
          turn.t('consent.backAsk'),
          live.length > 0
            ? turn.t('consent.backKeepsEntries', { entries: live.join(', ') })
            : turn.t('consent.backKeeps'),
          turn.t('consent.backLater'),
        ]);
      },
      offers: { yes: (t) => t.plain('consent.backYes'), no: (t) => t.plain('consent.backNo') },
    }),
  ],
  async finish(turn, answers) {
    if (answers.sure !== 'yes') return turn.say(turn.t('consent.kept'));
    await withdrawConsent(turn, await contestOf(turn));
    // What was being filled in meanwhile asks for data that may not be kept any more.
    leaveForm(turn);
    turn.say(turn.t('consent.withdrawn', { at: turn.t.moment(turn.now) }));
  },
};

/** `/rutdongy`. It doesn't wait until another form is finished: that one goes on if he thinks better of it. */
export async function beginTakingConsentBack(turn: Turn): Promise<void> {
  await mayWithdrawConsent(turn, await contestOf(turn));
  await beginForm(turn, takeConsentBack, {}, { over: true });
}

export const consentAgain: Form = {
  name: 'consentAgain',
  version: 1,
  title: 'consent.againTitle',
  steps: [consentStep({ title: 'consent.againRead', refused: 'consent.againRefused' })],
  async finish(turn) {
    const contest = await contestOf(turn);
    await tellConsentGivenAgain(turn, contest);
    turn.say(turn.t('consent.again', { at: turn.t.moment(turn.now) }), await offersOfTeam(turn, contest));
  },
};

/**
 * `/dongy`: a team that had taken its consent back takes part again; who owes an agreement to new rules is asked
 * for that; anybody else begins to register.
 */
export async function beginConsent(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  const registration = await registrationOf(turn, contest);
  const consented = await hasConsented(turn, contest);
  const owed = !registration || consented ? await rulesOwed(turn, contest) : null;
  if (owed) {
    const isAsked = turn.chat.menu?.choices.some(({ says }) => says === owed.offer.says);
    if (isAsked) return agreeToRules(turn, String(owed.version));
    return turn.say(owed.text, [owed.offer, { label: turn.t.plain('menu.rules'), says: '/thele' }]);
  }
  if (!registration) return beginRegistration(turn);
  if (consented) throw new Refusal('consent.stands');
  // A coordinator has said it for him until now.
  if (registration.by && (await consentStands(turn, contest, turn.person)))
    return beginAgreeing(turn, contest, registration);
  await beginForm(turn, consentAgain);
}
