import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { giveConsent, refuseConsent } from '../actions/giveConsent.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { type Label, stack } from '../words.js';
import { type Question, type Step, Stop } from './form.js';

/** Shows the whole text under its `title` and takes a clear answer. `refused` is said to who says no. */
export const consentStep = ({ title, refused }: { title: Label; refused: Label }): Step => ({
  name: 'consent',
  label: 'register.consentLabel',
  answer: z.literal('yes'),
  ask: async (turn) => {
    const { plan } = await contestOf(turn);
    const short = askShort(turn);
    return { ...short, text: stack([turn.t(title), plan.texts.consent.text, short.text]) };
  },
  askShort,
  read: async (turn, input) => {
    if (input.says === 'no') {
      await refuseConsent(turn, await contestOf(turn));
      return new Stop(turn.t(refused));
    }
    if (input.says !== 'yes') throw new Refusal('register.consentUnclear');
    await giveConsent(turn, await contestOf(turn), input.text);
    return 'yes';
  },
});

const askShort = ({ t }: Turn): Question => ({
  text: t('register.consentAsk'),
  choices: [
    { label: t.plain('register.consentYes'), says: 'yes' },
    { label: t.plain('register.consentNo'), says: 'no' },
  ],
});
