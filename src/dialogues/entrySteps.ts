import { z } from 'zod';
import { Refusal } from '../domain/refusal.js';
import { tidy } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { rulesChanged } from './acceptRules.js';
import { type Answers, Fill, isForTeam, type Reopen, type Step, Stop } from './form.js';
import type { Input } from './input.js';
import { isNew, lookingForTwin, sameChanged, sameVideoStep, type TeamOf } from './sameVideoStep.js';
import { chooseOne, textStep } from './steps.js';
import { asVideo, holdsVideo, readVideo, videoName, videoStep } from './video.js';

/** What is asked about an entry, when it is handed in and when it is replaced. */

const LENGTH: [shortest: number, longest: number] = [2, 150];

const typedTitle = textStep({
  name: 'title',
  label: 'submit.titleLabel',
  length: LENGTH,
  ask: ({ t }, { video, caption }) => {
    if (video === undefined) return t('submit.titleAsk');
    return t(caption === undefined ? 'submit.titleAskVideo' : 'submit.titleAskCaption');
  },
  offers: (_turn, { caption }) =>
    caption === undefined ? [] : [{ label: String(caption), says: String(caption) }],
  check: (text) => {
    if (/^(?:https?:\/\/|www\.)\S+$|^\S+\.\w{2,}\/\S*$/i.test(text)) throw new Refusal('submit.titleIsLink');
  },
});

/** A video that comes before its title is taken, and its caption offered as the title. */
const titleStep: Step = {
  ...typedTitle,
  read: (turn, input, answers) =>
    input.event.kind === 'choice' || !isVideo(turn, input)
      ? typedTitle.read(turn, input, answers)
      : new Fill({ video: readVideo(turn, input) }, captionOf(input)),
};

const isVideo = (turn: Turn, input: Input): boolean =>
  holdsVideo(turn, input) || (input.event.kind !== 'text' && input.event.kind !== 'contact');

/** What stands beside a video, where it can be its title. */
export function captionOf({ text }: Input): { caption?: string } {
  const caption = tidy(text.replace(/(?:https?:\/\/|www\.)\S+/gi, ' '));
  const { length } = [...caption];
  return length >= LENGTH[0] && length <= LENGTH[1] ? { caption } : {};
}

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

/** The same for an entry that is to be a new one, of this team: its video may be in already. */
export const newEntrySteps = (teamOf: TeamOf): Step[] => [
  lookingForTwin(titleStep, teamOf),
  lookingForTwin(videoStep('submit.videoLabel'), teamOf),
  sameVideoStep,
  { ...originalStep, when: isNew },
];

/** What has to be answered anew of an entry that is to be a new one, once everything was confirmed. */
export const newEntryOwed = async (turn: Turn, answers: Answers): Promise<Reopen | null> =>
  (await rulesChanged(turn, answers)) ?? sameChanged(answers);

/** What of it may be changed at the check. */
export const changeable = [
  { step: 'title', label: 'submit.titleLabel' },
  { step: 'video', label: 'submit.videoLabel', also: ['same'] },
] as const;

export const summary = (turn: Turn, answers: Answers) => ({
  title: String(answers.title),
  video: videoName(turn.t, asVideo(answers.video)),
});
