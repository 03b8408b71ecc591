import { closeListsNow, describeLists } from '../actions/closeLists.js';
import { contestOf } from '../actions/contest.js';
import { exportLists } from '../actions/exportLists.js';
import { listedComponents } from '../actions/peopleLists.js';
import { needRight } from '../actions/permissions.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { beginForm, type Form } from './form.js';
import { choiceStep } from './steps.js';

/** `/danhsach` of those who close the lists: how each unit's stands. */
export async function showLists(turn: Turn): Promise<void> {
  const contest = await mayClose(turn);
  turn.say(stack([await describeLists(turn, contest), turn.t('list.organizerHow')]));
}

async function mayClose(turn: Turn) {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'closeList');
  if (listedComponents(contest).length === 0) throw new Refusal('list.none');
  return contest;
}

/** `/chotdanhsach`: the lists are closed by hand, before their day or once more after it. */
export const closeListsForm: Form = {
  name: 'closeLists',
  version: 1,
  title: 'list.closeTitle',
  steps: [
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: async (turn) => stack([await describeLists(turn, await contestOf(turn)), turn.t('list.closeAsk')]),
      offers: { yes: (t) => t.plain('list.closeYes'), no: (t) => t.plain('list.closeNo') },
    }),
  ],
  async finish(turn, answers) {
    if (answers.sure !== 'yes') return turn.say(turn.t('list.closeLeft'));
    turn.say(await closeListsNow(turn, await mayClose(turn)));
  },
};

export async function beginClosing(turn: Turn): Promise<void> {
  await mayClose(turn);
  await beginForm(turn, closeListsForm);
}

/** `/xuatdanhsach`: what was closed, as tables. */
export async function sendLists(turn: Turn): Promise<void> {
  for (const reply of await exportLists(turn, await mayClose(turn))) turn.reply(reply);
}
