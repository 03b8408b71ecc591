import type { DecimalText } from '../decimals.js';
import { instantOf } from '../instants.js';
import type { Uncounted } from '../locks.js';
import type { Aggregate, TieStep } from '../plan/scoring.js';
import { type Fraction, inOrder, plain, rounded, times, written } from '../scaled.js';
import type { SheetPoints } from '../scoring.js';
import type { Snapshot } from './audience.js';
import { type Drawn, drawnAmong, inLots, lotOf } from './draw.js';
import { type CountedSheet, countedRange, type RankedSheet } from './jury.js';
import { groupedBy } from './ties.js';
import {
  byCode,
  type RankingInput,
  type Scored,
  type WhyUnranked,
  type Working,
  workOut,
} from './working.js';

/** How an entry came to its points and its place: every number, and what it was worked out from. */
export type Account = {
  code: string;
  jury: JuryAccount;
  /** `null`: the contest has no vote. */
  audience: AudienceAccount | null;
  /** `null`: too few sheets for a place. */
  result: ResultAccount | null;
  /** Why it has no place; `null`: it has one. */
  unranked: WhyUnranked | null;
};

export type JuryAccount = {
  sheets: SheetAccount[];
  quorum: number;
  counted: number;
  aggregate: Aggregate;
  /** The mean of the sums that count, as an exact fraction and rounded; `null` where nothing counts. */
  mean: { total: DecimalText; of: number; rounded: DecimalText } | null;
  weight: DecimalText;
  fullMarks: DecimalText;
  isAdjusted: boolean;
  points: DecimalText | null;
  /** With the sums as they were given, where they were adjusted. */
  pointsAsGiven: DecimalText | null;
};

/** `dropped`: left out as the highest or lowest, or because only the middle counts. `absent`: gave no sheet. */
export type SheetAccount =
  | { judge: string; kind: 'absent' }
  | { judge: string; kind: 'abstained' }
  | { judge: string; kind: WhyLeftOut; points: SheetPoints }
  | {
      judge: string;
      kind: 'counted' | 'dropped';
      points: SheetPoints;
      sum: DecimalText;
      adjusted: DecimalText | null;
    };

export type AudienceAccount = {
  /** `prize`: it decides a prize of its own, and nothing of the total. */
  mode: 'score' | 'prize';
  freezeAt: string;
  /** `null`: nobody had read anything by the freeze. */
  snapshot: Snapshot | null;
  /** How many were read after the freeze, and so never count. */
  later: number;
  like: DecimalText;
  share: DecimalText;
  /** What a vote given to the assistant counts; `null`: nobody votes there. */
  vote: DecimalText | null;
  raw: DecimalText;
  scaling: Scaling | null;
  points: DecimalText;
};

export type Scaling = { weight: DecimalText } & (
  | { method: 'max'; full: DecimalText }
  | { method: 'cap'; full: DecimalText; isReached: boolean }
  | { method: 'rank'; place: number; listed: DecimalText }
);

export type ResultAccount = {
  jury: DecimalText;
  audience: DecimalText;
  total: DecimalText;
  place: number;
  /** How many entries have a place. */
  ranked: number;
  sharedWith: string[];
  decidedBy: TieStep | null;
  /** What was compared with those of the same total, step by step until it was set apart. */
  ties: TieAccount[];
};

/** `value` is `null` where there is nothing to compare, which separates nobody. */
export type TieAccount = {
  step: TieStep;
  value: string | null;
  others: { code: string; value: string | null; is: 'ahead' | 'behind' | 'equal' }[];
  /** Where lots were drawn: by which seed, and in which order they came; `value` is the lot. */
  draw?: Drawn;
};

/** A sheet with points that isn't ranked. */
export type LeftOut = CountedSheet & { why: WhyLeftOut };

export type WhyLeftOut = Extract<Uncounted, 'setAside' | 'conflict' | 'notSitting' | 'incomplete'>;

export type ToExplain = RankingInput & {
  /** Who sits on the jury; whoever has sheets, where nobody says. */
  judges?: readonly string[] | undefined;
  /** Sheets that were given and count for nothing. */
  leftOut?: readonly LeftOut[] | undefined;
};

