import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { planToSettle } from '../actions/decide.js';
import { nameOfWindow } from '../actions/moveDate.js';
import { nameOfPoint } from '../actions/openDecisions.js';
import type { Styled } from '../chat.js';
import { isInWords, readCount, readDayTime, readDong, readNumber } from '../domain/answers.js';
import { closingInstant, contestZone, hasClosed } from '../domain/dates.js';
import { Decimal } from '../domain/decimals.js';
import { isWonElsewhere } from '../domain/decisions.js';
import { closingAt } from '../domain/moves.js';
import { openCriteria, type PointField, pointFields, pointKinds } from '../domain/openPoints.js';
import { type ClosingEdge, closingEdge } from '../domain/plan/dateWords.js';
import { readCriteria, readPrizes } from '../domain/plan/typedLines.js';
import { isKnown, type Plan } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import { fold } from '../domain/text.js';
import type { Offer, Turn } from '../turn.js';
import { type Label, stack, type Words } from '../words.js';
import { thisYear } from './exampleDays.js';
import { type Answers, Fill, type Step } from './form.js';
import { typedIn } from './input.js';
import { askTieChain, askTieEnd, offersOfTieEnd, readTieChain, readTieEnd } from './settleTies.js';
import { choiceStep, chooseOne } from './steps.js';

/** The questions about what a plan leaves open: one step for each field. */

export const pointAnswer = z.object({
  kind: z.enum(pointKinds),
  item: z.string().nullable(),
  fields: z.array(z.enum(pointFields)),
  blocks: z.boolean(),
  again: z.literal(true).optional(),
});

type Typed = {
  answer: z.ZodType;
  ask(turn: Turn, plan: Plan): Styled;
  offers?(t: Words, plan: Plan): Offer[];
  /** Throws a `Refusal` for what can't be an answer. */
  read(turn: Turn, plan: Plan, text: string): unknown;
};

/** A comma right before a figure belongs to the number. */
const BETWEEN_NUMBERS = /[\s;/+-]+|,(?!\d)/;

const decimal = z.string();
const isPositive = (text: string | null | undefined): text is string =>
  text != null && new Decimal(text).greaterThan(0);

/** Said before the same question, which says how it is answered. */
const notRead = (typed: string): Refusal => new Refusal('settle.notRead', { typed });

/** A whole number between two others. */
const wholeNumber = (words: Label, least: number, most: number): Typed => ({
  answer: z.number(),
  ask: ({ t }) => t(words),
  read: (_turn, _plan, text) => {
    const count = readCount(text);
    if (count === null || count < least || count > most) throw notRead(text);
    return count;
  },
});

const WORKING_DAYS = /ngay lam viec|ngay cong/;

/** Typed, not chosen: a button «1. Không quy định» would be pressed by who types that it is 1 day. */
const calendarDays = (words: Label): Typed => ({
  answer: z.union([z.number(), z.literal('none')]),
  ask: ({ t }) => t(words),
  read: (_turn, _plan, text) => {
    const said = fold(text);
    if (/^khong (?:quy dinh|gioi han)$/.test(said)) return 'none';
    if (WORKING_DAYS.test(said)) throw new Refusal('settle.workingDays');
    const days = readCount(said.replace(/^(?:trong )?(\d+) ngay$/, '$1'));
    if (days === null || days < 1 || days > 365) throw notRead(text);
    return days;
  },
});

