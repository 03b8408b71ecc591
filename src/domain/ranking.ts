import { Decimal, type DecimalText, roundedQuotient, sum } from './decimals.js';
import type { RankingRules, TieStep } from './plan/scoring.js';
import { audienceScale, countedSnapshots, rawPoints, type Snapshot } from './ranking/audience.js';
import { aggregated } from './ranking/jury.js';
import { type Contender, groupedBy, untied } from './ranking/ties.js';
import { rubricSum, type SheetPoints, sheetSum } from './scoring.js';

export type { RankingRules } from './plan/scoring.js';
export type { Snapshot } from './ranking/audience.js';

export type RankedSheet =
  | { judge: string; entry: string; points: SheetPoints }
  | { judge: string; entry: string; abstained: true };

/** Everything a result follows from. Instants are ISO 8601, points are decimals in writing. */
export type RankingInput = {
  rules: RankingRules;
  entries: readonly { code: string; submittedAt: string }[];
  sheets: readonly RankedSheet[];
  snapshots: readonly Snapshot[];
  headJudge?: string | undefined;
};

/** Points are as published: rounded once, with all their decimals (`62.67`, `3.00`). */
export type RankedEntry = {
  place: number;
  code: string;
  total: DecimalText;
  jury: DecimalText;
  audience: DecimalText;
  /** The step of the tie chain that set it apart from entries with the same total. */
  decidedBy: TieStep | null;
  /** It shares its place. */
  tied: boolean;
};

export type Ranking = {
  places: RankedEntry[];
  /** `belowQuorum`: too few judges scored it. */
  unranked: { code: string; reason: 'belowQuorum' }[];
  /** Places that share until lots are drawn, where the plan ends a tie so. */
  draws: { place: number; codes: string[] }[];
  /** Entries without a snapshot at the freeze: their audience points are counted as 0. */
  noSnapshot: string[];
};

type Sheet = { judge: string; points: SheetPoints };

type Scored = Contender & { jury: Decimal; audience: Decimal; total: Decimal };

/** The same input gives the same ranking, in whatever order it comes. */
export function rank({ rules, entries, sheets, snapshots, headJudge }: RankingInput): Ranking {
  const audience = audienceOf(rules, entries, snapshots);
  const juryPoints = juryScale(rules);
  const sheetsOf = countedSheets(sheets);

  const scored: Scored[] = [];
  const unranked: Ranking['unranked'] = [];
  for (const { code, submittedAt } of [...entries].sort(byCode)) {
    const own = sheetsOf.get(code) ?? [];
    if (own.length < rules.jury.quorum) {
      unranked.push({ code, reason: 'belowQuorum' });
      continue;
    }
    const parts = { jury: juryPoints(own), audience: audience.points(code) };
    const valueFor = (step: TieStep) =>
      tieValue(step, { raw: audience.raw(code), sheets: own, headJudge, submittedAt });
    scored.push({ code, ...parts, total: parts.jury.plus(parts.audience), valueFor });
  }
  return { ...placed(scored, rules), unranked, noSnapshot: audience.noSnapshot };
}

function audienceOf(
  { audience, precision }: RankingRules,
  entries: RankingInput['entries'],
  snapshots: readonly Snapshot[],
) {
  const zero = new Decimal(0);
  if (audience.mode === 'none') return { raw: () => zero, points: () => zero, noSnapshot: [] };
  const counted = countedSnapshots(snapshots, audience.freezeAt);
  const raws = new Map<string, Decimal>();
  for (const { code } of entries) {
    const snapshot = counted.get(code);
    raws.set(code, snapshot ? rawPoints(snapshot, audience) : zero);
  }
  const raw = (code: string) => raws.get(code) ?? zero;
  const scaled =
    audience.mode === 'score' ? audienceScale([...raws.values()], audience, precision) : () => zero;
  const noSnapshot = [...entries].sort(byCode).filter(({ code }) => !counted.has(code));
  return { raw, points: (code: string) => scaled(raw(code)), noSnapshot: noSnapshot.map(({ code }) => code) };
}

function juryScale({ criteria, jury, precision }: RankingRules) {
  const fullMarks = new Decimal(rubricSum(criteria));
  return (sheets: readonly Sheet[]): Decimal => {
    const { total, of } = aggregated(sheets.map(sheetPoints), jury.aggregate);
    return roundedQuotient(total.times(jury.weight), fullMarks.times(of), precision);
  };
}

/** The sheets of each entry, without abstentions. */
function countedSheets(sheets: readonly RankedSheet[]): Map<string, Sheet[]> {
  const byEntry = new Map<string, Sheet[]>();
  for (const sheet of sheets) {
    if ('abstained' in sheet) continue;
    const own = byEntry.get(sheet.entry);
    if (own) own.push(sheet);
    else byEntry.set(sheet.entry, [sheet]);
  }
  return byEntry;
}

/** Places count on after a shared one: 1, 1, 3. */
function placed(
  scored: readonly Scored[],
  { tieChain, precision }: RankingRules,
): Pick<Ranking, 'places' | 'draws'> {
  const places: RankedEntry[] = [];
  const draws: Ranking['draws'] = [];
  const groups = groupedBy(scored, ({ total }) => total).flatMap((sameTotal) => untied(sameTotal, tieChain));
  for (const { members, decidedBy, toDraw } of groups) {
    const place = places.length + 1;
    if (toDraw) draws.push({ place, codes: members.map(({ code }) => code) });
    for (const { code, total, jury, audience } of members) {
      const points = {
        total: total.toFixed(precision),
        jury: jury.toFixed(precision),
        audience: audience.toFixed(precision),
      };
      places.push({ place, code, ...points, decidedBy, tied: members.length > 1 });
    }
  }
  return { places, draws };
}

type Compared = {
  raw: Decimal;
  sheets: readonly Sheet[];
  headJudge: string | undefined;
  submittedAt: string;
};

/** What a step of the tie chain compares, `null` where there is nothing to compare. The greater is the better. */
function tieValue(step: TieStep, { raw, sheets, headJudge, submittedAt }: Compared): Decimal | null {
  if (step === 'audience') return raw;
  if (step === 'earlier_submission') return new Decimal(-Date.parse(submittedAt));
  if (step === 'head_judge') {
    const sheet = sheets.find(({ judge }) => judge === headJudge);
    return sheet ? sheetPoints(sheet) : null;
  }
  if (step === 'shared' || step === 'draw') return null;
  const criterion = step.slice('criterion:'.length);
  const points = sheets.map((sheet) => new Decimal(sheet.points[criterion] ?? 0));
  return sum(points).div(points.length);
}

const sheetPoints = ({ points }: Sheet): Decimal => new Decimal(sheetSum(points));

const collator = new Intl.Collator('en', { numeric: true });

const byCode = (a: { code: string }, b: { code: string }): number => collator.compare(a.code, b.code);
