import { blockingUnknowns, isOpen, isQuizRule, isWonElsewhere, unknownPaths } from './decisions.js';
import { type Path, withValueAt } from './plan/paths.js';
import { idOfTier, standsForSeveral } from './plan/prizes.js';
import { isKnown, isUnknown, type Plan, type Prize, unknown } from './plan.js';
import { isByPoints, selectionOf, selectionWaitsFor } from './selection.js';

/*
 * What a plan leaves open, in portions that are settled in one go: the points of all criteria, one prize.
 */

export const pointKinds = [
  'criteria',
  'rubric',
  'weights',
  'aggregate',
  'quorum',
  'roundQuorum',
  'precision',
  'conversion',
  'freeze',
  'listFreeze',
  'tieChain',
  'window',
  'close',
  'quiz',
  'prizes',
  'prize',
  'screeners',
  'complaints',
] as const;
export type PointKind = (typeof pointKinds)[number];

/** What is asked about an open point, one question each. */
export const pointFields = [
  'criteria',
  'maxima',
  'step',
  'weight',
  'aggregate',
  'quorum',
  'precision',
  'rate',
  'scale',
  'freeze',
  'tieChain',
  'tieEnd',
  'close',
  'questions',
  'minutes',
  'attempts',
  'prizes',
  'basis',
  'count',
  'sum',
  'screeners',
  'days',
  'answerDays',
] as const;
export type PointField = (typeof pointFields)[number];

export type OpenPoint = {
  kind: PointKind;
  /** Of which window, round, quiz or prize; `null` where a contest has only one of the kind. */
  item: string | null;
  fields: PointField[];
  /** No result is published before it is settled. */
  blocks: boolean;
  /** It was settled before, and may be settled anew. */
  again?: true | undefined;
};

const table: [RegExp, PointKind, PointField | null][] = [
  [/^scoring\.criteria$/, 'criteria', 'criteria'],
  [/^scoring\.criteria\.[^.]+\.max$/, 'rubric', 'maxima'],
  [/^scoring\.criteria\.[^.]+\.step$/, 'rubric', 'step'],
  [/^scoring\.(?:jury|audience)\.weight$/, 'weights', 'weight'],
  [/^scoring\.jury\.aggregate$/, 'aggregate', 'aggregate'],
  [/^scoring\.jury\.quorum$/, 'quorum', 'quorum'],
  [/^rounds\.([^.]+)\.jury\.quorum$/, 'roundQuorum', 'quorum'],
  [/^scoring\.precision$/, 'precision', 'precision'],
  [/^scoring\.audience\.points\./, 'conversion', 'rate'],
  [/^scoring\.audience\.scale$/, 'conversion', 'scale'],
  [/^scoring\.audience\.freezeAt$/, 'freeze', 'freeze'],
  [/^components\.([^.]+)\.list\.freeze$/, 'listFreeze', 'freeze'],
  [/^scoring\.tieChain$/, 'tieChain', 'tieChain'],
  [/^windows\.([^.]+)\.closes\.close$/, 'close', 'close'],
  // Days are set with `/doingay`.
  [/^windows\.([^.]+)/, 'window', null],
  [/^components\.([^.]+)\.(?:questions|minutes|attempts)$/, 'quiz', null],
  [/^prizes$/, 'prizes', 'prizes'],
  [/^prizes\.([^.]+)\.(?:basis|count|sum)$/, 'prize', null],
  [/^prizes\.([^.]+)$/, 'prize', 'prizes'],
  [/^screening\.screeners$/, 'screeners', 'screeners'],
  [/^complaints\.(?:days|answerDays)$/, 'complaints', null],
];

/** Every point that can be settled, in the order in which a contest needs them. */
export function openPoints(plan: Plan): OpenPoint[] {
  const blocking = blockingUnknowns(plan);
  const others = [
    ...unknownPaths(plan).filter((path) => alsoSettled.some((each) => each.test(path))),
    ...unitsWaitFor(plan),
    ...(isKnown(plan.scoring.tieChain) && isOpen(plan, TIE_CHAIN) ? [TIE_CHAIN] : []),
  ];
  const points = new Map<string, OpenPoint>();
  for (const path of new Set([...blocking, ...others])) {
    const found = pointAt(path);
    if (!found) continue;
    const { kind, item, field } = found;
    const id = idOf({ kind, item });
    const point = points.get(id) ?? { kind, item, fields: [], blocks: false };
    points.set(id, {
      ...point,
      fields: [...point.fields, ...(field ? [field] : []), ...(askedBeside[kind] ?? [])],
      blocks: point.blocks || blocking.includes(path),
    });
  }
  return [...points.values()]
    .map((point) => ({ ...point, fields: fieldsOf(plan, point) }))
    .sort((one, other) => pointKinds.indexOf(one.kind) - pointKinds.indexOf(other.kind));
}

