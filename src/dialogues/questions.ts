import { type Contest, contestOf } from '../actions/contest.js';
import { askQuestion, openQuestions } from '../actions/questions.js';
import type { Styled } from '../chat.js';
import { readQuestionCode } from '../domain/questions.js';
import { tidy } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { beginForm, type Form } from './form.js';
import { textStep } from './steps.js';

/** What people ask the secretariat. */

/** Of a question, and of its answer. */
export const LENGTH: [number, number] = [5, 1500];
export const isLong = (text: string): boolean => text.length >= LENGTH[0] && text.length <= LENGTH[1];

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

/** A question, by its number, and what was typed behind it. */
export type QuestionMeant = { number: number; rest: string };

/** `CH-03 Nộp được hai bài.`, `ch3: được`; `null`: that is no question's code. */
export function readQuestion(args: string): QuestionMeant | null {
  const [, typed = '', rest = ''] = /^(ch[\s\-–._]*\d+)(?:[\s:,.;]+(.*))?$/i.exec(tidy(args)) ?? [];
  const number = readQuestionCode(typed);
  return number === null ? null : { number, rest };
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
