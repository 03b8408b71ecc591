import { contestOf } from '../actions/contest.js';
import { decide } from '../actions/decide.js';
import { mayDecideScreeners } from '../actions/screenEntry.js';
import { readCount } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import { agreeing, type ScreenersRule } from '../domain/screening.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { beginForm, type Form } from './form.js';
import { settled, sureStep } from './settle.js';

/** How many screeners an entry needs. */

export const settleScreeners: Form = {
  name: 'settleScreeners',
  version: 1,
  title: 'settle.screenersTitle',
  restartable: true,
  steps: [
    sureStep((turn, answers) =>
      stack([inWords(turn, ruleOf(Number(answers.count))), turn.t('settle.final')]),
    ),
  ],
  async finish(turn, answers) {
    if (answers.sure !== 'yes') return turn.say(turn.t('settle.left'));
    const contest = await contestOf(turn);
    const rule = ruleOf(Number(answers.count));
    await decide(turn, contest, [{ path: 'screening.screeners', value: rule }], {
      may: mayDecideScreeners,
      note: turn.t.plain('settle.screenersTitle'),
      announcement: stack([contest.plan.shortName, inWords(turn, rule)], '\n'),
    });
    turn.say(stack([await settled(turn, contest), inWords(turn, rule)]));
  },
};

const ruleOf = (count: number): ScreenersRule => (count === 1 ? { one: true } : { majorityOf: count });

const inWords = ({ t }: Turn, rule: ScreenersRule) =>
  'one' in rule
    ? t('settle.oneScreener')
    : t('settle.majority', { count: rule.majorityOf, agreeing: agreeing(rule) });

/** `/sothamdinh 3`. */
export async function beginScreeners(turn: Turn, args: string): Promise<void> {
  await mayDecideScreeners(turn, await contestOf(turn));
  const count = readCount(args);
  if (count === null || count < 1 || count > 99) throw new Refusal('settle.screenersHow');
  await beginForm(turn, settleScreeners, { count });
}
