import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { decide, mayDecideRubric } from '../actions/decide.js';
import { readNumber } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { type Answers, beginForm, type Form } from './form.js';
import { rubricLines } from './rules.js';
import { settled, sureStep } from './settle.js';

/** The points of each criterion. */

const rubricAnswers = z.object({
  criteria: z.array(z.object({ id: z.string(), label: z.string() })),
  maxima: z.array(z.string()),
});

const linesOf = (turn: Turn, answers: Answers) => {
  const { criteria, maxima } = rubricAnswers.parse(answers);
  return rubricLines(
    turn.t,
    criteria.map(({ label }, index) => ({ label, max: maxima[index] ?? '' })),
  );
};

export const settleRubric: Form = {
  name: 'settleRubric',
  version: 1,
  title: 'settle.rubricTitle',
  restartable: true,
  steps: [
    sureStep((turn, answers) =>
      stack([turn.t('settle.rubricCheck'), linesOf(turn, answers), turn.t('settle.final')]),
    ),
  ],
  async finish(turn, answers) {
    if (answers.sure !== 'yes') return turn.say(turn.t('settle.left'));
    const { criteria, maxima } = rubricAnswers.parse(answers);
    const contest = await contestOf(turn);
    await decide(
      turn,
      contest,
      criteria.map(({ id }, index) => ({ path: `scoring.criteria.${id}.max`, value: maxima[index] })),
      {
        may: mayDecideRubric,
        note: turn.t.plain('settle.rubricTitle'),
        announcement: stack([
          turn.t('settle.rubricAnnounced', { contest: contest.plan.shortName }),
          linesOf(turn, answers),
        ]),
      },
    );
    turn.say(stack([await settled(turn, contest), linesOf(turn, answers)]));
  },
};

/** `/thangdiem 40 30 30`. */
export async function beginRubric(turn: Turn, args: string): Promise<void> {
  const criteria = await mayDecideRubric(turn, await contestOf(turn));
  const maxima = args
    .split(/[\s;/+-]+/)
    .filter(Boolean)
    .map(readNumber);
  const isComplete =
    maxima.length === criteria.length && maxima.every((max) => max !== null && Number(max) > 0);
  if (!isComplete)
    throw new Refusal('settle.rubricHow', {
      count: criteria.length,
      criteria: criteria.map(({ label }) => label).join('; '),
      example: `/thangdiem ${exampleShares(criteria.length).join(' ')}`,
    });
  await beginForm(turn, settleRubric, { criteria, maxima });
}

/** An example whose sum is 100, so that nobody copies one that isn't. */
const exampleShares = (count: number): number[] => {
  const share = Math.floor(100 / count);
  return Array.from({ length: count }, (_, index) => (index === 0 ? 100 - share * (count - 1) : share));
};