/** `null` where no entry has this code. Agrees with `rank` on every number. */
export function explain(input: ToExplain, code: string): Account | null {
  if (!input.entries.some((entry) => entry.code === code)) return null;
  const working = workOut(input);
  return {
    code,
    jury: accountOfJury(input, working, { code, own: input.sheets.filter(({ entry }) => entry === code) }),
    audience: accountOfAudience(input, working, code),
    result: accountOfResult(input, working, code),
    unranked: working.unranked.find((each) => each.code === code)?.reason ?? null,
  };
}

/** The first part of every entry's account, worked out in one go. */
export function juryAccounts(input: ToExplain): Map<string, JuryAccount> {
  const working = workOut(input);
  const sheetsOf = new Map<string, RankedSheet[]>(input.entries.map(({ code }) => [code, []]));
  for (const sheet of input.sheets) sheetsOf.get(sheet.entry)?.push(sheet);
  const judges = input.judges ?? judgesOf(input);
  return new Map(
    [...sheetsOf].map(([code, own]) => [code, accountOfJury({ ...input, judges }, working, { code, own })]),
  );
}

const judgesOf = ({ sheets }: RankingInput): string[] =>
  [...new Set(sheets.map(({ judge }) => judge))].sort();

function accountOfJury(
  input: ToExplain,
  working: Working,
  { code, own }: { code: string; own: readonly RankedSheet[] },
): JuryAccount {
  const { rules } = input;
  const { rubric, sums, isAdjusted } = working;
  const { aggregate, quorum, weight } = rules.jury;
  const judges = input.judges ?? judgesOf(input);

  const filledIn = own.filter((sheet): sheet is CountedSheet => 'points' in sheet);
  const lowestFirst = [...filledIn].sort(
    (a, b) => inOrder(sums.sumOf(a), sums.sumOf(b)) || (a.judge < b.judge ? -1 : 1),
  );
  const { from, to } = countedRange(lowestFirst.length, aggregate);
  const counted = lowestFirst.length === 0 ? [] : lowestFirst.slice(from, to);
  const total = counted.reduce((all, sheet) => all + sums.sumOf(sheet), 0n);
  const of = BigInt(counted.length);
  const mean = { total, of: of * 10n ** BigInt(sums.digits) };
  const scored = scoredIn(working, code);
  const leftOut = (input.leftOut ?? []).filter(({ entry }) => entry === code);
  const givers = [...own, ...leftOut].map(({ judge }) => judge);
  return {
    sheets: [...new Set([...judges, ...givers])].map((judge): SheetAccount => {
      const sheet = own.find((each) => each.judge === judge);
      const other = leftOut.find((each) => each.judge === judge);
      if (!sheet) return other ? { judge, kind: other.why, points: other.points } : { judge, kind: 'absent' };
      if ('abstained' in sheet) return { judge, kind: 'abstained' };
      return {
        judge,
        kind: counted.includes(sheet) ? 'counted' : 'dropped',
        points: sheet.points,
        sum: plain(rubric.sumOf(sheet), rubric.digits),
        adjusted: isAdjusted ? plain(sums.sumOf(sheet), sums.digits) : null,
      };
    }),
    quorum,
    counted: filledIn.length,
    aggregate,
    mean:
      of === 0n
        ? null
        : {
            total: plain(total, sums.digits),
            of: counted.length,
            rounded: written(rounded(mean, rules.precision), rules.precision),
          },
    weight,
    fullMarks: plain(rubric.fullMarks, rubric.digits),
    isAdjusted,
    points: scored && written(scored.jury, rules.precision),
    pointsAsGiven: scored && scored.juryRaw !== null ? written(scored.juryRaw, rules.precision) : null,
  };
}

function accountOfAudience(
  { rules: { audience, precision }, snapshots }: RankingInput,
  { voting }: Working,
  code: string,
): AudienceAccount | null {
  if (audience.mode === 'none') return null;
  const snapshot = voting.counted.get(code) ?? null;
  const raw = voting.raw(code);
  const freeze = instantOf(audience.freezeAt);
  return {
    mode: audience.mode,
    freezeAt: audience.freezeAt,
    snapshot,
    later: snapshots.filter(({ entry, at }) => entry === code && instantOf(at) > freeze).length,
    like: audience.points.like,
    share: audience.points.share,
    vote: audience.points.vote ?? null,
    raw: plain(raw, voting.digits),
    scaling: audience.mode === 'score' ? scalingOf(audience.weight, voting, raw) : null,
    points: written(voting.points(raw), precision),
  };
}

