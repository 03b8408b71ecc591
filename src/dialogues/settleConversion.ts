import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { decide, mayDecideConversion } from '../actions/decide.js';
import { readNumber } from '../domain/answers.js';
import { Decimal } from '../domain/decimals.js';
import { Refusal } from '../domain/refusal.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { type Answers, beginForm, type Form } from './form.js';
import { conversionLines } from './rules.js';
import { settled, sureStep } from './settle.js';

/** What a like and a share are worth. */

const conversionAnswers = z.object({
  like: z.string(),
  share: z.string(),
  method: z.enum(['max', 'cap']),
  cap: z.string().nullable(),
});

const linesOf = (turn: Turn, answers: Answers) => conversionLines(turn.t, conversionAnswers.parse(answers));

export const settleConversion: Form = {
  name: 'settleConversion',
  version: 1,
  title: 'settle.conversionTitle',
  restartable: true,
  steps: [
    sureStep((turn, answers) =>
      stack([turn.t('settle.conversionCheck'), linesOf(turn, answers), turn.t('settle.final')]),
    ),
  ],
  async finish(turn, answers) {
    if (answers.sure !== 'yes') return turn.say(turn.t('settle.left'));
    const { like, share, method, cap } = conversionAnswers.parse(answers);
    const contest = await contestOf(turn);
    await decide(
      turn,
      contest,
      [
        { path: 'scoring.audience.points.like', value: like },
        { path: 'scoring.audience.points.share', value: share },
        { path: 'scoring.audience.scale', value: method === 'max' ? { method } : { method, cap } },
      ],
      {
        may: mayDecideConversion,
        note: turn.t.plain('settle.conversionTitle'),
        announcement: stack([
          turn.t('settle.conversionAnnounced', { contest: contest.plan.shortName }),
          linesOf(turn, answers),
        ]),
      },
    );
    turn.say(stack([await settled(turn, contest), linesOf(turn, answers)]));
  },
};

/** `/quydoi 1 2`, `/quydoi 1 2 tran 1000`. */
export async function beginConversion(turn: Turn, args: string): Promise<void> {
  await mayDecideConversion(turn, await contestOf(turn));
  const read = /^(\S+)\s+(\S+)(?:\s+(?:tran|cap)\s+(\S+)|\s+cao nhat)?$/.exec(fold(args));
  const [like, share, cap] = [read?.[1], read?.[2], read?.[3]].map((text) =>
    text ? readNumber(text) : null,
  );
  const isPositive = (text: string | null | undefined) => text != null && new Decimal(text).greaterThan(0);
  if (
    !like ||
    !share ||
    !isPositive(share) ||
    new Decimal(like).isNegative() ||
    (read?.[3] && !isPositive(cap))
  )
    throw new Refusal('settle.conversionHow');
  await beginForm(turn, settleConversion, { like, share, method: cap ? 'cap' : 'max', cap: cap ?? null });
}
