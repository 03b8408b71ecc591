import { z } from 'zod';
import { complain, mayComplain, whatAbout } from '../actions/complain.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { entriesOf, entryByCode, entryName } from '../actions/entries.js';
import { Refusal } from '../domain/refusal.js';
import { tidy } from '../domain/text.js';
import type { Offer, Turn } from '../turn.js';
import { type Answers, beginForm, type Form, type Step } from './form.js';
import { choiceStep, textStep } from './steps.js';

/** `/khieunai`: who takes part says what is not right, about an entry or about the result. */

const RESULT = 'result';
const LENGTH: [number, number] = [10, 1500];

const given = z.object({ about: z.string(), text: z.string() });

function complaintIn(answers: Answers): { about: string | null; text: string } {
  const { about, text } = given.parse(answers);
  return { about: about === RESULT ? null : about, text };
}

const aboutStep: Step = {
  name: 'about',
  label: 'complaint.aboutLabel',
  answer: z.string(),
  ask: async (turn) => {
    const contest = await contestOf(turn);
    const { isPublished } = await mayComplain(turn, contest);
    return {
      text: turn.t(isPublished ? 'complaint.aboutAskResult' : 'complaint.aboutAsk'),
      choices: await offers(turn, contest, isPublished),
    };
  },
  read: async (turn, input) => {
    const contest = await contestOf(turn);
    const { isPublished } = await mayComplain(turn, contest);
    if (input.says === RESULT && !isPublished) throw new Refusal('complaint.noResult');
    return input.says === RESULT ? RESULT : codeOf(turn, contest, input.says ?? input.text);
  },
};

async function offers(turn: Turn, contest: Contest, isPublished: boolean): Promise<Offer[]> {
  const own = (await entriesOf(turn, contest)).map((entry) => ({
    label: entryName(entry),
    says: entry.code,
  }));
  return isPublished ? [...own, { label: turn.t.plain('complaint.chooseResult'), says: RESULT }] : own;
}

const codeOf = async (turn: Turn, contest: Contest, typed: string): Promise<string> =>
  (await entryByCode(turn, contest, typed, { any: true })).code;

export const complainForm: Form = {
  name: 'complain',
  version: 1,
  title: 'complaint.title',
  restartable: true,
  steps: [
    aboutStep,
    textStep({
      name: 'text',
      label: 'complaint.textLabel',
      length: LENGTH,
      ask: ({ t }) => t('complaint.textAsk'),
    }),
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: (turn, answers) => {
        const { about, text } = complaintIn(answers);
        return turn.t('complaint.sure', { about: whatAbout(turn, { about }), text });
      },
      offers: { yes: (t) => t.plain('complaint.yes'), no: (t) => t.plain('complaint.no') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    if (answers.sure !== 'yes') return turn.say(t('complaint.left'));
    const complaint = await complain(turn, await contestOf(turn), complaintIn(answers));
    const { code, dueAt } = complaint;
    const about = { code, about: whatAbout(turn, complaint), at: t.moment(turn.now) };
    turn.say(
      dueAt ? t('complaint.receipt', { ...about, due: t.moment(dueAt) }) : t('complaint.receiptNoDue', about),
    );
  },
};

/** `/khieunai`, `/khieunai QN-07`, `/khieunai QN-07 …`: with what is already said. */
export async function beginComplaining(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await mayComplain(turn, contest);
  const [, typed, rest = ''] = /^([a-z]+[\s-]*\d+)(?:\s+(.*))?$/is.exec(tidy(args)) ?? [];
  const about = typed && (await codeOf(turn, contest, typed));
  // What was typed without a code is the complaint itself, and what it is about is asked first.
  const text = about ? rest : tidy(args);
  const isText = text.length >= LENGTH[0] && text.length <= LENGTH[1];
  await beginForm(turn, complainForm, { ...(about && { about }), ...(isText && { text }) });
}