const typed = {
  criteria: {
    answer: z.array(z.object({ id: z.string(), label: z.string(), max: decimal, step: decimal })),
    ask: ({ t }) => t('settle.criteriaAsk'),
    read: (_turn, _plan, text) => {
      const read = readCriteria(text);
      if ('wrong' in read) throw new Refusal('settle.criteriaHow', { line: read.wrong });
      return read.items;
    },
  },
  maxima: {
    answer: z.array(decimal),
    ask: ({ t }, plan) =>
      stack(
        [
          t('settle.rubricHow', rubricWords(plan)),
          statedSteps(plan) === null && t('settle.rubricStepHow', rubricWords(plan)),
        ],
        ' ',
      ),
    read: ({ t }, plan, text) => {
      const { maxima, step } = readRubric(t, plan, text);
      return step === undefined ? maxima : new Fill({ maxima, step });
    },
  },
  step: {
    answer: decimal,
    ask: ({ t }) => t('settle.stepHow'),
    offers: (t) => [
      { label: t.plain('settle.stepWhole'), says: '1' },
      ...['0.5', '0.25'].map((says) => ({ label: t.plain('settle.stepOf', { step: t.number(says) }), says })),
    ],
    read: (_turn, _plan, text) => {
      const step = readStep(text);
      if (step === null) throw notRead(text);
      return step;
    },
  },
  weight: {
    answer: decimal,
    ask: ({ t }) => t('settle.weightHow'),
    read: async (turn, plan, text) => {
      const weight = readNumber(text.replace(/\s*%$/, ''));
      if (weight === null || Number(weight) < 0 || Number(weight) > 100) throw notRead(text);
      await needFitsPlaces(turn, plan, weight);
      return weight;
    },
  },
  quorum: wholeNumber('settle.quorumHow', 1, 99),
  precision: wholeNumber('settle.precisionHow', 0, 6),
  rate: {
    answer: z.object({ like: decimal, share: decimal }),
    ask: ({ t }) => t('settle.rateHow'),
    read: (_turn, _plan, text) => {
      const [like, share, ...others] = text
        .split(/[\s;/]+|,(?!\d)/)
        .filter(Boolean)
        .map(readNumber);
      const isRate = like != null && !new Decimal(like).isNegative() && isPositive(share);
      if (!isRate || others.length > 0) throw notRead(text);
      return { like, share };
    },
  },
  scale: {
    answer: z.union([
      z.object({ method: z.literal('max') }),
      z.object({ method: z.literal('cap'), cap: decimal }),
      z.object({ method: z.literal('rank'), places: z.array(decimal) }),
    ]),
    ask: ({ t }) => t('settle.scaleHow'),
    read: ({ t }, plan, text) => {
      const [matched, typed = ''] = /^(?:theo )?(?:thu )?hang\b:?(.*)$/.exec(fold(text)) ?? [];
      if (matched) return { method: 'rank', places: pointsOfPlaces(t, plan, typed) };
      if (/^(cao nhat|theo bai cao nhat)$/.test(fold(text))) return { method: 'max' };
      const cap = readNumber(fold(text).replace(/^(muc )?(tran|cap) ?/, ''));
      if (!isPositive(cap)) throw notRead(text);
      return { method: 'cap', cap };
    },
  },
  tieChain: {
    answer: z.array(z.string()),
    ask: askTieChain,
    read: (_turn, plan, text) => readTieChain(plan, text),
  },
  tieEnd: {
    answer: z.array(z.string()),
    ask: askTieEnd,
    offers: offersOfTieEnd,
    read: (_turn, plan, text) => readTieEnd(plan, text),
  },
  questions: wholeNumber('settle.questionsHow', 1, 1_000),
  minutes: wholeNumber('settle.minutesHow', 1, 1_440),
  attempts: wholeNumber('settle.attemptsHow', 1, 100),
  prizes: {
    answer: z.array(z.unknown()),
    ask: ({ t }) => t('settle.prizesAsk'),
    read: (_turn, _plan, text) => {
      const read = readPrizes(text);
      if ('wrong' in read) throw new Refusal('settle.prizesHow', { line: read.wrong });
      return read.items;
    },
  },
  count: wholeNumber('settle.countHow', 1, 999),
  sum: {
    answer: z.number(),
    ask: ({ t }) => t('settle.sumHow'),
    read: (_turn, _plan, text) => {
      const sum = readDong(text);
      if (!sum) throw notRead(text);
      return sum;
    },
  },
  screeners: {
    ...wholeNumber('settle.screenersHow', 1, 99),
    answer: z.union([z.object({ one: z.literal(true) }), z.object({ majorityOf: z.number() })]),
    read: (_turn, _plan, text) => {
      const count = readCount(text);
      if (count === null || count < 1 || count > 99) throw notRead(text);
      return count === 1 ? { one: true } : { majorityOf: count };
    },
  },
  days: calendarDays('settle.daysHow'),
  answerDays: calendarDays('settle.answerDaysHow'),
} satisfies Partial<Record<PointField, Typed>>;

type TypedField = keyof typeof typed;

/** What was typed after a command, read as the answer to this question. */
export function readTyped(turn: Turn, plan: Plan, field: TypedField, text: string): unknown {
  if (isInWords(text)) throw new Refusal('settle.inDigits', { typed: text });
  return (typed[field] as Typed).read(turn, plan, text);
}

/** The plan that the point is settled in. */
async function planIn(turn: Turn, { point }: Answers): Promise<Plan> {
  const contest = await contestOf(turn);
  const known = pointAnswer.safeParse(point);
  return known.success ? planToSettle(contest, known.data) : contest.plan;
}

const typedStep = (name: TypedField): Step => {
  const { answer, ask, offers }: Typed = typed[name];
  return {
    name,
    label: 'settle.title',
    answer,
    ask: async (turn, answers) => {
      const plan = await planIn(turn, answers);
      return { text: ask(turn, plan), choices: offers?.(turn.t, plan) ?? [] };
    },
    read: async (turn, input, answers) => readTyped(turn, await planIn(turn, answers), name, typedIn(input)),
  };
};

