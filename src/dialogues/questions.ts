import { z } from 'zod';
import { type Contest, contestOf } from '../actions/contest.js';
import { missedAmong } from '../actions/missed.js';
import { needRight } from '../actions/permissions.js';
import {
  answeredAlready,
  answerQuestion,
  askQuestion,
  openQuestions,
  questionToAnswer,
  shownQuestions,
  showQuestion,
} from '../actions/questions.js';
import type { Styled } from '../chat.js';
import { questionCode, readQuestionCode } from '../domain/questions.js';
import { Refusal } from '../domain/refusal.js';
import { tidy } from '../domain/text.js';
import type { Question } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { beginForm, type Form } from './form.js';
import { choiceStep, textStep } from './steps.js';

/** What people ask the secretariat, its answers, and those of them that everybody may read. */

const LENGTH: [number, number] = [5, 1500];
const isLong = (text: string): boolean => text.length >= LENGTH[0] && text.length <= LENGTH[1];

/** `/hoi Nộp mấy bài?`; without a question it is asked for. */
export async function beginAsking(turn: Turn, args: string): Promise<void> {
  await contestOf(turn);
  const text = tidy(args);
  if (isLong(text)) return ask(turn, text);
  await beginForm(turn, askForm);
}

export const askForm: Form = {
  name: 'askQuestion',
  version: 1,
  title: 'question.title',
  restartable: true,
  steps: [
    textStep({
      name: 'text',
      label: 'question.textLabel',
      length: LENGTH,
      ask: ({ t }) => t('question.textAsk'),
    }),
  ],
  finish: (turn, { text }) => ask(turn, String(text)),
};

async function ask(turn: Turn, text: string): Promise<void> {
  const { code } = await askQuestion(turn, await contestOf(turn), text);
  turn.say(turn.t('question.receipt', { code, at: turn.t.moment(turn.now) }));
}

const given = z.object({ number: z.number(), answer: z.string() });

export const answerQuestionForm: Form = {
  name: 'answerQuestion',
  version: 1,
  title: 'question.answerTitle',
  restartable: true,
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
  ],
  async finish(turn, answers) {
    const { number, answer } = given.parse(answers);
    await say(turn, await contestOf(turn), number, answer);
  },
};

async function say(turn: Turn, contest: Contest, number: number, answer: string): Promise<void> {
  const { t } = turn;
  const { code, person } = await answerQuestion(turn, contest, number, answer);
  const [missed] = await missedAmong(turn, contest, [person]);
  turn.say(missed ? t('question.doneMissed', { code, who: missed.who }) : t('question.done', { code }), [
    { label: t.plain('question.show'), says: `/congkhai ${code}` },
  ]);
}

const describeQuestion = ({ t }: Turn, { code, name, at, text }: Question): Styled =>
  t('question.whole', { code, name, at: t.moment(at), text });

/** `CH-03 Nộp được hai bài.` as a number and what follows it; `null`: that is no question's code. */
export function readQuestion(args: string): { number: number; rest: string } | null {
  const [, typed = '', rest = ''] = /^(ch[\s\-–._]*\d+)(?:\s+(.*))?$/i.exec(tidy(args)) ?? [];
  const number = readQuestionCode(typed);
  return number === null ? null : { number, rest };
}

/** `/traloi CH-03`, `/traloi CH-03 Nộp được hai bài.` */
export async function beginAnsweringQuestion(
  turn: Turn,
  { number, rest }: { number: number; rest: string },
): Promise<void> {
  const contest = await contestOf(turn);
  const question = await questionToAnswer(turn, contest, number);
  if (question.answer && question.answer.turn !== turn.id) throw await answeredAlready(turn, contest, number);
  if (isLong(rest)) return say(turn, contest, number, rest);
  await beginForm(turn, answerQuestionForm, { number });
}

/** The questions that wait, each on a line; `null`: none does. */
export async function describeOpenQuestions(turn: Turn, contest: Contest): Promise<Styled | null> {
  const { t } = turn;
  const open = await openQuestions(turn, contest);
  if (open.length === 0) return null;
  const lines = open.map(({ code, name, at, text }) =>
    t('question.openLine', { code, name, at: t.moment(at), text: shortened(text) }),
  );
  return stack([t('question.open', { count: open.length }), ...lines], '\n');
}

const shortened = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 79).trimEnd()}…`);

/** `/congkhai CH-03`: everybody may read it, without a name; `/congkhai CH-03 thôi`: nobody any more. */
export async function beginShowing(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'answerQuestion');
  const meant = readQuestion(args);
  if (!meant) throw new Refusal('question.whichToShow', { example: questionCode(1) });
  const { number, rest } = meant;
  const question = await questionToAnswer(turn, contest, number);
  if (!question.answer) throw new Refusal('question.unanswered', { code: question.code });
  if (/^(thôi|thoi|bỏ|bo)$/i.test(rest)) {
    await showQuestion(turn, contest, number, null);
    return turn.say(turn.t('question.hidden', { code: question.code }));
  }
  await beginForm(turn, showQuestionForm, { number, ...(isLong(rest) && { text: rest }) });
}

const toShow = z.object({ number: z.number(), text: z.string().optional(), sure: z.string() });

export const showQuestionForm: Form = {
  name: 'showQuestion',
  version: 1,
  title: 'question.showTitle',
  restartable: true,
  steps: [
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: async (turn, { number, text }) => {
        const question = await questionToAnswer(turn, await contestOf(turn), Number(number));
        return turn.t('question.showSure', {
          text: typeof text === 'string' ? text : question.text,
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
    const { number, text, sure } = toShow.parse(answers);
    const contest = await contestOf(turn);
    if (sure === 'no') return turn.say(turn.t('question.showLeft'));
    const question = await questionToAnswer(turn, contest, number);
    await showQuestion(turn, contest, number, text ?? question.text);
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
