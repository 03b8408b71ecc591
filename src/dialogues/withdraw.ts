import { contestOf } from '../actions/contest.js';
import { entryName } from '../actions/entries.js';
import { tellWithdrawn } from '../actions/onBehalfSubmit.js';
import { needOpenSubmission } from '../actions/submitEntry.js';
import { withdrawEntry } from '../actions/withdrawEntry.js';
import type { Turn } from '../turn.js';
import { hisEntry, theEntry } from './entryOf.js';
import { beginForm, type Form } from './form.js';
import { choiceStep } from './steps.js';

/** The author takes an entry back. */
export const withdraw: Form = {
  name: 'withdraw',
  version: 1,
  title: 'withdraw.title',
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
    const contest = await contestOf(turn);
    const entry = await hisEntry(turn, code);
    await withdrawEntry(turn, contest, entry);
    await tellWithdrawn(turn, contest, entry);
    turn.say(turn.t('withdraw.done', { code, at: turn.t.moment(turn.now) }));
  },
};

export async function beginWithdrawal(turn: Turn, typed: string): Promise<void> {
  const entry = await theEntry(turn, typed, '/rutbai');
  if (!entry) return;
  needOpenSubmission(turn, await contestOf(turn), entry.unit);
  await beginForm(turn, withdraw, { code: entry.code, entry: entryName(entry) });
}