const freezeStep: Step = {
  name: 'freeze',
  label: 'settle.title',
  answer: closingEdge,
  ask: async (turn) => {
    const { plan } = await contestOf(turn);
    const choices = Object.keys(plan.windows).map((says) => ({
      label: nameOfWindow(turn.t, plan, says),
      says,
    }));
    return { text: turn.t('settle.freezeAsk', { year: thisYear(turn) }), choices };
  },
  read: async (turn, input) => {
    const { plan } = await contestOf(turn);
    const text = typedIn(input);
    if (text in plan.windows) return needFuture(turn, plan, { with: text });
    const read = readDayTime(text, turn.now, contestZone);
    if (!read) throw new Refusal('moveDate.notADate', { typed: text, year: thisYear(turn) });
    return needFuture(turn, plan, closingAt(read));
  },
};

/** Nothing is frozen in the past. */
function needFuture({ t, now }: Turn, { windows }: Plan, edge: ClosingEdge): ClosingEdge {
  const closes = closingInstant(windows, edge);
  if (closes && hasClosed({ opens: null, closes }, now))
    throw new Refusal('moveDate.past', { at: t.moment(closes) });
  return edge;
}

/** A day of its own for each entry can't be chosen: nothing here knows yet when an entry was posted. */
const closeStep = choiceStep({
  name: 'close',
  label: 'settle.title',
  ask: (turn) => turn.t('settle.closeAsk'),
  offers: { common: (t) => t.plain('settle.closeCommon') },
});

const aggregateStep = choiceStep({
  name: 'aggregate',
  label: 'settle.title',
  ask: (turn) => turn.t('settle.aggregateAsk'),
  offers: {
    mean: (t) => t.plain('settle.mean'),
    median: (t) => t.plain('settle.median'),
    trimmed: (t) => t.plain('settle.trimmed'),
  },
});

const anyBasis = choiceStep({
  name: 'basis',
  label: 'settle.title',
  ask: async (turn, answers) => {
    const [prize = '', ...others] = await prizesMeant(turn, answers);
    return others.length > 0
      ? turn.t('settle.basisAskSeveral', { prizes: [prize, ...others].join(', ') })
      : turn.t('settle.basisAsk', { prize });
  },
  offers: {
    total: (t) => t.plain('settle.basisTotal'),
    jury: (t) => t.plain('settle.basisJury'),
    audience: (t) => t.plain('settle.basisAudience'),
    live: (t) => t.plain('settle.basisLive'),
    quiz: (t) => t.plain('settle.basisQuiz'),
  },
});

const typedPrizes = z.array(z.object({ title: z.string(), tier: z.string() }));

/** By their names; an extra prize of several has a question of its own. */
async function prizesMeant(turn: Turn, { point, prizes }: Answers): Promise<string[]> {
  const typed = typedPrizes.safeParse(prizes).data?.filter(({ tier }) => tier !== 'extra') ?? [];
  if (typed.length > 0) return typed.map(({ title }) => title);
  const contest = await contestOf(turn);
  return [nameOfPoint(turn.t, contest.plan, pointAnswer.parse(point))];
}

/** What this contest doesn't have decides no prize. */
const basisStep: Step = {
  ...anyBasis,
  ask: async (turn, answers) => {
    const { text, choices = [] } = await anyBasis.ask(turn, answers);
    const { plan } = await contestOf(turn);
    return { text, choices: choices.filter(({ says }) => hasBasis(plan, says, answers)) };
  },
  read: async (turn, input, answers) => {
    if (!hasBasis((await contestOf(turn)).plan, input.says, answers)) throw chooseOne(turn);
    return anyBasis.read(turn, input, answers);
  },
};

function hasBasis(plan: Plan, basis: string | null, { point }: Answers): boolean {
  const { components, scoring, prizes } = plan;
  const item = z.object({ item: z.string() }).safeParse(point).data?.item;
  const prize = isKnown(prizes) ? prizes.find(({ id }) => id === item) : undefined;
  // Nothing that has been published already may come to hang on it.
  if (prize && isWonElsewhere(plan, prize)) return basis === 'quiz';
  if (basis === 'audience') return scoring.audience.mode !== 'none';
  return (basis !== 'live' && basis !== 'quiz') || components.some(({ kind }) => kind === basis);
}

