import type { Contest } from '../actions/contest.js';
import { nameOfWindow } from '../actions/moveDate.js';
import { prizesAt } from '../actions/openDecisions.js';
import { total } from '../actions/recordScore.js';
import type { Styled } from '../chat.js';
import { closingInstant } from '../domain/dates.js';
import type { OpenPoint } from '../domain/openPoints.js';
import type { ClosingEdge } from '../domain/plan/dateWords.js';
import type { Scale, TieStep } from '../domain/plan/scoring.js';
import { isKnown, type Plan, type Prize, screeningOf } from '../domain/plan.js';
import { agreeing } from '../domain/screening.js';
import { type Label, stack, type Words } from '../words.js';

/** A point of the plan as it stands, in words; what nobody has stated yet is left out. */
export function pointLines(
  t: Words,
  { plan }: Pick<Contest, 'plan'>,
  { kind, item }: Pick<OpenPoint, 'kind' | 'item'>,
): Styled {
  const { jury, audience, tieChain, precision } = plan.scoring;
  const say = (...lines: (Styled | string | false | null)[]) => stack(lines, '\n');
  switch (kind) {
    case 'criteria':
    case 'rubric':
      return rubricLines(t, plan);
    case 'weights':
      if (!isKnown(jury.weight)) return say();
      return audience.mode === 'score' && isKnown(audience.weight)
        ? t('point.weightsBoth', { jury: t.number(jury.weight), audience: t.number(audience.weight) })
        : t('point.weightsJury', { jury: t.number(jury.weight) });
    case 'aggregate':
      return say(isKnown(jury.aggregate) && t(`point.${jury.aggregate}`));
    case 'quorum':
      return say(isKnown(jury.quorum) && t('point.quorumLine', { quorum: jury.quorum }));
    case 'roundQuorum': {
      const round = plan.rounds.find(({ id }) => id === item);
      if (!round || !isKnown(round.jury) || !isKnown(round.jury.quorum)) return say();
      return t('point.roundQuorumLine', { round: round.title, quorum: round.jury.quorum });
    }
    case 'precision':
      return say(isKnown(precision) && t('point.precisionLine', { count: precision }));
    case 'conversion':
      return conversionLines(t, audience);
    case 'freeze':
      return say(
        audience.mode !== 'none' && isKnown(audience.freezeAt) && freezeLine(t, plan, audience.freezeAt),
      );
    case 'listFreeze': {
      const edge = plan.components.find(({ id }) => id === item)?.list?.freeze;
      return say(edge && isKnown(edge) ? listFreezeLine(t, plan, edge) : null);
    }
    case 'tieChain':
      return say(isKnown(tieChain) && tieLine(t, plan, tieChain));
    case 'close':
      return closeLine(t, plan, item ?? '');
    case 'quiz':
      return quizLines(t, plan, item ?? '');
    case 'prizes':
      return say(...(isKnown(plan.prizes) ? plan.prizes : []).map((prize) => prizeLine(t, prize)));
    case 'prize':
      return say(...prizesAt(plan, item).map((prize) => prizeLine(t, prize)));
    case 'screeners': {
      const rule = screeningOf(plan)?.screeners;
      if (!rule || !isKnown(rule)) return say();
      return 'one' in rule
        ? t('point.oneScreener')
        : t('point.majority', { count: rule.majorityOf, agreeing: agreeing(rule) });
    }
    case 'complaints':
      return say(...complaintLines(t, plan.complaints));
    case 'window':
      return say();
  }
}

function rubricLines(t: Words, { scoring: { criteria } }: Plan): Styled {
  const known = (isKnown(criteria) ? criteria : []).flatMap(({ label, max, step }) =>
    isKnown(max) ? [{ label, max, step }] : [],
  );
  const steps = new Set(known.map(({ step }) => (isKnown(step) ? step : null)));
  const [step] = steps;
  return stack([
    stack(
      known.map(({ label, max }) => t('point.rubricLine', { label, max: t.number(max) })),
      '\n',
    ),
    known.length > 0 && t('point.rubricSum', { scale: t.number(total(known.map(({ max }) => max))) }),
    steps.size === 1 &&
      step != null &&
      (step === '1' ? t('point.rubricWhole') : t('point.rubricStep', { step: t.number(step) })),
  ]);
}

function conversionLines(t: Words, audience: Plan['scoring']['audience']): Styled {
  if (audience.mode === 'none') return stack([]);
  const { like, share, vote } = audience.points;
  return stack(
    [
      isKnown(like) &&
        isKnown(share) &&
        t('point.conversionPoints', { like: t.number(like), share: t.number(share) }),
      vote !== undefined && t('point.conversionVote', { vote: t.number(vote) }),
      audience.mode === 'score' && isKnown(audience.scale) && scaleLine(t, audience.scale),
    ],
    '\n',
  );
}

