import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { needRight } from '../actions/permissions.js';
import { questionToAnswer, shownQuestions, showQuestion } from '../actions/questions.js';
import { questionCode } from '../domain/questions.js';
import { Refusal } from '../domain/refusal.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { beginForm, type Form } from './form.js';
import { isLong, LENGTH, readQuestion } from './questions.js';
import { choiceStep, textStep } from './steps.js';

/** What everybody may read of what was asked and answered. */

/** `/congkhai CH-03`: everybody may read it, without a name; `/congkhai CH-03 thôi`: nobody any more. */
export async function beginShowing(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'answerQuestion');
  const meant = readQuestion(args);
  if (!meant) throw new Refusal('question.whichToShow', { example: questionCode(1) });
  const { number, rest } = meant;
  const question = await questionToAnswer(turn, contest, number);
  if (!question.answer) throw new Refusal('question.unanswered', { code: question.code });
  if (['thoi', 'bo'].includes(fold(rest))) {
    await showQuestion(turn, contest, number, null);
    return turn.say(turn.t('question.hidden', { code: question.code }));
  }
  await beginForm(turn, showQuestionForm, { number, ...(isLong(rest) && { worded: rest }) });
}

/** `worded`: in which other words it was to be shown from the beginning; `text`: in which it is after all. */
const toShow = z.object({
  number: z.number(),
  worded: z.string().optional(),
  text: z.string().optional(),
  sure: z.string(),
});

export const showQuestionForm: Form = {
  name: 'showQuestion',
  version: 1,
  title: 'question.showTitle',
  steps: [
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: async (turn, { number, worded }) => {
        const question = await questionToAnswer(turn, await contestOf(turn), Number(number));
        return turn.t('question.showSure', {
          text: typeof worded === 'string' ? worded : question.text,
          answer: question.answer?.text ?? '',
        });
      },
      offers: {
        yes: (t) => t.plain('question.showYes'),
        rewrite: (t) => t.plain('question.showRewrite'),
        no: (t) => t.plain('question.showNo'),
      },
    }),
    textStep({
      name: 'text',
      label: 'question.textLabel',
      length: LENGTH,
      when: ({ sure }) => sure === 'rewrite',
      ask: ({ t }) => t('question.rewriteAsk'),
    }),
  ],
  async finish(turn, answers) {
    const { number, worded, text, sure } = toShow.parse(answers);
    const contest = await contestOf(turn);
    if (sure === 'no') return turn.say(turn.t('question.showLeft'));
    const question = await questionToAnswer(turn, contest, number);
    await showQuestion(turn, contest, number, text ?? worded ?? question.text);
    turn.say(turn.t('question.shown', { code: question.code }));
  },
};

const MOST_SHOWN = 10;

/** `/hoidap`: what others have asked, and what was answered. */
export async function showAnswers(turn: Turn): Promise<void> {
  const { t } = turn;
  const contest = await contestOf(turn);
  const shown = await shownQuestions(turn, contest, MOST_SHOWN);
  if (shown.length === 0) return turn.say(t('question.noneShown'));
  turn.say(
    stack([
      t('question.heading', { contest: contest.plan.shortName }),
      ...shown.map((each) =>
        t('question.pair', { text: each.shown?.text ?? each.text, answer: each.answer?.text ?? '' }),
      ),
    ]),
  );
}
