import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { entriesOf, entryByCode, entryName } from '../actions/entries.js';
import { senderName, unitName } from '../actions/registrations.js';
import { replaceVideo } from '../actions/replaceVideo.js';
import { maySubmit, needOpenSubmission, submitEntry } from '../actions/submitEntry.js';
import { withdrawEntry } from '../actions/withdrawEntry.js';
import { Refusal } from '../domain/refusal.js';
import type { StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { type Answers, beginForm, type Form, Stop } from './form.js';
import { choiceStep, confirmStep, textStep } from './steps.js';
import { asVideo, isTooBigToPass, videoName, videoStep } from './video.js';

const titleStep = textStep({
  name: 'title',
  label: 'submit.titleLabel',
  length: [2, 150],
  ask: (turn) => turn.t('submit.titleAsk'),
});

/** Nobody may hand in what isn't his own: the form ends here when it isn't. */
const originalStep = {
  ...choiceStep({
    name: 'original',
    label: 'submit.originalLabel',
    ask: (turn) => turn.t('submit.originalAsk'),
    offers: { yes: (t) => t.plain('submit.originalYes'), no: (t) => t.plain('submit.originalNo') },
  }),
  answer: z.literal('yes'),
  read: (turn: Turn, input: { says: string | null }) => {
    if (input.says === 'yes') return 'yes';
    if (input.says === 'no') return new Stop(turn.t('submit.notOriginal'));
    throw new Refusal('form.chooseOne');
  },
};

const change = [
  { step: 'title', label: 'submit.titleLabel' },
  { step: 'video', label: 'submit.videoLabel' },
] as const;

const summary = (turn: Turn, answers: Answers) => ({
  title: String(answers.title),
  video: videoName(turn.t, asVideo(answers.video)),
});

/** A registered team hands in its clip. */
export const submit: Form = {
  name: 'submit',
  version: 1,
  title: 'submit.title',
  steps: [
    titleStep,
    videoStep('submit.videoLabel'),
    originalStep,
    confirmStep({
      ask: (turn, answers) => turn.t('submit.check', summary(turn, answers)),
      yes: 'submit.send',
      change: [...change],
    }),
  ],
  async finish(turn, answers) {
    const contest = await contestOf(turn);
    const video = asVideo(answers.video);
    const { entry, used, quota } = await submitEntry(turn, contest, { title: String(answers.title), video });
    const { t } = turn;
    turn.say(
      stack([
        t('submit.receipt', {
          code: entry.code,
          title: entry.title,
          team: entry.team,
          unit: unitName(contest, entry.unit),
          at: t.moment(entry.submittedAt),
        }),
        quota !== null && t('submit.slots', { sender: senderName(contest, entry.sender), used, quota }),
        isTooBigToPass(video) && t('submit.alsoLink', { code: entry.code }),
        t('submit.afterwards', { code: entry.code }),
      ]),
      [{ label: t.plain('menu.status'), says: '/trangthai' }],
    );
  },
};

export async function beginSubmission(turn: Turn, given: Answers = {}): Promise<void> {
  const contest = await contestOf(turn);
  await maySubmit(turn, contest);
  await beginForm(turn, submit, given);
}

/** A new version of an entry that is in already. */
export const replace: Form = {
  name: 'replace',
  version: 1,
  title: 'replace.title',
  steps: [
    titleStep,
    videoStep('submit.videoLabel'),
    originalStep,
    confirmStep({
      ask: (turn, answers) =>
        turn.t('replace.check', { code: String(answers.code), ...summary(turn, answers) }),
      yes: 'replace.send',
      change: [...change],
    }),
  ],
  async finish(turn, answers) {
    const contest = await contestOf(turn);
    const entry = await ownEntry(turn, String(answers.code));
    const given = { title: String(answers.title), video: asVideo(answers.video) };
    await replaceVideo(turn, contest, entry, given);
    turn.say(turn.t('replace.done', { code: entry.code, title: given.title, at: turn.t.moment(turn.now) }));
  },
};

export async function beginReplacement(turn: Turn, typed: string): Promise<void> {
  const entry = await theEntry(turn, typed, '/thaybai');
  if (!entry) return;
  needOpenSubmission(turn, await contestOf(turn));
  await beginForm(turn, replace, { code: entry.code, title: entry.title });
}

/** The author takes an entry back. */
export const withdraw: Form = {
  name: 'withdraw',
  version: 1,
  title: 'withdraw.title',
  restartable: true,
  steps: [
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: (turn, answers) => turn.t('withdraw.ask', { entry: String(answers.entry) }),
      offers: { yes: (t) => t.plain('withdraw.yes'), no: (t) => t.plain('withdraw.no') },
    }),
  ],
  async finish(turn, answers) {
    const code = String(answers.code);
    if (answers.sure !== 'yes') return turn.say(turn.t('withdraw.kept', { code }));
    await withdrawEntry(turn, await contestOf(turn), await ownEntry(turn, code));
    turn.say(turn.t('withdraw.done', { code, at: turn.t.moment(turn.now) }));
  },
};

export async function beginWithdrawal(turn: Turn, typed: string): Promise<void> {
  const entry = await theEntry(turn, typed, '/rutbai');
  if (!entry) return;
  needOpenSubmission(turn, await contestOf(turn));
  await beginForm(turn, withdraw, { code: entry.code, entry: entryName(entry) });
}

/** The entry that was named, or the only one; otherwise offers a choice and answers `null`. */
async function theEntry(turn: Turn, typed: string, command: string): Promise<StoredEntry | null> {
  if (typed) {
    const entry = await entryByCode(turn, await contestOf(turn), typed);
    if (entry.person !== turn.person) throw new Refusal('submit.notYours', { code: entry.code });
    return entry;
  }
  const own = (await entriesOf(turn, await contestOf(turn))).filter(({ state }) => state === 'submitted');
  const [only, ...others] = own;
  if (!only) throw new Refusal('submit.noneYet');
  if (others.length === 0) return only;
  turn.say(
    turn.t('submit.whichEntry'),
    own.map((entry) => ({ label: entryName(entry), says: `${command} ${entry.code}` })),
  );
  return null;
}

/** Also after it was withdrawn in the same turn: repeating a turn must find it again. */
async function ownEntry(turn: Turn, code: string): Promise<StoredEntry> {
  const entry = (await entriesOf(turn, await contestOf(turn))).find((each) => each.code === code);
  if (!entry) throw new Refusal('common.noEntry', { code });
  return entry;
}