function scaleLine(t: Words, scale: Scale): Styled {
  switch (scale.method) {
    case 'max':
      return t('point.scaleMax');
    case 'cap':
      return t('point.scaleCap', { cap: t.number(scale.cap) });
    case 'rank': {
      const places = scale.places.map((points, index) =>
        t.plain('point.scalePlace', { place: index + 1, points: t.number(points) }),
      );
      return t('point.scaleRank', { places: places.join(', ') });
    }
  }
}

function freezeLine(t: Words, { windows }: Plan, edge: ClosingEdge): Styled {
  const closes = closingInstant(windows, edge);
  if (!('with' in edge)) return t('point.freezeLineDay', { closes: closes ? t.moment(closes) : '' });
  const window = nameOfWindow(t, { windows }, edge.with);
  return closes
    ? t('point.freezeLine', { window, closes: t.moment(closes) })
    : t('point.freezeLineNoDay', { window });
}

function listFreezeLine(t: Words, { windows }: Plan, edge: ClosingEdge): Styled {
  const closes = closingInstant(windows, edge);
  if (closes) return t('point.listFreezeLine', { closes: t.moment(closes) });
  const window = 'with' in edge ? nameOfWindow(t, { windows }, edge.with) : '';
  return t('point.listFreezeLineNoDay', { window });
}

function closeLine(t: Words, { windows }: Plan, name: string): Styled {
  const window = nameOfWindow(t, { windows }, name);
  const closes = closingInstant(windows, { with: name });
  return closes
    ? t('point.closeLine', { window, closes: t.moment(closes) })
    : t('point.closeLineNoDay', { window });
}

const tieLine = (t: Words, plan: Plan, chain: readonly TieStep[]): Styled =>
  t('point.tieLine', { steps: chain.map((step) => nameOfTieStep(t, plan, step)).join('; ') });

const plainSteps = {
  audience: 'point.tieAudience',
  head_judge: 'point.tieHeadJudge',
  earlier_submission: 'point.tieEarlier',
  shared: 'point.tieShared',
  draw: 'point.tieDraw',
} satisfies Record<Exclude<TieStep, `criterion:${string}`>, Label>;

export function nameOfTieStep(t: Words, { scoring: { criteria } }: Plan, step: TieStep): string {
  if (step in plainSteps) return t.plain(plainSteps[step as keyof typeof plainSteps]);
  const id = step.replace('criterion:', '');
  const criterion = isKnown(criteria) && criteria.find((each) => each.id === id);
  return t.plain('point.tieCriterion', { criterion: criterion ? criterion.label : id });
}

const bases = {
  jury: 'point.basisJury',
  total: 'point.basisTotal',
  audience: 'point.basisAudience',
  live: 'point.basisLive',
  quiz: 'point.basisQuiz',
} satisfies Record<string, Label>;

function prizeLine(t: Words, { title, tier, count, sum, basis }: Prize): Styled {
  const parts = [
    isKnown(count) && t.plain('point.prizeCount', { count }),
    isKnown(sum) && t.plain(count === 1 ? 'point.prizeSumOne' : 'point.prizeSum', { sum: t.number(sum) }),
    isKnown(basis) && t.plain(bases[basis]),
    !isKnown(tier) && t.plain('point.prizeByHand'),
  ].filter((part) => part !== false);
  return t('point.prizeLine', { prize: title, parts: parts.join(', ') });
}

function complaintLines(t: Words, { days, answerDays }: Plan['complaints']): (Styled | false)[] {
  return [
    isKnown(days) && (days === 'none' ? t('point.complaintsUnlimited') : t('point.complaintsDays', { days })),
    isKnown(answerDays) &&
      (answerDays === 'none' ? t('point.answerUnlimited') : t('point.answerDays', { days: answerDays })),
  ];
}

function quizLines(t: Words, { components }: Plan, id: string): Styled {
  const quiz = components.find((each) => each.id === id);
  if (quiz?.kind !== 'quiz') return stack([]);
  const { questions, minutes, attempts } = quiz;
  return stack(
    [
      isKnown(questions) && t('point.quizQuestions', { count: questions }),
      isKnown(minutes) && t('point.quizMinutes', { count: minutes }),
      isKnown(attempts) && t('point.quizAttempts', { count: attempts }),
    ],
    '\n',
  );
}
