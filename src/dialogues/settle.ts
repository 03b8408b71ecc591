import { type Contest, contestOf } from '../actions/contest.js';
import {
  changeablePoints,
  decide,
  isChangeable,
  type Late,
  mayDecide,
  planToSettle,
  pointsNow,
} from '../actions/decide.js';
import { nameOfPoint, pointInSentence } from '../actions/openDecisions.js';
import { needRight } from '../actions/permissions.js';
import { total } from '../actions/recordScore.js';
import { reachableGroups } from '../actions/tell.js';
import type { Styled } from '../chat.js';
import { readCount } from '../domain/answers.js';
import { Decimal } from '../domain/decimals.js';
import { withValues } from '../domain/decisions.js';
import {
  changeableUntil,
  idOf,
  type OpenPoint,
  openPoints,
  type PointAnswers,
  type PointKind,
  settledBy,
  type Until,
} from '../domain/openPoints.js';
import { isKnown, type Plan } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import type { Offer, Turn } from '../turn.js';
import { type Label, stack, type Words } from '../words.js';
import { type Answers, beginForm, type Form, type Step } from './form.js';
import { pointLines } from './pointWords.js';
import { inWords } from './refused.js';
import { fieldSteps, pointAnswer, readRubric, readTyped } from './settleFields.js';
import { choiceStep, chooseOne } from './steps.js';

/** What the plan left open: an organizer settles it, for all to see. */

const pointStep: Step = {
  name: 'point',
  label: 'settle.pointLabel',
  answer: pointAnswer,
  ask: async (turn) => {
    const contest = await contestOf(turn);
    const { open, late } = await pointsToSettle(turn, contest);
    return {
      text: stack([lateLines(turn.t, contest, late), turn.t('settle.pointAsk')]),
      choices: [...offersOf(turn, contest, open), ...(await againOffers(turn, contest))],
    };
  },
  read: async (turn, input) => {
    const contest = await contestOf(turn);
    const point = (await everyPoint(turn, contest)).find((each) => idOf(each) === input.says);
    if (!point) throw chooseOne(turn);
    return mayDecide(turn, contest, point);
  },
};

/** What nothing can be published without comes first. */
async function pointsToSettle(turn: Turn, contest: Contest): Promise<{ open: OpenPoint[]; late: Late[] }> {
  const { open, late } = await pointsNow(turn, contest);
  return {
    open: [...open.filter(({ blocks }) => blocks), ...open.filter(({ blocks }) => !blocks)],
    // Whoever was told of a result goes by what was known then.
    late: late.filter(({ point }) => point.kind !== 'complaints'),
  };
}

const offersOf = ({ t }: Turn, { plan }: Contest, points: readonly OpenPoint[]): Offer[] =>
  points.map((point) => ({ label: nameOfPoint(t, plan, point), says: idOf(point) }));

/** Why, and what comes of it. */
function lateLines(t: Words, { plan }: Contest, late: readonly Late[]): Styled | null {
  if (late.length === 0) return null;
  return stack(
    [
      t('settle.late'),
      ...late.map(({ point, why }) =>
        t('settle.lateLine', { name: nameOfPoint(t, plan, point), why: inWords(t, why).text }),
      ),
      late.some(({ point }) => point.blocks) && t('settle.lateBlocks'),
    ],
    '\n',
  );
}

/** What was settled and nobody goes by yet comes last. */
const againOffers = async (turn: Turn, contest: Contest): Promise<Offer[]> =>
  (await changeablePoints(turn, contest)).map((point) => ({
    label: turn.t.plain('settle.againOffer', { name: nameOfPoint(turn.t, contest.plan, point) }),
    says: idOf(point),
  }));

const everyPoint = async (turn: Turn, contest: Contest): Promise<OpenPoint[]> => [
  ...openPoints(contest.plan),
  ...(await changeablePoints(turn, contest)),
];

const isAsked = (field: string) => (answers: Answers) => {
  const point = pointAnswer.safeParse(answers.point);
  return point.success && point.data.fields.some((each) => each === field);
};

const sureStep = choiceStep({
  name: 'sure',
  label: 'form.confirm',
  ask: async (turn, answers) => {
    const contest = await contestOf(turn);
    const point = pointAnswer.parse(answers.point);
    const plan = planToSettle(contest, point);
    const after = withValues(plan, settledBy(plan, point, answers as PointAnswers));
    return stack([
      turn.t('settle.check', { name: nameOfPoint(turn.t, contest.plan, point) }),
      pointLines(turn.t, { plan: after }, point),
      point.kind === 'rubric' || point.kind === 'criteria' ? notHundred(turn.t, after) : null,
      turn.t(
        isKept(point) && (await isChangeable(turn, contest, point)) ? finalFrom(plan, point) : 'settle.final',
      ),
    ]);
  },
  offers: { yes: (t) => t.plain('settle.yes'), no: (t) => t.plain('settle.no') },
});

/** What stood for several prizes is those prizes from then on, and no point any more that could be opened again. */
const isKept = ({ kind, fields }: OpenPoint): boolean => kind !== 'prize' || !fields.includes('prizes');

/** From when on it stands. */
const finalFrom = (plan: Plan, point: OpenPoint): Label => {
  const until = changeableUntil(plan, point);
  return until ? finals[until] : 'settle.final';
};

const finals = {
  voting: 'settle.finalFromVoting',
  judging: 'settle.finalFromJudging',
  either: 'settle.finalFromEither',
  quiz: 'settle.finalFromQuiz',
  live: 'settle.finalFromLive',
  any: 'settle.finalFromAny',
  publication: 'settle.finalFromPublication',
} satisfies Record<Until, Label>;