const TIE_CHAIN = 'scoring.tieChain';

/**
 * Until when what was settled may be settled anew: while it can't be bent to anybody's favour yet. Of what isn't
 * here a decision stands: it went on from what the plan states, or others have built on it.
 */
const changeable: Partial<Record<PointKind, Until>> = {
  rubric: 'judging',
  aggregate: 'judging',
  quorum: 'judging',
  precision: 'judging',
  prize: 'judging',
  weights: 'either',
  conversion: 'voting',
  freeze: 'voting',
  complaints: 'publication',
};
/**
 * `either`: until the vote or the judging opens; `quiz`, `live`: until that opens by which the prize is won beside the
 * result; `any`: until the first of all these does.
 */
export type Until = 'voting' | 'judging' | 'either' | 'quiz' | 'live' | 'any' | 'publication';

/** In `plan` what is settled about the point is open. */
export const changeableUntil = (
  plan: Plan,
  { kind, item }: Pick<OpenPoint, 'kind' | 'item'>,
): Until | null => (kind === 'prize' ? untilOfPrize(plan, item) : (changeable[kind] ?? null));

/** Whoever may still say by what a prize is won doesn't know who is ahead in any of it. */
function untilOfPrize(plan: Plan, item: string | null): Until {
  const prize = prizeOf(plan.prizes, item);
  if (prize && isWonElsewhere(plan, prize)) return prize.basis === 'live' ? 'live' : 'quiz';
  if (prize && isKnown(prize.basis)) return prize.basis === 'audience' ? 'voting' : 'judging';
  return 'any';
}

/** The plan as it was before these decisions about one point; `null` where they can't be taken back alone. */
export function withoutDecisions(
  plan: Plan,
  point: Pick<OpenPoint, 'kind' | 'item'>,
  decisions: readonly { path: Path }[],
): Plan | null {
  if (!changeable[point.kind]) return null;
  const paths = decisions.map(({ path }) => path).filter((path) => isAbout(path, point));
  const isPlain = paths.every((path) =>
    table.some(([pattern, , field]) => field !== 'prizes' && pattern.test(path)),
  );
  if (paths.length === 0 || !isPlain) return null;
  return paths.reduce((before, path) => withValueAt(before, path, unknown), plan);
}

const isAbout = (path: Path, point: Pick<OpenPoint, 'kind' | 'item'>): boolean => {
  const found = pointAt(path);
  return found !== null && idOf(found) === idOf(point);
};

/** In the order in which they are asked; of prizes that share a line first which they are. */
function fieldsOf({ prizes, scoring: { tieChain } }: Plan, { kind, item, fields }: OpenPoint): PointField[] {
  if (kind === 'tieChain') return [isKnown(tieChain) ? 'tieEnd' : 'tieChain'];
  if (kind === 'prize' && prizeOf(prizes, item, standsForSeveral))
    return fields.includes('basis') ? ['prizes', 'basis'] : ['prizes'];
  return pointFields.filter((field) => fields.includes(field));
}

const prizeOf = (
  prizes: Plan['prizes'],
  item: string | null,
  isMeant: (prize: Prize) => boolean = () => true,
): Prize | undefined =>
  isKnown(prizes) ? prizes.find((each) => each.id === item && isMeant(each)) : undefined;

/** Has no path of its own while the criteria are unknown: each of them is given it. */
const askedBeside: Partial<Record<PointKind, PointField[]>> = { criteria: ['step'] };

/**
 * No result waits for these: a quorum that nobody stated is the whole jury where that is known, lists can be
 * closed by hand, screening has an end of its own, and so has a quiz with its prizes; without days, complaints are taken for good.
 */
const alsoSettled = [
  /^scoring\.jury\.quorum$/,
  /^components\.[^.]+\.list\.freeze$/,
  /^screening\.screeners$/,
  isQuizRule,
  /^prizes\.[^.]+\.(?:basis|count|sum)$/,
  /^complaints\./,
];

/** Beside a final the jury of a selection is its own: no unit can be ranked before its quorum is settled. */
function unitsWaitFor(plan: Plan): Path[] {
  const selection = isByPoints(plan) ? selectionOf(plan) : null;
  return selection ? selectionWaitsFor(plan, selection).filter((path) => path.startsWith('rounds.')) : [];
}

/** What a decision about this path belongs to; `null` if no point speaks of it. */
export function pointAt(
  path: Path,
): { kind: PointKind; item: string | null; field: PointField | null } | null {
  for (const [pattern, kind, field] of table) {
    const [matched, item] = pattern.exec(path) ?? [];
    if (matched === undefined) continue;
    const last = path.split('.').at(-1);
    return { kind, item: item ?? null, field: field ?? pointFields.find((each) => each === last) ?? null };
  }
  return null;
}

