import { z } from 'zod';
import { type Contest, contestOf } from '../actions/contest.js';
import { decide, mayDecideConversion, mayDecideQuorum, mayDecideRubric } from '../actions/decide.js';
import { total } from '../actions/recordScore.js';
import { reachableGroups } from '../actions/tell.js';
import { readCount, readNumber } from '../domain/answers.js';
import { Decimal } from '../domain/decimals.js';
import { Refusal } from '../domain/refusal.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { type Answers, beginForm, type Form } from './form.js';
import { choiceStep } from './steps.js';

/** What the plan left open and the contest can't do without: the organizer settles it, for all to see. */

/** Who has heard of it is said as it is. */
async function done(turn: Turn, contest: Contest) {
  const groups = await reachableGroups(turn, contest);
  return turn.t(groups.length > 0 ? 'settle.done' : 'settle.doneNoGroups');
}

const sureStep = (ask: Parameters<typeof choiceStep>[0]['ask']) =>
  choiceStep({
    name: 'sure',
    label: 'form.confirm',
    ask,
    offers: { yes: (t) => t.plain('settle.yes'), no: (t) => t.plain('settle.no') },
  });

const rubricAnswers = z.object({
  criteria: z.array(z.object({ id: z.string(), label: z.string() })),
  maxima: z.array(z.string()),
});

const rubricLines = (turn: Turn, answers: Answers) => {
  const { criteria, maxima } = rubricAnswers.parse(answers);
  return stack([
    stack(
      criteria.map(({ label }, index) =>
        turn.t('settle.rubricLine', { label, max: turn.t.number(maxima[index] ?? '') }),
      ),
      '\n',
    ),
    turn.t('settle.rubricSum', { scale: turn.t.number(total(maxima)) }),
  ]);
};

export const settleRubric: Form = {
  name: 'settleRubric',
  version: 1,
  title: 'settle.rubricTitle',
  restartable: true,
  steps: [
    sureStep((turn, answers) =>
      stack([turn.t('settle.rubricCheck'), rubricLines(turn, answers), turn.t('settle.final')]),
    ),
  ],
  async finish(turn, answers) {
    if (answers.sure !== 'yes') return turn.say(turn.t('settle.left'));
    const { criteria, maxima } = rubricAnswers.parse(answers);
    const contest = await contestOf(turn);
    await decide(
      turn,
      contest,
      criteria.map(({ id }, index) => ({ path: `scoring.criteria.${id}.max`, value: maxima[index] })),
      {
        may: mayDecideRubric,
        note: turn.t.plain('settle.rubricTitle'),
        announcement: stack([
          turn.t('settle.rubricAnnounced', { contest: contest.plan.shortName }),
          rubricLines(turn, answers),
        ]),
      },
    );
    turn.say(stack([await done(turn, contest), rubricLines(turn, answers)]));
  },
};

/** `/thangdiem 40 30 30`. */
export async function beginRubric(turn: Turn, args: string): Promise<void> {
  const criteria = await mayDecideRubric(turn, await contestOf(turn));
  const maxima = args
    .split(/[\s;/+-]+/)
    .filter(Boolean)
    .map(readNumber);
  const isComplete =
    maxima.length === criteria.length && maxima.every((max) => max !== null && Number(max) > 0);
  if (!isComplete)
    throw new Refusal('settle.rubricHow', {
      count: criteria.length,
      criteria: criteria.map(({ label }) => label).join('; '),
      example: `/thangdiem ${exampleShares(criteria.length).join(' ')}`,
    });
  await beginForm(turn, settleRubric, { criteria, maxima });
}

/** An example whose sum is 100, so that nobody copies one that isn't. */
const exampleShares = (count: number): number[] => {
  const share = Math.floor(100 / count);
  return Array.from({ length: count }, (_, index) => (index === 0 ? 100 - share * (count - 1) : share));
};

const conversionAnswers = z.object({
  like: z.string(),
  share: z.string(),
  method: z.enum(['max', 'cap']),
  cap: z.string().nullable(),
});

const conversionLines = (turn: Turn, answers: Answers) => {
  const { like, share, method, cap } = conversionAnswers.parse(answers);
  const { t } = turn;
  return stack(
    [
      t('settle.conversionPoints', { like: t.number(like), share: t.number(share) }),
      method === 'max' ? t('settle.scaleMax') : t('settle.scaleCap', { cap: t.number(cap ?? '') }),
    ],
    '\n',
  );
};

export const settleConversion: Form = {
  name: 'settleConversion',
  version: 1,
  title: 'settle.conversionTitle',
  restartable: true,
  steps: [
    sureStep((turn, answers) =>
      stack([turn.t('settle.conversionCheck'), conversionLines(turn, answers), turn.t('settle.final')]),
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
          conversionLines(turn, answers),
        ]),
      },
    );
    turn.say(stack([await done(turn, contest), conversionLines(turn, answers)]));
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
    turn.say(stack([await done(turn, contest), turn.t('settle.quorumCheck', { quorum })]));
  },
};

/** `/sophieu 5`. */
export async function beginQuorum(turn: Turn, args: string): Promise<void> {
  await mayDecideQuorum(turn, await contestOf(turn));
  const quorum = readCount(args);
  if (quorum === null || quorum < 1 || quorum > 99) throw new Refusal('settle.quorumHow');
  await beginForm(turn, settleQuorum, { quorum });
}
