import type { DecimalText } from './decimals.js';
import type { TieStep } from './plan/scoring.js';
import type { Draw } from './ranking/draw.js';
import { byCode, type RankingInput, type WhyUnranked, workOut } from './ranking/working.js';
import { written } from './scaled.js';

export type { RankingRules } from './plan/scoring.js';
export type { Snapshot } from './ranking/audience.js';
export type { Drawn } from './ranking/draw.js';
export type { RankedSheet } from './ranking/jury.js';
export { engagementOf, type RankingInput, type WhyUnranked } from './ranking/working.js';

/** Points are as published: rounded once, with all their decimals (`62.67`, `3.00`). */
export type RankedEntry = {
  place: number;
  code: string;
  total: DecimalText;
  jury: DecimalText;
  /** What the jury part would be with the judges' sums as given, where the plan has them adjusted. */
  juryRaw?: DecimalText;
  audience: DecimalText;
  /** The step of the tie chain that set it apart from entries with the same total. */
  decidedBy: TieStep | null;
  /** It shares its place. */
  tied: boolean;
};

export type Ranking = {
  places: RankedEntry[];
  unranked: { code: string; reason: WhyUnranked }[];
  /**
   * Lots, where the plan ends a tie so, and from which place on. With a seed they are drawn, and the codes
   * stand in their order; without one these entries share the place until somebody draws.
   */
  draws: ({ place: number } & Draw)[];
  /** Entries without a snapshot at the freeze: their audience points are counted as 0. */
  noSnapshot: string[];
};

/** The same input gives the same ranking, in whatever order it comes. */
export function rank(input: RankingInput): Ranking {
  const { audience, precision } = input.rules;
  const { groups, unranked, voting } = workOut(input);
  const places: RankedEntry[] = [];
  const draws: Ranking['draws'] = [];
  let lastDraw: Draw | undefined;
  for (const { members, decidedBy, draw } of groups) {
    // Places count on after a shared one: 1, 1, 3.
    const place = places.length + 1;
    // Where lots were drawn, each has a group of his own.
    if (draw && draw !== lastDraw) draws.push({ place, ...draw });
    lastDraw = draw;
    for (const { code, total, jury, juryRaw, audience } of members)
      places.push({
        place,
        code,
        total: written(total, precision),
        jury: written(jury, precision),
        ...(juryRaw !== null && { juryRaw: written(juryRaw, precision) }),
        audience: written(audience, precision),
        decidedBy,
        tied: members.length > 1,
      });
  }
  const silent =
    audience.mode === 'none' ? [] : input.entries.filter(({ code }) => !voting.counted.has(code));
  return {
    places,
    unranked,
    draws,
    noSnapshot: silent.sort(byCode).map(({ code }) => code),
  };
}
