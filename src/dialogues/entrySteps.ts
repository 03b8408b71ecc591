import { z } from 'zod';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { type Answers, isForTeam, type Step, Stop } from './form.js';
import { chooseOne, textStep } from './steps.js';
import { asVideo, videoName, videoStep } from './video.js';

/** What is asked about an entry, when it is handed in and when it is replaced. */

const titleStep = textStep({
  name: 'title',
  label: 'submit.titleLabel',
  length: [2, 150],
  ask: (turn) => turn.t('submit.titleAsk'),
  check: (text) => {
    if (/^(?:https?:\/\/|www\.)\S+$|^\S+\.\w{2,}\/\S*$/i.test(text)) throw new Refusal('submit.titleIsLink');
  },
});

/** Nobody may hand in what isn't his own: the form ends here when it isn't. */
const originalStep: Step = {
  name: 'original',
  label: 'submit.originalLabel',
  answer: z.literal('yes'),
  ask: ({ t }, answers) => {
    const words = isForTeam(answers)
      ? (['onBehalf.originalAsk', 'onBehalf.originalYes', 'onBehalf.originalNo'] as const)
      : (['submit.originalAsk', 'submit.originalYes', 'submit.originalNo'] as const);
    const [ask, yes, no] = words;
    return {
      text: t(ask),
      choices: [
        { label: t.plain(yes), says: 'yes' },
        { label: t.plain(no), says: 'no' },
      ],
    };
  },
  read: (turn, input) => {
    if (input.says === 'yes') return 'yes';
    if (input.says === 'no') return new Stop(turn.t('submit.notOriginal'));
    throw chooseOne(turn);
  },
};

export const entrySteps: Step[] = [titleStep, videoStep('submit.videoLabel'), originalStep];

/** What of it may be changed at the check. */
export const changeable = [
  { step: 'title', label: 'submit.titleLabel' },
  { step: 'video', label: 'submit.videoLabel' },
] as const;

export const summary = (turn: Turn, answers: Answers) => ({
  title: String(answers.title),
  video: videoName(turn.t, asVideo(answers.video)),
});
