import { contestOf } from '../actions/contest.js';
import { entryName } from '../actions/entries.js';
import { mayReplace, replaceVideo } from '../actions/replaceVideo.js';
import type { Turn } from '../turn.js';
import { rulesChanged, rulesGiven, rulesStep } from './acceptRules.js';
import { ownEntry, theEntry } from './entryOf.js';
import { changeable, entrySteps, summary } from './entrySteps.js';
import { beginForm, type Form } from './form.js';
import { confirmStep } from './steps.js';
import { asVideo } from './video.js';

/** A new version of an entry that is in already. */
export const replace: Form = {
  name: 'replace',
  version: 1,
  title: 'replace.title',
  steps: [
    rulesStep,
    ...entrySteps,
    confirmStep({
      ask: (turn, answers) =>
        turn.t('replace.check', { code: String(answers.code), ...summary(turn, answers) }),
      yes: 'replace.send',
      change: [...changeable],
      owed: rulesChanged,
    }),
  ],
  async finish(turn, answers) {
    const contest = await contestOf(turn);
    const entry = await ownEntry(turn, String(answers.code));
    const given = { title: String(answers.title), video: asVideo(answers.video) };
    await replaceVideo(turn, contest, entry, given);
    const about = { code: entry.code, title: given.title, at: turn.t.moment(turn.now) };
    turn.say(answers.sentBack ? turn.t('screen.corrected', about) : turn.t('replace.done', about));
  },
};

export async function beginReplacement(turn: Turn, typed: string): Promise<void> {
  const entry = await theEntry(turn, typed, '/thaybai');
  if (!entry) return;
  const { t } = turn;
  const sentBack = entry.state === 'needs_correction';
  const about = { entry: entryName(entry) };
  const closes = t.moment(entry.correction?.until ?? turn.now);
  const contest = await contestOf(turn);
  await mayReplace(turn, contest, entry);
  await beginForm(
    turn,
    replace,
    { ...(await rulesGiven(turn, contest)), code: entry.code, title: entry.title, sentBack },
    { first: sentBack ? t('screen.correct', { ...about, closes }) : t('replace.which', about) },
  );
}
