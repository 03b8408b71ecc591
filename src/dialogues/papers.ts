import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { makePaper, paperNames, papersNow, type Waiting } from '../actions/papers.js';
import type { Styled } from '../chat.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { beginForm, type Form } from './form.js';
import { inWords } from './refused.js';
import { chooseOne } from './steps.js';

const paperName = z.enum(paperNames);

const waitingLine = (t: Words, { papers: names, why }: Waiting): Styled =>
  t('papers.waiting', {
    papers: names.map((name) => t.plain(`papers.${name}`)).join('; '),
    why: inWords(t, why).text,
  });

/** `/vanban`: official papers as documents, on Zalo as a private link. */
export const papers: Form = {
  name: 'papers',
  version: 1,
  title: 'papers.formTitle',
  steps: [
    {
      name: 'paper',
      label: 'papers.whichLabel',
      answer: paperName,
      ask: async (turn) => {
        const { t } = turn;
        const { ready, waiting } = await papersNow(turn, await contestOf(turn));
        return {
          text: stack([t('papers.whichAsk'), ...waiting.map((each) => waitingLine(t, each))]),
          choices: ready.map((says) => ({ label: t.plain(`papers.${says}`), says })),
        };
      },
      // Who types the name of one that isn't offered hears what it waits for.
      read: (turn, { says, text }) => {
        const named = paperNames.find((name) => fold(turn.t.plain(`papers.${name}`)) === fold(text));
        const chosen = paperName.safeParse(says ?? named);
        if (!chosen.success) throw chooseOne(turn);
        return chosen.data;
      },
    },
  ],
  async finish(turn, answers) {
    const paper = paperName.parse(answers.paper);
    turn.reply(await makePaper(turn, await contestOf(turn), paper));
  },
};

export async function beginPapers(turn: Turn): Promise<void> {
  // Refuses before it asks.
  await papersNow(turn, await contestOf(turn));
  await beginForm(turn, papers);
}
