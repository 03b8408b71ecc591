import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { giveConsent, refuseConsent } from '../actions/giveConsent.js';
import type { Styled } from '../chat.js';
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
    return { ...short, text: stack([turn.t(title), inParagraphs(plan.texts.consent.text), short.text]) };
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

/** The same words as a phone shows them best: each line apart, what stands before its colon in bold. */
function inParagraphs(text: string): Styled {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return stack(
    lines.map((line, index): Styled => {
      const [heading] = index === 0 ? [line] : (/^[^.;:]{1,80}:/.exec(line) ?? []);
      return { text: line, styles: heading ? [{ start: 0, length: heading.length, style: 'bold' }] : [] };
    }),
  );
}

const askShort = ({ t }: Turn): Question => ({
  text: t('register.consentAsk'),
  choices: [
    { label: t.plain('register.consentYes'), says: 'yes' },
    { label: t.plain('register.consentNo'), says: 'no' },
  ],
});
