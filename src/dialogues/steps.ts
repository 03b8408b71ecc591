import { z } from 'zod';
import { platformOf } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import { fold, tidy } from '../domain/text.js';
import type { Offer, Turn } from '../turn.js';
import type { Label, Words } from '../words.js';
import { Again, type Answers, type Question, Reopen, type Step } from './form.js';
import { typedIn } from './input.js';

/** The kinds of steps that most forms are made of. */

type Asks = (turn: Turn, answers: Answers) => Question['text'] | Promise<Question['text']>;

/** One of a few answers, by button, number or label. */
export function choiceStep<Value extends string>(about: {
  name: string;
  label: Label;
  ask: Asks;
  offers: { [V in Value]: (t: Words) => string };
  when?: Step['when'];
}): Step {
  const values = Object.keys(about.offers) as Value[];
  const offers = (turn: Turn): Offer[] => values.map((says) => ({ label: about.offers[says](turn.t), says }));
  return {
    name: about.name,
    label: about.label,
    ...(about.when && { when: about.when }),
    answer: z.enum(values as [Value, ...Value[]]),
    ask: async (turn, answers) => ({ text: await about.ask(turn, answers), choices: offers(turn) }),
    read: (turn, input) => {
      if (values.includes(input.says as Value)) return input.says;
      throw chooseOne(turn);
    },
  };
}

/** A line of free text. */
export function textStep(about: {
  name: string;
  label: Label;
  ask: Asks;
  /** Shortest and longest, in characters. */
  length: [shortest: number, longest: number];
  /** Throws a `Refusal` for what is clearly something else. */
  check?: (text: string) => void;
  offers?: (turn: Turn, answers: Answers) => Offer[];
  when?: Step['when'];
}): Step {
  const [shortest, longest] = about.length;
  return {
    name: about.name,
    label: about.label,
    ...(about.when && { when: about.when }),
    answer: z.string().min(shortest).max(longest),
    ask: async (turn, answers) => ({
      text: await about.ask(turn, answers),
      choices: about.offers?.(turn, answers) ?? [],
    }),
    read: (_turn, input) => {
      const text = tidy(typedIn(input));
      const { length } = [...text];
      if (length < shortest) throw new Refusal('form.tooShort', { shortest });
      if (length > longest) throw new Refusal('form.tooLong', { longest, length });
      about.check?.(text);
      return text;
    },
  };
}

const NO_DOCUMENT = ['khong', 'khong co', 'chua', 'chua co'];

/** The number of a document, which has a digit in it: `12/QĐ-STTTT`. `none`: what is offered where it may be missing. */
export function documentStep(about: { label: Label; ask: Asks; none?: Label }): Step {
  const { none, ...asked } = about;
  const typed = textStep({
    ...asked,
    name: 'document',
    length: [1, 120],
    check: needDocumentNumber,
    ...(none && { offers: ({ t }) => [{ label: t.plain(none), says: 'none' }] }),
  });
  return {
    ...typed,
    read: (turn, input, answers) =>
      none && (input.says === 'none' || NO_DOCUMENT.includes(fold(input.text)))
        ? 'none'
        : typed.read(turn, input, answers),
  };
}

/** Refuses what is no number of a document: «OK», «không», a word. */
export function needDocumentNumber(text: string): void {
  if (!/\d/.test(text)) throw new Refusal('form.documentNumber', { typed: text });
}

/** Shows everything that was answered; yes, or which part to change, or that nothing is to come of it. */
export function confirmStep(about: {
  ask: Asks;
  yes: Label;
  /** Offered where it can be left alone; the answer is `no` then. */
  no?: Label;
  /**
   * Names of the steps that may be changed here; one that was not asked is not offered. `also`: what was
   * answered with it in view, and is asked anew with it.
   */
  change: { step: string; label: Label; also?: readonly string[] }[];
  /** What has to be answered anew after all, looked at when everything was confirmed. */
  owed?: (turn: Turn, answers: Answers) => Promise<Reopen | null>;
  when?: Step['when'];
}): Step {
  return {
    name: 'confirm',
    label: 'form.confirm',
    ...(about.when && { when: about.when }),
    answer: z.enum(about.no ? ['yes', 'no'] : ['yes']),
    ask: async (turn, answers) => ({
      text: await about.ask(turn, answers),
      choices: [
        { label: turn.t.plain(about.yes), says: 'yes' },
        { label: turn.t.plain('form.change'), says: 'change' },
        ...(about.no ? [{ label: turn.t.plain(about.no), says: 'no' }] : []),
      ],
    }),
    read: async (turn, input, answers) => {
      if (about.no && input.says === 'no') return 'no';
      if (input.says === 'yes') return (await about.owed?.(turn, answers)) ?? 'yes';
      const changeable = about.change.filter(({ step }) => step in answers);
      const [only, ...others] = changeable;
      const reopen = (step: string): Reopen =>
        new Reopen(step, ...(about.change.find((each) => each.step === step)?.also ?? []));
      if (input.says === 'change' && only && others.length === 0) return reopen(only.step);
      if (input.says === 'change')
        return new Again({
          text: turn.t('form.changeWhat'),
          choices: changeable.map(({ step, label }) => ({
            label: turn.t.plain(label),
            says: `change:${step}`,
          })),
        });
      const step = /^change:(.+)$/.exec(input.says ?? '')?.[1];
      if (step) return reopen(step);
      throw chooseOne(turn);
    },
  };
}

/** Says how to choose where this person is. */
export const chooseOne = ({ chat }: Turn): Refusal =>
  platformOf(chat._id) === 'zalo' ? new Refusal('form.chooseByNumber') : new Refusal('form.chooseOne');
