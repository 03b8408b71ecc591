import { contestOf } from '../actions/contest.js';
import { decide, mayDecideQuorum } from '../actions/decide.js';
import { readCount } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { beginForm, type Form } from './form.js';
import { settled, sureStep } from './settle.js';

/** How many sheets an entry needs. */

export const settleQuorum: Form = {
  name: 'settleQuorum',
  version: 1,
  title: 'settle.quorumTitle',
  restartable: true,
  steps: [
    sureStep((turn, answers) =>
      stack([turn.t('settle.quorumCheck', { quorum: Number(answers.quorum) }), turn.t('settle.final')]),
    ),
  ],
  async finish(turn, answers) {
    if (answers.sure !== 'yes') return turn.say(turn.t('settle.left'));
    const quorum = Number(answers.quorum);
    const contest = await contestOf(turn);
    await decide(turn, contest, [{ path: 'scoring.jury.quorum', value: quorum }], {
      may: mayDecideQuorum,
      note: turn.t.plain('settle.quorumTitle'),
      announcement: turn.t('settle.quorumAnnounced', { contest: contest.plan.shortName, quorum }),
    });
    turn.say(stack([await settled(turn, contest), turn.t('settle.quorumCheck', { quorum })]));
  },
};

/** `/sophieu 5`. */
export async function beginQuorum(turn: Turn, args: string): Promise<void> {
  await mayDecideQuorum(turn, await contestOf(turn));
  const quorum = readCount(args);
  if (quorum === null || quorum < 1 || quorum > 99) throw new Refusal('settle.quorumHow');
  await beginForm(turn, settleQuorum, { quorum });
}
