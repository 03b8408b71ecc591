import type { DecimalText } from '../decimals.js';
import { instantOf } from '../instants.js';
import type { RankingRules, TieStep } from '../plan/scoring.js';
import { type Fraction, plain, total } from '../scaled.js';
import {
  audienceScale,
  type Comparison,
  comparedWith,
  countedSnapshots,
  rawScale,
  type Snapshot,
} from './audience.js';
import { type Drawn, drawnAmong } from './draw.js';
import {
  aggregated,
  type CountedSheet,
  countedSheets,
  juryScale,
  type RankedSheet,
  type Rubric,
  rubricOf,
} from './jury.js';
import { adjusted, type Sums } from './normalise.js';
import { alike, type Contender, type Group, untied } from './ties.js';

/** Everything a result follows from. Instants are ISO 8601, points are decimals in writing. */
export type RankingInput = {
  rules: RankingRules;
  /** `absent`: it didn't come to be judged, which says why it has no sheets. */
  entries: readonly { code: string; submittedAt: string; absent?: boolean | undefined }[];
  sheets: readonly RankedSheet[];
  snapshots: readonly Snapshot[];
  headJudge?: string | undefined;
  /** From which lots are drawn, where the tie chain ends so. Without it they are still to be drawn. */
  drawSeed?: string | undefined;
  /** The same where lots were drawn among certain entries, the earliest first. */
  draws?: readonly Drawn[] | undefined;
};

/** An entry with its points, in whole numbers of the last published digit. */
export type Scored = Contender & {
  sheets: readonly CountedSheet[];
  raw: bigint;
  jury: bigint;
  /** What its jury part would be with the sums as given, where they were adjusted. */
  juryRaw: bigint | null;
  audience: bigint;
  total: bigint;
};

/** How a ranking was worked out: what `rank` shows the end of, and an explanation all of. */
export type Working = {
  rubric: Rubric;
  sums: Sums;
  isAdjusted: boolean;
  voting: Voting;
  /** Best first; who is in one group shares a place. */
  groups: Group<Scored>[];
  unranked: { code: string; reason: WhyUnranked }[];
};

/** `belowQuorum`: too few judges scored it. `absent`: and that since it didn't come. */
export type WhyUnranked = 'belowQuorum' | 'absent';

type Voting = {
  digits: number;
  counted: ReadonlyMap<string, Snapshot>;
  comparison: Comparison | null;
  raw(code: string): bigint;
  points(raw: bigint): bigint;
};

export function workOut(input: RankingInput): Working {
  const { rules, entries, sheets, headJudge } = input;
  const voting = votingOf(input);
  const sheetsOf = countedSheets(sheets);
  const rubric = rubricOf(rules, sheets);
  const adjustment = adjusted(rules, sheetsOf, rubric);
  const sums = adjustment ?? rubric;
  const parts = (from: Sums) => {
    const points = juryScale(rules, from.fullMarks);
    return (own: readonly CountedSheet[]) => points(aggregated(own.map(from.sumOf), rules.jury.aggregate));
  };
  const juryPart = parts(sums);
  const rawPart = adjustment && parts(rubric);

  const scored: Scored[] = [];
  const unranked: Working['unranked'] = [];
  for (const { code, submittedAt, absent } of entries) {
    const own = sheetsOf.get(code) ?? [];
    if (own.length < rules.jury.quorum) {
      unranked.push({ code, reason: absent ? 'absent' : 'belowQuorum' });
      continue;
    }
    const raw = voting.raw(code);
    const jury = juryPart(own);
    const audience = voting.points(raw);
    scored.push({
      code,
      sheets: own,
      raw,
      jury,
      juryRaw: rawPart?.(own) ?? null,
      audience,
      total: jury + audience,
      valueFor: (step) => tieValue(step, { raw, sheets: own, rubric, headJudge, submittedAt }),
    });
  }
  scored.sort((a, b) => (a.total < b.total ? 1 : a.total > b.total ? -1 : byCode(a, b)));
  const groups = alike(scored, (a, b) => a.total === b.total).flatMap((sameTotal) =>
    untied(sameTotal, rules.tieChain, (codes) => drawnAmong(codes, input)),
  );
  return {
    rubric,
    sums,
    isAdjusted: adjustment !== null,
    voting,
    groups,
    unranked: unranked.sort(byCode),
  };
}

/** The raw points of every entry at the freeze, also of those without a place: prizes are won by them. */
export function engagementOf(input: RankingInput): { code: string; raw: DecimalText }[] {
  const { digits, raw } = votingOf(input);
  return input.entries.map(({ code }) => ({ code, raw: plain(raw(code), digits) }));
}

function votingOf({ rules: { audience, precision }, entries, snapshots }: RankingInput): Voting {
  const nothing: Voting = {
    digits: 0,
    counted: new Map(),
    comparison: null,
    raw: () => 0n,
    points: () => 0n,
  };
  if (audience.mode === 'none') return nothing;
  const counted = countedSnapshots(snapshots, audience.freezeAt);
  const { digits, rawPoints } = rawScale(audience);
  const raw = (code: string): bigint => {
    const snapshot = counted.get(code);
    return snapshot ? rawPoints(snapshot) : 0n;
  };
  if (audience.mode === 'prize') return { ...nothing, digits, counted, raw };
  const raws = entries.map(({ code }) => raw(code));
  return {
    digits,
    counted,
    comparison: comparedWith(raws, audience.scale, digits),
    raw,
    points: audienceScale(raws, audience, { digits, precision }),
  };
}

type Compared = {
  raw: bigint;
  sheets: readonly CountedSheet[];
  rubric: Rubric;
  headJudge: string | undefined;
  submittedAt: string;
};

/** What a step of the tie chain compares, `null` where there is nothing to compare. The greater is the better. */
function tieValue(step: TieStep, { raw, sheets, rubric, headJudge, submittedAt }: Compared): Fraction | null {
  if (step === 'audience') return whole(raw);
  if (step === 'earlier_submission') return whole(-instantOf(submittedAt));
  if (step === 'head_judge') {
    const sheet = sheets.find(({ judge }) => judge === headJudge);
    return sheet ? whole(rubric.sumOf(sheet)) : null;
  }
  if (step === 'shared' || step === 'draw') return null;
  const criterion = step.slice('criterion:'.length);
  return {
    total: total(sheets.map((sheet) => rubric.pointsFor(sheet, criterion))),
    of: BigInt(sheets.length),
  };
}

const whole = (value: bigint): Fraction => ({ total: value, of: 1n });

const collator = new Intl.Collator('en', { numeric: true });

/** `QN-7` before `QN-12`. Codes that only look alike have an order too, so that none depends on the input's. */
export const byCode = (a: { code: string }, b: { code: string }): number =>
  collator.compare(a.code, b.code) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
