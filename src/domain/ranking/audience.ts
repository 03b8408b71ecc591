import { Decimal, roundedQuotient } from '../decimals.js';
import type { RankingRules } from '../plan/scoring.js';

/** Likes and shares of one entry as they stood at one moment, and votes where people vote with the assistant. */
export type Snapshot = {
  entry: string;
  at: string;
  likes: number;
  shares: number;
  votes?: number | undefined;
};

type Voting = Extract<RankingRules['audience'], { mode: 'score' }>;

/** Of each entry the last snapshot taken at or before the freeze: no other is ever counted. */
export function countedSnapshots(snapshots: readonly Snapshot[], freezeAt: string): Map<string, Snapshot> {
  const freeze = Date.parse(freezeAt);
  const counted = new Map<string, Snapshot>();
  for (const snapshot of snapshots) {
    if (Date.parse(snapshot.at) > freeze) continue;
    const other = counted.get(snapshot.entry);
    if (!other || supersedes(snapshot, other)) counted.set(snapshot.entry, snapshot);
  }
  return counted;
}

/** The later one; of two taken at the same instant the one with more, since counts grow. */
const supersedes = (a: Snapshot, b: Snapshot): boolean =>
  (Date.parse(a.at) - Date.parse(b.at) || a.likes - b.likes || a.shares - b.shares) > 0;

/** The first step of the conversion: likes, shares and votes as raw points. */
export const rawPoints = (
  { likes, shares, votes = 0 }: Snapshot,
  { points }: Pick<Voting, 'points'>,
): Decimal =>
  new Decimal(points.like)
    .times(likes)
    .plus(new Decimal(points.share).times(shares))
    .plus(new Decimal(points.vote ?? 0).times(votes));

/** The second: raw points, beside those of all entries, as a share of the weight, rounded for publishing. */
export function audienceScale(raws: readonly Decimal[], { weight, scale }: Voting, precision: number) {
  const shareOf = (full: Decimal) => (raw: Decimal) =>
    full.isZero() ? full : roundedQuotient(new Decimal(weight).times(raw), full, precision);
  switch (scale.method) {
    case 'max':
      return shareOf(raws.reduce((highest, raw) => Decimal.max(highest, raw), new Decimal(0)));
    case 'cap': {
      const share = shareOf(new Decimal(scale.cap));
      return (raw: Decimal) => share(Decimal.min(raw, scale.cap));
    }
    case 'rank': {
      const placeOf = placesBy(raws);
      return (raw: Decimal) => {
        const points = new Decimal(scale.places[placeOf(raw)] ?? 0);
        return roundedQuotient(points, new Decimal(1), precision);
      };
    }
  }
}

/** Places from 0; equal values share one, and the next counts on. */
function placesBy(values: readonly Decimal[]): (value: Decimal) => number {
  const places = new Map<string, number>();
  const descending = [...values].sort((a, b) => b.comparedTo(a));
  for (const [place, value] of descending.entries()) {
    if (!places.has(value.toFixed())) places.set(value.toFixed(), place);
  }
  return (value) => places.get(value.toFixed()) ?? values.length;
}
