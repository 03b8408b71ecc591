import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { makePaper, paperNames } from '../actions/papers.js';
import { needRight } from '../actions/permissions.js';
import type { Turn } from '../turn.js';
import { beginForm, type Form } from './form.js';
import { choiceStep } from './steps.js';

/** `/vanban`: official papers as documents, on Zalo as a private link. */
export const papers: Form = {
  name: 'papers',
  version: 1,
  title: 'papers.formTitle',
  steps: [
    choiceStep({
      name: 'paper',
      label: 'papers.whichLabel',
      ask: async (turn) => turn.t('papers.whichAsk'),
      offers: {
        entries: (t) => t.plain('papers.entries'),
        sheets: (t) => t.plain('papers.sheets'),
        summary: (t) => t.plain('papers.summary'),
        minutes: (t) => t.plain('papers.minutes'),
        decision: (t) => t.plain('papers.decision'),
        workbook: (t) => t.plain('papers.workbook'),
      },
    }),
  ],
  async finish(turn, answers) {
    const paper = z.enum(paperNames).parse(answers.paper);
    turn.reply(await makePaper(turn, await contestOf(turn), paper));
  },
};

export async function beginPapers(turn: Turn): Promise<void> {
  await needRight(turn, await contestOf(turn), 'makePapers');
  await beginForm(turn, papers);
}
