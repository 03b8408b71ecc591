import { z } from 'zod';
import { type Contest, contestOf } from '../actions/contest.js';
import { missedAmong } from '../actions/missed.js';
import { answeredAlready, answerQuestion, questionToAnswer } from '../actions/questions.js';
import type { Styled } from '../chat.js';
import type { Question } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { beginForm, type Form } from './form.js';
import { isLong, LENGTH, type QuestionMeant } from './questions.js';
import { choiceStep, textStep } from './steps.js';

/** `/traloi CH-03`: the secretariat answers. Nothing is sent unseen, since the first answer counts. */

const given = z.object({ number: z.number(), answer: z.string() });

export const answerQuestionForm: Form = {
  name: 'answerQuestion',
  version: 1,
  title: 'question.answerTitle',
  steps: [
    textStep({
      name: 'answer',
      label: 'question.answerLabel',
      length: LENGTH,
      ask: async (turn, { number }) => {
        const question = await questionToAnswer(turn, await contestOf(turn), Number(number));
        return stack([describeQuestion(turn, question), turn.t('question.answerAsk')]);
      },
    }),
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: async (turn, answers) => {
        const { number, answer } = given.parse(answers);
        const question = await questionToAnswer(turn, await contestOf(turn), number);
        return stack([describeQuestion(turn, question), turn.t('question.answerSure', { answer })]);
      },
      offers: { yes: (t) => t.plain('question.answerYes'), no: (t) => t.plain('question.answerNo') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    const { number, answer } = given.parse(answers);
    const contest = await contestOf(turn);
    if (answers.sure !== 'yes') return turn.say(t('question.answerLeft'));
    const { code, person } = await answerQuestion(turn, contest, number, answer);
    const [missed] = await missedAmong(turn, contest, [person]);
    turn.say(missed ? t('question.doneMissed', { code, who: missed.who }) : t('question.done', { code }), [
      { label: t.plain('question.show'), says: `/congkhai ${code}` },
    ]);
  },
};

const describeQuestion = ({ t }: Turn, { code, name, at, text }: Question): Styled =>
  t('question.whole', { code, name, at: t.moment(at), text });

/** `/traloi CH-03`, `/traloi CH-03: Nộp được hai bài.` */
export async function beginAnsweringQuestion(turn: Turn, { number, rest }: QuestionMeant): Promise<void> {
  const contest: Contest = await contestOf(turn);
  const { answer } = await questionToAnswer(turn, contest, number);
  if (answer && answer.turn !== turn.id) throw await answeredAlready(turn, contest, number);
  await beginForm(turn, answerQuestionForm, { number, ...(isLong(rest) && { answer: rest }) });
}
