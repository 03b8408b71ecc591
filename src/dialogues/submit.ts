import { contestOf } from '../actions/contest.js';
import { registrationOf } from '../actions/registrations.js';
import { maySubmit, needStillOpen, submitEntry } from '../actions/submitEntry.js';
import type { Turn } from '../turn.js';
import { rulesGiven, rulesStep } from './acceptRules.js';
import { changeable, newEntryOwed, newEntrySteps, summary } from './entrySteps.js';
import { type Answers, beginForm, type Form } from './form.js';
import { receipt } from './receipt.js';
import { replaceInstead } from './replace.js';
import { isNew, replacedIn, twinOf } from './sameVideoStep.js';
import { confirmStep } from './steps.js';
import { asVideo } from './video.js';

/** A registered team hands in its clip. */
export const submit: Form = {
  name: 'submit',
  version: 1,
  title: 'submit.title',
  resumedBy: 'nopbai',
  mayGoOn: async (turn) => needStillOpen(turn, await contestOf(turn)),
  steps: [
    rulesStep,
    ...newEntrySteps(registrationOf),
    confirmStep({
      when: isNew,
      ask: (turn, answers) => turn.t('submit.check', summary(turn, answers)),
      yes: 'submit.send',
      change: [...changeable],
      owed: newEntryOwed,
    }),
  ],
  async finish(turn, answers) {
    const replaced = replacedIn(answers);
    if (replaced) return replaceInstead(turn, replaced, answers);
    const contest = await contestOf(turn);
    const video = asVideo(answers.video);
    const taken = await submitEntry(turn, contest, { title: String(answers.title), video });
    const { t } = turn;
    turn.say(await receipt(turn, taken), [{ label: t.plain('menu.status'), says: '/trangthai' }]);
  },
};

export async function beginSubmission(turn: Turn, given: Answers = {}): Promise<void> {
  const contest = await contestOf(turn);
  const team = await maySubmit(turn, contest);
  const twin = given.video === undefined ? {} : await twinOf(turn, asVideo(given.video), team);
  await beginForm(turn, submit, { ...(await rulesGiven(turn, contest)), ...given, ...twin });
}
