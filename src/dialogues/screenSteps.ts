import { z } from 'zod';
import { Refusal } from '../domain/refusal.js';
import { type Ballot, type Limit, readLimit } from '../domain/screening.js';
import { fold } from '../domain/text.js';
import type { Offer, Turn } from '../turn.js';
import type { Label, Words } from '../words.js';
import type { Answers, Step } from './form.js';
import { typedIn } from './input.js';
import { choiceStep, chooseOne, textStep } from './steps.js';

/** The plan's checklist and reasons ride along in the answers, and the steps are made from them. */

const limit: z.ZodType<Limit> = z.union([
  z.strictObject({ days: z.number() }),
  z.strictObject({ hours: z.number() }),
]);

const screening = z.object({
  code: z.string(),
  entry: z.string(),
  unit: z.string(),
  unitName: z.string(),
  version: z.number(),
  checklist: z.array(z.object({ id: z.string(), text: z.string() })),
  reasons: z.array(z.object({ code: z.string(), text: z.string() })),
  /** How long the plan gives for a correction. */
  usual: limit.nullable(),
});
export type Screening = z.output<typeof screening>;

export const asScreening = (answers: Answers): Screening => screening.parse(answers);

/** What these answers say of the entry; `null`: that he is tied to it, and says nothing. */
export function ballotOf(answers: Answers): Ballot | null {
  switch (answers.verdict) {
    case 'pass':
      return { kind: 'pass' };
    case 'send_back': {
      const item = answers.item === undefined ? null : String(answers.item);
      return {
        kind: 'send_back',
        defect: { item, words: String(answers.words) },
        limit: limit.parse(answers.limit),
      };
    }
    case 'reject':
      return {
        kind: 'reject',
        reason: String(answers.reason ?? answers.reasonWords),
        ...(typeof answers.note === 'string' && answers.note !== NOTHING && { words: answers.note }),
      };
    default:
      return null;
  }
}

export const limitIn = (t: Words, given: Limit): string =>
  'days' in given
    ? t.plain('screen.days', { count: given.days })
    : t.plain('screen.hours', { count: given.hours });

const says =
  (verdict: string) =>
  (answers: Answers): boolean =>
    answers.verdict === verdict;

/** One of what the plan lists. */
const listedStep = (about: {
  name: string;
  label: Label;
  ask: Label;
  when: Step['when'] & {};
  listed(answers: Answers): Offer[];
}): Step => ({
  name: about.name,
  label: about.label,
  when: (answers) => about.when(answers) && about.listed(answers).length > 0,
  answer: z.string(),
  ask: (turn, answers) => ({ text: turn.t(about.ask), choices: about.listed(answers) }),
  read: (turn, input, answers) => {
    if (about.listed(answers).some((offer) => offer.says === input.says)) return input.says;
    throw chooseOne(turn);
  },
});

const verdictStep = choiceStep({
  name: 'verdict',
  label: 'screen.verdictLabel',
  ask: ({ t }, answers) => {
    const { code, checklist } = asScreening(answers);
    const lines = checklist.map(({ text }) => `• ${text}`).join('\n');
    return lines ? t('screen.ask', { code, checklist: lines }) : t('screen.askPlain', { code });
  },
  offers: {
    pass: (t) => t.plain('screen.pass'),
    send_back: (t) => t.plain('screen.sendBack'),
    reject: (t) => t.plain('screen.reject'),
    tied: (t) => t.plain('screen.tied'),
  },
});

const limitStep: Step = {
  name: 'limit',
  label: 'screen.limitLabel',
  when: says('send_back'),
  answer: limit,
  ask: ({ t }, answers) => ({ text: t('screen.limitAsk'), choices: usualOffer(t, answers) }),
  read: (_turn: Turn, input) => {
    const read = readLimit(typedIn(input));
    if (!read) throw new Refusal('screen.limitUnclear');
    return read;
  },
};

function usualOffer(t: Words, answers: Answers): Offer[] {
  const { usual } = asScreening(answers);
  if (!usual) return [];
  const label = limitIn(t, usual);
  return [{ label, says: label }];
}

/** What stands for no words, which nobody types: words are longer. */
const NOTHING = '-';

const typedNote = textStep({
  name: 'note',
  label: 'screen.noteLabel',
  length: [3, 500],
  when: (answers) => answers.verdict === 'reject' && asScreening(answers).reasons.length > 0,
  ask: (turn) => turn.t('screen.noteAsk'),
  offers: ({ t }) => [{ label: t.plain('screen.noteNone'), says: NOTHING }],
});

/** After a reason of the plan's: what it means for this entry, in words of the screener's own. */
const noteStep: Step = {
  ...typedNote,
  answer: z.string(),
  read: (turn, input, answers) =>
    input.says === NOTHING || ['khong', 'khong co'].includes(fold(input.text))
      ? NOTHING
      : typedNote.read(turn, input, answers),
};

export const screenSteps: Step[] = [
  verdictStep,
  listedStep({
    name: 'item',
    label: 'screen.itemLabel',
    ask: 'screen.itemAsk',
    when: says('send_back'),
    listed: (answers) => asScreening(answers).checklist.map(({ id, text }) => ({ label: text, says: id })),
  }),
  textStep({
    name: 'words',
    label: 'screen.wordsLabel',
    length: [3, 500],
    when: says('send_back'),
    ask: (turn) => turn.t('screen.wordsAsk'),
  }),
  limitStep,
  listedStep({
    name: 'reason',
    label: 'screen.reasonLabel',
    ask: 'screen.reasonAsk',
    when: says('reject'),
    listed: (answers) => asScreening(answers).reasons.map(({ code, text }) => ({ label: text, says: code })),
  }),
  noteStep,
  textStep({
    name: 'reasonWords',
    label: 'screen.reasonLabel',
    length: [3, 200],
    when: (answers) => answers.verdict === 'reject' && asScreening(answers).reasons.length === 0,
    ask: (turn) => turn.t('screen.reasonWords'),
  }),
  choiceStep({
    name: 'tie',
    label: 'screen.tieLabel',
    when: says('tied'),
    ask: (turn, answers) => turn.t('screen.tieAsk', { unit: asScreening(answers).unitName }),
    offers: {
      entry: (t) => t.plain('screen.tieEntry'),
      unit: (t) => t.plain('screen.tieUnit'),
    },
  }),
  textStep({
    name: 'tieWords',
    label: 'screen.tieLabel',
    length: [3, 200],
    when: says('tied'),
    ask: (turn) => turn.t('screen.tieWordsAsk'),
  }),
];
