import { sourceWords } from '../actions/engagementSource.js';
import type { CountedReading } from '../actions/explainResult.js';
import type { Styled } from '../chat.js';
import type { TieStep } from '../domain/plan/scoring.js';
import type {
  Account,
  AudienceAccount,
  JuryAccount,
  ResultAccount,
  SheetAccount,
  TieAccount,
} from '../domain/ranking/explain.js';
import { partsMissing, partTotals, type StagePart } from '../domain/stage.js';
import { stack, type Words } from '../words.js';

/** What things are called: judges may stay numbers, criteria go by their labels. */
export type Names = {
  entry: string;
  judge(id: string): string;
  /** What stands beside a judge's sheet; a team reads nothing there. */
  note?(judge: string): string | null;
  /** In the order of the rubric. */
  criteria: readonly { id: string; label: string }[];
  /** What was scored one after the other on a stage; none where sheets are filled in at once. */
  parts?: readonly StagePart[];
  precision?: number;
  /** Where the engagement that counts is from. */
  reading?: CountedReading | null;
};

/** How an entry came to its points and its place, line by line, so that anybody can work it out again. */
export function describeAccount(t: Words, account: Account, names: Names): Styled {
  const { jury, audience, result } = account;
  return stack([
    headline(t, account, names),
    juryPart(t, jury, names),
    partsPart(t, jury, names),
    audience && audiencePart(t, audience, names.reading ?? null),
    result && totalPart(t, result, audience),
    result && result.ties.length > 0 && tiePart(t, result.ties, names),
  ]);
}

function headline(t: Words, { jury, result, unranked }: Account, { entry }: Names): Styled {
  if (unranked === 'absent') return t('explain.absent', { entry });
  if (!result) return t('explain.unranked', { entry, counted: jury.counted, quorum: jury.quorum });
  const { place, ranked, total, sharedWith } = result;
  return stack(
    [
      t('explain.placed', { entry, place, ranked, total: t.number(total) }),
      sharedWith.length > 0 && t('explain.shared', { codes: sharedWith.join(', ') }),
    ],
    '\n',
  );
}

function juryPart(t: Words, jury: JuryAccount, names: Names): Styled {
  const { mean, points, pointsAsGiven } = jury;
  const about = mean && { total: t.number(mean.total), of: mean.of };
  return stack(
    [
      t('explain.jury'),
      ...jury.sheets.map((sheet) => noted(t, sheetLine(t, jury, sheet, names), names.note?.(sheet.judge))),
      jury.isAdjusted && t('explain.adjusted'),
      mean && about && t(`explain.${meanOf(jury)}`, { ...about, mean: t.number(mean.rounded) }),
      about &&
        points !== null &&
        t('explain.juryPoints', {
          ...about,
          weight: t.number(jury.weight),
          fullMarks: t.number(jury.fullMarks),
          points: t.number(points),
        }),
      mean &&
        points !== null &&
        t('explain.juryHow', {
          ...{ weight: t.number(jury.weight), fullMarks: t.number(jury.fullMarks), of: mean.of },
        }),
      pointsAsGiven !== null && t('explain.juryAsGiven', { points: t.number(pointsAsGiven) }),
    ],
    '\n',
  );
}

/** What the sheets that count came to in each part, so that it can be seen where a total was won. */
function partsPart(t: Words, { sheets }: JuryAccount, { parts = [], precision = 2 }: Names): Styled | null {
  const counted = sheets.flatMap((sheet) => (sheet.kind === 'counted' ? [sheet.points] : []));
  const totals = partTotals(parts, counted, precision);
  if (totals.length === 0) return null;
  const lines = totals.map(({ title: part, total, of, mean }) =>
    t('stage.partTotal', { part, total: t.number(total), of, mean: t.number(mean) }),
  );
  return stack([t('stage.partTotals'), ...lines], '\n');
}

/** From few sheets nothing was left out, so it is a plain mean. */
const meanOf = ({ aggregate, sheets }: JuryAccount): 'mean' | 'median' | 'trimmed' =>
  aggregate === 'trimmed' && !sheets.some(({ kind }) => kind === 'dropped') ? 'mean' : aggregate;

const noted = (t: Words, line: Styled, note: string | null = null): Styled =>
  note === null ? line : t('explain.sheetNoted', { line: line.text, note });

function sheetLine(
  t: Words,
  { aggregate }: JuryAccount,
  sheet: SheetAccount,
  { judge: nameOf, criteria, parts = [] }: Names,
): Styled {
  const judge = nameOf(sheet.judge);
  if (sheet.kind === 'absent') return t('explain.sheetAbsent', { judge });
  if (sheet.kind === 'abstained') return t('explain.sheetAbstained', { judge });
  if (sheet.kind === 'incomplete')
    return t('explain.sheetIncomplete', { judge, parts: partsMissing(parts, sheet.points).join(', ') });
  if (sheet.kind !== 'counted' && sheet.kind !== 'dropped')
    return t('explain.sheetLeftOut', { judge, why: t.plain(`uncounted.${sheet.kind}`) });
  const sum = t.number(sheet.sum);
  const points = criteria.map(({ id }) => t.number(sheet.points[id] ?? '0'));
  const given =
    points.length === 1
      ? t('explain.sheetOfOne', { judge, sum })
      : t('explain.sheet', { judge, points: points.join(' + '), sum });
  const line =
    sheet.adjusted === null
      ? given
      : t('explain.sheetAdjusted', { line: given.text, adjusted: t.number(sheet.adjusted) });
  if (sheet.kind === 'counted') return line;
  return t(aggregate === 'median' ? 'explain.sheetNotInMiddle' : 'explain.sheetDropped', { line: line.text });
}