/** `prize.overall_first`, `quorum`. */
export const idOf = ({ kind, item }: Pick<OpenPoint, 'kind' | 'item'>): string =>
  item === null ? kind : `${kind}.${item}`;

/** What was answered about a point, by field; each as its reader gives it. */
export type PointAnswers = Partial<Record<PointField, unknown>>;

/** The answers as values of the plan, for as much of it as is open. */
export function settledBy(
  plan: Plan,
  point: OpenPoint,
  answers: PointAnswers,
): { path: Path; value: unknown }[] {
  return point.fields
    .flatMap((field) => valuesOf(plan, point, field, answers))
    .filter(({ path }) => isOpen(plan, path));
}

type Value = { path: Path; value: unknown };

function valuesOf(
  plan: Plan,
  { item, fields }: OpenPoint,
  field: PointField,
  answers: PointAnswers,
): Value[] {
  const { criteria } = plan.scoring;
  const answer = answers[field];
  const of = (path: Path, value: unknown = answer): Value => ({ path, value });
  switch (field) {
    case 'maxima': {
      const maxima = answer as string[];
      return openCriteria(plan).map(({ id }, index) => of(`scoring.criteria.${id}.max`, maxima[index]));
    }
    case 'step':
      return (isKnown(criteria) ? criteria : []).map(({ id }) => of(`scoring.criteria.${id}.step`));
    case 'weight':
      return [of('scoring.jury.weight'), of('scoring.audience.weight', String(100 - Number(answer)))];
    case 'rate': {
      const { like, share } = answer as { like: string; share: string };
      return [of('scoring.audience.points.like', like), of('scoring.audience.points.share', share)];
    }
    case 'freeze':
      return [of(item === null ? 'scoring.audience.freezeAt' : `components.${item}.list.freeze`)];
    case 'close':
      return [of(`windows.${item}.closes.close`)];
    case 'questions':
    case 'minutes':
    case 'attempts':
      return [of(`components.${item}.${field}`)];
    case 'basis':
    case 'count':
    case 'sum':
      return fields.includes('prizes') ? [] : [of(`prizes.${item}.${field}`)];
    case 'criteria': {
      const { step } = answers;
      return [
        of(
          'scoring.criteria',
          (answer as object[]).map((each) => ({ ...each, ...(step != null && { step }) })),
        ),
      ];
    }
    case 'tieChain':
    case 'precision':
      return [of(`scoring.${field}`)];
    case 'quorum':
      return item === null ? [of('scoring.jury.quorum')] : [quorumOfRound(plan, item, answer)];
    case 'aggregate':
      return [of('scoring.jury.aggregate')];
    case 'scale':
      return [of('scoring.audience.scale')];
    case 'tieEnd': {
      const { tieChain } = plan.scoring;
      return [of(TIE_CHAIN, [...(isKnown(tieChain) ? tieChain : []), ...(answer as string[])])];
    }
    case 'prizes': {
      const line = prizeOf(plan.prizes, item);
      return line ? [of(`prizes.${item}`, tiersOf(line, answer as Prize[], answers.basis))] : [of('prizes')];
    }
    case 'screeners':
      return [of('screening.screeners')];
    case 'days':
    case 'answerDays':
      return [of(`complaints.${field}`)];
  }
}

/** What the plan says of the line holds for each; by what an extra prize is won is a question of its own. */
const tiersOf = (
  { id, scope, certificate, basis }: Prize,
  typed: readonly Prize[],
  answer: unknown,
): object[] =>
  typed.map((each, index) => {
    const own = each.tier === 'extra' || answer === undefined ? unknown : answer;
    const common = { scope, certificate, basis: isKnown(basis) ? basis : own };
    return { ...each, ...common, id: idOfTier(id, index + 1) };
  });

/** Of a jury that is unknown itself, nothing else is known still. */
function quorumOfRound({ rounds }: Plan, id: string, quorum: unknown): Value {
  const round = rounds.find((each) => each.id === id);
  if (!round || isKnown(round.jury)) return { path: `rounds.${id}.jury.quorum`, value: quorum };
  return { path: `rounds.${id}.jury`, value: { name: round.title, judges: unknown, quorum } };
}

/** The criteria whose points nobody has stated, in the plan's order. */
export const openCriteria = ({ scoring: { criteria } }: Plan): { id: string; label: string }[] =>
  isKnown(criteria)
    ? criteria.filter(({ max }) => isUnknown(max)).map(({ id, label }) => ({ id, label }))
    : [];
