import { type Contest, contestOf } from '../actions/contest.js';
import { entryName } from '../actions/entries.js';
import { teamsToActFor } from '../actions/onBehalf.js';
import { tellReplaced } from '../actions/onBehalfSubmit.js';
import { mayReplace, needTimeLeft, replaceVideo } from '../actions/replaceVideo.js';
import type { StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { rulesChanged, rulesGiven, rulesStep } from './acceptRules.js';
import { hisEntry, theEntry } from './entryOf.js';
import { changeable, entrySteps, summary } from './entrySteps.js';
import { type Answers, beginForm, type Form } from './form.js';
import { confirmStep } from './steps.js';
import { asVideo } from './video.js';

/** A new version of an entry that is in already. */
export const replace: Form = {
  name: 'replace',
  version: 1,
  title: 'replace.title',
  resumedBy: 'thaybai',
  mayGoOn: async (turn, answers) => {
    const entry = await hisEntry(turn, String(answers.code));
    needTimeLeft(turn, await contestOf(turn), entry, answers.sentBack === true);
  },
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
    const entry = await hisEntry(turn, String(answers.code));
    const given = { title: String(answers.title), video: asVideo(answers.video) };
    await replaceVideo(turn, contest, entry, given);
    await tellReplaced(turn, contest, entry, given.title);
    const about = { code: entry.code, title: given.title, at: turn.t.moment(turn.now) };
    turn.say(answers.sentBack ? turn.t('screen.corrected', about) : turn.t('replace.done', about));
  },
};

export async function beginReplacement(turn: Turn, typed: string): Promise<void> {
  const entry = await theEntry(turn, typed, '/thaybai');
  if (entry) await begin(turn, entry);
}

/**
 * What was answered for a new entry is for another version of one that is in: goes on where that form has ended,
 * so what waits is what that one had set aside, and it waits on.
 */
export async function replaceInstead(turn: Turn, code: string, { title, video }: Answers): Promise<void> {
  const entry = await theEntry(turn, code, '/thaybai');
  if (entry) await begin(turn, entry, { given: { title, video }, over: true });
}

async function begin(
  turn: Turn,
  entry: StoredEntry,
  { given = {}, over = false }: { given?: Answers; over?: boolean } = {},
): Promise<void> {
  const { t } = turn;
  const sentBack = entry.state === 'needs_correction';
  const about = { entry: entryName(entry) };
  const closes = t.moment(entry.correction?.until ?? turn.now);
  const contest = await contestOf(turn);
  await mayReplace(turn, contest, entry);
  await beginForm(
    turn,
    replace,
    {
      ...(await rulesFor(turn, contest, entry)),
      code: entry.code,
      title: entry.title,
      ...given,
      sentBack,
    },
    { first: sentBack ? t('screen.correct', { ...about, closes }) : t('replace.which', about), over },
  );
}

/** What of the rules is answered already; of a team for which a coordinator acts, also which it is. */
async function rulesFor(turn: Turn, contest: Contest, { person }: StoredEntry): Promise<Answers> {
  if (person === turn.person) return rulesGiven(turn, contest);
  const team = (await teamsToActFor(turn, contest)).find((each) => each.person === person);
  return team ? { for: team._id, ...(await rulesGiven(turn, contest, team)) } : {};
}