function audiencePart(t: Words, audience: AudienceAccount, reading: CountedReading | null): Styled {
  const { mode, snapshot, later } = audience;
  const freeze = t.moment(new Date(audience.freezeAt));
  return stack(
    [
      t(mode === 'prize' ? 'explain.audiencePrize' : 'explain.audience'),
      snapshot ? snapshotLine(t, snapshot, reading) : t('explain.noSnapshot', { freeze }),
      snapshot && reading && sourceLine(t, reading),
      later > 0 && t('explain.later', { freeze }),
      snapshot && rawLine(t, audience, snapshot),
      scalingLine(t, audience),
    ],
    '\n',
  );
}

/** What was decided has no moment at which it was read, but one at which that was decided. */
function snapshotLine(
  t: Words,
  { likes, shares, at }: NonNullable<AudienceAccount['snapshot']>,
  reading: CountedReading | null,
): Styled {
  const about = { likes: t.number(likes), shares: t.number(shares) };
  return reading?.source === 'ruled' && reading.enteredAt
    ? t('explain.snapshotRuled', { ...about, at: t.moment(reading.enteredAt) })
    : t('explain.snapshot', { ...about, at: t.moment(new Date(at)) });
}

function sourceLine(t: Words, reading: CountedReading): Styled {
  const { source, proof, post } = reading;
  const from = sourceWords(t, reading).join(', ');
  const link = proof?.kind === 'link' ? proof.url : source === 'facebook' ? post : null;
  return link === null ? t('explain.source', { from }) : t('explain.sourceAt', { from, link });
}

function rawLine(
  t: Words,
  { like, share, vote, raw }: AudienceAccount,
  { likes, shares, votes = 0 }: NonNullable<AudienceAccount['snapshot']>,
): Styled {
  const about = {
    likes: t.number(likes),
    like: t.number(like),
    shares: t.number(shares),
    share: t.number(share),
    raw: t.number(raw),
  };
  return vote === null
    ? t('explain.raw', about)
    : t('explain.rawWithVotes', { ...about, votes: t.number(votes), vote: t.number(vote) });
}

function scalingLine(t: Words, { scaling, raw, points: given }: AudienceAccount): Styled | null {
  if (!scaling) return null;
  const points = t.number(given);
  if (scaling.method === 'rank') return t('explain.rank', { place: scaling.place, points });
  const full = t.number(scaling.full);
  if (scaling.full === '0') return t('explain.maxOfNothing', { points });
  if (scaling.method === 'cap' && scaling.isReached) return t('explain.capReached', { full, points });
  return t(`explain.${scaling.method}`, {
    full,
    points,
    weight: t.number(scaling.weight),
    raw: t.number(raw),
  });
}

function totalPart(
  t: Words,
  { jury, audience, total }: ResultAccount,
  voting: AudienceAccount | null,
): Styled {
  return stack(
    [
      voting?.mode === 'score'
        ? t('explain.total', {
            jury: t.number(jury),
            audience: t.number(audience),
            total: t.number(total),
          })
        : t('explain.totalOfJury', { total: t.number(total) }),
      t('explain.roundedOnce'),
    ],
    '\n',
  );
}

const tiePart = (t: Words, ties: readonly TieAccount[], names: Names): Styled =>
  stack([t('explain.ties'), ...ties.flatMap((tie) => [tieLine(t, tie, names), drawLine(t, tie)])], '\n');

/** As many letters of a lot as tell it from any other. */
const SHOWN_OF_LOT = 8;

const drawLine = (t: Words, { draw, value }: TieAccount): Styled | null =>
  draw
    ? t('explain.drawn', {
        seed: draw.seed,
        order: draw.codes.join(', '),
        lot: (value ?? '').slice(0, SHOWN_OF_LOT),
      })
    : null;

function tieLine(t: Words, { step, value, others }: TieAccount, names: Names): Styled {
  const stands = others
    .map(({ code, value: theirs, is }) => {
      const about = { code, stands: t.plain(`explain.${is}`) };
      return step === 'shared' || step === 'draw'
        ? t.plain('explain.otherWithout', about)
        : t.plain('explain.other', { ...about, value: comparedText(t, step, theirs) });
    })
    .join('; ');
  const named = { step: stepName(t, step, names), others: stands };
  return step === 'shared' || step === 'draw'
    ? t('explain.tieWithout', named)
    : t('explain.tie', { ...named, value: comparedText(t, step, value) });
}

function comparedText(t: Words, step: TieStep, value: string | null): string {
  if (value === null) return t.plain('explain.nothingToCompare');
  return step === 'earlier_submission' ? exactMoment(t, new Date(value)) : t.number(value);
}

/** Two entries may have come in the same minute. */
function exactMoment(t: Words, at: Date): string {
  const milliseconds = at.getTime() % 60_000;
  if (milliseconds === 0) return t.moment(at);
  return t.plain('explain.exactMoment', {
    moment: t.moment(at),
    seconds: t.number(String(milliseconds / 1_000)),
  });
}

export function stepName(t: Words, step: TieStep, { criteria }: Pick<Names, 'criteria'>): string {
  switch (step) {
    case 'audience':
      return t.plain('explain.stepAudience');
    case 'head_judge':
      return t.plain('explain.stepHeadJudge');
    case 'earlier_submission':
      return t.plain('explain.stepEarlier');
    case 'shared':
      return t.plain('explain.stepShared');
    case 'draw':
      return t.plain('explain.stepDraw');
    default: {
      const id = step.slice('criterion:'.length);
      return t.plain('explain.stepCriterion', {
        criterion: criteria.find((each) => each.id === id)?.label ?? id,
      });
    }
  }
}