/** In the order in which they are asked. */
export const fieldSteps: Step[] = [
  typedStep('criteria'),
  typedStep('maxima'),
  typedStep('step'),
  typedStep('weight'),
  aggregateStep,
  typedStep('quorum'),
  typedStep('precision'),
  typedStep('rate'),
  typedStep('scale'),
  freezeStep,
  typedStep('tieChain'),
  typedStep('tieEnd'),
  closeStep,
  typedStep('questions'),
  typedStep('minutes'),
  typedStep('attempts'),
  typedStep('prizes'),
  basisStep,
  typedStep('count'),
  typedStep('sum'),
  typedStep('screeners'),
  typedStep('days'),
  typedStep('answerDays'),
];

/** `30 30 40`, `30 30 40 bước 0,5`, `30 30 40 nửa điểm`: the most points, and how finely they are given. */
export function readRubric(t: Words, plan: Plan, text: string): { maxima: string[]; step?: string } {
  const [, numbers = '', said] = /^([^\p{L}]*)(\p{L}.*)?$/su.exec(text.trim()) ?? [];
  const maxima = numbers.split(BETWEEN_NUMBERS).filter(Boolean).map(readNumber);
  const step = said === undefined ? undefined : readStep(said);
  if (!maxima.every(isPositive) || step === null) throw notRead(text);
  const stated = statedSteps(plan);
  if (step !== undefined && stated?.some((each) => !new Decimal(each).equals(step)))
    throw new Refusal('settle.stepStands', { step: stated.map((each) => t.number(each)).join('; ') });
  const { count } = rubricWords(plan);
  if (maxima.length !== count) throw new Refusal('settle.rubricCount', { count, given: maxima.length });
  return { maxima, ...(step !== undefined && { step }) };
}

/** How finely points are given by the plan, each once; `null`: it is still asked. */
function statedSteps({ scoring: { criteria } }: Plan): string[] | null {
  const steps = (isKnown(criteria) ? criteria : []).map(({ step }) => step);
  return steps.every(isKnown) ? [...new Set(steps)] : null;
}

/** `bước 0,5`, `lẻ đến 0,25`, `0,2`; in words whole and half points. */
function readStep(text: string): string | null {
  const said = fold(text).replace(/^(?:cham|cho|tinh)? ?(?:diem )?/, '');
  if (/^(?:diem )?nguyen(?: diem)?$/.test(said)) return '1';
  if (/^(?:den )?nua(?: diem)?(?: mot)?$/.test(said)) return '0.5';
  const step = readNumber(
    said.replace(/^(?:diem )?(?:buoc|le)(?: diem)?(?: den)? /, '').replace(/ diem$/, ''),
  );
  return isPositive(step) ? step : null;
}

/** The first place of a conversion by rank is worth the whole vote: whichever is to be another waits for the other. */
async function needFitsPlaces(turn: Turn, { scoring }: Plan, weight: string): Promise<void> {
  const { audience } = scoring;
  if (audience.mode !== 'score' || !isKnown(audience.scale) || audience.scale.method !== 'rank') return;
  const first = new Decimal(audience.scale.places[0] ?? 0);
  const jury = new Decimal(100).minus(first);
  if (jury.equals(weight)) return;
  const { decisions } = await contestOf(turn);
  const isSettled = decisions.some(({ path }) => path === 'scoring.audience.scale');
  throw new Refusal(isSettled ? 'settle.weightByRank' : 'settle.weightByPlan', {
    first: turn.t.number(first.toFixed()),
    jury: turn.t.number(jury.toFixed()),
  });
}

/** `30 25 20`: of the first place the whole weight, of each further one no more than of the one before. */
function pointsOfPlaces(t: Words, { scoring: { audience } }: Plan, text: string): string[] {
  if (audience.mode !== 'score' || !isKnown(audience.weight)) throw new Refusal('settle.weightFirst');
  const { weight } = audience;
  const places = text.split(BETWEEN_NUMBERS).filter(Boolean).map(readNumber);
  const fall = places.every(
    (points, index) => points !== null && !(Number(points) > Number(places[index - 1])),
  );
  if (places[0] !== weight || !fall) throw new Refusal('settle.placesHow', { weight: t.number(weight) });
  return places.filter((points) => points !== null);
}

/** `count`, `criteria` and `example` for the sentence that asks for points, one for each criterion. */
function rubricWords(plan: Plan) {
  const open = openCriteria(plan);
  return {
    count: open.length,
    criteria: open.map(({ label }) => label).join('; '),
    example: exampleShares(open.length).join(' '),
  };
}

/** An example whose sum is 100, so that nobody copies one that isn't. */
const exampleShares = (count: number): number[] => {
  const share = Math.floor(100 / count);
  return Array.from({ length: count }, (_, index) => (index === 0 ? 100 - share * (count - 1) : share));
};