function scalingOf(
  weight: DecimalText,
  { comparison, digits }: Working['voting'],
  raw: bigint,
): Scaling | null {
  if (comparison === null) return null;
  if (comparison.method === 'rank') {
    const { method, placeOf, pointsFor } = comparison;
    return { weight, method, place: placeOf(raw), listed: pointsFor(raw) };
  }
  const { method } = comparison;
  const full = plain(comparison.full, digits);
  return method === 'max'
    ? { weight, method, full }
    : { weight, method, full, isReached: raw >= comparison.full };
}

function accountOfResult(input: RankingInput, working: Working, code: string): ResultAccount | null {
  const { precision } = input.rules;
  const scored = scoredIn(working, code);
  const index = working.groups.findIndex(({ members }) => members.some((each) => each.code === code));
  const group = working.groups[index];
  if (!scored || !group) return null;
  const before = working.groups.slice(0, index).flatMap(({ members }) => members);
  return {
    jury: written(scored.jury, precision),
    audience: written(scored.audience, precision),
    total: written(scored.total, precision),
    place: before.length + 1,
    ranked: working.groups.reduce((count, { members }) => count + members.length, 0),
    sharedWith: group.members.map((each) => each.code).filter((each) => each !== code),
    decidedBy: group.decidedBy,
    ties: tiesOf(input, working, scored),
  };
}

const scoredIn = ({ groups }: Working, code: string): Scored | null =>
  groups.flatMap(({ members }) => members).find((each) => each.code === code) ?? null;

/** The way of one entry through the tie chain: at each step, how it stood to those still level with it. */
function tiesOf(input: RankingInput, working: Working, own: Scored): TieAccount[] {
  const all = working.groups.flatMap(({ members }) => members);
  let level = all.filter(({ total }) => total === own.total).sort(byCode);
  const ties: TieAccount[] = [];
  for (const step of input.rules.tieChain) {
    if (level.length === 1) break;
    const lots = drawnAmong(
      level.map((each) => each.code),
      input,
    );
    const groups =
      step === 'draw' ? drawnApart(level, lots) : groupedBy(level, (each) => each.valueFor(step));
    const place = (entry: Scored) => groups.findIndex((members) => members.includes(entry));
    ties.push({
      step,
      value: tieText(input, working, own, step, lots),
      others: level
        .filter((each) => each !== own)
        .map((each) => ({
          code: each.code,
          value: tieText(input, working, each, step, lots),
          is: place(each) < place(own) ? 'ahead' : place(each) > place(own) ? 'behind' : 'equal',
        })),
      ...(step === 'draw' && lots && { draw: lots }),
    });
    if (step === 'shared' || step === 'draw') break;
    level = groups[place(own)] ?? level;
  }
  return ties;
}

const drawnApart = (level: Scored[], lots: Drawn | undefined): Scored[][] =>
  lots ? inLots(level, lots).map((each) => [each]) : [level];

/** How finely a criterion's mean is shown; it is compared exactly. */
const meanDigits = 4;

function tieText(
  { entries }: RankingInput,
  { rubric, voting }: Working,
  entry: Scored,
  step: TieStep,
  lots: Drawn | undefined,
): string | null {
  if (step === 'shared') return null;
  if (step === 'draw') return lots ? lotOf(lots.seed, entry.code) : null;
  if (step === 'earlier_submission')
    return entries.find(({ code }) => code === entry.code)?.submittedAt ?? null;
  const value = entry.valueFor(step);
  if (value === null) return null;
  if (step === 'audience') return plain(value.total, voting.digits);
  if (step === 'head_judge') return plain(value.total, rubric.digits);
  const mean: Fraction = times(value, { total: 1n, of: 10n ** BigInt(rubric.digits) });
  return plain(rounded(mean, meanDigits), meanDigits);
}
