import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { entryByCode, exampleCode } from '../actions/entries.js';
import { needRight } from '../actions/permissions.js';
import { latestResult } from '../actions/publishResults.js';
import {
  consequencesOf,
  mayRule,
  needAnother,
  readingIn,
  ruleEngagement,
  type ToRule,
  whatIn,
} from '../actions/ruleEngagement.js';
import { readCount } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import type { Proof } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { proofIn } from './engagementProof.js';
import { today } from './exampleDays.js';
import { type Answers, beginForm, type Form } from './form.js';
import { choiceStep, documentStep, textStep } from './steps.js';

/** `/suatuongtac`: the chair says which numbers count where those at the freeze were wrong. */

const ASIDE = 'aside';
const numbers = z.strictObject({ likes: z.int().nonnegative(), shares: z.int().nonnegative() });
const given = z.object({
  entry: z.string(),
  numbers: z.union([z.literal(ASIDE), numbers]),
  reason: z.string(),
  document: z.string(),
  proof: z.custom<Proof>((value) => typeof value === 'object' && value !== null),
});

function rulingIn(answers: Answers): ToRule {
  const { numbers: read, ...about } = given.parse(answers);
  return { ...about, numbers: read === ASIDE ? null : read };
}

const codeOf = async (turn: Turn, typed: string): Promise<string> => {
  const contest = await contestOf(turn);
  const { code } = await entryByCode(turn, contest, typed);
  await mayRule(turn, contest, code);
  return code;
};

export const ruleEngagementForm: Form = {
  name: 'ruleEngagement',
  version: 1,
  title: 'ruling.title',
  steps: [
    {
      name: 'entry',
      label: 'ruling.entryLabel',
      answer: z.string(),
      ask: async (turn) => ({
        text: turn.t('ruling.entryAsk', { example: await exampleCode(turn, await contestOf(turn)) }),
      }),
      read: (turn, { text }) => codeOf(turn, text),
    },
    {
      name: 'numbers',
      label: 'ruling.numbersLabel',
      answer: given.shape.numbers,
      ask: async (turn, { entry }) => {
        const { t } = turn;
        const counts = await mayRule(turn, await contestOf(turn), String(entry));
        const was = counts
          ? t.plain('ruling.counts', { reading: readingIn(turn, counts) })
          : t.plain('ruling.noReading');
        return {
          text: t('ruling.numbersAsk', { code: String(entry), was }),
          choices: counts ? [{ label: t.plain('ruling.aside'), says: ASIDE }] : [],
        };
      },
      read: async (turn, input, { entry }) => {
        if (input.says === ASIDE) {
          await needAnother(turn, await contestOf(turn), String(entry));
          return ASIDE;
        }
        const [likes, shares, ...more] = input.text.split(/[\s,;/]+/).map(readCount);
        if (typeof likes !== 'number' || typeof shares !== 'number' || more.length > 0)
          throw new Refusal('ruling.numbersHow');
        return { likes, shares };
      },
    },
    textStep({
      name: 'reason',
      label: 'ruling.reasonLabel',
      length: [5, 500],
      ask: ({ t }) => t('ruling.reasonAsk'),
    }),
    documentStep({
      label: 'ruling.documentLabel',
      ask: (turn) => turn.t('ruling.documentAsk', { day: today(turn) }),
    }),
    {
      name: 'proof',
      label: 'ruling.proofLabel',
      answer: given.shape.proof,
      ask: ({ t }) => ({ text: t('ruling.proofAsk') }),
      read: (turn) => {
        const proof = proofIn(turn);
        if (!proof) throw new Refusal('ruling.proofHow');
        return proof;
      },
    },
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: async (turn, answers) => {
        const about = rulingIn(answers);
        const { entry: code, reason, document } = about;
        const what = whatIn(turn, await consequencesOf(turn, await contestOf(turn), about));
        return turn.t('ruling.sure', { code, what, reason, document });
      },
      offers: { yes: (t) => t.plain('ruling.yes'), no: (t) => t.plain('ruling.no') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    if (answers.sure !== 'yes') return turn.say(t('ruling.left'));
    const contest = await contestOf(turn);
    const ruling = await ruleEngagement(turn, contest, rulingIn(answers));
    const about = { at: t.moment(turn.now), code: ruling.entry, what: whatIn(turn, ruling) };
    const isOut = (await latestResult(turn, contest)) !== null;
    turn.say(stack([t('ruling.done', about), isOut && t('ruling.donePublished')], ' '));
  },
};

/** `/suatuongtac`, `/suatuongtac QN-07`. */
export async function beginRuling(turn: Turn, args: string): Promise<void> {
  await needRight(turn, await contestOf(turn), 'ruleEngagement');
  await beginForm(turn, ruleEngagementForm, args.trim() === '' ? {} : { entry: await codeOf(turn, args) });
}