/** The criteria's points that don't make the scale: said, and left to the organizer. */
function notHundred(t: Words, { scoring: { criteria, outOf } }: Plan): Styled | null {
  const maxima = (isKnown(criteria) ? criteria : []).flatMap(({ max }) => (isKnown(max) ? [max] : []));
  const expected = outOf !== undefined && isKnown(outOf) ? outOf : '100';
  const scale = total(maxima);
  if (new Decimal(scale).equals(expected)) return null;
  return t('point.rubricNotHundred', { scale: t.number(scale), expected: t.number(expected) });
}

export const settle: Form = {
  name: 'settle',
  version: 1,
  title: 'settle.title',
  steps: [pointStep, ...fieldSteps.map((step): Step => ({ ...step, when: isAsked(step.name) })), sureStep],
  async finish(turn, answers) {
    if (answers.sure !== 'yes') return turn.say(turn.t('settle.left'));
    const before = await contestOf(turn);
    const { t } = turn;
    const point = pointAnswer.parse(answers.point);
    const name = pointInSentence(t, before.plan, point);
    const plan = planToSettle(before, point);
    const settled = settledBy(plan, point, answers as PointAnswers);
    const lines = pointLines(t, { plan: withValues(plan, settled) }, point);
    const contest = await decide(turn, before, point, answers as PointAnswers, {
      note: nameOfPoint(t, before.plan, point),
      announcement: stack([
        t(point.again ? 'settle.announcedAgain' : 'settle.announced', {
          contest: before.plan.shortName,
          name,
        }),
        lines,
      ]),
    });
    const { open } = await pointsNow(turn, contest);
    const count = open.length;
    const blocking = open.filter(({ blocks }) => blocks).length;
    const leftOver =
      count > blocking ? t('settle.leftOver', { count, blocking }) : t('settle.leftOverBlocking', { count });
    turn.say(stack([await heard(turn, contest), lines, blocking > 0 && leftOver]));
  },
};

/** Who has heard of it is said as it is. */
async function heard(turn: Turn, contest: Contest): Promise<Styled> {
  const groups = await reachableGroups(turn, contest, 'announcements');
  return turn.t(groups.length > 0 ? 'settle.done' : 'settle.doneNoGroups');
}

/** `/quydinh`, `/quydinh 2`. */
export async function beginSettling(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'settlePlan');
  const { open, late } = await pointsToSettle(turn, contest);
  const again = await againOffers(turn, contest);
  const number = readCount(args);
  const offers = [...offersOf(turn, contest, open), ...again];
  const meant = number === null ? args.trim() : offers[number - 1]?.says;
  const chosen = (await everyPoint(turn, contest)).find((point) => idOf(point) === meant);
  if (!chosen && open.length === 0)
    return turn.say(
      stack([lateLines(turn.t, contest, late), nothingOpen(turn.t, contest, late)]),
      again.map(({ label, says }) => ({ label, says: `/quydinh ${says}` })),
    );
  if (!chosen) return beginForm(turn, settle);
  await beginForm(turn, settle, { point: await mayDecide(turn, contest, chosen) });
}

function nothingOpen(t: Words, { plan }: Contest, late: readonly Late[]): Styled | null {
  if (openPoints(plan).some(({ kind }) => kind === 'window')) return t('settle.onlyDays');
  return late.some(({ point }) => point.blocks) ? null : t('settle.nothing');
}

/** What stood behind a command, as answers to the point's questions. */
type Given = (turn: Turn, plan: Plan, args: string) => PointAnswers;

/** What can't be read is asked, after `first`, which says so. */
function readOrAsk(t: Words, read: () => PointAnswers): { answers: PointAnswers; first?: Styled } {
  try {
    return { answers: read() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { answers: {}, first: inWords(t, error) };
  }
}

/** A command of its own for a point: with what is needed behind it, or asked. */
const shortcut =
  (kind: PointKind, given: Given) =>
  async (turn: Turn, args: string): Promise<void> => {
    const contest = await contestOf(turn);
    const point = await mayDecide(turn, contest, { kind, item: null });
    const { answers, first } =
      args.trim() === ''
        ? { answers: {} }
        : readOrAsk(turn.t, () => given(turn, planToSettle(contest, point), args));
    const asked = Object.entries(answers).filter(([field]) => point.fields.some((each) => each === field));
    await beginForm(turn, settle, { point, ...Object.fromEntries(asked) }, { ...(first && { first }) });
  };

/** `/thangdiem 40 30 30`, `/thangdiem 40 30 30 bước 0,5`. */
export const beginRubric = shortcut('rubric', ({ t }, plan, args) => readRubric(t, plan, args));

/** `/sophieu 5`. */
export const beginQuorum = shortcut('quorum', (turn, plan, args) => ({
  quorum: readTyped(turn, plan, 'quorum', args),
}));

/** `/sothamdinh 3`. */
export const beginScreeners = shortcut('screeners', (turn, plan, args) => ({
  screeners: readTyped(turn, plan, 'screeners', args),
}));

/** `/quydoi 1 2`, `/quydoi 1 2 tran 1000`. Without a cap the entry with the most points gets the whole weight. */
export const beginConversion = shortcut('conversion', (turn, plan, args) => {
  const [, rate, scale] = /^(\S+\s+\S+)(?:\s+(.+))?$/.exec(args.trim()) ?? [];
  if (rate === undefined) throw new Refusal('settle.notRead', { typed: args });
  return {
    rate: readTyped(turn, plan, 'rate', rate),
    scale: scale === undefined ? { method: 'max' } : readTyped(turn, plan, 'scale', scale),
  };
});
