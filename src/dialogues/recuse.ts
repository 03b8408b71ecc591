import { z } from 'zod';
import { mayRecuse, recuseFromUnit } from '../actions/abstain.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { unitName } from '../actions/registrations.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { dropSheets } from './declaring.js';
import { Again, beginForm, type Form, type Question } from './form.js';
import { choiceStep } from './steps.js';
import { unitMeant } from './unitMeant.js';

/** `/khongcham xã Bình Minh`: a judge scores no entry of this unit, also before he has seen any. */
export const recuse: Form = {
  name: 'recuse',
  version: 1,
  title: 'abstain.unitTitle',
  steps: [
    {
      name: 'unit',
      label: 'register.unitLabel',
      answer: z.string(),
      ask: async (turn, { typed }): Promise<Question> => {
        const picked = await pick(turn, await contestOf(turn), String(typed));
        return picked instanceof Again ? picked.question : { text: turn.t('abstain.unitAsk') };
      },
      read: async (turn, input) => {
        const contest = await contestOf(turn);
        const unit = input.says ? contest.units.get(input.says) : undefined;
        if (unit) return unit.code;
        if (input.event.kind !== 'text') throw new Refusal('form.textPlease');
        return pick(turn, contest, input.text);
      },
    },
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: async (turn, { unit }) =>
        turn.t('abstain.unitSure', { unit: unitName(await contestOf(turn), String(unit)) }),
      offers: { yes: (t) => t.plain('abstain.yes'), no: (t) => t.plain('abstain.no') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    if (answers.sure !== 'yes') return turn.say(t('abstain.left'));
    const contest = await contestOf(turn);
    const unit = String(answers.unit);
    await recuseFromUnit(turn, contest, unit);
    const dropped = await dropSheets(turn, contest);
    turn.say(
      stack(
        [
          t('abstain.unitSaved', { unit: unitName(contest, unit) }),
          dropped.length > 0 && t('abstain.sheetDropped', { codes: dropped.join(', ') }),
        ],
        '\n',
      ),
    );
  },
};

/** Among the units whose entries this judge scores. */
async function pick(turn: Turn, contest: Contest, typed: string): Promise<string | Again> {
  const seats = await mayRecuse(turn, contest);
  return unitMeant(
    turn,
    contest,
    typed,
    seats.map(({ unit }) => unit),
  );
}

export async function beginRecusing(turn: Turn, typed: string): Promise<void> {
  const picked = await pick(turn, await contestOf(turn), typed);
  await beginForm(turn, recuse, picked instanceof Again ? { typed } : { unit: picked });
}
